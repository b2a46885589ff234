/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The backups of a database, by their names alone: listing, finding a good one, dropping the
 * oldest.
 *
 * Each costs a reading of the folder; finding a good one also a full check of those it tries. Must
 * not happen: a file removed that is not a backup of this database, or the newest one.
 */

#include "config.h"

#include "dd-backup-folder.h"

#include "dd-database-check.h"
#include "dd-store-file.h"

#include <glib/gstdio.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* By occasion. Those of a special one are fewer, and never push out the regular ones. */
static const struct
{
  const char *suffix;
  guint kept;
} occasions[] = {
  [DD_BACKUP_REGULAR] = { "", 7 },
  [DD_BACKUP_BEFORE_UPGRADE] = { "-before-upgrade", 3 },
  [DD_BACKUP_BEFORE_RESTORE] = { "-before-restore", 3 },
};

void
dd_backup_free (DdBackup *self)
{
  g_free (self->path);
  g_free (self);
}

static char *
build_folder (const char *database)
{
  g_autofree char *parent = g_path_get_dirname (database);

  return g_build_filename (parent, "backups", NULL);
}

/* "drydock" of "/home/anna/drydock.db" */
static char *
build_stem (const char *database)
{
  char *stem = g_path_get_basename (database);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';
  return stem;
}

static gboolean
parse_occasion (const char *suffix, DdBackupOccasion *occasion)
{
  for (gsize i = 0; i < G_N_ELEMENTS (occasions); i++)
    if (g_str_equal (suffix, occasions[i].suffix))
      {
        *occasion = (DdBackupOccasion) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_time (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, NULL);

  if (date == NULL)
    return FALSE;
  *time = g_date_time_to_unix (date);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the backup that @name stands for */
static DdBackup *
parse_name (GRegex *pattern, const char *folder, const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (DdBackup) backup = g_new0 (DdBackup, 1);
  g_autofree char *time = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *suffix = NULL;

  if (!g_regex_match (pattern, name, 0, &match))
    return NULL;
  time = g_match_info_fetch (match, 1);
  serial = g_match_info_fetch (match, 2);
  suffix = g_match_info_fetch (match, 3);
  if (!parse_time (time, &backup->time) || !parse_occasion (suffix, &backup->occasion))
    return NULL;
  backup->serial = *serial != '\0' ? (int) g_ascii_strtoll (serial, NULL, 10) : 1;
  backup->path = g_build_filename (folder, name, NULL);
  backup->bytes = dd_store_file_get_size (backup->path);
  return g_steal_pointer (&backup);
}

static GRegex *
build_pattern (const char *database)
{
  g_autofree char *stem = build_stem (database);
  g_autofree char *escaped = g_regex_escape_string (stem, -1);
  g_autofree char *pattern =
      g_strdup_printf ("^%s-(\\d{8}T\\d{6}Z)(?:\\.(\\d{1,4}))?(|-[a-z-]+)\\.db$", escaped);

  return g_regex_new (pattern, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
}

static int
compare_newest_first (gconstpointer first, gconstpointer second)
{
  const DdBackup *a = *(DdBackup *const *) first;
  const DdBackup *b = *(DdBackup *const *) second;

  if (a->time != b->time)
    return a->time > b->time ? -1 : 1;
  return b->serial - a->serial;
}

GPtrArray *
dd_backup_folder_list (const char *database)
{
  g_autofree char *path = build_folder (database);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GRegex) pattern = build_pattern (database);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_backup_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      DdBackup *backup = parse_name (pattern, path, name);
      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

char *
dd_backup_folder_find_good (const char *database, int newest)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (database);

  for (guint i = 0; i < backups->len; i++)
    {
      DdBackup *backup = g_ptr_array_index (backups, i);
      if (dd_database_check_file (backup->path, newest, NULL))
        return g_strdup (backup->path);
    }
  return NULL;
}

void
dd_backup_folder_offer (GError *error, const char *database, int newest)
{
  g_autofree char *backup = NULL;

  if (!g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    return;
  backup = dd_backup_folder_find_good (database, newest);
  if (backup != NULL)
    dd_store_error_offer_backup (error, backup);
}

gboolean
dd_backup_folder_is_due (const char *database, gint64 now)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (database);

  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      if (backup->occasion == DD_BACKUP_REGULAR && backup->time <= now
          && now - backup->time < SECONDS_PER_DAY)
        return FALSE;
    }
  return TRUE;
}

/* One after those of the same second: a number that pruning made free would look older. */
static int
next_serial (const char *database, DdBackupOccasion occasion, gint64 now)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (database);
  int serial = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      if (backup->occasion == occasion && backup->time == now)
        serial = MAX (serial, backup->serial);
    }
  return serial + 1;
}

char *
dd_backup_folder_build_path (const char *database, DdBackupOccasion occasion, gint64 now)
{
  g_autofree char *folder = build_folder (database);
  g_autofree char *stem = build_stem (database);
  g_autofree char *time = dd_store_file_format_time (now);
  int serial = next_serial (database, occasion, now);
  g_autofree char *suffix = serial == 1 ? g_strdup ("") : g_strdup_printf (".%d", serial);

  return g_strdup_printf ("%s/%s-%s%s%s.db", folder, stem, time, suffix,
                          occasions[occasion].suffix);
}

/* What a process that was killed left of a backup it was making: a day later nobody is at it. */
static void
remove_abandoned (const char *database, const char *made)
{
  g_autofree char *path = build_folder (database);
  g_autofree char *stem = build_stem (database);
  g_autofree char *pattern = g_strconcat (stem, "-*.db.partial-*", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GStatBuf newest, status;
  const char *name;

  if (folder == NULL || g_stat (made, &newest) != 0)
    return;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_pattern_match_simple (pattern, name) && g_stat (file, &status) == 0
          && newest.st_mtime - status.st_mtime > SECONDS_PER_DAY)
        g_unlink (file);
    }
}

void
dd_backup_folder_prune (const char *database, DdBackupOccasion occasion, const char *made)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (database);
  guint kept = 1;

  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      if (backup->occasion != occasion || g_str_equal (backup->path, made))
        continue;
      if (++kept > occasions[occasion].kept)
        g_unlink (backup->path);
    }
  remove_abandoned (database, made);
}
