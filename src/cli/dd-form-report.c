/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-form-report.h"

#include "dd-json.h"
#include "dd-named.h"
#include "dd-questionnaire-finder.h"
#include "dd-table.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>

DdCaseForm *
dd_form_report_load (DdSession *session, const char *case_id, GError **error)
{
  g_autofree char *id = dd_named_find_id (session->connection, &dd_case_entity, case_id, error);
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (DdCaseForm) form = NULL;

  if (id == NULL)
    return NULL;
  form = dd_case_form_load (session->connection, id, dd_questionnaire_finder_find, folder, error);
  if (form == NULL)
    return NULL;
  if (form->questionnaire != NULL)
    return g_steal_pointer (&form);
  if (form->problem != NULL)
    g_propagate_error (error, g_error_copy (form->problem));
  else
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                 _ ("%s: its service has no questionnaire"), case_id);
  return NULL;
}

/* --- JSON --- */

static void
add_value (JsonBuilder *builder, const char *name, const DdAnswerValue *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, dd_answer_value_to_node (value));
}

static void
add_issue (JsonBuilder *builder, const DdFormIssue *issue)
{
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "kind", issue->kind == DD_ISSUE_MISSING ? "missing" : "invalid");
  dd_json_add_string (builder, "severity",
                      issue->severity == DD_SEVERITY_ERROR ? "error" : "warning");
  if (issue->row >= 0)
    dd_json_add_int (builder, "row", issue->row);
  if (issue->column != NULL)
    dd_json_add_string (builder, "column", issue->column->id);
  dd_json_add_string (builder, "message", issue->message);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder *builder, DdCaseForm *form, const char *question, const DdSession *session)
{
  DdRecord *row = dd_case_form_find_row (form, question);

  dd_json_add_string (builder, "answered_by",
                      row != NULL ? dd_record_get_text (row, "answered_by") : NULL);
  dd_json_add_instant (builder, "answered_at", session->calendar,
                       row != NULL ? dd_record_get_integer (row, "answered_at") : DD_INSTANT_NONE);
  dd_json_add_boolean (builder, "ask_customer",
                       row != NULL && dd_record_get_integer (row, "ask_customer") == 1);
  dd_json_add_string (builder, "note", row != NULL ? dd_record_get_text (row, "note") : NULL);
}

