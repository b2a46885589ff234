/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is done to a case from its page. What rules judge is the store's (dd-case-actions.h); the
 * rest sets fields of one activity, read and written in one transaction, or keeps a plan as a
 * baseline.
 */

#include "config.h"

#include "case/dd-case-edit.h"

#include "dd-case-actions.h"
#include "dd-case-plan.h"
#include "dd-case-scope.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "delivery/dd-case-agreement.h"
#include "delivery/dd-document-link.h"

#include <glib/gi18n.h>
#include <string.h>

DdCaseEdit *
dd_case_edit_new (DdCaseEditKind kind, const char *activity)
{
  DdCaseEdit *self = g_new0 (DdCaseEdit, 1);

  self->kind = kind;
  self->activity = g_strdup (activity);
  self->minutes = -1;
  self->instant = DD_INSTANT_NONE;
  return self;
}

DdCaseEdit *
dd_case_edit_copy (const DdCaseEdit *self)
{
  DdCaseEdit *copy = g_memdup2 (self, sizeof *self);

  copy->case_id = g_strdup (self->case_id);
  copy->activity = g_strdup (self->activity);
  copy->text = g_strdup (self->text);
  copy->address = g_strdup (self->address);
  copy->subject = g_strdup (self->subject);
  copy->user = g_strdup (self->user);
  return copy;
}

void
dd_case_edit_free (gpointer data)
{
  DdCaseEdit *self = data;

  g_free (self->case_id);
  g_free (self->activity);
  g_free (self->text);
  g_free (self->address);
  g_free (self->subject);
  g_free (self->user);
  g_free (self);
}

/* --- Fields of one activity --- */

/* Sets what the edit is about. Returns: (transfer full): the action's label with its arguments */
typedef DdAction *(*EditFunc) (const DdCaseEdit *self,
                               DdConnection *connection,
                               DdRecord *activity,
                               GError **error);

static DdAction *
label (const DdCaseEdit *self, const char *text, const char *first, const char *second)
{
  return dd_action_new (self->user, self->now, text, first, second, NULL);
}

static DdAction *
set_duration (const DdCaseEdit *self, DdConnection *connection, DdRecord *activity, GError **error)
{
  const char *name = dd_record_get_name (activity);
  gboolean documented = self->minutes < 0;

  dd_record_set_integer (activity, "override_minutes",
                         documented ? DD_INTEGER_NONE : self->minutes);
  dd_record_set_text (activity, "override_reason", documented ? NULL : self->text);
  if (documented)
    return label (self, N_ ("Gave “%s” its documented duration again"), name, NULL);
  return label (self, N_ ("Gave “%s” another duration: %s"), name, self->text);
}

static DdAction *
set_not_before (const DdCaseEdit *self,
                DdConnection *connection,
                DdRecord *activity,
                GError **error)
{
  const char *name = dd_record_get_name (activity);

  dd_record_set_integer (activity, "not_before", self->instant);
  if (self->instant == DD_INSTANT_NONE)
    return label (self, N_ ("“%s” may start as soon as it can"), name, NULL);
  if (self->text != NULL)
    return label (self, N_ ("Moved “%s”: %s"), name, self->text);
  return label (self, N_ ("Moved “%s”"), name, NULL);
}

static DdAction *
set_assignee (const DdCaseEdit *self, DdConnection *connection, DdRecord *activity, GError **error)
{
  const char *name = dd_record_get_name (activity);
  g_autoptr (DdRecord) person = NULL;

  dd_record_set_text (activity, "assignee_id", self->text);
  if (self->text == NULL)
    return label (self, N_ ("Assigned “%s” to nobody"), name, NULL);
  person = dd_records_load (connection, &dd_person_entity, self->text, error);
  if (person == NULL)
    return NULL;
  return label (self, N_ ("Assigned “%s” to %s"), name, dd_record_get_name (person));
}

