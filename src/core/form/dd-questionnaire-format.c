/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The vocabulary of questionnaires, as a table (dd-markup-format.h). It says the same as
 * resources/questionnaires/questionnaire.rng, which is for everybody else.
 */
#include "config.h"

#include "form/dd-questionnaire-parser.h"
#include "form/dd-questionnaire-private.h"
#include "markup/dd-markup-reader.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  QUESTIONNAIRE,
  SUMMARY,
  SECTION,
  QUESTION,
  LABEL,
  HELP,
  CHOICE,
  COLUMN,
  PATTERN,
  RANGE,
  FORM_WHEN,
  FORM_ALL,
  FORM_ANY,
  FORM_NOT,
  FORM_EQUALS,
  FORM_CONTAINS,
  FORM_GREATER,
  FORM_ANSWERED,
  FORM_FACT,
} ElementId;
#define N_ELEMENTS (FORM_FACT + 1)

#define MAX_EDITION 9999

static gboolean
read_edition (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  guint64 edition;

  if (text[0] == '0' || !g_ascii_string_to_unsigned (text, 10, 1, MAX_EDITION, &edition, NULL))
    return FALSE;
  G_STRUCT_MEMBER (int, object, attribute->offset) = edition;
  return TRUE;
}

static const DdMarkupType edition_type = { read_edition, NULL,
                                           N_ ("a whole number from 1 to 9999") };

static const DdMarkupAttribute questionnaire_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdQuestionnaire, id), .required = TRUE },
  { "service", &dd_markup_id, G_STRUCT_OFFSET (DdQuestionnaire, service), .required = TRUE },
  { "edition", &edition_type, G_STRUCT_OFFSET (DdQuestionnaire, edition), .required = TRUE },
  { "title", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionnaire, title), .required = TRUE },
};

static const DdMarkupAttribute section_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdSection, id), .required = TRUE },
  { "title", &dd_markup_words, G_STRUCT_OFFSET (DdSection, title), .required = TRUE },
};

static const DdMarkupAttribute question_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdQuestion, id), .required = TRUE },
  { "type", &dd_markup_index, G_STRUCT_OFFSET (DdQuestion, type), dd_question_types, TRUE },
  { "required", &dd_markup_index, G_STRUCT_OFFSET (DdQuestion, required), dd_requirements },
  { "was", &dd_markup_ids, G_STRUCT_OFFSET (DdQuestion, was) },
};

static const DdMarkupAttribute choice_attributes[] = {
  { "value", &dd_markup_id, G_STRUCT_OFFSET (DdChoice, value), .required = TRUE },
  { "was", &dd_markup_ids, G_STRUCT_OFFSET (DdChoice, was) },
};

static const DdMarkupAttribute pattern_attributes[] = {
  { "match", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionPattern, match), .required = TRUE },
  { "message", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionPattern, message), .required = TRUE },
};

static const DdMarkupAttribute range_attributes[] = {
  { "min", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionRange, min) },
  { "max", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionRange, max) },
  { "message", &dd_markup_words, G_STRUCT_OFFSET (DdQuestionRange, message), .required = TRUE },
};

#define BIT(ID)           DD_MARKUP_BIT (ID)
#define ATTRIBUTES(array) .attributes = array, .n_attributes = G_N_ELEMENTS (array)

