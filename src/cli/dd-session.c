/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-session.h"

#include "dd-database-file.h"
#include "dd-database.h"
#include "dd-journal-user.h"
#include "dd-preferences.h"
#include "dd-replan-day.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The application's, which an installed drydockctl shares. */
#define SETTINGS_SCHEMA "io.github.drydock.Drydock"

void
dd_session_options_clear (DdSessionOptions *options)
{
  g_clear_pointer (&options->database, g_free);
}

char *
dd_session_options_get_path (const DdSessionOptions *options)
{
  return options->database != NULL ? g_strdup (options->database)
                                   : dd_database_file_get_default_path ();
}

gint64
dd_session_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* As the application's preferences have it, where it is installed. */
static char *
get_user (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *chosen = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SETTINGS_SCHEMA, TRUE);
  if (schema != NULL)
    {
      settings = g_settings_new_full (schema, NULL, NULL);
      chosen = g_settings_get_string (settings, "user-name");
    }
  return dd_journal_user_get_name (chosen);
}

/* Reading must not leave a file behind where somebody mistyped its name. */
static gboolean
check_present (const char *path, DdSessionMode mode, GError **error)
{
  if (mode == DD_SESSION_CREATE || g_file_test (path, G_FILE_TEST_EXISTS)
      || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
               _ ("There is no database “%s” yet. “drydockctl case new” makes one, “drydockctl "
                  "sample” one with sample cases."),
               path);
  return FALSE;
}

void
dd_session_offer_restore (const DdSessionOptions *options, GError *reason)
{
  const char *backup = dd_store_error_get_backup (reason);
  g_autofree char *quoted = NULL;
  g_autofree char *database = NULL;
  g_autofree char *message = NULL;

  if (backup == NULL)
    return;
  quoted = g_shell_quote (backup);
  if (options->database != NULL)
    {
      g_autofree char *path = g_shell_quote (options->database);

      database = g_strconcat (" --database ", path, NULL);
    }
  message = reason->message;
  reason->message = g_strdup_printf (_ ("%s To restore it: drydockctl restore %s%s"), message,
                                     quoted, database != NULL ? database : "");
}

/* What is to be done on the database's thread. */
typedef struct
{
  DdSession session;
  DdSessionFunc func;
  gpointer data;
  char *text;        /* (owned) (nullable) */
  GError *unplanned; /* (owned) (nullable): why the dates are not those of today */
} Job;

static gboolean
run_func (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  job->session.connection = connection;
  job->session.calendar = dd_preferences_load_calendar (connection, error);
  if (job->session.calendar == NULL)
    return FALSE;
  job->text = job->func (&job->session, job->data, error);
  dd_calendar_unref (job->session.calendar);
  return job->text != NULL;
}

/* Whoever comes first on a day brings the plans up to it; when that fails, older dates are better
 * than none. */
static gboolean
run_snapshot (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  dd_replan_day_run (connection, job->session.now, NULL, NULL, &job->unplanned);
  return dd_connection_snapshot (connection, run_func, job, _ ("Reading the database"), error);
}

/* What was not done beside the command. A backup that nobody makes is missed on the day it is
 * needed.
 * Returns: (transfer full) (nullable): one line */
static char *
make_warning (DdDatabase *database, const Job *job)
{
  g_autoptr (GError) error = dd_database_dup_backup_error (database);

  if (error != NULL)
    return g_strdup_printf (_ ("The daily backup was not made. %s"), error->message);
  if (job->text != NULL && job->unplanned != NULL)
    return g_strdup_printf (_ ("The dates are not those of today. %s"), job->unplanned->message);
  return NULL;
}

char *
dd_session_run (DdCommandLine *line,
                const DdSessionOptions *options,
                DdSessionMode mode,
                DdSessionFunc func,
                gpointer data,
                GError **error)
{
  g_autoptr (DdDatabase) database = dd_database_new (options->database);
  g_autofree char *user = get_user ();
  g_autoptr (GError) reason = NULL;
  Job job = { .func = func, .data = data };

  job.session.user = user;
  job.session.now = dd_session_get_now ();
  job.session.terminal = line->terminal;
  job.session.json = options->json;
  if (!check_present (dd_database_get_path (database), mode, error))
    return NULL;
  if (dd_database_open_sync (database, job.session.now, &reason))
    dd_database_run_sync (database, mode == DD_SESSION_READ ? run_snapshot : run_func, &job,
                          &reason);
  dd_database_close_sync (database);
  line->warning = make_warning (database, &job);
  g_clear_error (&job.unplanned);
  if (reason == NULL)
    return job.text;
  dd_session_offer_restore (options, reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}