static DdAction *
set_note (const DdCaseEdit *self, DdConnection *connection, DdRecord *activity, GError **error)
{
  dd_record_set_text (activity, "note", self->text);
  return label (self, N_ ("Noted something on “%s”"), dd_record_get_name (activity), NULL);
}

static EditFunc
find_func (DdCaseEditKind kind)
{
  switch (kind)
    {
    case DD_CASE_EDIT_DURATION:
      return set_duration;
    case DD_CASE_EDIT_NOT_BEFORE:
      return set_not_before;
    case DD_CASE_EDIT_ASSIGN:
      return set_assignee;
    case DD_CASE_EDIT_NOTE:
      return set_note;
    default:
      return NULL;
    }
}

static DdRecord *
load_activity (const DdCaseEdit *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_activity_entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, self->case_id);
  dd_query_match_text (query, "definition_id", DD_QUERY_IS, self->activity);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (g_ptr_array_index (rows, 0));
  g_set_error_literal (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                       _ ("The activity is not there any more."));
  return NULL;
}

static gboolean
set_fields (DdConnection *connection, gpointer data, GError **error)
{
  const DdCaseEdit *self = data;
  g_autoptr (DdRecord) activity = load_activity (self, connection, error);
  g_autoptr (DdAction) action = NULL;

  if (activity == NULL)
    return FALSE;
  action = find_func (self->kind) (self, connection, activity, error);
  if (action == NULL)
    return FALSE;
  dd_action_save (action, activity);
  return dd_journal_append (connection, action, NULL, error);
}

/* --- Links --- */

/* An address as it was typed: a path, a URI, or the beginning of a web address without its scheme.
 * Returns: (transfer full): the URI, or NULL with DD_STORE_ERROR_CONSTRAINT */
static char *
complete_address (const char *address, GError **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autofree char *web = NULL;

  if (g_path_is_absolute (address))
    return g_filename_to_uri (address, NULL, error);
  if (scheme != NULL && g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL))
    return g_strdup (address);
  web = g_strconcat ("https://", address, NULL);
  if (strchr (address, '.') != NULL && strpbrk (address, " @\\") == NULL
      && g_uri_is_valid (web, G_URI_FLAGS_NONE, NULL))
    return g_steal_pointer (&web);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
               _ ("“%s” is not an address. Write a web address or the whole path of a file."),
               address);
  return NULL;
}

static gboolean
add_link (DdConnection *connection, gpointer data, GError **error)
{
  const DdCaseEdit *self = data;
  g_autofree char *address = complete_address (self->address, error);
  g_autoptr (DdRecord) activity = NULL;
  g_autoptr (DdRecord) link = NULL;
  g_autoptr (DdAction) action = NULL;

  if (address == NULL)
    return FALSE;
  activity = load_activity (self, connection, error);
  if (activity == NULL)
    return FALSE;
  link = dd_record_new (&dd_document_link_entity, NULL);
  dd_record_set_text (link, "case_id", self->case_id);
  dd_record_set_text (link, "activity_id", dd_record_get_id (activity));
  dd_record_set_text (link, "title", self->text != NULL ? self->text : self->address);
  dd_record_set_text (link, "address", address);
  action = label (self, N_ ("Linked “%s” to “%s”"), dd_record_get_name (link),
                  dd_record_get_name (activity));
  dd_action_save (action, link);
  return dd_journal_append (connection, action, NULL, error);
}

static gboolean
remove_link (DdConnection *connection, gpointer data, GError **error)
{
  const DdCaseEdit *self = data;
  g_autoptr (DdRecord) link =
      dd_records_load (connection, &dd_document_link_entity, self->text, error);
  g_autoptr (DdAction) action = NULL;

  if (link == NULL)
    return FALSE;
  action = label (self, N_ ("Removed the link “%s”"), dd_record_get_name (link), NULL);
  dd_action_delete (action, link);
  return dd_journal_append (connection, action, NULL, error);
}

/* --- Baselines --- */

