/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The table behind dd-format.h, and what of a service no table can tell its reader: how levels that
 * are left out are made good, and what would be too much.
 */
#include "config.h"

#include "service/dd-format.h"
#include "markup/dd-markup-reader.h"
#include "service/dd-format-type.h"
#include "service/dd-service-private.h"

#include <glib/gi18n-lib.h>

static const char *const field_types[] = { "text",      "version",         "date",
                                           "paragraph", "acknowledgement", NULL };
static const char *const booleans[] = { "false", "true", NULL };
/* In the order of DdProof. */
static const char *const proofs[] = { "evidence", "request", "questionnaire", NULL };
static const char *const effects[] = { "paid-engagement", NULL };
static const char *const certainties[] = { "may", "would", "will", NULL };
static const char *const orders[] = { "sequence", "parallel", NULL };

#define SECTION(Type)                                                                              \
  {                                                                                                \
    "section", &dd_markup_words, G_STRUCT_OFFSET (Type, section)                                   \
  }

static const DdMarkupAttribute service_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdService, id), .required = TRUE },
  { "product", &dd_markup_words, G_STRUCT_OFFSET (DdService, product), .required = TRUE },
  { "document", &dd_markup_words, G_STRUCT_OFFSET (DdService, document) },
  { "document-version", &dd_markup_words, G_STRUCT_OFFSET (DdService, document_version),
    .required = TRUE },
  { "recurrence", &dd_format_recurrence, G_STRUCT_OFFSET (DdService, recurrence) },
};

static const DdMarkupAttribute sentence_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdSentence, id) },
  SECTION (DdSentence),
};

static const DdMarkupAttribute eligibility_attributes[] = {
  { "program", &dd_markup_words, G_STRUCT_OFFSET (DdEligibility, program) },
  { "deployment", &dd_markup_words, G_STRUCT_OFFSET (DdEligibility, deployment) },
  SECTION (DdEligibility),
};

static const DdMarkupAttribute input_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdInput, id), .required = TRUE },
  { "shown-by", &dd_markup_index, G_STRUCT_OFFSET (DdInput, shown_by), proofs },
  SECTION (DdInput),
};

static const DdMarkupAttribute request_attributes[] = {
  { "title", &dd_markup_words, G_STRUCT_OFFSET (DdService, request_title) },
  { "portal", &dd_markup_words, G_STRUCT_OFFSET (DdService, request_portal) },
  { "section", &dd_markup_words, G_STRUCT_OFFSET (DdService, request_section) },
};

static const DdMarkupAttribute field_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdRequestField, id), .required = TRUE },
  { "type", &dd_markup_choice, G_STRUCT_OFFSET (DdRequestField, type), field_types },
  { "required", &dd_markup_index, G_STRUCT_OFFSET (DdRequestField, required), booleans },
  SECTION (DdRequestField),
};

static const DdMarkupAttribute exclusion_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdExclusion, id), .required = TRUE },
  { "name", &dd_markup_words, G_STRUCT_OFFSET (DdExclusion, name) },
  { "effect", &dd_markup_choice, G_STRUCT_OFFSET (DdExclusion, effect), effects, TRUE },
  { "certainty", &dd_markup_choice, G_STRUCT_OFFSET (DdExclusion, certainty), certainties, TRUE },
  { "wording", &dd_markup_words, G_STRUCT_OFFSET (DdExclusion, wording) },
  SECTION (DdExclusion),
};

static const DdMarkupAttribute headline_attributes[] = {
  { "from", &dd_markup_id, G_STRUCT_OFFSET (DdHeadline, from), .required = TRUE },
  { "to", &dd_markup_id, G_STRUCT_OFFSET (DdHeadline, to), .required = TRUE },
  { "duration", &dd_format_duration, G_STRUCT_OFFSET (DdHeadline, duration), .required = TRUE },
  { "documented", &dd_markup_words, G_STRUCT_OFFSET (DdHeadline, documented) },
  SECTION (DdHeadline),
};

static const DdMarkupAttribute question_answer_attributes[] = {
  SECTION (DdQuestionAnswer),
};

static const DdMarkupAttribute phase_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdPhase, id) },
  { "name", &dd_markup_words, G_STRUCT_OFFSET (DdPhase, name) },
};

static const DdMarkupAttribute milestone_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdMilestone, id) },
  { "name", &dd_markup_words, G_STRUCT_OFFSET (DdMilestone, name) },
};

static const DdMarkupAttribute cell_attributes[] = {
  { "duration", &dd_format_cell_duration },
  { "documented", &dd_markup_words, G_STRUCT_OFFSET (DdCell, documented) },
  { "order", &dd_markup_index, G_STRUCT_OFFSET (DdCell, parallel), orders },
  SECTION (DdCell),
};

