/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * DdMigration: one step of the database's form to the next.
 *
 * The steps are the files resources/sql/NNNN-name.sql, numbered from 1 without a gap. The number of
 * the last one that ran is the file's PRAGMA user_version; its PRAGMA application_id says that it is
 * Drydock's. A step that was released is never edited again: change the form by adding one.
 *
 * A script may change, make and drop tables as SQLite's documentation of ALTER TABLE describes:
 * foreign keys are not enforced while it runs and checked once it is through. It has no BEGIN and
 * no COMMIT.
 */
typedef struct
{
  int version;  /* from 1 */
  char *name;   /* (owned): "0001-initial" */
  char *script; /* (owned): SQL */
} DdMigration;

/* "DRYD": what the database header names as its program. */
#define DD_MIGRATION_APPLICATION_ID 0x44525944

/* Returns: (transfer full): a new step */
DdMigration *dd_migration_new (int version, const char *name, const char *script);

/* Frees a step. */
void dd_migration_free (DdMigration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdMigration, dd_migration_free)

/* Returns: (transfer full) (element-type DdMigration): the steps that this Drydock carries, by
 * version */
GPtrArray *dd_migrations_load (void);

/* Returns: the version that @migrations lead to, 0 when there are none */
int dd_migrations_get_newest (GPtrArray *migrations);

/* Fails with DD_STORE_ERROR_TOO_NEW when @version, of the file at @path, is above @newest.
 * Returns: whether @version is known */
gboolean dd_migrations_check_version (const char *path, gint64 version, int newest,
                                      GError **error);

/* Brings the database to the newest of @migrations, each step in a transaction of its own with the
 * write lock held: of several processes that do this at once one runs a step and the others find it
 * done. A step that fails leaves the database as the step before it left it.
 * Returns: FALSE with DD_STORE_ERROR_TOO_NEW, or whatever failed */
gboolean dd_migrations_run (DdConnection *connection, GPtrArray *migrations, GError **error);

G_END_DECLS
