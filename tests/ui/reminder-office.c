/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reminder-office.h"

#include "case/dd-case-page.h"
#include "case/dd-case-plan-private.h"
#include "dd-case-actions.h"
#include "dd-records.h"
#include "dd-reminder-inbox.h"
#include "dd-database-file.h"
#include "delivery/dd-entities.h"
#include "service/dd-service-parser.h"
#include "ui-test.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Names that a server must not take for markup. */
static const char service_text[] =
    "<service id='example' product='Example' document-version='1'>"
    "<phase id='phase' name='Phase'><milestone id='milestone' name='Milestone'>"
    "<cell duration='1d'><activity id='prepare' name='Prepare &lt;b&gt; &amp; More'/></cell>"
    "<cell duration='2d'><activity id='work' name='Work'/></cell>"
    "</milestone></phase></service>";

gint64
reminder_office_at (const char *time)
{
  int day = atoi (time), hour = atoi (strchr (time, ' ') + 1);
  int minute = atoi (strchr (time, ':') + 1);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 12, day, hour, minute, 0);

  return g_date_time_to_unix (date);
}

/* --- On the store's thread --- */

static gboolean
run_open_case (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdService) service =
      dd_service_parse (service_text, sizeof service_text - 1, "a test", error);
  DdActor actor = { .user = "Anna", .now = reminder_office_at ("2 08:00") };
  DdCaseOpening opening = { .service = service,
                            .customer = "Acme",
                            .program = "platinum",
                            .deployment = "on-premise",
                            .start = reminder_office_at ("9 00:00") };

  return service != NULL && dd_case_actions_open (connection, &actor, &opening, data, error);
}

typedef struct
{
  const char *case_id;
  DdCaseStep step;
  gint64 now;
} Step;

static gboolean
run_step (DdConnection *connection, gpointer data, GError **error)
{
  Step *step = data;
  DdActor actor = { .user = "Anna", .now = step->now };

  return dd_case_actions_take (connection, &actor, step->case_id, &step->step, error);
}

typedef struct
{
  const char *case_id;
  const char *activity;
  int state;
} State;

static gboolean
run_get_state (DdConnection *connection, gpointer data, GError **error)
{
  State *state = data;
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_activity_entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, state->case_id);
  dd_query_match_text (query, "definition_id", DD_QUERY_IS, state->activity);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return FALSE;
  g_assert_cmpuint (rows->len, ==, 1);
  state->state = (int) dd_record_get_integer (g_ptr_array_index (rows, 0), "state");
  return TRUE;
}

/* Through a connection of its own: the application may not have opened the database yet. */
static void
run (DdConnectionFunc func, gpointer data)
{
  g_autoptr (DdDatabase) database = dd_database_new (NULL);
  g_autoptr (GError) error = NULL;

  dd_database_open_sync (database, reminder_office_at ("2 08:00"), &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, func, data, &error);
  g_assert_no_error (error);
  dd_database_close_sync (database);
}

/* --- The application --- */

static void
remove_database (void)
{
  g_autofree char *path = dd_database_file_get_default_path ();

  for (guint i = 0; i < 3; i++)
    {
      static const char *const ends[] = { "", "-wal", "-shm" };
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_remove (file);
    }
}

void
reminder_office_restart (ReminderOffice *self, const char *now)
{
  g_autoptr (GError) error = NULL;

  self->application = dd_application_new ();
  g_application_set_flags (G_APPLICATION (self->application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_IS_SERVICE);
  g_application_set_default (G_APPLICATION (self->application));
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  reminder_office_set_now (self, now);
}

void
reminder_office_begin (ReminderOffice *self, const char *now, const char *setting)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.drydock.Drydock");

  remove_database ();
  run (run_open_case, &self->case_id);
  g_settings_reset (settings, "run-in-background");
  g_settings_set_boolean (settings, "background-asked", TRUE);
  reminder_office_restart (self, now);
  if (setting != NULL)
    g_settings_set_boolean (settings, setting, TRUE);
}

