/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is done with a case, as a value: judged by the rules, told by a label. The store takes a
 * step in a transaction; a case in memory can take one just as well. Linear in the parts of the
 * case.
 */

#include "config.h"

#include "delivery/dd-case-step.h"

#include "delivery/dd-case-inputs.h"
#include "delivery/dd-case-rules.h"

#include <glib/gi18n-lib.h>

/* A step on its way. */
typedef struct
{
  const DdCaseStep *step;
  DdCaseFile *file;
  DdRecord *activity; /* (unowned) (nullable) */
  const char *user;
  gint64 at;
} Taking;

gint64
dd_actor_get_at (const DdActor *actor)
{
  return actor->at != 0 ? actor->at : actor->now;
}

/* --- Checks --- */

static char *
list_activities (DdCaseFile *file)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < file->activities->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            dd_record_get_text (file->activities->pdata[i], "definition_id"));
  return g_string_free (list, FALSE);
}

static gboolean
find_activity (Taking *self, GError **error)
{
  g_autofree char *list = NULL;

  if (self->step->activity == NULL)
    return TRUE;
  self->activity = dd_case_file_find_activity (self->file, self->step->activity);
  if (self->activity != NULL)
    return TRUE;
  list = list_activities (self->file);
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
               _ ("The case “%s” has no activity “%s”. It has: %s."),
               dd_record_get_name (self->file->record), self->step->activity, list);
  return FALSE;
}

/* What was done cannot lie ahead, nor end before it began. */
static gboolean
check_time (const Taking *self, const DdActor *actor, GError **error)
{
  DdRecord *wait = dd_case_file_find_open_wait (self->file, self->activity);
  gint64 began = DD_INSTANT_NONE;

  if (self->activity != NULL)
    began = dd_record_get_integer (self->activity, "started_at");
  if (wait != NULL && self->step->kind == DD_CASE_STEP_RESUME)
    began = dd_record_get_integer (wait, "started_at");
  if (self->at > actor->now)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_TIME,
                         _ ("That time has not come yet: give one that has passed."));
  else if (actor->at != 0 && self->at < began)
    g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_TIME,
                         _ ("It had not begun at that time: give a later one."));
  else
    return TRUE;
  return FALSE;
}

/* --- Rules --- */

static gboolean
finish (const Taking *self, GError **error)
{
  if (dd_record_get_integer (self->activity, "kind") == DD_ACTIVITY_GATE)
    return dd_case_inputs_meet_gate (self->file, self->activity, self->step->text, self->user,
                                     self->at, error);
  return dd_case_rules_finish (self->file, self->activity, self->step->text, self->at, error);
}

static gboolean
ask_rules (const Taking *self, GError **error)
{
  const DdCaseStep *step = self->step;

  switch (step->kind)
    {
    case DD_CASE_STEP_START:
      return dd_case_rules_start (self->file, self->activity, self->at, error);
    case DD_CASE_STEP_FINISH:
      return finish (self, error);
    case DD_CASE_STEP_SKIP:
      return dd_case_rules_skip (self->file, self->activity, step->text, self->at, error);
    case DD_CASE_STEP_WAIT:
      return dd_case_rules_wait (self->file, self->activity, step->party, step->text, step->row_id,
                                 self->at, error);
    case DD_CASE_STEP_RESUME:
      return dd_case_rules_resume (self->file, self->activity, self->at, error);
    case DD_CASE_STEP_RESUME_ALL:
      return dd_case_rules_resume_all (self->file, self->at, error);
    case DD_CASE_STEP_MEET_INPUT:
      return dd_case_inputs_meet (self->file, step->input, step->text, self->user, self->at, error);
    case DD_CASE_STEP_WITHDRAW_INPUT:
      return dd_case_inputs_withdraw (self->file, step->input, error);
    case DD_CASE_STEP_CLOSE:
      return dd_case_rules_close (self->file, step->text, self->at, error);
    case DD_CASE_STEP_CANCEL:
      return dd_case_rules_cancel (self->file, step->text, self->at, error);
    }
  g_return_val_if_reached (FALSE);
}

/* --- Labels --- */

static const char *
get_wait_label (const Taking *self)
{
  gboolean customer = self->step->party == DD_PARTY_CUSTOMER;

  if (self->activity == NULL)
    return customer ? N_ ("The case waits for the customer: %s")
                    : N_ ("The case waits for the vendor: %s");
  return customer ? N_ ("“%s” waits for the customer: %s") : N_ ("“%s” waits for the vendor: %s");
}

static const char *
get_label (const Taking *self)
{
  switch (self->step->kind)
    {
    case DD_CASE_STEP_START:
      return N_ ("Started “%s”");
    case DD_CASE_STEP_FINISH:
      return N_ ("Marked “%s” done");
    case DD_CASE_STEP_SKIP:
      return N_ ("Skipped “%s”: %s");
    case DD_CASE_STEP_WAIT:
      return get_wait_label (self);
    case DD_CASE_STEP_RESUME:
      return self->activity != NULL ? N_ ("Resumed “%s”") : N_ ("Resumed the case");
    case DD_CASE_STEP_RESUME_ALL:
      return N_ ("Resumed the case");
    case DD_CASE_STEP_MEET_INPUT:
      return N_ ("Recorded the required input “%s”");
    case DD_CASE_STEP_WITHDRAW_INPUT:
      return N_ ("Withdrew the required input “%s”");
    case DD_CASE_STEP_CLOSE:
      return N_ ("Closed the case");
    case DD_CASE_STEP_CANCEL:
      return N_ ("Cancelled the case: %s");
    }
  g_return_val_if_reached (NULL);
}

/* What the label says beside the activity: the reason, or the input that it is about. Evidence and
 * notes are told by the changes. */
static const char *
get_detail (const DdCaseStep *step)
{
  switch (step->kind)
    {
    case DD_CASE_STEP_SKIP:
    case DD_CASE_STEP_WAIT:
    case DD_CASE_STEP_CANCEL:
      return step->text;
    case DD_CASE_STEP_MEET_INPUT:
    case DD_CASE_STEP_WITHDRAW_INPUT:
      return step->input;
    case DD_CASE_STEP_START:
    case DD_CASE_STEP_FINISH:
    case DD_CASE_STEP_RESUME:
    case DD_CASE_STEP_RESUME_ALL:
    case DD_CASE_STEP_CLOSE:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static DdAction *
make_action (const Taking *self, const DdActor *actor)
{
  const char *label = get_label (self);
  const char *detail = get_detail (self->step);

  if (self->activity == NULL)
    return dd_action_new (actor->user, actor->now, label, detail, NULL);
  return dd_action_new (actor->user, actor->now, label, dd_record_get_name (self->activity), detail,
                        NULL);
}

DdAction *
dd_case_step_take (const DdCaseStep *step, DdCaseFile *file, const DdActor *actor, GError **error)
{
  Taking self = { .step = step, .file = file, .user = actor->user, .at = dd_actor_get_at (actor) };
  DdAction *action;

  if (!find_activity (&self, error) || !check_time (&self, actor, error)
      || !ask_rules (&self, error))
    return NULL;
  action = make_action (&self, actor);
  dd_case_file_save (file, action);
  return action;
}
