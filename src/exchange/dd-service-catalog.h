/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/*
 * DdServiceCatalog: the services that can be planned: those that ship, and the user's own.
 *
 * The user's are the files "*.xml" of one folder. A file with the id of a shipped service takes its
 * place (a newer edition of the document is one file away); of two files with one id the first in
 * the order of names counts. A file that cannot be used is an entry with its error and harms no
 * other. It still claims the id that it is named after: whoever asks for "cx-process" while a
 * broken cx-process.xml lies in the folder gets the error, not dates from another edition.
 *
 * Read once by dd_service_catalog_new(), then immutable and reference counted (atomically).
 */
typedef struct _DdServiceCatalog DdServiceCatalog;

/* One service, or one file that should be one. */
typedef struct
{
  char *id;           /* the service's; of a broken file its name without ".xml" */
  DdService *service; /* (nullable): NULL when broken */
  char *path;         /* (nullable): the user's file; NULL for a service that ships */
  GError *error;      /* (nullable): why it is broken */
} DdServiceEntry;

#define DD_TYPE_SERVICE_CATALOG (dd_service_catalog_get_type ())
#define DD_SERVICE_CATALOG_ERROR (dd_service_catalog_error_quark ())

/**
 * DdServiceCatalogError:
 * @DD_SERVICE_CATALOG_ERROR_UNKNOWN: no service has that id
 * @DD_SERVICE_CATALOG_ERROR_TAKEN: another of the user's files has the same id
 */
typedef enum
{
  DD_SERVICE_CATALOG_ERROR_UNKNOWN,
  DD_SERVICE_CATALOG_ERROR_TAKEN,
} DdServiceCatalogError;

/* The error domain of catalogs. */
GQuark dd_service_catalog_error_quark (void);

/* The boxed type of DdServiceCatalog. */
GType dd_service_catalog_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): the folder of this user's own services,
 * "$XDG_DATA_HOME/drydock/services"; it need not exist */
char *dd_service_catalog_user_folder (void);

/* Reads the shipped services and those in @user_folder (nullable: there are none).
 * Returns: (transfer full): a new catalog */
DdServiceCatalog *dd_service_catalog_new (const char *user_folder);

/* Returns: (transfer full): @self with one more reference */
DdServiceCatalog *dd_service_catalog_ref (DdServiceCatalog *self);

/* Gives one reference back; the last frees @self. */
void dd_service_catalog_unref (DdServiceCatalog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdServiceCatalog, dd_service_catalog_unref)

/* Returns: (transfer none) (element-type DdServiceEntry): every entry, sorted by id */
GPtrArray *dd_service_catalog_get_entries (DdServiceCatalog *self);

/* Returns: (transfer full): the service with @id, or NULL with DD_SERVICE_CATALOG_ERROR_UNKNOWN,
 * or with the error of the broken file that is named after it */
DdService *dd_service_catalog_find (DdServiceCatalog *self, const char *id, GError **error);

/* What a user means by @name: with a slash in it or ".xml" at its end a file (nothing else is read
 * then), otherwise the id of a service that ships or that lies in the user's folder.
 * Returns: (transfer full): the service, or NULL with the errors of dd_service_catalog_find() or of
 * dd_service_file_load() */
DdService *dd_service_catalog_load (const char *name, GError **error);

G_END_DECLS