void
reminder_office_set_now (ReminderOffice *self, const char *now)
{
  dd_context_set_now (dd_application_get_context (self->application), reminder_office_at (now));
}

void
reminder_office_open (ReminderOffice *self)
{
  g_application_activate (G_APPLICATION (self->application));
  ui_test_wait (reminder_office_get_window (self) != NULL);
  ui_test_wait (dd_window_is_settled (reminder_office_get_window (self)));
  g_assert_null (dd_window_get_failure (reminder_office_get_window (self)));
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dd_context_open_finish (DD_CONTEXT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
reminder_office_open_quietly (ReminderOffice *self)
{
  DdContext *context = dd_application_get_context (self->application);
  gboolean opened = FALSE;

  dd_context_set_attended (context, FALSE);
  dd_context_open_async (context, NULL, on_opened, &opened);
  ui_test_wait (opened);
}

void
reminder_office_step (ReminderOffice *self,
                      DdCaseStepKind kind,
                      const char *activity,
                      const char *now)
{
  Step step = { self->case_id,
                { .kind = kind, .activity = activity, .text = "because" },
                reminder_office_at (now) };

  run (run_step, &step);
}

int
reminder_office_get_state (ReminderOffice *self, const char *activity)
{
  State state = { self->case_id, activity, 0 };

  run (run_get_state, &state);
  return state.state;
}

static gboolean
run_nothing (DdConnection *connection, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
run_count_inbox (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) inbox = dd_reminder_inbox_load (connection, error);

  if (inbox == NULL)
    return FALSE;
  *(guint *) data = inbox->len;
  return TRUE;
}

guint
reminder_office_count_inbox (ReminderOffice *self)
{
  DdContext *context = dd_application_get_context (self->application);
  guint n;

  dd_database_run_sync (dd_context_get_database (context), run_nothing, NULL, NULL);
  run (run_count_inbox, &n);
  return n;
}

gboolean
reminder_office_shows_activity (ReminderOffice *self, const char *activity)
{
  DdWindow *window = reminder_office_get_window (self);
  DdPage *page = window != NULL ? dd_window_get_page (window) : NULL;
  const DdActivity *selected;
  GtkWidget *plan;

  if (!DD_IS_CASE_PAGE (page)
      || !g_str_equal (dd_case_page_get_case_id (DD_CASE_PAGE (page)), self->case_id))
    return FALSE;
  plan = ui_test_find (GTK_WIDGET (page), DD_TYPE_CASE_PLAN_TAB, NULL);
  selected = dd_case_plan_tab_get_activity (DD_CASE_PLAN_TAB (plan));
  return selected != NULL && g_str_equal (selected->id, activity);
}

void
reminder_office_run_elsewhere (ReminderOffice *self,
                               const char *program,
                               const char *command,
                               const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "case", command,
                        self->case_id, argument, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

DdWindow *
reminder_office_get_window (ReminderOffice *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self->application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (DD_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Leaves the bus as a program does that ends: its loop is entered, and left at once. A service is
 * not activated by that. */
static void
end_application (GApplication *application)
{
  g_idle_add_once ((GSourceOnceFunc) g_application_quit, application);
  g_application_run (application, 0, NULL);
}

void
reminder_office_stop (ReminderOffice *self)
{
  DdContext *context = g_object_ref (dd_application_get_context (self->application));

  if (reminder_office_get_window (self) != NULL)
    gtk_window_close (GTK_WINDOW (reminder_office_get_window (self)));
  ui_test_wait (reminder_office_get_window (self) == NULL);
  end_application (G_APPLICATION (self->application));
  dd_database_close_sync (dd_context_get_database (context));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_application_set_default (NULL);
  g_clear_object (&self->application);
  g_object_unref (context);
}

void
reminder_office_end (ReminderOffice *self)
{
  if (self->application != NULL)
    reminder_office_stop (self);
  g_clear_pointer (&self->case_id, g_free);
  remove_database ();
}