static const DdMarkupAttribute activity_attributes[] = {
  { "id", &dd_markup_id, G_STRUCT_OFFSET (DdActivity, id) },
  { "name", &dd_markup_words, G_STRUCT_OFFSET (DdActivity, name) },
  { "owner", &dd_format_owner },
  { "kind", &dd_markup_index, G_STRUCT_OFFSET (DdActivity, kind), dd_activity_kinds },
  { "after", &dd_format_after },
  { "not-before", &dd_markup_date, G_STRUCT_OFFSET (DdActivity, not_before) },
  { "share", &dd_format_share },
  { "inputs", &dd_format_inputs, G_STRUCT_OFFSET (DdActivity, inputs) },
  SECTION (DdActivity),
};

#define BIT(ID)           DD_MARKUP_BIT (DD_FORMAT_##ID)
#define ATTRIBUTES(array) .attributes = array, .n_attributes = G_N_ELEMENTS (array)
#define SENTENCE(ID, element_name, field)                                                          \
  {                                                                                                \
    .id = DD_FORMAT_##ID, .name = element_name, .parents = BIT (SERVICE),                          \
    .shape = DD_MARKUP_OBJECT, .place = G_STRUCT_OFFSET (DdService, field),                        \
    .make = dd_sentence_new, .text = G_STRUCT_OFFSET (DdSentence, text),                           \
    ATTRIBUTES (sentence_attributes)                                                               \
  }

static const DdMarkupElement elements[DD_N_FORMAT_ELEMENTS] = {
  [DD_FORMAT_SERVICE] = {
    .id = DD_FORMAT_SERVICE,
    .name = "service",
    .shape = DD_MARKUP_SAME,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (service_attributes),
    .needs_one = BIT (PHASE),
  },
  [DD_FORMAT_SUMMARY] = SENTENCE (SUMMARY, "summary", summaries),
  [DD_FORMAT_FREQUENCY] = SENTENCE (FREQUENCY, "frequency", frequencies),
  [DD_FORMAT_ELIGIBILITY] = {
    .id = DD_FORMAT_ELIGIBILITY,
    .name = "eligibility",
    .parents = BIT (SERVICE),
    .shape = DD_MARKUP_SINGLE,
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
    .shape = DD_MARKUP_OBJECT,
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
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdSentence, text),
    .once = TRUE,
  },
  [DD_FORMAT_STEP_PART] = {
    .id = DD_FORMAT_STEP_PART,
    .name = "step",
    .parents = BIT (STEP) | BIT (STEP_PART),
    .shape = DD_MARKUP_OBJECT,
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
    .shape = DD_MARKUP_SAME,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (request_attributes),
    .once = TRUE,
  },
  [DD_FORMAT_FIELD] = {
    .id = DD_FORMAT_FIELD,
    .name = "field",
    .parents = BIT (REQUEST),
    .shape = DD_MARKUP_OBJECT,
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
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, exclusions),
    .make = dd_exclusion_new,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (exclusion_attributes),
    .needs = BIT (EXCLUSION_TEXT),
  },
  [DD_FORMAT_EXCLUSION_TEXT] = {
    .id = DD_FORMAT_EXCLUSION_TEXT,
    .name = "text",
    .parents = BIT (EXCLUSION),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdExclusion, text),
    .once = TRUE,
  },
  [DD_FORMAT_WHEN] = {
    .id = DD_FORMAT_WHEN,
    .name = "when",
    .parents = BIT (EXCLUSION),
    .shape = DD_MARKUP_CONDITION,
    .place = G_STRUCT_OFFSET (DdExclusion, when),
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdCondition, line),
    .needs_one = DD_MARKUP_CONDITION_SET (DD_FORMAT),
  },
  DD_MARKUP_CONDITIONS (DD_FORMAT),
  [DD_FORMAT_HEADLINE] = {
    .id = DD_FORMAT_HEADLINE,
    .name = "headline",
    .parents = BIT (SERVICE),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, headlines),
    .make = dd_headline_new,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdHeadline, line),
    ATTRIBUTES (headline_attributes),
  },
  [DD_FORMAT_QUESTION_ANSWER] = {
    .id = DD_FORMAT_QUESTION_ANSWER,
    .name = "question-answer",
    .parents = BIT (SERVICE),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, questions),
    .make = dd_question_answer_new,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (question_answer_attributes),
    .needs = BIT (QUESTION) | BIT (ANSWER),
  },
  [DD_FORMAT_QUESTION] = {
    .id = DD_FORMAT_QUESTION,
    .name = "question",
    .parents = BIT (QUESTION_ANSWER),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdQuestionAnswer, question),
    .once = TRUE,
  },
  [DD_FORMAT_ANSWER] = {
    .id = DD_FORMAT_ANSWER,
    .name = "answer",
    .parents = BIT (QUESTION_ANSWER),
    .shape = DD_MARKUP_SAME,
    .text = G_STRUCT_OFFSET (DdQuestionAnswer, answer),
    .once = TRUE,
  },
  [DD_FORMAT_PHASE] = {
    .id = DD_FORMAT_PHASE,
    .name = "phase",
    .parents = BIT (SERVICE),
    .shape = DD_MARKUP_OBJECT,
    .place = G_STRUCT_OFFSET (DdService, phases),
    .make = dd_phase_new,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (phase_attributes),
    .needs_one = BIT (MILESTONE) | BIT (CELL) | BIT (ACTIVITY),
  },
  [DD_FORMAT_MILESTONE] = {
    .id = DD_FORMAT_MILESTONE,
    .name = "milestone",
    .parents = BIT (PHASE),
    .shape = DD_MARKUP_OWN,
    .text = DD_MARKUP_NO_TEXT,
    ATTRIBUTES (milestone_attributes),
    .needs_one = BIT (CELL) | BIT (ACTIVITY),
  },
  [DD_FORMAT_CELL] = {
    .id = DD_FORMAT_CELL,
    .name = "cell",
    .parents = BIT (PHASE) | BIT (MILESTONE),
    .shape = DD_MARKUP_OWN,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdCell, line),
    ATTRIBUTES (cell_attributes),
    .needs_one = BIT (ACTIVITY),
  },
  [DD_FORMAT_ACTIVITY] = {
    .id = DD_FORMAT_ACTIVITY,
    .name = "activity",
    .parents = BIT (PHASE) | BIT (MILESTONE) | BIT (CELL),
    .shape = DD_MARKUP_OWN,
    .text = DD_MARKUP_NO_TEXT,
    .line = G_STRUCT_OFFSET (DdActivity, line),
    ATTRIBUTES (activity_attributes),
  },
  [DD_FORMAT_DETAIL] = {
    .id = DD_FORMAT_DETAIL,
    .name = "detail",
    .parents = BIT (ACTIVITY),
    .shape = DD_MARKUP_WORDS,
    .place = G_STRUCT_OFFSET (DdActivity, details),
    .text = DD_MARKUP_NO_TEXT,
  },
};

