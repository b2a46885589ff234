/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The folder "backups" beside a database, and the backups in it.
 *
 * A backup is named after its database, the time it was made at in UTC and the occasion:
 * "drydock-20261121T203112Z.db", "drydock-20261121T203112Z-before-restore.db"; a second one of the
 * same second is "drydock-20261121T203112Z.2.db". Files with other names are nobody's business here.
 *
 * @database is always the path of the database itself. Listing reads names only.
 */

/**
 * DdBackupOccasion:
 * @DD_BACKUP_REGULAR: once a day, or because somebody asked; seven are kept
 * @DD_BACKUP_BEFORE_UPGRADE: before a migration; three are kept
 * @DD_BACKUP_BEFORE_RESTORE: of what a restored backup replaces; three are kept
 */
typedef enum
{
  DD_BACKUP_REGULAR,
  DD_BACKUP_BEFORE_UPGRADE,
  DD_BACKUP_BEFORE_RESTORE,
} DdBackupOccasion;

/* A backup that is there. */
typedef struct
{
  char *path;                /* (owned) */
  DdBackupOccasion occasion;
  gint64 time;               /* Unix seconds */
  int serial;                /* 1, or more for a further one of the same second */
  guint64 bytes;
} DdBackup;

/* Frees the description of a backup. */
void dd_backup_free (DdBackup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdBackup, dd_backup_free)

/* Returns: (transfer full) (element-type DdBackup): the backups of @database, the newest first */
GPtrArray *dd_backup_folder_list (const char *database);

/* The newest backup of @database that can be restored: its form is not above @newest, and it passes
 * a full check (about 5 ms a megabyte for each one tried).
 * Returns: (transfer full) (nullable): its path */
char *dd_backup_folder_find_good (const char *database, int newest);

/* When @error (nullable) is that @database is damaged, makes it offer the newest good backup, as above,
 * if there is one. */
void dd_backup_folder_offer (GError *error, const char *database, int newest);

/* Returns: whether no regular backup was made in the day (24 h) before @now, in Unix seconds; one
 * from the future, made under a wrong clock, does not count */
gboolean dd_backup_folder_is_due (const char *database, gint64 now);

/* Returns: (transfer full): a path for a new backup made at @now, in a folder that may not exist */
char *dd_backup_folder_build_path (const char *database, DdBackupOccasion occasion, gint64 now);

/* Removes the oldest backups of @occasion that are too many; never the one at @made, whatever its
 * time. What cannot be removed stays for the next time. */
void dd_backup_folder_prune (const char *database, DdBackupOccasion occasion, const char *made);

G_END_DECLS