static const DdMarkupElement elements[N_ELEMENTS] = {
  [QUESTIONNAIRE] = {
    .id = QUESTIONNAIRE,
    .name = "questionnaire",
    .shape = DD_MARKUP_SAME,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (questionnaire_attributes),
    .needs_one = BIT (SECTION),
  },
  [SUMMARY] = {
    .id = SUMMARY,
    .name = "summary",
    .parents = BIT (QUESTIONNAIRE),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdQuestionnaire, summary),
    .once = TRUE,
  },
  [SECTION] = {
    .id = SECTION,
    .name = "section",
    .parents = BIT (QUESTIONNAIRE),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdQuestionnaire, sections),
    .make = dd_section_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdSection, line),
    ATTRIBUTES (section_attributes),
    .needs_one = BIT (QUESTION),
  },
  [QUESTION] = {
    .id = QUESTION,
    .name = "question",
    .parents = BIT (SECTION),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdSection, questions),
    .make = dd_question_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdQuestion, line),
    ATTRIBUTES (question_attributes),
    .needs = BIT (LABEL),
  },
  [LABEL] = {
    .id = LABEL,
    .name = "label",
    .parents = BIT (QUESTION) | BIT (COLUMN),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdQuestion, label),
    .once = TRUE,
  },
  [HELP] = {
    .id = HELP,
    .name = "help",
    .parents = BIT (SECTION) | BIT (QUESTION) | BIT (COLUMN),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdQuestion, help),
    .once = TRUE,
  },
  [CHOICE] = {
    .id = CHOICE,
    .name = "choice",
    .parents = BIT (QUESTION) | BIT (COLUMN),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdQuestion, choices),
    .make = dd_choice_new,
    .text = G_STRUCT_OFFSET (DdChoice, label),
    ATTRIBUTES (choice_attributes),
  },
  [COLUMN] = {
    .id = COLUMN,
    .name = "column",
    .parents = BIT (QUESTION),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdQuestion, columns),
    .make = dd_question_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdQuestion, line),
    ATTRIBUTES (question_attributes),
    .needs = BIT (LABEL),
    .has_local_ids = TRUE,
  },
  [PATTERN] = {
    .id = PATTERN,
    .name = "pattern",
    .parents = BIT (QUESTION) | BIT (COLUMN),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdQuestion, patterns),
    .make = dd_question_pattern_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdQuestionPattern, line),
    ATTRIBUTES (pattern_attributes),
  },
  [RANGE] = {
    .id = RANGE,
    .name = "range",
    .parents = BIT (QUESTION) | BIT (COLUMN),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdQuestion, ranges),
    .make = dd_question_range_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdQuestionRange, line),
    ATTRIBUTES (range_attributes),
  },
  [FORM_WHEN] = {
    .id = FORM_WHEN,
    .name = "when",
    .parents = BIT (SECTION) | BIT (QUESTION),
    .shape = DD_MARKUP_CONDITION,
    .place = G_STRUCT_OFFSET (DdQuestion, when),
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdCondition, line),
    .needs_one = DD_MARKUP_CONDITION_SET (FORM),
  },
  DD_MARKUP_CONDITIONS (FORM),
};

/* <help> and <when> stand in sections and in questions, by one place in the table. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (DdSection, help) == G_STRUCT_OFFSET (DdQuestion, help));
G_STATIC_ASSERT (G_STRUCT_OFFSET (DdSection, when) == G_STRUCT_OFFSET (DdQuestion, when));
G_STATIC_ASSERT (N_ELEMENTS <= DD_MARKUP_MAX_ELEMENTS);

static gboolean
check_room (DdMarkupReader *reader, const DdMarkupElement *element, gpointer parent, GError **error)
{
  DdMarkupPlace place = { reader->origin, reader->line, element->name };
  const DdQuestion *question = parent;

  if (element->id == QUESTION && ++reader->count > DD_QUESTIONNAIRE_MAX_QUESTIONS)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place,
                             _ ("it is one too many; expected at most %d questions"),
                             DD_QUESTIONNAIRE_MAX_QUESTIONS);
  if ((element->id == CHOICE && question->choices->len == DD_QUESTIONNAIRE_MAX_PARTS)
      || (element->id == COLUMN && question->columns->len == DD_QUESTIONNAIRE_MAX_PARTS))
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place,
                             _ ("it is one too many; expected at most %d in one question"),
                             DD_QUESTIONNAIRE_MAX_PARTS);
  return TRUE;
}

static void
free_questionnaire (gpointer questionnaire)
{
  dd_questionnaire_unref (questionnaire);
}

static const DdMarkupVocabulary vocabulary = {
  .elements = elements,
  .n_elements = N_ELEMENTS,
  .max_bytes = DD_QUESTIONNAIRE_MAX_BYTES,
  .make = dd_questionnaire_new,
  .free = free_questionnaire,
  .check_room = check_room,
};

const DdMarkupVocabulary *
dd_questionnaire_get_vocabulary (void)
{
  return &vocabulary;
}
