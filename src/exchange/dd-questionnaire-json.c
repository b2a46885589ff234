/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-questionnaire-json.h"

#include "dd-answers-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the page says beside its questions, by the names that the scripts know; first what is wrong
 * with an answer, as dd_question_check() says it. */
static const struct
{
  const char *name;
  const char *text;
} words[] = {
  { "missing", N_ ("This must be answered.") },
  { "softMissing", N_ ("This should be answered.") },
  { "notAgreed", N_ ("This must be agreed with.") },
  { "control", N_ ("Remove the control characters.") },
  { "longText", N_ ("Enter at most 20,000 characters.") },
  { "longLine", N_ ("Enter at most 1,000 characters.") },
  { "oneLine", N_ ("Enter one line only.") },
  { "text", N_ ("Enter a text.") },
  { "integer", N_ ("Enter a whole number.") },
  { "version", N_ ("Enter a version, like 6.2 or 11.3.0.1.") },
  { "date", N_ ("Enter a date as year, month and day, like 2026-12-01.") },
  { "choice", N_ ("Choose one of the answers.") },
  { "choices", N_ ("Choose from the answers.") },
  { "yes-no", N_ ("Choose yes or no.") },
  { "table", N_ ("Enter rows.") },
  { "acknowledgement", N_ ("Agree, or leave it open.") },
  { "required", N_ ("Required") },
  { "recommended", N_ ("Recommended") },
  { "clear", N_ ("Clear the answer") },
  { "acknowledged", N_ ("I confirm this") },
  { "addRow", N_ ("Add a row") },
  /* Translators: {number} is the number of a row of a table */
  { "removeRow", N_ ("Remove row {number}") },
  { "removeColumn", N_ ("Remove a row") },
  /* Translators: {number} is the number of a row of a table */
  { "row", N_ ("row {number}") },
  { "contents", N_ ("Sections") },
  /* Translators: of the questions that need an answer, so many are done */
  { "progress", N_ ("{done} of {counted} done") },
  { "save", N_ ("Save answers") },
  { "open", N_ ("Open saved answers") },
  { "print", N_ ("Print") },
  { "howTo",
    N_ ("Fill in what you can, in any order. Your answers stay in this browser while you type; "
        "nothing is sent anywhere. When you are done, save the answers and mail the file back.") },
  { "howToWithoutStorage",
    N_ ("Fill in what you can, in any order; nothing is sent anywhere. When you "
        "are done, save the answers and mail the file back.") },
  { "noStorage",
    N_ ("This browser keeps no answers for this page. Save them before you close it; you "
        "can open the saved file here again and go on.") },
  { "storageFull",
    N_ ("This browser has no room left to keep your answers. Save them before you close "
        "the page.") },
  { "resumed", N_ ("Your answers from last time are here again.") },
  { "notResumed", N_ ("What this browser kept of your answers could not be read.") },
  { "startOver", N_ ("Start over") },
  { "startOverQuestion", N_ ("Forget what you answered here, and start over?") },
  { "missingTitle", N_ ("What is missing") },
  { "nothingMissing", N_ ("Nothing: everything that is needed is answered.") },
  { "sendTitle", N_ ("Save and send back") },
  { "sendHelp",
    N_ ("You get one file with the extension .drydock-answers. Mail it, as an attachment, "
        "to whoever sent you this page. You can save as often as you like, also "
        "when something is still missing.") },
  { "by", N_ ("Your name") },
  { "byMissing", N_ ("Enter your name, so that it is known who answered.") },
  /* Translators: {file} is the name of a file */
  { "saved", N_ ("Saved as “{file}”, in the folder of your downloads. Mail this file back.") },
  /* Translators: {count} is a number of questions */
  { "savedOpen", N_ ("Questions that still need a look, listed under “What is missing”: {count}") },
  /* Translators: {questions} are the labels of questions */
  { "savedWithout",
    N_ ("Left out, because what was typed there is not an answer yet: {questions}") },
  /* Translators: {file} is the name of a file */
  { "opened", N_ ("Opened “{file}”. Go on where you left off.") },
  { "notAnswers", N_ ("This is no file of saved answers, or only a part of one.") },
  { "newerAnswers", N_ ("These answers were saved by a newer page than this one.") },
  { "damagedAnswers", N_ ("This file is damaged. Try another copy of it.") },
  { "otherCase", N_ ("These answers belong to another case.") },
  { "otherQuestionnaire", N_ ("These answers belong to another questionnaire.") },
  { "otherEdition", N_ ("These answers belong to another edition of this questionnaire.") },
};

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_translated (JsonBuilder *builder, const char *name, const char *text)
{
  add_text (builder, name, dd_questionnaire_export_translate (text));
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* --- Conditions --- */

static const char *
get_kind (DdOperandKind kind)
{
  switch (kind)
    {
    case DD_OPERAND_QUESTION:
      return "question";
    case DD_OPERAND_FIELD:
      return "field";
    case DD_OPERAND_FACT:
      return "fact";
    }
  g_return_val_if_reached ("");
}

static void
add_conditions (JsonBuilder *builder, const char *name, GPtrArray *conditions);

static void
add_condition (JsonBuilder *builder, const DdCondition *condition)
{
  DdOperand operand;

  json_builder_begin_object (builder);
  add_text (builder, "is", condition->name);
  if (dd_condition_get_operand (condition, &operand))
    {
      add_text (builder, "kind", get_kind (operand.kind));
      add_text (builder, "id", operand.id);
      add_text (builder, "value", dd_condition_get_attribute (condition, "value"));
    }
  else
    add_conditions (builder, "of", condition->children);
  json_builder_end_object (builder);
}

static void
add_conditions (JsonBuilder *builder, const char *name, GPtrArray *conditions)
{
  begin_array (builder, name);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (builder, g_ptr_array_index (conditions, i));
  json_builder_end_array (builder);
}

/* --- Questions --- */

static void
add_choice (JsonBuilder *builder, const char *value, const char *label)
{
  json_builder_begin_object (builder);
  add_text (builder, "value", value);
  add_translated (builder, "label", label);
  json_builder_end_object (builder);
}

static void
add_choices (JsonBuilder *builder, const DdQuestion *question)
{
  begin_array (builder, "choices");
  if (question->type == DD_QUESTION_YES_NO)
    {
      add_choice (builder, "yes", N_ ("Yes"));
      add_choice (builder, "no", N_ ("No"));
    }
  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      add_choice (builder, choice->value, choice->label);
    }
  json_builder_end_array (builder);
}

