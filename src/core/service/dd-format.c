/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The table behind dd-format.h: constant data. Finding an element is a walk over the few dozen
 * there are.
 */
#include "config.h"

#include "service/dd-format.h"
#include "service/dd-service-private.h"

static const char *const field_types[] = { "text",      "version",         "date",
                                           "paragraph", "acknowledgement", NULL };
static const char *const booleans[] = { "false", "true", NULL };
static const char *const effects[] = { "paid-engagement", NULL };
static const char *const certainties[] = { "may", "would", "will", NULL };
static const char *const orders[] = { "sequence", "parallel", NULL };

#define SECTION(Type)                                                                              \
  {                                                                                                \
    "section", &dd_format_words, G_STRUCT_OFFSET (Type, section)                                   \
  }

static const DdFormatAttribute service_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdService, id), .required = TRUE },
  { "product", &dd_format_words, G_STRUCT_OFFSET (DdService, product), .required = TRUE },
  { "document", &dd_format_words, G_STRUCT_OFFSET (DdService, document) },
  { "document-version", &dd_format_words, G_STRUCT_OFFSET (DdService, document_version),
    .required = TRUE },
  { "recurrence", &dd_format_recurrence, G_STRUCT_OFFSET (DdService, recurrence) },
};

static const DdFormatAttribute sentence_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdSentence, id) },
  SECTION (DdSentence),
};

static const DdFormatAttribute eligibility_attributes[] = {
  { "program", &dd_format_words, G_STRUCT_OFFSET (DdEligibility, program) },
  { "deployment", &dd_format_words, G_STRUCT_OFFSET (DdEligibility, deployment) },
  SECTION (DdEligibility),
};

static const DdFormatAttribute input_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdInput, id), .required = TRUE },
  SECTION (DdInput),
};

static const DdFormatAttribute request_attributes[] = {
  { "title", &dd_format_words, G_STRUCT_OFFSET (DdService, request_title) },
  { "portal", &dd_format_words, G_STRUCT_OFFSET (DdService, request_portal) },
  { "section", &dd_format_words, G_STRUCT_OFFSET (DdService, request_section) },
};

static const DdFormatAttribute field_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdRequestField, id), .required = TRUE },
  { "type", &dd_format_choice, G_STRUCT_OFFSET (DdRequestField, type), field_types },
  { "required", &dd_format_index, G_STRUCT_OFFSET (DdRequestField, required), booleans },
  SECTION (DdRequestField),
};

static const DdFormatAttribute exclusion_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdExclusion, id), .required = TRUE },
  { "name", &dd_format_words, G_STRUCT_OFFSET (DdExclusion, name) },
  { "effect", &dd_format_choice, G_STRUCT_OFFSET (DdExclusion, effect), effects, TRUE },
  { "certainty", &dd_format_choice, G_STRUCT_OFFSET (DdExclusion, certainty), certainties, TRUE },
  { "wording", &dd_format_words, G_STRUCT_OFFSET (DdExclusion, wording) },
  SECTION (DdExclusion),
};

static const DdFormatAttribute comparison_attributes[] = {
  { "question", &dd_format_condition_id },
  { "field", &dd_format_condition_id },
  { "fact", &dd_format_condition_id },
  { "value", &dd_format_condition_words, .required = TRUE },
};

static const DdFormatAttribute answered_attributes[] = {
  { "question", &dd_format_condition_id },
  { "field", &dd_format_condition_id },
  { "fact", &dd_format_condition_id },
};

static const DdFormatAttribute fact_attributes[] = {
  { "name", &dd_format_condition_id, .required = TRUE },
};

static const DdFormatAttribute headline_attributes[] = {
  { "from", &dd_format_id, G_STRUCT_OFFSET (DdHeadline, from), .required = TRUE },
  { "to", &dd_format_id, G_STRUCT_OFFSET (DdHeadline, to), .required = TRUE },
  { "duration", &dd_format_duration, G_STRUCT_OFFSET (DdHeadline, duration), .required = TRUE },
  { "documented", &dd_format_words, G_STRUCT_OFFSET (DdHeadline, documented) },
  SECTION (DdHeadline),
};

