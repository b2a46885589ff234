/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The rules of a case: each checks, then sets a few fields, then the state of the case. Linear in
 * the activities and waits. Must not happen: an end before its beginning, when the clock was set
 * back meanwhile; a plan could not be made from it any more.
 */

#include "config.h"

#include "delivery/dd-case-rules.h"

#include "service/dd-service.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dd_case_error, dd_case_error)

/* --- Checks --- */

gboolean
dd_case_rules_check_open (DdCaseFile *file, GError **error)
{
  gint64 state = dd_record_get_integer (file->record, "state");

  if (state == DD_CASE_CLOSED)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("The case is closed."));
  else if (state == DD_CASE_CANCELLED)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("The case is cancelled."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_reason (const char *reason, GError **error)
{
  if (reason != NULL && *reason != '\0')
    return TRUE;
  g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_REASON, _ ("Give a reason for it."));
  return FALSE;
}

/* Whether @activity is still to be done. */
static gboolean
check_undone (DdRecord *activity, GError **error)
{
  gint64 state = dd_record_get_integer (activity, "state");
  const char *name = dd_record_get_name (activity);

  if (state == DD_STATE_DONE)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("“%s” is done already."), name);
  else if (state == DD_STATE_SKIPPED)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("“%s” was skipped."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_startable (DdRecord *activity, GError **error)
{
  const char *name = dd_record_get_name (activity);

  if (!check_undone (activity, error))
    return FALSE;
  if (dd_record_get_integer (activity, "state") == DD_STATE_RUNNING)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("“%s” is running already."), name);
  else if (dd_record_get_integer (activity, "kind") == DD_ACTIVITY_GATE)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                 _ ("“%s” is a gate, which is not started: mark it done when it is met."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_none_running (DdCaseFile *file, GError **error)
{
  for (guint i = 0; i < file->activities->len; i++)
    if (dd_record_get_integer (file->activities->pdata[i], "state") == DD_STATE_RUNNING)
      {
        g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                     _ ("“%s” is still running: mark it done, or skip it, first."),
                     dd_record_get_name (file->activities->pdata[i]));
        return FALSE;
      }
  return TRUE;
}

/* --- What follows --- */

static gboolean
is_begun (DdCaseFile *file)
{
  for (guint i = 0; i < file->activities->len; i++)
    if (dd_record_get_integer (file->activities->pdata[i], "state") != DD_STATE_PLANNED)
      return TRUE;
  return FALSE;
}

/* The state of a case that is open follows from its parts. */
static gboolean
settle_state (DdCaseFile *file)
{
  DdCaseState state = is_begun (file) ? DD_CASE_RUNNING : DD_CASE_REQUESTED;

  if (dd_case_file_find_open_wait (file, NULL) != NULL)
    state = DD_CASE_WAITING;
  dd_record_set_integer (file->record, "state", state);
  return TRUE;
}

static void
end_wait (DdRecord *wait, gint64 now)
{
  gint64 began = dd_record_get_integer (wait, "started_at");

  dd_record_set_integer (wait, "finished_at", MAX (began, now));
}

static void
end_wait_of (DdCaseFile *file, DdRecord *activity, gint64 now)
{
  DdRecord *wait = dd_case_file_find_open_wait (file, activity);

  if (wait != NULL)
    end_wait (wait, now);
}

/* Returns: whether there was any */
static gboolean
end_all_waits (DdCaseFile *file, gint64 now)
{
  gboolean any = FALSE;

  for (guint i = 0; i < file->waits->len; i++)
    if (dd_record_get_integer (file->waits->pdata[i], "finished_at") == DD_INSTANT_NONE)
      {
        end_wait (file->waits->pdata[i], now);
        any = TRUE;
      }
  return any;
}

/* --- Rules --- */

gboolean
dd_case_rules_start (DdCaseFile *file, DdRecord *activity, gint64 now, GError **error)
{
  if (!dd_case_rules_check_open (file, error) || !check_startable (activity, error))
    return FALSE;
  dd_record_set_integer (activity, "state", DD_STATE_RUNNING);
  dd_record_set_integer (activity, "started_at", now);
  return settle_state (file);
}

gboolean
dd_case_rules_finish (DdCaseFile *file,
                      DdRecord *activity,
                      const char *evidence,
                      gint64 now,
                      GError **error)
{
  gint64 began = dd_record_get_integer (activity, "started_at");

  if (!dd_case_rules_check_open (file, error) || !check_undone (activity, error))
    return FALSE;
  dd_record_set_integer (activity, "state", DD_STATE_DONE);
  dd_record_set_integer (activity, "finished_at", MAX (began, now));
  dd_record_set_integer (activity, "remaining_minutes", DD_INTEGER_NONE);
  if (evidence != NULL)
    dd_record_set_text (activity, "evidence", evidence);
  end_wait_of (file, activity, now);
  return settle_state (file);
}

gboolean
dd_case_rules_reopen (DdCaseFile *file, DdRecord *gate, GError **error)
{
  if (!dd_case_rules_check_open (file, error))
    return FALSE;
  dd_record_set_integer (gate, "state", DD_STATE_PLANNED);
  dd_record_set_integer (gate, "finished_at", DD_INSTANT_NONE);
  dd_record_set_text (gate, "evidence", NULL);
  return settle_state (file);
}

gboolean
dd_case_rules_skip (DdCaseFile *file,
                    DdRecord *activity,
                    const char *reason,
                    gint64 now,
                    GError **error)
{
  if (!dd_case_rules_check_open (file, error) || !check_undone (activity, error)
      || !check_reason (reason, error))
    return FALSE;
  dd_record_set_integer (activity, "state", DD_STATE_SKIPPED);
  dd_record_set_text (activity, "skip_reason", reason);
  dd_record_set_integer (activity, "remaining_minutes", DD_INTEGER_NONE);
  end_wait_of (file, activity, now);
  return settle_state (file);
}

static gboolean
check_waitable (DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (activity != NULL && !check_undone (activity, error))
    return FALSE;
  if (dd_case_file_find_open_wait (file, activity) == NULL)
    return TRUE;
  if (activity == NULL)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                         _ ("The case is waiting already."));
  else
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("“%s” is waiting already."),
                 dd_record_get_name (activity));
  return FALSE;
}