/* In the order in which dd_question_check() goes through them. */
static void
add_checks (JsonBuilder *builder, const DdQuestion *question)
{
  begin_array (builder, "checks");
  for (guint i = 0; i < question->patterns->len; i++)
    {
      const DdQuestionPattern *pattern = g_ptr_array_index (question->patterns, i);

      json_builder_begin_object (builder);
      add_text (builder, "match", pattern->match);
      add_translated (builder, "message", pattern->message);
      json_builder_end_object (builder);
    }
  for (guint i = 0; i < question->ranges->len; i++)
    {
      const DdQuestionRange *range = g_ptr_array_index (question->ranges, i);

      json_builder_begin_object (builder);
      add_text (builder, "min", range->min);
      add_text (builder, "max", range->max);
      add_translated (builder, "message", range->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_question (JsonBuilder *builder, const DdQuestion *question)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", question->id);
  add_text (builder, "type", dd_question_type_to_text (question->type));
  add_text (builder, "required", dd_requirement_to_text (question->required));
  add_translated (builder, "label", question->label);
  add_translated (builder, "help", question->help);
  add_choices (builder, question);
  add_checks (builder, question);
  add_conditions (builder, "when", question->when);
  begin_array (builder, "columns");
  for (guint i = 0; i < question->columns->len; i++)
    add_question (builder, g_ptr_array_index (question->columns, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_section (JsonBuilder *builder, const DdSection *section)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", section->id);
  add_translated (builder, "title", section->title);
  add_translated (builder, "help", section->help);
  add_conditions (builder, "when", section->when);
  begin_array (builder, "questions");
  for (guint i = 0; i < section->questions->len; i++)
    add_question (builder, g_ptr_array_index (section->questions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* --- Values --- */

static void
add_answers (JsonBuilder *builder, const DdQuestionnaireExport *export)
{
  g_autoptr (DdForm) form = dd_form_new (export->questionnaire, export->answers, export->facts);
  g_autoptr (DdAnswers) answers = dd_form_dup_visible_answers (form);
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      json_builder_set_member_name (builder, ids->pdata[i]);
      json_builder_add_value (builder,
                              dd_answer_value_to_node (dd_answers_get (answers, ids->pdata[i])));
    }
  json_builder_end_object (builder);
}

static GArray *
list_operands (DdQuestionnaire *questionnaire)
{
  GArray *operands = g_array_new (FALSE, FALSE, sizeof (DdOperand));

  for (guint i = 0; i < questionnaire->sections->len; i++)
    {
      const DdSection *section = g_ptr_array_index (questionnaire->sections, i);

      dd_conditions_list_operands (section->when, operands);
    }
  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      dd_conditions_list_operands (question->when, operands);
    }
  return operands;
}

/* Of what the case knows, the customer gets what the questions depend on. */
static void
add_facts (JsonBuilder *builder,
           const DdQuestionnaireExport *export,
           const char *name,
           DdOperandKind kind)
{
  g_autoptr (GArray) operands = list_operands (export->questionnaire);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < operands->len && export->facts != NULL; i++)
    {
      const DdOperand *operand = &g_array_index (operands, DdOperand, i);
      const DdAnswerValue *value = NULL;

      if (operand->kind == kind)
        value = kind == DD_OPERAND_FIELD ? dd_facts_get_field (export->facts, operand->id)
                                         : dd_facts_get_fact (export->facts, operand->id);
      add_text (builder, operand->id, dd_answer_value_get_text (value));
    }
  json_builder_end_object (builder);
}

/* --- The page --- */

static void
add_identity (JsonBuilder *builder, const DdQuestionnaireExport *export)
{
  g_autofree char *language = dd_questionnaire_export_get_language ();
  g_autofree char *file = dd_questionnaire_export_make_name (export, DD_ANSWERS_FILE_EXTENSION);

  add_text (builder, "case", export->case_id);
  json_builder_set_member_name (builder, "questionnaire");
  json_builder_begin_object (builder);
  add_text (builder, "id", export->questionnaire->id);
  json_builder_set_member_name (builder, "edition");
  json_builder_add_int_value (builder, export->questionnaire->edition);
  add_text (builder, "hash", export->questionnaire->hash);
  json_builder_end_object (builder);
  add_text (builder, "language", language);
  add_text (builder, "file", file);
  add_text (builder, "extension", DD_ANSWERS_FILE_EXTENSION);
  add_text (builder, "mime", DD_ANSWERS_FILE_MIME);
  json_builder_set_member_name (builder, "maxBytes");
  json_builder_add_int_value (builder, DD_ANSWERS_FILE_MAX_BYTES);
  add_translated (builder, "title", export->questionnaire->title);
  add_translated (builder, "summary", export->questionnaire->summary);
  add_text (builder, "about", export->about);
}

static void
add_words (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "words");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    add_text (builder, words[i].name, _ (words[i].text));
  json_builder_end_object (builder);
}

JsonNode *
dd_questionnaire_json_make (const DdQuestionnaireExport *export)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_identity (builder, export);
  begin_array (builder, "sections");
  for (guint i = 0; i < export->questionnaire->sections->len; i++)
    add_section (builder, g_ptr_array_index (export->questionnaire->sections, i));
  json_builder_end_array (builder);
  add_answers (builder, export);
  add_facts (builder, export, "fields", DD_OPERAND_FIELD);
  add_facts (builder, export, "facts", DD_OPERAND_FACT);
  add_words (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