static const DdFormatAttribute question_answer_attributes[] = {
  SECTION (DdQuestionAnswer),
};

static const DdFormatAttribute phase_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdPhase, id) },
  { "name", &dd_format_words, G_STRUCT_OFFSET (DdPhase, name) },
};

static const DdFormatAttribute milestone_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdMilestone, id) },
  { "name", &dd_format_words, G_STRUCT_OFFSET (DdMilestone, name) },
};

static const DdFormatAttribute cell_attributes[] = {
  { "duration", &dd_format_cell_duration },
  { "documented", &dd_format_words, G_STRUCT_OFFSET (DdCell, documented) },
  { "order", &dd_format_index, G_STRUCT_OFFSET (DdCell, parallel), orders },
  SECTION (DdCell),
};

static const DdFormatAttribute activity_attributes[] = {
  { "id", &dd_format_id, G_STRUCT_OFFSET (DdActivity, id) },
  { "name", &dd_format_words, G_STRUCT_OFFSET (DdActivity, name) },
  { "owner", &dd_format_owner },
  { "kind", &dd_format_index, G_STRUCT_OFFSET (DdActivity, kind), dd_activity_kinds },
  { "after", &dd_format_after },
  { "not-before", &dd_format_date, G_STRUCT_OFFSET (DdActivity, not_before) },
  { "share", &dd_format_share },
  { "inputs", &dd_format_inputs },
  SECTION (DdActivity),
};

#define BIT(ID)           DD_FORMAT_BIT (DD_FORMAT_##ID)
#define ATTRIBUTES(array) .attributes = array, .n_attributes = G_N_ELEMENTS (array)
#define CONDITION_GROUPS  (BIT (WHEN) | BIT (ALL) | BIT (ANY) | BIT (NOT))
#define CONDITIONS                                                                                 \
  (BIT (ALL) | BIT (ANY) | BIT (NOT) | BIT (EQUALS) | BIT (CONTAINS) | BIT (GREATER)               \
   | BIT (ANSWERED) | BIT (FACT))

#define SENTENCE(ID, element_name, field)                                                          \
  {                                                                                                \
    .id = DD_FORMAT_##ID, .name = element_name, .parents = BIT (SERVICE),                          \
    .shape = DD_FORMAT_OBJECT, .place = G_STRUCT_OFFSET (DdService, field),                        \
    .make = dd_sentence_new, .text = G_STRUCT_OFFSET (DdSentence, text),                           \
    ATTRIBUTES (sentence_attributes)                                                               \
  }