/* What is agreed is the plan as it is read here: whoever changes it meanwhile changes it later. */
static gboolean
agree (DdConnection *connection, const DdCaseEdit *self, GError **error)
{
  g_autoptr (DdCasePlan) plan = dd_case_plan_load (connection, self->case_id, self->now, error);
  const DdActor actor = { .user = self->user, .now = self->now };
  g_autoptr (DdBaseline) agreed = NULL;
  g_autoptr (DdAction) action = NULL;
  g_autofree char *date = NULL;

  if (plan == NULL)
    return FALSE;
  if (plan->plan == NULL)
    {
      g_propagate_error (error, g_error_copy (plan->problem));
      return FALSE;
    }
  agreed = dd_baseline_new (plan->plan, self->now, self->text);
  date = dd_calendar_format (plan->inputs->vendor, self->now, "%x");
  action = dd_case_agreement_take (self->case_id, agreed, date, NULL, &actor);
  return dd_journal_commit (connection, action, NULL, error);
}

/* --- Scope --- */

static gboolean
override_rule (DdConnection *connection,
               const DdCaseEdit *self,
               DdFindingOverride override,
               GError **error)
{
  const DdActor actor = { .user = self->user, .now = self->now };

  return dd_case_scope_override (connection, &actor, self->case_id, self->subject, override,
                                 self->text, error);
}

static gboolean
engage (DdConnection *connection, const DdCaseEdit *self, GError **error)
{
  const DdActor actor = { .user = self->user, .now = self->now };
  const DdEngagementOffer offer = { .exclusion = self->subject, .title = self->text };

  return dd_case_scope_engage (connection, &actor, self->case_id, &offer, NULL, error);
}

static gboolean
move_engagement (DdConnection *connection, const DdCaseEdit *self, GError **error)
{
  const DdActor actor = { .user = self->user, .now = self->now };
  g_autoptr (GEnumClass) states = g_type_class_ref (dd_engagement_state_get_type ());
  const GEnumValue *state = g_enum_get_value_by_nick (states, self->text);

  g_return_val_if_fail (state != NULL, FALSE);
  return dd_case_scope_move_engagement (connection, &actor, self->subject,
                                        (DdEngagementState) state->value, NULL, error);
}

/* --- Running --- */

static gboolean
take_step (DdConnection *connection, const DdCaseEdit *self, DdCaseStepKind kind, GError **error)
{
  const DdCaseStep step = { kind, self->activity, self->text, self->party, NULL, self->subject };
  /* A gate was met, or an input there, on the day that was given. */
  gboolean dated = kind == DD_CASE_STEP_FINISH || kind == DD_CASE_STEP_MEET_INPUT;
  gboolean earlier = dated && self->instant != DD_INSTANT_NONE;
  const DdActor actor = { self->user, self->now, earlier ? self->instant : 0 };

  return dd_case_actions_take (connection, &actor, self->case_id, &step, error);
}

