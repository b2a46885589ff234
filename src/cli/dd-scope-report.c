/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is in scope, as text and as JSON. */

#include "config.h"

#include "dd-scope-report.h"

#include "dd-case-scope.h"
#include "dd-json.h"
#include "dd-text.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

/* --- JSON --- */

static void
add_eligibility (JsonBuilder *builder, const DdScope *scope)
{
  const DdEligibility *rule = scope->service->eligibility;
  g_autofree char *words = dd_scope_eligible_to_words (scope);
  g_autofree char *citation = dd_scope_cite (scope, rule != NULL ? rule->section : NULL);

  json_builder_set_member_name (builder, "eligible");
  if (scope->eligible == DD_ELIGIBLE_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, scope->eligible == DD_ELIGIBLE_YES);
  dd_json_begin_object (builder, "eligibility");
  dd_json_add_string (builder, "program", scope->program);
  dd_json_add_string (builder, "deployment", scope->deployment);
  dd_json_add_string (builder, "words", words);
  dd_json_add_string (builder, "rule", rule != NULL ? rule->text : NULL);
  dd_json_add_string (builder, "source", rule != NULL ? citation : NULL);
  json_builder_end_object (builder);
}

static void
add_override (JsonBuilder *builder, const DdScopeFinding *finding)
{
  json_builder_set_member_name (builder, "override");
  if (finding->override == DD_FINDING_OVERRIDE_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "state",
                      dd_enum_get_nick (dd_finding_override_get_type (), finding->override));
  dd_json_add_string (builder, "reason", finding->reason);
  json_builder_end_object (builder);
}

static void
add_finding (JsonBuilder *builder, const DdScope *scope, const DdScopeFinding *finding)
{
  const DdExclusion *exclusion = finding->exclusion;
  GType type = dd_finding_state_get_type ();
  g_autofree char *words = dd_scope_finding_to_words (finding);
  g_autofree char *explained = dd_scope_finding_explain (scope, finding);
  g_autofree char *citation = dd_scope_cite (scope, exclusion->section);

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "exclusion", exclusion->id);
  dd_json_add_string (builder, "name", exclusion->name);
  dd_json_add_string (builder, "state", dd_enum_get_nick (type, finding->state));
  dd_json_add_string (builder, "certainty", exclusion->certainty);
  dd_json_add_string (builder, "wording", exclusion->wording);
  dd_json_add_string (builder, "effect", exclusion->effect);
  json_builder_set_member_name (builder, "because");
  json_builder_add_value (builder, dd_scope_grounds_to_node (finding->grounds));
  dd_json_add_boolean (builder, "contradictory", finding->contradictory);
  dd_json_add_string (builder, "rule_state", dd_enum_get_nick (type, finding->rule));
  add_override (builder, finding);
  dd_json_add_string (builder, "words", words);
  dd_json_add_string (builder, "explanation", explained);
  dd_json_add_string (builder, "rule", exclusion->text);
  dd_json_add_string (builder, "source", citation);
  json_builder_end_object (builder);
}

static void
add_gates (JsonBuilder *builder, GPtrArray *gates)
{
  dd_json_begin_array (builder, "gates");
  for (guint i = 0; i < gates->len; i++)
    json_builder_add_string_value (builder, ((const DdActivity *) gates->pdata[i])->id);
  json_builder_end_array (builder);
}

static void
add_input (JsonBuilder *builder,
           const DdScope *scope,
           const DdScopeInput *input,
           const DdSession *session)
{
  g_autofree char *citation = dd_scope_cite (scope, input->input->section);

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "input", input->input->id);
  dd_json_add_boolean (builder, "met", input->met_at != DD_INSTANT_NONE);
  dd_json_add_instant (builder, "met_at", session->calendar, input->met_at);
  dd_json_add_string (builder, "evidence", input->evidence);
  dd_json_add_string (builder, "recorded_by", input->recorded_by);
  dd_json_add_boolean (builder, "suggested", input->suggested);
  add_gates (builder, input->gates);
  dd_json_add_string (builder, "text", input->input->text);
  dd_json_add_string (builder, "source", citation);
  json_builder_end_object (builder);
}

/* What the finding of an engagement is about; NULL for one that is about none. */
static const char *
find_exclusion (DdCaseScope *self, DdRecord *engagement)
{
  const char *id = dd_record_get_text (engagement, "finding_id");

  for (guint i = 0; i < self->findings->len; i++)
    if (g_strcmp0 (dd_record_get_id (self->findings->pdata[i]), id) == 0)
      return dd_record_get_text (self->findings->pdata[i], "exclusion");
  return NULL;
}

static const char *
get_engagement_state (DdRecord *engagement)
{
  return dd_enum_get_nick (dd_engagement_state_get_type (),
                           dd_record_get_integer (engagement, "state"));
}

static void
add_engagement (JsonBuilder *builder,
                DdCaseScope *self,
                DdRecord *engagement,
                const DdSession *session)
{
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "id", dd_record_get_id (engagement));
  dd_json_add_string (builder, "exclusion", find_exclusion (self, engagement));
  dd_json_add_string (builder, "environment", dd_record_get_text (engagement, "environment_id"));
  dd_json_add_string (builder, "title", dd_record_get_name (engagement));
  dd_json_add_string (builder, "state", get_engagement_state (engagement));
  dd_json_add_instant (builder, "opened_at", session->calendar,
                       dd_record_get_integer (engagement, "opened_at"));
  dd_json_add_string (builder, "note", dd_record_get_text (engagement, "note"));
  json_builder_end_object (builder);
}

