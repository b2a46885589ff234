/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is decided about the scope of a case: each a transaction in which the case is read, judged
 * and written. Costs a reading of the scope and one sync of the disk.
 */

#include "config.h"

#include "dd-case-scope.h"

#include "dd-journal.h"
#include "dd-records.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-case-opening.h"
#include "delivery/dd-environment.h"

#include <glib/gi18n-lib.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* --- Findings --- */

static gboolean
check_open (DdCaseScope *scope, GError **error)
{
  gint64 state = dd_record_get_integer (scope->record, "state");

  if (state != DD_CASE_CLOSED && state != DD_CASE_CANCELLED)
    return TRUE;
  g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                       _ ("The case is over: what was found about it stands."));
  return FALSE;
}

/* Returns: the finding of @exclusion, or NULL with @error, which lists those there are */
static const DdScopeFinding *
find_finding (DdCaseScope *scope, const char *exclusion, GError **error)
{
  const DdScopeFinding *finding;
  g_autoptr (GString) list = g_string_new (NULL);

  if (scope->scope == NULL)
    {
      g_propagate_error (error, g_error_copy (scope->problem));
      return NULL;
    }
  finding = dd_scope_find (scope->scope, exclusion);
  if (finding != NULL)
    return finding;
  for (guint i = 0; i < scope->scope->findings->len; i++)
    {
      const DdScopeFinding *known = scope->scope->findings->pdata[i];

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", known->exclusion->id);
    }
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
               _ ("The case “%s” has no exclusion “%s”. It has: %s."),
               dd_record_get_name (scope->record), exclusion,
               list->len > 0 ? list->str : _ ("none"));
  return NULL;
}

/* Returns: (transfer full): the row of @exclusion's finding, a new one if there is none yet */
static DdRecord *
ensure_row (DdCaseScope *scope, const char *exclusion)
{
  DdRecord *row = dd_case_scope_find_row (scope, exclusion);

  return row != NULL ? g_object_ref (row) : dd_case_opening_make_finding (scope->record, exclusion);
}

/* What a transaction's function is told. */
typedef struct
{
  const DdActor *actor;
  const char *case_id;
  const char *exclusion;
  DdFindingOverride override;
  const char *reason; /* (nullable) */
} Overriding;

static const char *
get_override_label (DdFindingOverride override)
{
  switch (override)
    {
    case DD_FINDING_OVERRIDE_NONE:
      return N_ ("Left “%s” to its rule again");
    case DD_FINDING_OVERRIDE_CLEAR:
      return N_ ("Decided that “%s” does not apply: %s");
    case DD_FINDING_OVERRIDE_TRIGGERED:
      return N_ ("Decided that “%s” applies: %s");
    }
  g_return_val_if_reached (NULL);
}

static gboolean
check_reason (const Overriding *self, GError **error)
{
  if (self->override == DD_FINDING_OVERRIDE_NONE || !is_blank (self->reason))
    return TRUE;
  g_set_error_literal (error, DD_CASE_ERROR, DD_CASE_ERROR_REASON, _ ("Give a reason for it."));
  return FALSE;
}

static gboolean
do_override (DdConnection *connection, gpointer data, GError **error)
{
  const Overriding *self = data;
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (connection, self->case_id, error);
  gboolean none = self->override == DD_FINDING_OVERRIDE_NONE;
  g_autoptr (DdAction) action = NULL;
  g_autoptr (DdRecord) row = NULL;
  const DdScopeFinding *finding;

  if (scope == NULL || !check_open (scope, error) || !check_reason (self, error))
    return FALSE;
  finding = find_finding (scope, self->exclusion, error);
  if (finding == NULL)
    return FALSE;
  row = ensure_row (scope, self->exclusion);
  dd_record_set_integer (row, "override", self->override);
  dd_record_set_text (row, "override_reason", none ? NULL : self->reason);
  action = dd_action_new (self->actor->user, self->actor->now, get_override_label (self->override),
                          finding->exclusion->name, none ? NULL : self->reason, NULL);
  dd_action_save (action, row);
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_scope_override (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        const char *exclusion,
                        DdFindingOverride override,
                        const char *reason,
                        GError **error)
{
  Overriding self = { actor, case_id, exclusion, override, reason };

  return dd_connection_transaction (connection, do_override, &self, _ ("Saving the scope"), error);
}

/* --- Paid engagements --- */

/* What a transaction's function is told, and the id of what it made. */
typedef struct
{
  const DdActor *actor;
  const char *case_id;
  const DdEngagementOffer *offer;
  char *id; /* (owned) (nullable) */
} Engaging;

static gboolean
check_engageable (const DdScopeFinding *finding, GError **error)
{
  if (finding->state == DD_FINDING_TRIGGERED || finding->state == DD_FINDING_CONDITIONAL)
    return TRUE;
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
               _ ("“%s” does not apply to the case, so there is nothing to engage for."),
               finding->exclusion->name);
  return FALSE;
}

/* An environment of another case is none of this one's. */
static gboolean
check_environment (DdCaseScope *scope, const char *id, GError **error)
{
  for (guint i = 0; id != NULL && i < scope->environments->len; i++)
    if (g_str_equal (dd_record_get_id (scope->environments->pdata[i]), id))
      return TRUE;
  if (id == NULL)
    return TRUE;
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
               _ ("The case has no environment with the id “%s”."), id);
  return FALSE;
}