static void
add_question (JsonBuilder *builder,
              DdCaseForm *form,
              const DdForm *filled,
              const DdQuestion *question,
              const DdSession *session)
{
  GPtrArray *issues = dd_form_get_issues (filled, question);

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "id", question->id);
  dd_json_add_string (builder, "type", dd_question_type_to_text (question->type));
  dd_json_add_string (builder, "label", _ (question->label));
  dd_json_add_string (builder, "required", dd_requirement_to_text (question->required));
  dd_json_add_boolean (builder, "visible", dd_form_is_visible (filled, question));
  add_value (builder, "answer", dd_answers_get (form->answers, question->id));
  add_row (builder, form, question->id, session);
  dd_json_begin_array (builder, "issues");
  for (guint i = 0; i < issues->len; i++)
    add_issue (builder, g_ptr_array_index (issues, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_progress (JsonBuilder *builder, const DdForm *filled)
{
  DdFormProgress progress = dd_form_get_progress (filled, NULL);

  json_builder_set_member_name (builder, "progress");
  json_builder_begin_object (builder);
  dd_json_add_int (builder, "visible", progress.n_visible);
  dd_json_add_int (builder, "answered", progress.n_answered);
  dd_json_add_int (builder, "counted", progress.n_counted);
  dd_json_add_int (builder, "done", progress.n_done);
  dd_json_add_int (builder, "missing", progress.n_missing);
  dd_json_add_int (builder, "soft_missing", progress.n_soft_missing);
  dd_json_add_int (builder, "invalid", progress.n_invalid);
  json_builder_end_object (builder);
}

static char *
write_json (DdCaseForm *form, const DdForm *filled, const DdSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const DdQuestionnaire *questionnaire = form->questionnaire;

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "case", dd_record_get_id (DD_RECORD (form->record)));
  dd_json_add_string (builder, "questionnaire", questionnaire->id);
  dd_json_add_int (builder, "edition", questionnaire->edition);
  dd_json_add_string (builder, "hash", questionnaire->hash);
  dd_json_add_string (builder, "title", _ (questionnaire->title));
  dd_json_add_boolean (builder, "newer_edition", dd_case_form_can_move (form));
  add_progress (builder, filled);
  dd_json_begin_array (builder, "questions");
  for (guint i = 0; i < questionnaire->questions->len; i++)
    add_question (builder, form, filled, g_ptr_array_index (questionnaire->questions, i), session);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- Text --- */

static char *
tell_progress (const DdForm *filled, const DdSection *section)
{
  DdFormProgress progress = dd_form_get_progress (filled, section);

  /* Translators: of the questions that need an answer, so many are done */
  return g_strdup_printf (_ ("%u of %u done"), progress.n_done, progress.n_counted);
}

/* The answer, or the first thing that is wrong. */
static void
add_question_row (DdTable *table, const DdForm *filled, const DdQuestion *question)
{
  GPtrArray *issues = dd_form_get_issues (filled, question);
  const DdFormIssue *first = issues->len > 0 ? g_ptr_array_index (issues, 0) : NULL;
  g_autofree char *answer =
      dd_question_describe (question, dd_form_get_answer (filled, question->id));
  DdStyle style = DD_STYLE_PLAIN;

  if (!dd_form_is_visible (filled, question))
    return;
  if (first != NULL && first->severity == DD_SEVERITY_ERROR)
    style = DD_STYLE_ALERT;
  dd_table_add_row (table, style,
                    (const char *const[]){ question->id, _ (question->label), answer,
                                           first != NULL ? first->message : "" });
}

static void
append_section (GString *text,
                const DdForm *filled,
                const DdSection *section,
                const DdSession *session)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE, DD_TABLE_FLEXIBLE,
                                   DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *progress = tell_progress (filled, section);
  g_autofree char *heading = NULL;
  g_autofree char *rows = NULL;

  if (!dd_form_is_section_visible (filled, section))
    return;
  heading = dd_text_to_line (g_strdup_printf ("%s (%s)", _ (section->title), progress));
  g_string_append_c (text, '\n');
  dd_terminal_append (&session->terminal, text, DD_STYLE_HEADING, heading);
  for (guint i = 0; i < section->questions->len; i++)
    add_question_row (table, filled, g_ptr_array_index (section->questions, i));
  rows = dd_table_to_text (table, &session->terminal);
  g_string_append (text, rows);
}

static char *
write_text (DdCaseForm *form, const DdForm *filled, const DdSession *session)
{
  GString *text = g_string_new (NULL);
  const DdQuestionnaire *questionnaire = form->questionnaire;
  g_autofree char *progress = tell_progress (filled, NULL);
  g_autofree char *title =
      dd_text_to_line (g_strdup_printf ("%s, %s", _ (questionnaire->title), progress));

  dd_terminal_append (&session->terminal, text, DD_STYLE_HEADING, title);
  if (dd_case_form_can_move (form))
    g_string_append (text, _ ("New cases are asked another edition of this questionnaire.\n"));
  for (guint i = 0; i < questionnaire->sections->len; i++)
    append_section (text, filled, g_ptr_array_index (questionnaire->sections, i), session);
  return g_string_free (text, FALSE);
}

char *
dd_form_report_write (DdCaseForm *form, const DdSession *session)
{
  g_autoptr (DdForm) filled = dd_case_form_make_form (form);

  return session->json ? write_json (form, filled, session) : write_text (form, filled, session);
}

char *
dd_form_report_tell (const char *case_id, DdSession *session, GError **error)
{
  g_autoptr (DdCaseForm) form = dd_form_report_load (session, case_id, error);
  g_autoptr (DdForm) filled = NULL;
  g_autofree char *progress = NULL;

  if (form == NULL)
    return NULL;
  filled = dd_case_form_make_form (form);
  if (session->json)
    return write_json (form, filled, session);
  progress = tell_progress (filled, NULL);
  return dd_text_to_line (g_strdup_printf ("%s, %s", _ (form->questionnaire->title), progress));
}
