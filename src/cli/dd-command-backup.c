/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-backup.h"

#include "dd-backup.h"
#include "dd-database-check.h"
#include "dd-database-file.h"
#include "dd-database.h"
#include "dd-json.h"
#include "dd-migrations.h"
#include "dd-search-index.h"
#include "dd-session.h"
#include "dd-store-file.h"
#include "dd-table.h"
#include "dd-text.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

/* Where the database of @options really is, for its backups stand beside it. */
static char *
get_real_path (const DdSessionOptions *options)
{
  g_autofree char *path = dd_session_options_get_path (options);

  return dd_database_file_resolve (path);
}

static void
add_path (JsonBuilder *builder, const char *name, const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  dd_json_add_string (builder, name, shown);
}

/* --- backup --- */

static const char *
get_occasion (DdBackupOccasion occasion)
{
  switch (occasion)
    {
    case DD_BACKUP_REGULAR:
      return "regular";
    case DD_BACKUP_BEFORE_UPGRADE:
      return "before-upgrade";
    case DD_BACKUP_BEFORE_RESTORE:
      return "before-restore";
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_occasion_label (DdBackupOccasion occasion)
{
  switch (occasion)
    {
    case DD_BACKUP_REGULAR:
      return "";
    case DD_BACKUP_BEFORE_UPGRADE:
      return _ ("before an update of Drydock");
    case DD_BACKUP_BEFORE_RESTORE:
      return _ ("before a backup was restored");
    }
  g_return_val_if_reached (NULL);
}

static char *
backups_to_json (GPtrArray *backups, DdCalendar *calendar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "backups");
  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);

      dd_json_begin_object (builder, NULL);
      add_path (builder, "file", backup->path);
      dd_json_add_instant (builder, "made_at", calendar, backup->time);
      dd_json_add_string (builder, "occasion", get_occasion (backup->occasion));
      dd_json_add_int (builder, "bytes", (gint64) backup->bytes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static char *
backups_to_text (GPtrArray *backups, DdCalendar *calendar, const DdTerminal *terminal)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_RIGHT, DD_TABLE_PLAIN, DD_TABLE_PLAIN };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));

  if (backups->len == 0)
    return g_strdup (_ ("There is no backup yet.\n"));
  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *made = dd_words_instant (calendar, backup->time, 0, DD_WORDS_ALIGNED);
      g_autofree char *size = g_format_size (backup->bytes);
      g_autofree char *path = g_filename_display_name (backup->path);

      dd_table_add_row (table, DD_STYLE_PLAIN,
                        (const char *const[]){ made, size, path,
                                               get_occasion_label (backup->occasion) });
    }
  return dd_table_to_text (table, terminal);
}

static char *
list_backups (DdCommandLine *line, const DdSessionOptions *options, GError **error)
{
  g_autofree char *path = get_real_path (options);
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (path);
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default (NULL, error);

  if (calendar == NULL)
    return NULL;
  return options->json ? backups_to_json (backups, calendar)
                       : backups_to_text (backups, calendar, &line->terminal);
}

/* Returns: (transfer full): where the backup was made, or NULL with @error */
static char *
make_backup (const DdSessionOptions *options, const char *target, GError **error)
{
  g_autofree char *path = get_real_path (options);

  if (target == NULL)
    return dd_backup_make (path, DD_BACKUP_REGULAR, dd_session_get_now (), NULL, error);
  return dd_backup_make_at (path, target, NULL, error) ? g_strdup (target) : NULL;
}

static char *
describe_backup (const DdSessionOptions *options, const char *path)
{
  guint64 bytes = dd_store_file_get_size (path);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *size = g_format_size (bytes);
  g_autofree char *shown = g_filename_display_name (path);

  if (!options->json)
    /* Translators: a file and its size */
    return dd_text_to_line (g_strdup_printf (_ ("Made the backup “%s” (%s)"), shown, size));
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "file", shown);
  dd_json_add_int (builder, "bytes", (gint64) bytes);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