static DdRecord *
make_engagement (const Engaging *self, DdRecord *finding, const char *title)
{
  DdRecord *row = dd_record_new (&dd_engagement_entity, NULL);

  dd_record_set_text (row, "case_id", self->case_id);
  dd_record_set_text (row, "finding_id", dd_record_get_id (finding));
  dd_record_set_text (row, "environment_id", self->offer->environment_id);
  dd_record_set_text (row, "title", title);
  dd_record_set_integer (row, "opened_at", dd_actor_get_at (self->actor));
  dd_record_set_text (row, "note", is_blank (self->offer->note) ? NULL : self->offer->note);
  return row;
}

static gboolean
do_engage (DdConnection *connection, gpointer data, GError **error)
{
  Engaging *self = data;
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (connection, self->case_id, error);
  g_autoptr (DdAction) action = NULL;
  g_autoptr (DdRecord) finding_row = NULL;
  g_autoptr (DdRecord) row = NULL;
  const DdScopeFinding *finding =
      scope != NULL ? find_finding (scope, self->offer->exclusion, error) : NULL;
  const char *title = self->offer->title;

  if (finding == NULL || !check_engageable (finding, error)
      || !check_environment (scope, self->offer->environment_id, error))
    return FALSE;
  if (is_blank (title))
    title = finding->exclusion->name;
  finding_row = ensure_row (scope, self->offer->exclusion);
  row = make_engagement (self, finding_row, title);
  action = dd_action_new (self->actor->user, self->actor->now,
                          N_ ("Proposed the paid engagement “%s”"), title, NULL);
  dd_action_save (action, finding_row);
  dd_action_save (action, row);
  self->id = g_strdup (dd_record_get_id (row));
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_scope_engage (DdConnection *connection,
                      const DdActor *actor,
                      const char *case_id,
                      const DdEngagementOffer *offer,
                      char **id,
                      GError **error)
{
  Engaging self = { actor, case_id, offer, NULL };
  gboolean done =
      dd_connection_transaction (connection, do_engage, &self, _ ("Saving the scope"), error);

  if (done && id != NULL)
    *id = g_steal_pointer (&self.id);
  g_free (self.id);
  return done;
}

gboolean
dd_engagement_can_move (DdEngagementState from, DdEngagementState to)
{
  switch (from)
    {
    case DD_ENGAGEMENT_PROPOSED:
      return to == DD_ENGAGEMENT_OFFERED || to == DD_ENGAGEMENT_DECLINED;
    case DD_ENGAGEMENT_OFFERED:
      return to == DD_ENGAGEMENT_AGREED || to == DD_ENGAGEMENT_DECLINED;
    case DD_ENGAGEMENT_AGREED:
      return to == DD_ENGAGEMENT_DONE || to == DD_ENGAGEMENT_DECLINED;
    case DD_ENGAGEMENT_DECLINED:
      return to == DD_ENGAGEMENT_OFFERED;
    case DD_ENGAGEMENT_DONE:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static const char *
get_move_label (DdEngagementState state)
{
  switch (state)
    {
    case DD_ENGAGEMENT_PROPOSED:
      return N_ ("Proposed the paid engagement “%s”");
    case DD_ENGAGEMENT_OFFERED:
      return N_ ("Offered the paid engagement “%s”");
    case DD_ENGAGEMENT_AGREED:
      return N_ ("Agreed the paid engagement “%s”");
    case DD_ENGAGEMENT_DECLINED:
      return N_ ("Noted that the paid engagement “%s” is declined");
    case DD_ENGAGEMENT_DONE:
      return N_ ("Noted that the paid engagement “%s” is done");
    }
  g_return_val_if_reached (NULL);
}

/* What a transaction's function is told. */
typedef struct
{
  const DdActor *actor;
  const char *id;
  DdEngagementState state;
  const char *note; /* (nullable) */
} Moving;

static gboolean
check_move (DdRecord *row, DdEngagementState state, GError **error)
{
  DdEngagementState from = (DdEngagementState) dd_record_get_integer (row, "state");
  GType type = dd_engagement_state_get_type ();

  if (dd_engagement_can_move (from, state))
    return TRUE;
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
               _ ("The paid engagement “%s” is %s, so it cannot become %s."),
               dd_record_get_name (row), dd_enum_get_nick (type, from),
               dd_enum_get_nick (type, state));
  return FALSE;
}

static gboolean
do_move (DdConnection *connection, gpointer data, GError **error)
{
  const Moving *self = data;
  g_autoptr (DdRecord) row = dd_records_load (connection, &dd_engagement_entity, self->id, error);
  g_autoptr (DdAction) action = NULL;

  if (row == NULL || !check_move (row, self->state, error))
    return FALSE;
  action = dd_action_new (self->actor->user, self->actor->now, get_move_label (self->state),
                          dd_record_get_name (row), NULL);
  dd_record_set_integer (row, "state", self->state);
  if (!is_blank (self->note))
    dd_record_set_text (row, "note", self->note);
  dd_action_save (action, row);
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_scope_move_engagement (DdConnection *connection,
                               const DdActor *actor,
                               const char *id,
                               DdEngagementState state,
                               const char *note,
                               GError **error)
{
  Moving self = { actor, id, state, note };

  return dd_connection_transaction (connection, do_move, &self, _ ("Saving the scope"), error);
}
