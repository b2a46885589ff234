/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-json.h"

#include "dd-json.h"
#include "service/dd-words.h"

/* Adds one element of a list to the array that @builder is in. */
typedef void (*AddElement) (JsonBuilder *builder, gconstpointer element);

static void
add_list (JsonBuilder *builder, const char *name, GPtrArray *list, AddElement add_element)
{
  dd_json_begin_array (builder, name);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      add_element (builder, g_ptr_array_index (list, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_duration (JsonBuilder *builder, const char *name, const DdDuration *duration)
{
  g_autofree char *text = dd_duration_to_text (duration);

  dd_json_add_string (builder, name, text);
}

static void
add_sentence (JsonBuilder *builder, gconstpointer element)
{
  const DdSentence *sentence = element;

  dd_json_add_string (builder, "text", sentence->text);
  dd_json_add_string (builder, "section", sentence->section);
  if (sentence->parts->len > 0)
    add_list (builder, "parts", sentence->parts, add_sentence);
}

static void
add_eligibility (JsonBuilder *builder, const DdEligibility *eligibility)
{
  if (eligibility == NULL)
    {
      dd_json_add_string (builder, "eligibility", NULL);
      return;
    }
  dd_json_begin_object (builder, "eligibility");
  dd_json_add_string (builder, "program", eligibility->program);
  dd_json_add_string (builder, "deployment", eligibility->deployment);
  dd_json_add_string (builder, "text", eligibility->text);
  dd_json_add_string (builder, "section", eligibility->section);
  json_builder_end_object (builder);
}

static void
add_input (JsonBuilder *builder, gconstpointer element)
{
  const DdInput *input = element;

  dd_json_add_string (builder, "id", input->id);
  dd_json_add_string (builder, "text", input->text);
  dd_json_add_string (builder, "section", input->section);
}

static void
add_field (JsonBuilder *builder, gconstpointer element)
{
  const DdRequestField *field = element;

  dd_json_add_string (builder, "id", field->id);
  dd_json_add_string (builder, "label", field->label);
  dd_json_add_string (builder, "type", field->type);
  dd_json_add_boolean (builder, "required", field->required);
}

static void
add_request (JsonBuilder *builder, DdService *self)
{
  dd_json_begin_object (builder, "request");
  dd_json_add_string (builder, "title", self->request_title);
  dd_json_add_string (builder, "portal", self->request_portal);
  dd_json_add_string (builder, "section", self->request_section);
  add_list (builder, "fields", self->request_fields, add_field);
  json_builder_end_object (builder);
}

static void
add_condition (JsonBuilder *builder, gconstpointer element)
{
  const DdCondition *condition = element;

  dd_json_add_string (builder, "name", condition->name);
  for (guint i = 0; i + 1 < condition->attributes->len; i += 2)
    dd_json_add_string (builder, g_ptr_array_index (condition->attributes, i),
                        g_ptr_array_index (condition->attributes, i + 1));
  if (condition->children->len > 0)
    add_list (builder, "conditions", condition->children, add_condition);
}

static void
add_exclusion (JsonBuilder *builder, gconstpointer element)
{
  const DdExclusion *exclusion = element;

  dd_json_add_string (builder, "id", exclusion->id);
  dd_json_add_string (builder, "name", exclusion->name);
  dd_json_add_string (builder, "effect", exclusion->effect);
  dd_json_add_string (builder, "certainty", exclusion->certainty);
  dd_json_add_string (builder, "wording", exclusion->wording);
  dd_json_add_string (builder, "text", exclusion->text);
  add_list (builder, "when", exclusion->when, add_condition);
  dd_json_add_string (builder, "section", exclusion->section);
}

static void
add_headline (JsonBuilder *builder, gconstpointer element)
{
  const DdHeadline *headline = element;

  dd_json_add_string (builder, "from", headline->from);
  dd_json_add_string (builder, "to", headline->to);
  add_duration (builder, "duration", &headline->duration);
  dd_json_add_string (builder, "documented", headline->documented);
  dd_json_add_string (builder, "section", headline->section);
}

static void
add_question (JsonBuilder *builder, gconstpointer element)
{
  const DdQuestionAnswer *question = element;

  dd_json_add_string (builder, "question", question->question);
  dd_json_add_string (builder, "answer", question->answer);
  dd_json_add_string (builder, "section", question->section);
}

static void
add_after (JsonBuilder *builder, const DdActivity *activity)
{
  if (!activity->after_given)
    {
      dd_json_add_string (builder, "after", NULL);
      return;
    }
  dd_json_begin_array (builder, "after");
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *predecessor = &g_array_index (activity->after, DdPredecessor, i);

      json_builder_begin_object (builder);
      dd_json_add_string (builder, "id", predecessor->id);
      add_duration (builder, "lag", &predecessor->lag);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_activity (JsonBuilder *builder, gconstpointer element)
{
  const DdActivity *activity = element;
  g_autofree char *owner = dd_owner_to_text (activity->owner);
  g_autofree char *reading = dd_words_reading (activity);

  dd_json_add_string (builder, "id", activity->id);
  dd_json_add_string (builder, "name", activity->name);
  dd_json_add_string (builder, "owner", owner);
  dd_json_add_boolean (builder, "owner_printed", activity->owner_printed);
  dd_json_add_string (builder, "kind", dd_activity_kind_to_text (activity->kind));
  add_after (builder, activity);
  dd_json_add_string (builder, "not_before", activity->not_before);
  dd_json_add_int (builder, "share", activity->share);
  dd_json_add_string (builder, "reading", reading);
  dd_json_add_strings (builder, "inputs", activity->inputs);
  dd_json_add_strings (builder, "details", activity->details);
  dd_json_add_string (builder, "section", activity->section);
}

static void
add_cell (JsonBuilder *builder, gconstpointer element)
{
  const DdCell *cell = element;

  if (cell->duration_given)
    add_duration (builder, "duration", &cell->duration);
  else
    dd_json_add_string (builder, "duration", NULL);
  dd_json_add_string (builder, "documented", cell->documented);
  dd_json_add_string (builder, "order", cell->parallel ? "parallel" : "sequence");
  dd_json_add_string (builder, "section", cell->section);
  add_list (builder, "activities", cell->activities, add_activity);
}

static void
add_milestone (JsonBuilder *builder, gconstpointer element)
{
  const DdMilestone *milestone = element;

  dd_json_add_string (builder, "id", milestone->id);
  dd_json_add_string (builder, "name", milestone->name[0] != '\0' ? milestone->name : NULL);
  add_list (builder, "cells", milestone->cells, add_cell);
}

static void
add_phase (JsonBuilder *builder, gconstpointer element)
{
  const DdPhase *phase = element;

  dd_json_add_string (builder, "id", phase->id);
  dd_json_add_string (builder, "name", phase->name[0] != '\0' ? phase->name : NULL);
  add_list (builder, "milestones", phase->milestones, add_milestone);
}

char *
dd_service_to_json (DdService *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "id", self->id);
  dd_json_add_string (builder, "product", self->product);
  dd_json_add_string (builder, "document", self->document);
  dd_json_add_string (builder, "document_version", self->document_version);
  dd_json_add_string (builder, "recurrence", self->recurrence);
  add_list (builder, "summary", self->summaries, add_sentence);
  add_list (builder, "frequency", self->frequencies, add_sentence);
  add_eligibility (builder, self->eligibility);
  add_list (builder, "inputs", self->inputs, add_input);
  add_list (builder, "outputs", self->outputs, add_sentence);
  add_list (builder, "steps", self->steps, add_sentence);
  add_list (builder, "timeline", self->timeline, add_sentence);
  add_list (builder, "headlines", self->headlines, add_headline);
  add_request (builder, self);
  add_list (builder, "next_steps", self->next_steps, add_sentence);
  add_list (builder, "exclusions", self->exclusions, add_exclusion);
  add_list (builder, "questions", self->questions, add_question);
  add_list (builder, "phases", self->phases, add_phase);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}
