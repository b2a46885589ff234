/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service-text.h"

/* The given strings in one line; "-" for those that are NULL. */
#define LINE(text, kind, ...)                                                                      \
  append_line (text, kind, (const char *const[]){ __VA_ARGS__ },                                   \
               sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (char *))

static void
append_line (GString *text, const char *kind, const char *const *values, gsize n_values)
{
  g_string_append (text, kind);
  for (gsize i = 0; i < n_values; i++)
    g_string_append_printf (text, " [%s]", values[i] != NULL ? values[i] : "-");
  g_string_append_c (text, '\n');
}

static void
append_sentences (GString *text, const char *kind, GPtrArray *sentences)
{
  g_autofree char *part_kind = g_strconcat (kind, ">", NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DdSentence *sentence = g_ptr_array_index (sentences, i);

      LINE (text, kind, sentence->id, sentence->text, sentence->section);
      append_sentences (text, part_kind, sentence->parts);
    }
}

static void
append_strings (GString *text, const char *kind, GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    LINE (text, kind, g_ptr_array_index (strings, i));
}

static void
append_conditions (GString *text, const char *indent, GPtrArray *conditions)
{
  g_autofree char *deeper = g_strconcat (indent, ">", NULL);

  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);

      LINE (text, indent, condition->name);
      append_strings (text, "attribute", condition->attributes);
      append_conditions (text, deeper, condition->children);
    }
}

static void
append_request (GString *text, DdService *service)
{
  LINE (text, "request", service->request_title, service->request_portal, service->request_section);
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      LINE (text, "field", field->id, field->label, field->type,
            field->required ? "required" : "optional", field->section);
    }
}

static void
append_exclusions (GString *text, DdService *service)
{
  for (guint i = 0; i < service->exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (service->exclusions, i);

      LINE (text, "exclusion", exclusion->id, exclusion->name, exclusion->effect,
            exclusion->certainty, exclusion->text, exclusion->wording, exclusion->section);
      append_conditions (text, "condition", exclusion->when);
    }
}

static void
append_rest (GString *text, DdService *service)
{
  const DdEligibility *eligibility = service->eligibility;

  if (eligibility != NULL)
    LINE (text, "eligibility", eligibility->program, eligibility->deployment, eligibility->text,
          eligibility->section);
  for (guint i = 0; i < service->inputs->len; i++)
    {
      const DdInput *input = g_ptr_array_index (service->inputs, i);

      LINE (text, "input", input->id, input->text, input->section);
    }
  for (guint i = 0; i < service->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (service->headlines, i);
      g_autofree char *duration = dd_duration_to_text (&headline->duration);

      LINE (text, "headline", headline->from, headline->to, duration, headline->documented,
            headline->section);
    }
  for (guint i = 0; i < service->questions->len; i++)
    {
      const DdQuestionAnswer *question = g_ptr_array_index (service->questions, i);

      LINE (text, "question", question->question, question->answer, question->section);
    }
}

static void
append_activity (GString *text, const DdActivity *activity)
{
  g_autofree char *owner = dd_owner_to_text (activity->owner);
  g_autofree char *numbers =
      g_strdup_printf ("%u %d %d", activity->index, activity->share, activity->share_before);

  LINE (text, "activity", activity->id, activity->name, owner,
        activity->owner_printed ? "printed" : "above", dd_activity_kind_to_text (activity->kind),
        activity->after_given ? "after" : "follows", activity->not_before, numbers,
        activity->section);
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *predecessor = &g_array_index (activity->after, DdPredecessor, i);
      g_autofree char *lag = dd_duration_to_text (&predecessor->lag);

      LINE (text, "predecessor", predecessor->id, lag);
    }
  append_strings (text, "needs", activity->inputs);
  append_strings (text, "detail", activity->details);
}

static void
append_cell (GString *text, const DdCell *cell)
{
  g_autofree char *duration = dd_duration_to_text (&cell->duration);
  g_autofree char *total = g_strdup_printf ("%d", cell->share_total);

  LINE (text, "cell", cell->implicit ? "implicit" : "written",
        cell->duration_given ? duration : "blank", cell->documented,
        cell->parallel ? "parallel" : "sequence", total,
        cell->headline != NULL ? cell->headline->from : NULL, cell->section);
  for (guint i = 0; i < cell->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (cell->activities, i);

      g_assert_true (activity->cell == cell);
      append_activity (text, activity);
    }
}

static void
append_phase (GString *text, const DdPhase *phase)
{
  LINE (text, "phase", phase->id, phase->name);
  for (guint i = 0; i < phase->milestones->len; i++)
    {
      const DdMilestone *milestone = g_ptr_array_index (phase->milestones, i);

      g_assert_true (milestone->phase == phase);
      LINE (text, "milestone", milestone->implicit ? "implicit" : "written", milestone->id,
            milestone->name);
      for (guint j = 0; j < milestone->cells->len; j++)
        {
          const DdCell *cell = g_ptr_array_index (milestone->cells, j);

          g_assert_true (cell->milestone == milestone);
          append_cell (text, cell);
        }
    }
}

char *
service_to_text (DdService *service)
{
  GString *text = g_string_new (NULL);

  LINE (text, "service", service->id, service->product, service->document,
        service->document_version, service->recurrence);
  append_sentences (text, "summary", service->summaries);
  append_sentences (text, "frequency", service->frequencies);
  append_sentences (text, "output", service->outputs);
  append_sentences (text, "step", service->steps);
  append_sentences (text, "timeline", service->timeline);
  append_sentences (text, "next-step", service->next_steps);
  append_request (text, service);
  append_exclusions (text, service);
  append_rest (text, service);
  for (guint i = 0; i < service->phases->len; i++)
    append_phase (text, g_ptr_array_index (service->phases, i));
  return g_string_free (text, FALSE);
}

char *
read_service_file (const char *name, gsize *length)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  path = g_test_build_filename (G_TEST_DIST, "data", "services", name, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_free (path);
      path = g_test_build_filename (G_TEST_DIST, "..", "resources", "services", name, NULL);
    }
  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}
