/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is done with an open case. Every function here fills in a Step and runs it: load the case,
 * ask the rule, label the action, journal it. Costs a few searches and one sync of the disk.
 */

#include "config.h"

#include "dd-case-actions.h"

#include "dd-case-files.h"
#include "dd-journal.h"
#include "dd-record-tree.h"
#include "dd-records.h"
#include "delivery/dd-case-rules.h"

#include <glib/gi18n-lib.h>

typedef struct _Step Step;

/* Asks the rule and labels what it did. Returns: (transfer full): an action, without its changes
 * yet; NULL with @error when the rule refuses */
typedef DdAction *(*StepFunc) (const Step *step,
                               DdCaseFile *file,
                               DdRecord *activity,
                               GError **error);

/* What is to be done, as the transaction's function is told. */
struct _Step
{
  const DdActor *actor;
  const char *case_id;
  const char *activity; /* (nullable) */
  const char *text;     /* (nullable): the reason, evidence or note */
  DdParty party;
  StepFunc func;
};

static gboolean
find_activity (const Step *step, DdCaseFile *file, DdRecord **activity, GError **error)
{
  *activity = NULL;
  if (step->activity == NULL)
    return TRUE;
  *activity = dd_case_file_find_activity (file, step->activity);
  if (*activity != NULL)
    return TRUE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
               _ ("The case “%s” has no activity “%s”."), dd_record_get_name (file->record),
               step->activity);
  return FALSE;
}

static gboolean
do_step (DdConnection *connection, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (DdCaseFile) file = dd_case_files_load (connection, step->case_id, error);
  g_autoptr (DdAction) action = NULL;
  DdRecord *activity;

  if (file == NULL || !find_activity (step, file, &activity, error))
    return FALSE;
  action = step->func (step, file, activity, error);
  if (action == NULL)
    return FALSE;
  dd_case_file_save (file, action);
  return dd_journal_append (connection, action, NULL, error);
}

static gboolean
run (DdConnection *connection, const Step *step, GError **error)
{
  return dd_connection_transaction (connection, do_step, (gpointer) step, _ ("Saving the case"),
                                    error);
}

/* An action of the step's actor with @label and, as its arguments, @first and @second (nullable).
 */
static DdAction *
label (const Step *step, const char *text, const char *first, const char *second)
{
  return dd_action_new (step->actor->user, step->actor->now, text, first, second, NULL);
}

/* --- Activities --- */

static DdAction *
start (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_start (file, activity, step->actor->now, error))
    return NULL;
  return label (step, N_ ("Started “%s”"), dd_record_get_name (activity), NULL);
}

gboolean
dd_case_actions_start (DdConnection *connection,
                       const DdActor *actor,
                       const char *case_id,
                       const char *activity,
                       GError **error)
{
  const Step step = { .actor = actor, .case_id = case_id, .activity = activity, .func = start };

  g_return_val_if_fail (activity != NULL, FALSE);
  return run (connection, &step, error);
}

static DdAction *
finish (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_finish (file, activity, step->text, step->actor->now, error))
    return NULL;
  return label (step, N_ ("Marked “%s” done"), dd_record_get_name (activity), NULL);
}

gboolean
dd_case_actions_finish (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        const char *activity,
                        const char *evidence,
                        GError **error)
{
  const Step step = {
    .actor = actor, .case_id = case_id, .activity = activity, .text = evidence, .func = finish
  };

  g_return_val_if_fail (activity != NULL, FALSE);
  return run (connection, &step, error);
}

static DdAction *
skip (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_skip (file, activity, step->text, step->actor->now, error))
    return NULL;
  return label (step, N_ ("Skipped “%s”: %s"), dd_record_get_name (activity), step->text);
}

gboolean
dd_case_actions_skip (DdConnection *connection,
                      const DdActor *actor,
                      const char *case_id,
                      const char *activity,
                      const char *reason,
                      GError **error)
{
  const Step step = {
    .actor = actor, .case_id = case_id, .activity = activity, .text = reason, .func = skip
  };

  g_return_val_if_fail (activity != NULL, FALSE);
  return run (connection, &step, error);
}

/* --- Waits --- */

static DdAction *
wait (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  gboolean customer = step->party == DD_PARTY_CUSTOMER;

  if (!dd_case_rules_wait (file, activity, step->party, step->text, step->actor->now, error))
    return NULL;
  if (activity != NULL)
    return label (step,
                  customer ? N_ ("“%s” waits for the customer: %s")
                           : N_ ("“%s” waits for the vendor: %s"),
                  dd_record_get_name (activity), step->text);
  return label (step,
                customer ? N_ ("The case waits for the customer: %s")
                         : N_ ("The case waits for the vendor: %s"),
                step->text, NULL);
}

gboolean
dd_case_actions_wait (DdConnection *connection,
                      const DdActor *actor,
                      const char *case_id,
                      const char *activity,
                      DdParty party,
                      const char *reason,
                      GError **error)
{
  const Step step = { actor, case_id, activity, reason, party, wait };

  return run (connection, &step, error);
}

static DdAction *
resume (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_resume (file, activity, step->actor->now, error))
    return NULL;
  if (activity != NULL)
    return label (step, N_ ("Resumed “%s”"), dd_record_get_name (activity), NULL);
  return label (step, N_ ("Resumed the case"), NULL, NULL);
}

gboolean
dd_case_actions_resume (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        const char *activity,
                        GError **error)
{
  const Step step = { .actor = actor, .case_id = case_id, .activity = activity, .func = resume };

  return run (connection, &step, error);
}

/* --- The end --- */

static DdAction *
close_case (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_close (file, step->text, step->actor->now, error))
    return NULL;
  return label (step, N_ ("Closed the case"), NULL, NULL);
}

gboolean
dd_case_actions_close (DdConnection *connection,
                       const DdActor *actor,
                       const char *case_id,
                       const char *note,
                       GError **error)
{
  const Step step = { .actor = actor, .case_id = case_id, .text = note, .func = close_case };

  return run (connection, &step, error);
}

static DdAction *
cancel (const Step *step, DdCaseFile *file, DdRecord *activity, GError **error)
{
  if (!dd_case_rules_cancel (file, step->text, step->actor->now, error))
    return NULL;
  return label (step, N_ ("Cancelled the case: %s"), step->text, NULL);
}

gboolean
dd_case_actions_cancel (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        const char *reason,
                        GError **error)
{
  const Step step = { .actor = actor, .case_id = case_id, .text = reason, .func = cancel };

  return run (connection, &step, error);
}

static gboolean
do_delete (DdConnection *connection, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, step->case_id, error);
  g_autoptr (DdAction) action = NULL;

  if (record == NULL)
    return FALSE;
  action = label (step, N_ ("Deleted the case “%s”"), dd_record_get_name (record), NULL);
  return dd_record_tree_delete (connection, action, record, error)
         && dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_actions_delete (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        GError **error)
{
  Step step = { .actor = actor, .case_id = case_id };

  return dd_connection_transaction (connection, do_delete, &step, _ ("Deleting the case"), error);
}