static const DdFormatElement elements[DD_N_FORMAT_ELEMENTS] = {
  [DD_FORMAT_SERVICE] = {
    .id = DD_FORMAT_SERVICE,
    .name = "service",
    .shape = DD_FORMAT_SAME,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (service_attributes),
    .needs_one = BIT (PHASE),
  },
  [DD_FORMAT_SUMMARY] = SENTENCE (SUMMARY, "summary", summaries),
  [DD_FORMAT_FREQUENCY] = SENTENCE (FREQUENCY, "frequency", frequencies),
  [DD_FORMAT_ELIGIBILITY] = {
    .id = DD_FORMAT_ELIGIBILITY,
    .name = "eligibility",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_SINGLE,
    .place = G_STRUCT_OFFSET (DdService, eligibility),
    .make = dd_eligibility_new,
    .text = G_STRUCT_OFFSET (DdEligibility, text),
    ATTRIBUTES (eligibility_attributes),
    .once = TRUE,
  },
  [DD_FORMAT_INPUT] = {
    .id = DD_FORMAT_INPUT,
    .name = "input",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, inputs),
    .make = dd_input_new,
    .text = G_STRUCT_OFFSET (DdInput, text),
    ATTRIBUTES (input_attributes),
  },
  [DD_FORMAT_OUTPUT] = SENTENCE (OUTPUT, "output", outputs),
  [DD_FORMAT_STEP] = SENTENCE (STEP, "step", steps),
  [DD_FORMAT_STEP_TEXT] = {
    .id = DD_FORMAT_STEP_TEXT,
    .name = "text",
    .parents = BIT (STEP) | BIT (STEP_PART),
    .shape = DD_FORMAT_SAME,
    .text = G_STRUCT_OFFSET (DdSentence, text),
    .once = TRUE,
  },
  [DD_FORMAT_STEP_PART] = {
    .id = DD_FORMAT_STEP_PART,
    .name = "step",
    .parents = BIT (STEP) | BIT (STEP_PART),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdSentence, parts),
    .make = dd_sentence_new,
    .text = G_STRUCT_OFFSET (DdSentence, text),
    ATTRIBUTES (sentence_attributes),
  },
  [DD_FORMAT_TIMELINE] = SENTENCE (TIMELINE, "timeline", timeline),
  [DD_FORMAT_REQUEST] = {
    .id = DD_FORMAT_REQUEST,
    .name = "request",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_SAME,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (request_attributes),
    .once = TRUE,
  },
  [DD_FORMAT_FIELD] = {
    .id = DD_FORMAT_FIELD,
    .name = "field",
    .parents = BIT (REQUEST),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, request_fields),
    .make = dd_request_field_new,
    .text = G_STRUCT_OFFSET (DdRequestField, label),
    ATTRIBUTES (field_attributes),
  },
  [DD_FORMAT_NEXT_STEP] = SENTENCE (NEXT_STEP, "next-step", next_steps),
  [DD_FORMAT_EXCLUSION] = {
    .id = DD_FORMAT_EXCLUSION,
    .name = "exclusion",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, exclusions),
    .make = dd_exclusion_new,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (exclusion_attributes),
    .needs = BIT (EXCLUSION_TEXT),
  },
  [DD_FORMAT_EXCLUSION_TEXT] = {
    .id = DD_FORMAT_EXCLUSION_TEXT,
    .name = "text",
    .parents = BIT (EXCLUSION),
    .shape = DD_FORMAT_SAME,
    .text = G_STRUCT_OFFSET (DdExclusion, text),
    .once = TRUE,
  },
  [DD_FORMAT_WHEN] = {
    .id = DD_FORMAT_WHEN,
    .name = "when",
    .parents = BIT (EXCLUSION),
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdExclusion, when),
    .text = DD_FORMAT_NO_TEXT,
    .needs_one = CONDITIONS,
  },
  [DD_FORMAT_ALL] = {
    .id = DD_FORMAT_ALL,
    .name = "all",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    .needs_one = CONDITIONS,
  },
  [DD_FORMAT_ANY] = {
    .id = DD_FORMAT_ANY,
    .name = "any",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    .needs_one = CONDITIONS,
  },
  [DD_FORMAT_NOT] = {
    .id = DD_FORMAT_NOT,
    .name = "not",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    .needs_one = CONDITIONS,
  },
  [DD_FORMAT_EQUALS] = {
    .id = DD_FORMAT_EQUALS,
    .name = "equals",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (comparison_attributes),
  },
  [DD_FORMAT_CONTAINS] = {
    .id = DD_FORMAT_CONTAINS,
    .name = "contains",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (comparison_attributes),
  },
  [DD_FORMAT_GREATER] = {
    .id = DD_FORMAT_GREATER,
    .name = "greater",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (comparison_attributes),
  },
  [DD_FORMAT_ANSWERED] = {
    .id = DD_FORMAT_ANSWERED,
    .name = "answered",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (answered_attributes),
  },
  [DD_FORMAT_FACT] = {
    .id = DD_FORMAT_FACT,
    .name = "fact",
    .parents = CONDITION_GROUPS,
    .shape = DD_FORMAT_CONDITION,
    .place = G_STRUCT_OFFSET (DdCondition, children),
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (fact_attributes),
  },
  [DD_FORMAT_HEADLINE] = {
    .id = DD_FORMAT_HEADLINE,
    .name = "headline",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, headlines),
    .make = dd_headline_new,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (headline_attributes),
  },
  [DD_FORMAT_QUESTION_ANSWER] = {
    .id = DD_FORMAT_QUESTION_ANSWER,
    .name = "question-answer",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, questions),
    .make = dd_question_answer_new,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (question_answer_attributes),
    .needs = BIT (QUESTION) | BIT (ANSWER),
  },
  [DD_FORMAT_QUESTION] = {
    .id = DD_FORMAT_QUESTION,
    .name = "question",
    .parents = BIT (QUESTION_ANSWER),
    .shape = DD_FORMAT_SAME,
    .text = G_STRUCT_OFFSET (DdQuestionAnswer, question),
    .once = TRUE,
  },
  [DD_FORMAT_ANSWER] = {
    .id = DD_FORMAT_ANSWER,
    .name = "answer",
    .parents = BIT (QUESTION_ANSWER),
    .shape = DD_FORMAT_SAME,
    .text = G_STRUCT_OFFSET (DdQuestionAnswer, answer),
    .once = TRUE,
  },
  [DD_FORMAT_PHASE] = {
    .id = DD_FORMAT_PHASE,
    .name = "phase",
    .parents = BIT (SERVICE),
    .shape = DD_FORMAT_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, phases),
    .make = dd_phase_new,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (phase_attributes),
    .needs_one = BIT (MILESTONE) | BIT (CELL) | BIT (ACTIVITY),
  },
  [DD_FORMAT_MILESTONE] = {
    .id = DD_FORMAT_MILESTONE,
    .name = "milestone",
    .parents = BIT (PHASE),
    .shape = DD_FORMAT_TABLE,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (milestone_attributes),
    .needs_one = BIT (CELL) | BIT (ACTIVITY),
  },
  [DD_FORMAT_CELL] = {
    .id = DD_FORMAT_CELL,
    .name = "cell",
    .parents = BIT (PHASE) | BIT (MILESTONE),
    .shape = DD_FORMAT_TABLE,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (cell_attributes),
    .needs_one = BIT (ACTIVITY),
  },
  [DD_FORMAT_ACTIVITY] = {
    .id = DD_FORMAT_ACTIVITY,
    .name = "activity",
    .parents = BIT (PHASE) | BIT (MILESTONE) | BIT (CELL),
    .shape = DD_FORMAT_TABLE,
    .text = DD_FORMAT_NO_TEXT,
    ATTRIBUTES (activity_attributes),
  },
  [DD_FORMAT_DETAIL] = {
    .id = DD_FORMAT_DETAIL,
    .name = "detail",
    .parents = BIT (ACTIVITY),
    .shape = DD_FORMAT_WORDS,
    .place = G_STRUCT_OFFSET (DdActivity, details),
    .text = DD_FORMAT_NO_TEXT,
  },
};