char *
dd_command_backup (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *made = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_ ("List the backups there are instead"), NULL },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  if (list && line->arguments[0] != NULL)
    {
      g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("--list takes no file: %s"),
                   line->arguments[0]);
      return NULL;
    }
  if (list)
    return list_backups (line, &options, error);
  made = make_backup (&options, line->arguments[0], error);
  return made != NULL ? describe_backup (&options, made) : NULL;
}

/* --- restore --- */

/* What was there before, kept because of a restore at @now: a backup, or the damaged file.
 * Returns: (transfer full) (nullable): its path, NULL when there was nothing */
static char *
find_kept (const char *path, gint64 now)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (path);
  g_autofree char *time = dd_store_file_format_time (now);
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, time);

  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);

      if (backup->occasion == DD_BACKUP_BEFORE_RESTORE && backup->time == now)
        return g_strdup (backup->path);
    }
  return g_file_test (aside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&aside) : NULL;
}

static char *
describe_restored (const DdSessionOptions *options, const char *backup, gint64 now)
{
  g_autofree char *path = get_real_path (options);
  g_autofree char *kept = find_kept (path, now);
  g_autofree char *shown = g_filename_display_name (backup);
  g_autofree char *shown_kept = kept != NULL ? g_filename_display_name (kept) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!options->json && kept != NULL)
    return dd_text_to_line (
        g_strdup_printf (_ ("Restored “%s”. What was there before is kept as “%s”."), shown,
                         shown_kept));
  if (!options->json)
    return dd_text_to_line (g_strdup_printf (_ ("Restored “%s”."), shown));
  json_builder_begin_object (builder);
  add_path (builder, "database", path);
  dd_json_add_string (builder, "restored", shown);
  dd_json_add_string (builder, "kept", shown_kept);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

char *
dd_command_restore (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };
  g_autoptr (DdDatabase) database = NULL;
  gint64 now = dd_session_get_now ();
  gboolean restored;

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  database = dd_database_new (options.database);
  restored = dd_database_restore_sync (database, line->arguments[0], now, error);
  dd_database_close_sync (database);
  return restored ? describe_restored (&options, line->arguments[0], now) : NULL;
}

/* --- check --- */

static char *
check_to_json (const DdDatabaseCheck *check, const char *path, gboolean mended)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_path (builder, "database", path);
  dd_json_add_boolean (builder, "sound", TRUE);
  dd_json_add_int (builder, "form", check->version);
  dd_json_add_int (builder, "file_bytes", (gint64) check->file_bytes);
  dd_json_add_int (builder, "log_bytes", (gint64) check->log_bytes);
  dd_json_add_boolean (builder, "search_index_mended", mended);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static char *
check_to_text (const DdDatabaseCheck *check, const char *path, gboolean mended)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size (check->file_bytes + check->log_bytes);

  return dd_text_to_line (
      g_strdup_printf (mended ? _ ("“%s” is sound: form %d, %s; its search index was not, and was "
                                   "made anew")
                              : _ ("“%s” is sound: form %d, %s"),
                       shown, (int) check->version, size));
}

/* What is searched can be made from the rest: it is no reason to restore a backup. */
static char *
mend (DdSession *session, const DdDatabaseCheck *check, const char *path, GError **error)
{
  gboolean mended;

  if (!dd_search_index_mend (session->connection, &mended, error))
    return NULL;
  return session->json ? check_to_json (check, path, mended) : check_to_text (check, path, mended);
}

static char *
check_all (DdSession *session, gpointer data, GError **error)
{
  const char *path = dd_connection_get_path (session->connection);
  g_autoptr (DdDatabaseCheck) check =
      dd_database_check_run (session->connection, DD_DATABASE_CHECK_FULL, error);
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  GError *damage = NULL;

  if (check == NULL)
    return NULL;
  if (dd_database_check_judge (check, path, &damage))
    return mend (session, check, path, error);
  dd_backup_folder_offer (damage, path, dd_migrations_get_newest (migrations));
  g_propagate_error (error, damage);
  return NULL;
}

char *
dd_command_check (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, check_all, NULL, error);
}
