/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-reminder-actions.h"

#include "dd-case-actions.h"
#include "dd-reminder-inbox.h"
#include "dd-window.h"
#include "notify/dd-reminder-notices.h"

#include <string.h>

/* What the matter of a reminder about an activity begins with. */
#define ACTIVITY_MATTER "activity:"

/* --- Keys --- */

/* A key taken apart: "CASE/MATTER/KIND". */
typedef struct
{
  char *case_id;  /* (owned) */
  char *activity; /* (owned) (nullable): its id in the service's definition */
  DdReminderKind kind;
} Key;

static void
key_clear (Key *key)
{
  g_clear_pointer (&key->case_id, g_free);
  g_clear_pointer (&key->activity, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Key, key_clear)

/* Returns: whether @text is a key; it may come from another program */
static gboolean
key_parse (const char *text, Key *key)
{
  const char *first = strchr (text, '/');
  const char *last = strrchr (text, '/');

  if (first == last || !dd_reminder_kind_find (last + 1, &key->kind))
    return FALSE;
  key->case_id = g_strndup (text, (gsize) (first - text));
  if (g_str_has_prefix (first + 1, ACTIVITY_MATTER))
    {
      first += 1 + strlen (ACTIVITY_MATTER);
      key->activity = g_strndup (first, (gsize) (last - first));
    }
  return TRUE;
}

/* --- Opening --- */

/* @window comes to the front: the token is the desktop's leave to. */
static void
raise_window (DdWindow *window, const char *token)
{
  if (token != NULL)
    gtk_window_set_startup_id (GTK_WINDOW (window), token);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_reminder (DdApplication *application, const char *text, const char *token)
{
  DdWindow *window = dd_application_ensure_window (application);
  g_auto (Key) key = { 0 };

  if (text == NULL || !key_parse (text, &key))
    dd_window_ask (window, "win.place", g_variant_new_string ("today"));
  else if (key.activity != NULL)
    dd_window_ask (window, "win.activity", g_variant_new ("(ss)", key.case_id, key.activity));
  else
    dd_window_ask (window, "win.case", g_variant_new_string (key.case_id));
  raise_window (window, token);
}

/* --- Putting off, and done --- */

/* What is done with a reminder on the store's thread. */
typedef struct
{
  DdApplication *application; /* (owned) */
  char *key;                  /* (owned) */
  gboolean snoozes;
  DdReminderSnooze snooze;
  char *user; /* (owned) */
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->application);
  g_free (job->key);
  g_free (job->user);
  g_free (job);
}

/* Marks the activity done that was due; the reminder settles itself by that. */
static gboolean
finish_activity (DdConnection *connection, const Job *job, const Key *key, GError **error)
{
  DdActor actor = { .user = job->user, .now = job->now };
  DdCaseStep step = { .kind = DD_CASE_STEP_FINISH, .activity = key->activity };

  return dd_case_actions_take (connection, &actor, key->case_id, &step, error);
}

static gboolean
run_job (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;
  g_auto (Key) key = { 0 };

  if (job->snoozes)
    return dd_reminder_inbox_snooze (connection, job->key, job->snooze, job->now, error);
  if (key_parse (job->key, &key) && key.kind == DD_REMINDER_ACTIVITY_DUE && key.activity != NULL)
    return finish_activity (connection, job, &key, error);
  return dd_reminder_inbox_done (connection, job->key, job->now, error);
}

/* Where it can be seen and done in another way. */
static void
say (Job *job, const GError *error)
{
  open_reminder (job->application, job->key, NULL);
  dd_window_toast_error (GTK_WIDGET (dd_application_ensure_window (job->application)), error);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) held = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job;

  if (!dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    say (job, error);
  g_application_release (held);
}

/* The program may have been started for this alone, without a window. */
static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_context_open_finish (DD_CONTEXT (object), result, &error))
    {
      dd_database_run_async (dd_context_get_database (DD_CONTEXT (object)), run_job, job, job_free,
                             NULL, on_done, g_object_ref (job->application));
      return;
    }
  /* The window says why by itself. */
  raise_window (dd_application_ensure_window (job->application), NULL);
  g_application_release (G_APPLICATION (job->application));
  job_free (job);
}

static void
begin (DdApplication *application, const char *key, const DdReminderSnooze *snooze)
{
  DdContext *context = dd_application_get_context (application);
  Job *job = g_new0 (Job, 1);

  job->application = g_object_ref (application);
  job->key = g_strdup (key);
  job->snoozes = snooze != NULL;
  job->snooze = snooze != NULL ? *snooze : DD_SNOOZE_HOUR;
  job->user = dd_context_get_user (context);
  job->now = dd_context_get_now (context);
  g_application_hold (G_APPLICATION (application));
  dd_context_open_async (context, NULL, on_opened, job);
}

static void
snooze_reminder (DdApplication *application, const char *key, const char *nick)
{
  DdReminderSnooze snooze;

  if (dd_snooze_find (nick, &snooze))
    begin (application, key, &snooze);
}

/* --- Actions --- */

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_reminder (user_data, g_variant_get_string (parameter, NULL), NULL);
}

static void
on_snooze (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *nick;

  g_variant_get (parameter, "(&s&s)", &key, &nick);
  snooze_reminder (user_data, key, nick);
}

static void
on_done_reminder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin (user_data, g_variant_get_string (parameter, NULL), NULL);
}

void
dd_reminder_actions_add (DdApplication *application)
{
  static const GActionEntry actions[] = {
    { "open-reminder", on_open, "s" },
    { "snooze-reminder", on_snooze, "(ss)" },
    { "done-reminder", on_done_reminder, "s" },
  };

  g_return_if_fail (DD_IS_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
}

void
dd_reminder_actions_choose (DdApplication *application,
                            const char *key,
                            const char *action,
                            const char *token)
{
  g_return_if_fail (DD_IS_APPLICATION (application));
  g_return_if_fail (action != NULL);
  if (key == NULL || g_str_equal (action, DD_NOTICE_DEFAULT))
    open_reminder (application, key, token);
  else if (g_str_equal (action, DD_REMINDER_NOTICE_DONE))
    begin (application, key, NULL);
  else if (g_str_has_prefix (action, DD_REMINDER_NOTICE_SNOOZE))
    snooze_reminder (application, key, action + strlen (DD_REMINDER_NOTICE_SNOOZE));
}
