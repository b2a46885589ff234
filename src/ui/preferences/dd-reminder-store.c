/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-reminder-store.h"

#include "dd-journal.h"
#include "dd-preferences.h"
#include "dd-reminder-schedule.h"

#include <glib/gi18n.h>

/* --- Loading --- */

typedef struct
{
  char *case_id; /* (owned) (nullable) */
  DdReminderStored stored;
} Load;

static void
load_free (gpointer data)
{
  g_free (((Load *) data)->case_id);
  g_free (data);
}

/* Tells in @own whether the case has a preference about @kind of its own. */
static gboolean
load_own (DdConnection *connection, Load *load, DdReminderKind kind, GError **error)
{
  g_autofree char *name = dd_reminder_preferences_dup_name (kind);
  g_autoptr (DdPreference) preference =
      dd_preferences_load (connection, load->case_id, name, error);

  if (preference == NULL)
    return FALSE;
  load->stored.own[kind] = dd_record_is_stored (DD_RECORD (preference));
  return TRUE;
}

static gboolean
run_load (DdConnection *connection, gpointer data, GError **error)
{
  Load *load = data;

  if (!dd_reminder_schedule_load_preferences (connection, NULL, &load->stored.everybodys, error))
    return FALSE;
  load->stored.cases = load->stored.everybodys;
  if (load->case_id == NULL)
    return TRUE;
  for (int kind = 0; kind < DD_N_REMINDER_KINDS; kind++)
    if (!load_own (connection, load, kind, error))
      return FALSE;
  return dd_reminder_schedule_load_preferences (connection, load->case_id, &load->stored.cases,
                                                error);
}

void
dd_reminder_store_load_async (DdContext *context,
                              const char *case_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Load *load = g_new0 (Load, 1);

  load->case_id = g_strdup (case_id);
  dd_database_run_async (dd_context_get_database (context), run_load, load, load_free, cancellable,
                         callback, user_data);
}

gboolean
dd_reminder_store_load_finish (DdContext *context,
                               GAsyncResult *result,
                               DdReminderStored *stored,
                               GError **error)
{
  gpointer load;

  if (!dd_database_run_finish (dd_context_get_database (context), result, &load, error))
    return FALSE;
  *stored = ((Load *) load)->stored;
  return TRUE;
}

/* --- Saving --- */

typedef struct
{
  char *case_id; /* (owned) (nullable) */
  char *name;    /* (owned) */
  char *text;    /* (owned) (nullable) */
  char *user;    /* (owned) */
  gint64 now;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->case_id);
  g_free (save->name);
  g_free (save->text);
  g_free (save->user);
  g_free (save);
}

/* What a case has no preference of its own for is that of everybody. */
static gboolean
run_save (DdConnection *connection, gpointer data, GError **error)
{
  Save *save = data;
  g_autoptr (DdAction) action =
      dd_action_new (save->user, save->now, N_ ("Changed when reminders come"), NULL);
  g_autoptr (DdPreference) preference =
      dd_preferences_load (connection, save->case_id, save->name, error);

  if (preference == NULL)
    return FALSE;
  if (save->text != NULL)
    {
      dd_record_set_text (DD_RECORD (preference), "value", save->text);
      dd_action_save (action, preference);
    }
  else if (dd_record_is_stored (DD_RECORD (preference)))
    dd_action_delete (action, preference);
  return dd_journal_commit (connection, action, NULL, error);
}

void
dd_reminder_store_save_async (DdContext *context,
                              const char *case_id,
                              const char *name,
                              const char *text,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Save *save = g_new0 (Save, 1);

  save->case_id = g_strdup (case_id);
  save->name = g_strdup (name);
  save->text = g_strdup (text);
  save->user = dd_context_get_user (context);
  save->now = dd_context_get_now (context);
  dd_database_run_async (dd_context_get_database (context), run_save, save, save_free, NULL,
                         callback, user_data);
}

gboolean
dd_reminder_store_save_finish (DdContext *context, GAsyncResult *result, GError **error)
{
  return dd_database_run_finish (dd_context_get_database (context), result, NULL, error);
}