const DdFormatElement *
dd_format_get (DdFormatElementId id)
{
  return &elements[id];
}

const DdFormatElement *
dd_format_find (const DdFormatElement *parent, const char *name)
{
  guint64 bit = parent != NULL ? DD_FORMAT_BIT (parent->id) : 0;

  if (parent == NULL)
    return g_str_equal (name, elements[DD_FORMAT_SERVICE].name) ? &elements[DD_FORMAT_SERVICE]
                                                                : NULL;
  for (guint i = 0; i < DD_N_FORMAT_ELEMENTS; i++)
    if ((elements[i].parents & bit) != 0 && g_str_equal (name, elements[i].name))
      return &elements[i];
  return NULL;
}

guint64
dd_format_get_children (const DdFormatElement *parent)
{
  guint64 children = 0;

  for (guint i = 0; i < DD_N_FORMAT_ELEMENTS; i++)
    if ((elements[i].parents & DD_FORMAT_BIT (parent->id)) != 0)
      children |= DD_FORMAT_BIT (i);
  return children;
}

char *
dd_format_list_elements (guint64 set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DD_N_FORMAT_ELEMENTS; i++)
    if ((set & DD_FORMAT_BIT (i)) != 0)
      g_string_append_printf (text, "%s<%s>", text->len > 0 ? ", " : "", elements[i].name);
  return g_string_free (text, FALSE);
}