gboolean
dd_case_edit_run (DdConnection *connection, gpointer data, GError **error)
{
  DdCaseEdit *self = data;

  switch (self->kind)
    {
    case DD_CASE_EDIT_START:
      return take_step (connection, self, DD_CASE_STEP_START, error);
    case DD_CASE_EDIT_FINISH:
      return take_step (connection, self, DD_CASE_STEP_FINISH, error);
    case DD_CASE_EDIT_SKIP:
      return take_step (connection, self, DD_CASE_STEP_SKIP, error);
    case DD_CASE_EDIT_WAIT:
      return take_step (connection, self, DD_CASE_STEP_WAIT, error);
    case DD_CASE_EDIT_RESUME:
      return take_step (connection, self, DD_CASE_STEP_RESUME, error);
    case DD_CASE_EDIT_DURATION:
    case DD_CASE_EDIT_NOT_BEFORE:
    case DD_CASE_EDIT_ASSIGN:
    case DD_CASE_EDIT_NOTE:
      return dd_connection_transaction (connection, set_fields, self, _ ("Saving the activity"),
                                        error);
    case DD_CASE_EDIT_LINK:
      return dd_connection_transaction (connection, add_link, self, _ ("Saving the link"), error);
    case DD_CASE_EDIT_UNLINK:
      return dd_connection_transaction (connection, remove_link, self, _ ("Removing the link"),
                                        error);
    case DD_CASE_EDIT_MEET_INPUT:
      return take_step (connection, self, DD_CASE_STEP_MEET_INPUT, error);
    case DD_CASE_EDIT_WITHDRAW_INPUT:
      return take_step (connection, self, DD_CASE_STEP_WITHDRAW_INPUT, error);
    case DD_CASE_EDIT_INCLUDE:
      return override_rule (connection, self, DD_FINDING_OVERRIDE_CLEAR, error);
    case DD_CASE_EDIT_EXCLUDE:
      return override_rule (connection, self, DD_FINDING_OVERRIDE_TRIGGERED, error);
    case DD_CASE_EDIT_FOLLOW_RULE:
      return override_rule (connection, self, DD_FINDING_OVERRIDE_NONE, error);
    case DD_CASE_EDIT_ENGAGE:
      return engage (connection, self, error);
    case DD_CASE_EDIT_MOVE_ENGAGEMENT:
      return move_engagement (connection, self, error);
    case DD_CASE_EDIT_AGREE:
      return agree (connection, self, error);
    }
  g_assert_not_reached ();
}

char *
dd_case_edit_to_words (const DdCaseEdit *self, const char *name)
{
  switch (self->kind)
    {
    case DD_CASE_EDIT_START:
      return g_strdup_printf (_ ("Started “%s”"), name);
    case DD_CASE_EDIT_FINISH:
      return g_strdup_printf (_ ("Marked “%s” done"), name);
    case DD_CASE_EDIT_SKIP:
      return g_strdup_printf (_ ("Skipped “%s”"), name);
    case DD_CASE_EDIT_WAIT:
      return name != NULL ? g_strdup_printf (_ ("“%s” waits"), name)
                          : g_strdup (_ ("The case waits"));
    case DD_CASE_EDIT_RESUME:
      return name != NULL ? g_strdup_printf (_ ("Resumed “%s”"), name)
                          : g_strdup (_ ("Resumed the case"));
    case DD_CASE_EDIT_DURATION:
      return g_strdup_printf (_ ("Changed the duration of “%s”"), name);
    case DD_CASE_EDIT_NOT_BEFORE:
      return g_strdup_printf (_ ("Moved “%s”"), name);
    case DD_CASE_EDIT_ASSIGN:
      return g_strdup_printf (_ ("Assigned “%s”"), name);
    case DD_CASE_EDIT_NOTE:
      return g_strdup_printf (_ ("Saved the note on “%s”"), name);
    case DD_CASE_EDIT_LINK:
      return g_strdup_printf (_ ("Added a link to “%s”"), name);
    case DD_CASE_EDIT_UNLINK:
      return g_strdup (_ ("Removed the link"));
    case DD_CASE_EDIT_MEET_INPUT:
      return g_strdup (_ ("Recorded the required input"));
    case DD_CASE_EDIT_WITHDRAW_INPUT:
      return g_strdup (_ ("Took the required input back"));
    case DD_CASE_EDIT_INCLUDE:
      return g_strdup (_ ("Decided that it is in scope"));
    case DD_CASE_EDIT_EXCLUDE:
      return g_strdup (_ ("Decided that it is out of scope"));
    case DD_CASE_EDIT_FOLLOW_RULE:
      return g_strdup (_ ("Left it to the rule"));
    case DD_CASE_EDIT_ENGAGE:
      return g_strdup (_ ("Proposed a paid engagement"));
    case DD_CASE_EDIT_MOVE_ENGAGEMENT:
      return g_strdup (_ ("Changed the state of the engagement"));
    case DD_CASE_EDIT_AGREE:
      return g_strdup (_ ("Agreed the plan"));
    }
  g_assert_not_reached ();
}