/* Where a cell without a milestone goes: cells that stand next to each other share one. */
static DdMilestone *
get_milestone (const DdMarkupElement *parent_element, gpointer parent)
{
  DdMilestone *milestone = NULL;
  DdPhase *phase;

  if (parent_element->id == DD_FORMAT_MILESTONE)
    return parent;
  phase = parent;
  if (phase->milestones->len > 0)
    milestone = g_ptr_array_index (phase->milestones, phase->milestones->len - 1);
  if (milestone == NULL || !milestone->implicit)
    {
      milestone = dd_phase_add_milestone (phase);
      milestone->implicit = TRUE;
    }
  return milestone;
}

static DdCell *
get_cell (const DdMarkupElement *parent_element, gpointer parent, int line)
{
  DdCell *cell;

  if (parent_element->id == DD_FORMAT_CELL)
    return parent;
  cell = dd_milestone_add_cell (get_milestone (parent_element, parent));
  cell->implicit = TRUE;
  cell->line = line;
  return cell;
}

/* The levels of the process table can be left out. */
static gpointer
open_table (DdMarkupReader *reader,
            const DdMarkupElement *element,
            const DdMarkupElement *parent_element,
            gpointer parent)
{
  switch (element->id)
    {
    case DD_FORMAT_MILESTONE:
      return dd_phase_add_milestone (parent);
    case DD_FORMAT_CELL:
      return dd_milestone_add_cell (get_milestone (parent_element, parent));
    default:
      return dd_service_add_activity (reader->definition,
                                      get_cell (parent_element, parent, reader->line));
    }
}

static gboolean
check_room (DdMarkupReader *reader, const DdMarkupElement *element, gpointer parent, GError **error)
{
  DdService *service = reader->definition;

  if (element->id != DD_FORMAT_ACTIVITY || service->activities->len < DD_SERVICE_MAX_ACTIVITIES)
    return TRUE;
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT,
                           (DdMarkupPlace){ reader->origin, reader->line, element->name },
                           _ ("it is one too many; expected at most %d activities"),
                           DD_SERVICE_MAX_ACTIVITIES);
}

static gboolean
count_predecessors (DdMarkupReader *reader,
                    const DdMarkupElement *element,
                    gpointer object,
                    GError **error)
{
  const DdActivity *activity = object;

  if (element->id != DD_FORMAT_ACTIVITY)
    return TRUE;
  reader->count += activity->after->len;
  return dd_service_check_predecessor_count (reader->definition, reader->count, error);
}

static gpointer
make_service (const char *origin)
{
  return dd_service_new (origin);
}

static void
free_service (gpointer service)
{
  dd_service_unref (service);
}

static const DdMarkupVocabulary vocabulary = {
  elements,     DD_N_FORMAT_ELEMENTS, DD_SERVICE_MAX_BYTES, make_service,
  free_service, open_table,           check_room,           count_predecessors,
};

const DdMarkupVocabulary *
dd_format_get_vocabulary (void)
{
  return &vocabulary;
}

const DdMarkupElement *
dd_format_get (DdFormatElementId id)
{
  return &elements[id];
}