static char *
to_json (DdCaseScope *self, const DdSession *session)
{
  const DdScope *scope = self->scope;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "case", dd_record_get_id (self->record));
  dd_json_add_string (builder, "state",
                      dd_enum_get_nick (dd_finding_state_get_type (), dd_scope_get_state (scope)));
  add_eligibility (builder, scope);
  dd_json_begin_array (builder, "findings");
  for (guint i = 0; i < scope->findings->len; i++)
    add_finding (builder, scope, scope->findings->pdata[i]);
  json_builder_end_array (builder);
  dd_json_begin_array (builder, "inputs");
  for (guint i = 0; i < scope->inputs->len; i++)
    add_input (builder, scope, scope->inputs->pdata[i], session);
  json_builder_end_array (builder);
  dd_json_begin_array (builder, "engagements");
  for (guint i = 0; i < self->engagements->len; i++)
    add_engagement (builder, self, self->engagements->pdata[i], session);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- Text --- */

static void
append (GString *text, const DdSession *session, int indent, const char *paragraph)
{
  g_autofree char *clean = dd_text_clean (paragraph);

  if (*clean != '\0')
    dd_text_append_paragraph (text, clean, session->terminal.width, indent);
}

/* A rule with where it stands. */
static void
append_rule (GString *text,
             const DdScope *scope,
             const char *rule,
             const char *section,
             const DdSession *session)
{
  g_autofree char *citation = dd_scope_cite (scope, section);
  /* Translators: where a rule stands, and the rule. */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), citation, rule);

  append (text, session, 2, line);
}

static void
append_eligibility (GString *text, const DdScope *scope, const DdSession *session)
{
  const DdEligibility *rule = scope->service->eligibility;
  g_autofree char *words = dd_scope_eligible_to_words (scope);

  append (text, session, 0, words);
  if (rule != NULL)
    append_rule (text, scope, dd_words_translate (rule->text), rule->section, session);
}

static void
append_finding (GString *text,
                const DdScope *scope,
                const DdScopeFinding *finding,
                const DdSession *session)
{
  g_autofree char *words = dd_scope_finding_to_words (finding);
  g_autofree char *explained = dd_scope_finding_explain (scope, finding);
  g_autofree char *line = g_strdup_printf (_ ("%s. %s"), finding->exclusion->name, words);

  g_string_append_c (text, '\n');
  append (text, session, 0, line);
  append (text, session, 2, explained);
  append_rule (text, scope, dd_words_translate (finding->exclusion->text),
               finding->exclusion->section, session);
}

static void
append_input (GString *text,
              const DdScope *scope,
              const DdScopeInput *input,
              const DdSession *session)
{
  g_autofree char *words = dd_scope_input_to_words (input);
  g_autofree char *date = NULL;
  g_autofree char *line = NULL;

  if (input->met_at != DD_INSTANT_NONE)
    date = dd_calendar_format (session->calendar, input->met_at, "%Y-%m-%d %H:%M");
  line = date != NULL ? g_strdup_printf ("%s, %s. %s", input->input->id, date, words)
                      : g_strdup_printf ("%s. %s", input->input->id, words);
  append (text, session, 0, line);
  append_rule (text, scope, dd_words_translate (input->input->text), input->input->section,
               session);
}

static void
append_engagement (GString *text, DdRecord *engagement, const DdSession *session)
{
  const char *note = dd_record_get_text (engagement, "note");
  g_autofree char *line =
      g_strdup_printf ("%.8s  %s: %s", dd_record_get_id (engagement),
                       get_engagement_state (engagement), dd_record_get_name (engagement));

  append (text, session, 0, line);
  if (note != NULL)
    append (text, session, 2, note);
}

static void
append_title (GString *text, guint n, const char *title)
{
  if (n > 0)
    g_string_append_printf (text, "\n%s\n", title);
}

static char *
to_text (DdCaseScope *self, const DdSession *session)
{
  const DdScope *scope = self->scope;
  GString *text = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf ("%s: %s", dd_record_get_name (self->record),
                                            dd_scope_state_get_label (dd_scope_get_state (scope)));

  append (text, session, 0, title);
  append_eligibility (text, scope, session);
  for (guint i = 0; i < scope->findings->len; i++)
    append_finding (text, scope, scope->findings->pdata[i], session);
  append_title (text, scope->inputs->len, _ ("Required inputs:"));
  for (guint i = 0; i < scope->inputs->len; i++)
    append_input (text, scope, scope->inputs->pdata[i], session);
  append_title (text, self->engagements->len, _ ("Paid engagements:"));
  for (guint i = 0; i < self->engagements->len; i++)
    append_engagement (text, self->engagements->pdata[i], session);
  return g_string_free (text, FALSE);
}

char *
dd_scope_report_tell (const char *id, const DdSession *session, GError **error)
{
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (session->connection, id, error);

  if (scope == NULL)
    return NULL;
  if (scope->scope == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&scope->problem));
      return NULL;
    }
  return session->json ? to_json (scope, session) : to_text (scope, session);
}