gboolean
dd_case_rules_wait (DdCaseFile *file,
                    DdRecord *activity,
                    DdParty party,
                    const char *reason,
                    const char *id,
                    gint64 now,
                    GError **error)
{
  DdRecord *wait;

  if (!dd_case_rules_check_open (file, error) || !check_waitable (file, activity, error)
      || !check_reason (reason, error))
    return FALSE;
  wait = dd_record_new (&dd_case_wait_entity, id);
  dd_record_set_text (wait, "case_id", dd_record_get_id (file->record));
  if (activity != NULL)
    dd_record_set_text (wait, "activity_id", dd_record_get_id (activity));
  dd_record_set_integer (wait, "party", party);
  dd_record_set_text (wait, "reason", reason);
  dd_record_set_integer (wait, "started_at", now);
  g_ptr_array_add (file->waits, wait);
  return settle_state (file);
}

gboolean
dd_case_rules_resume (DdCaseFile *file, DdRecord *activity, gint64 now, GError **error)
{
  DdRecord *wait = dd_case_file_find_open_wait (file, activity);

  if (!dd_case_rules_check_open (file, error))
    return FALSE;
  if (wait == NULL && activity == NULL)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("The case is not waiting."));
  else if (wait == NULL)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE, _ ("“%s” is not waiting."),
                 dd_record_get_name (activity));
  if (wait == NULL)
    return FALSE;
  end_wait (wait, now);
  return settle_state (file);
}

gboolean
dd_case_rules_resume_all (DdCaseFile *file, gint64 now, GError **error)
{
  if (!dd_case_rules_check_open (file, error))
    return FALSE;
  if (!end_all_waits (file, now))
    {
      g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                           _ ("Neither the case nor anything in it is waiting."));
      return FALSE;
    }
  return settle_state (file);
}

static void
end_case (DdCaseFile *file, DdCaseState state, const char *note, gint64 now)
{
  end_all_waits (file, now);
  dd_record_set_integer (file->record, "state", state);
  dd_record_set_integer (file->record, "closed_at", now);
  if (note != NULL)
    dd_record_set_text (file->record, "closing_note", note);
}

gboolean
dd_case_rules_close (DdCaseFile *file, const char *note, gint64 now, GError **error)
{
  if (!dd_case_rules_check_open (file, error) || !check_none_running (file, error))
    return FALSE;
  end_case (file, DD_CASE_CLOSED, note, now);
  return TRUE;
}

gboolean
dd_case_rules_cancel (DdCaseFile *file, const char *reason, gint64 now, GError **error)
{
  if (!dd_case_rules_check_open (file, error) || !check_reason (reason, error))
    return FALSE;
  end_case (file, DD_CASE_CANCELLED, reason, now);
  return TRUE;
}
