/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-text.h"

#include "dd-table.h"
#include "dd-text.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

#define BULLET_INDENT 2

/* What a service is printed into. */
typedef struct
{
  GString *text;              /* (unowned) */
  const DdTerminal *terminal; /* (unowned) */
} Printer;

static gboolean
is_same_name (const char *first, const char *second)
{
  g_autofree char *first_folded = g_utf8_casefold (first, -1);
  g_autofree char *second_folded = g_utf8_casefold (second, -1);

  return g_str_equal (first_folded, second_folded);
}

/* @section is the document's own name of the place; where it is the title it need not be said. */
static void
append_heading (Printer *self, const char *title, const char *section)
{
  g_string_append_c (self->text, '\n');
  dd_terminal_append (self->terminal, self->text, DD_STYLE_HEADING, title);
  if (section != NULL && !is_same_name (title, section))
    {
      g_autofree char *clean = dd_text_clean (section);
      g_autofree char *place = g_strdup_printf (" (%s)", clean);

      dd_terminal_append (self->terminal, self->text, DD_STYLE_FAINT, place);
    }
  g_string_append_c (self->text, '\n');
}

/* A bullet and lines set off from it. */
static void
append_bullet (Printer *self, const char *text, int indent)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  dd_text_append_paragraph (lines, text, self->terminal->width, indent + BULLET_INDENT);
  if (lines->len > 0)
    g_string_append_printf (self->text, "%*s• %s", indent, "", lines->str + indent + BULLET_INDENT);
}

static void
append_parts (Printer *self, GPtrArray *sentences, int indent)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const DdSentence *sentence = g_ptr_array_index (sentences, i);

      append_bullet (self, dd_words_translate (sentence->text), indent);
      append_parts (self, sentence->parts, indent + BULLET_INDENT);
    }
}

static void
append_sentences (Printer *self, const char *title, GPtrArray *sentences)
{
  const DdSentence *first;

  if (sentences->len == 0)
    return;
  first = g_ptr_array_index (sentences, 0);
  append_heading (self, title, first->section);
  append_parts (self, sentences, BULLET_INDENT);
}

static void
append_eligibility (Printer *self, const DdEligibility *eligibility)
{
  if (eligibility == NULL)
    return;
  append_heading (self, _ ("Eligibility"), eligibility->section);
  append_bullet (self, dd_words_translate (eligibility->text), BULLET_INDENT);
}

static void
append_inputs (Printer *self, GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      const DdInput *input = g_ptr_array_index (inputs, i);
      g_autofree char *text =
          g_strdup_printf ("%s: %s", input->id, dd_words_translate (input->text));

      if (i == 0)
        append_heading (self, _ ("Required inputs"), input->section);
      append_bullet (self, text, BULLET_INDENT);
    }
}

/* “typically takes 1 week” from Backup to Delivery Final Playbook (Timeline) */
static char *
describe_headline (DdService *service, const DdHeadline *headline)
{
  const DdActivity *from = dd_service_find_activity (service, headline->from);
  const DdActivity *to = dd_service_find_activity (service, headline->to);
  g_autofree char *duration = dd_words_duration (&headline->duration);
  const char *documented = headline->documented != NULL ? headline->documented : duration;
  g_autofree char *place =
      headline->section != NULL ? g_strdup_printf (" (%s)", headline->section) : g_strdup ("");

  if (from == to)
    return g_strdup_printf (_ ("“%s” for %s%s"), documented, from->name, place);
  return g_strdup_printf (_ ("“%s” from %s to %s%s"), documented, from->name, to->name, place);
}

static void
append_headlines (Printer *self, DdService *service)
{
  for (guint i = 0; i < service->headlines->len; i++)
    {
      g_autofree char *text =
          describe_headline (service, g_ptr_array_index (service->headlines, i));

      if (i == 0)
        append_heading (self, _ ("Stated durations"), NULL);
      append_bullet (self, text, BULLET_INDENT);
    }
}

static void
append_request (Printer *self, DdService *service)
{
  if (service->request_title == NULL && service->request_fields->len == 0)
    return;
  append_heading (self, _ ("Request"), service->request_section);
  if (service->request_portal != NULL)
    dd_text_append_paragraph (self->text, service->request_portal, self->terminal->width,
                              BULLET_INDENT);
  if (service->request_title != NULL)
    dd_text_append_paragraph (self->text, service->request_title, self->terminal->width,
                              BULLET_INDENT);
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);
      g_autofree char *text = field->required ? g_strdup (dd_words_translate (field->label))
                                              : g_strdup_printf (_ ("%s (may be left out)"),
                                                                 dd_words_translate (field->label));

      append_bullet (self, text, BULLET_INDENT);
    }
}

static void
append_exclusions (Printer *self, GPtrArray *exclusions)
{
  for (guint i = 0; i < exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (exclusions, i);
      g_autofree char *text =
          exclusion->wording != NULL
              ? g_strdup_printf (_ ("%s: %s (“%s”)"), exclusion->name,
                                 dd_words_translate (exclusion->text), exclusion->wording)
              : g_strdup_printf (_ ("%s: %s"), exclusion->name,
                                 dd_words_translate (exclusion->text));

      if (i == 0)
        append_heading (self, _ ("Exclusions"), exclusion->section);
      append_bullet (self, text, BULLET_INDENT);
    }
}

static void
append_questions (Printer *self, GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const DdQuestionAnswer *question = g_ptr_array_index (questions, i);

      if (i == 0)
        append_heading (self, _ ("Questions and answers"), question->section);
      append_bullet (self, dd_words_translate (question->question), BULLET_INDENT);
      dd_text_append_paragraph (self->text, dd_words_translate (question->answer),
                                self->terminal->width, 2 * BULLET_INDENT);
    }
}

/* A gate is no row of the printed table. */
static void
add_row (DdTable *table, const DdActivity *activity)
{
  const DdCell *cell = activity->cell;
  gboolean first = g_ptr_array_index (cell->activities, 0) == activity;
  gboolean printed = activity->kind != DD_ACTIVITY_GATE;
  g_autofree char *name = g_strconcat ("    ", activity->name, NULL);
  g_autofree char *owner = dd_owner_get_letters (activity->owner);
  g_autofree char *reading = dd_words_reading (activity);

  dd_table_add_row (table, DD_STYLE_PLAIN,
                    (const char *const[]){ name, printed && activity->owner_printed ? owner : "",
                                           printed && first ? cell->documented : "", owner,
                                           reading });
}

static void
add_milestone (DdTable *table, const DdMilestone *milestone)
{
  g_autofree char *name = g_strconcat ("  ", milestone->name, NULL);

  if (milestone->name[0] != '\0')
    dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ name, NULL, NULL, NULL, NULL });
  for (guint i = 0; i < milestone->cells->len; i++)
    {
      const DdCell *cell = g_ptr_array_index (milestone->cells, i);

      for (guint j = 0; j < cell->activities->len; j++)
        add_row (table, g_ptr_array_index (cell->activities, j));
    }
}

static void
append_table (Printer *self, DdService *service)
{
  const DdTableFlags columns[] = { DD_TABLE_FLEXIBLE, DD_TABLE_PLAIN, DD_TABLE_PLAIN,
                                   DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *legend = dd_words_owner_legend ();
  g_autofree char *rows = NULL;

  append_heading (self, _ ("Process"), NULL);
  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ _ ("As printed:"), _ ("Owner"), _ ("Duration"),
                                           _ ("Read as:"), _ ("Time") });
  for (guint i = 0; i < service->phases->len; i++)
    {
      const DdPhase *phase = g_ptr_array_index (service->phases, i);

      if (phase->name[0] != '\0')
        dd_table_add_row (table, DD_STYLE_HEADING,
                          (const char *const[]){ phase->name, NULL, NULL, NULL, NULL });
      for (guint j = 0; j < phase->milestones->len; j++)
        add_milestone (table, g_ptr_array_index (phase->milestones, j));
    }
  rows = dd_table_to_text (table, self->terminal);
  g_string_append_printf (self->text, "%s\n", rows);
  dd_text_append_paragraph (self->text, legend, self->terminal->width, 0);
}

/* What an activity waits for where it is written, for else it follows what stands before it. */
static char *
describe_after (DdService *service, const DdActivity *activity)
{
  GString *text;

  if (activity->after->len == 0)
    return g_strdup (_ ("May start at once"));
  text = g_string_new (_ ("Follows "));
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *after = &g_array_index (activity->after, DdPredecessor, i);
      const DdActivity *other = dd_service_find_activity (service, after->id);
      g_autofree char *lag = dd_words_duration (&after->lag);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", other->name);
      if (after->lag.upper.count > 0)
        g_string_append_printf (text, _ (" after %s more"), lag);
    }
  return g_string_free (text, FALSE);
}

/* The required inputs of a gate. */
static char *
describe_needs (const DdActivity *activity)
{
  GString *text = g_string_new (_ ("Needs "));

  for (guint i = 0; i < activity->inputs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (activity->inputs, i));
  return g_string_free (text, FALSE);
}

static void
append_activity (Printer *self, DdService *service, const DdActivity *activity)
{
  g_autofree char *owner = dd_owner_get_label (activity->owner);
  g_autofree char *title = g_strdup_printf ("%s, %s (%s)", activity->name, owner, activity->id);
  g_autofree char *after = describe_after (service, activity);
  g_autofree char *needs = describe_needs (activity);

  dd_text_append_paragraph (self->text, title, self->terminal->width, BULLET_INDENT);
  for (guint i = 0; i < activity->details->len; i++)
    append_bullet (self, g_ptr_array_index (activity->details, i), 2 * BULLET_INDENT);
  if (activity->after_given)
    append_bullet (self, after, 2 * BULLET_INDENT);
  if (activity->inputs->len > 0)
    append_bullet (self, needs, 2 * BULLET_INDENT);
  if (activity->not_before != NULL)
    {
      g_autofree char *date = g_strdup_printf (_ ("Not before %s"), activity->not_before);

      append_bullet (self, date, 2 * BULLET_INDENT);
    }
}

static void
append_activities (Printer *self, DdService *service)
{
  append_heading (self, _ ("Activities"), NULL);
  for (guint i = 0; i < service->activities->len; i++)
    append_activity (self, service, g_ptr_array_index (service->activities, i));
}

static void
append_title (Printer *self, DdService *service)
{
  g_autofree char *title =
      g_strdup_printf (_ ("%s, document version %s"), service->product, service->document_version);
  g_autofree char *clean = dd_text_clean (title);

  dd_terminal_append (self->terminal, self->text, DD_STYLE_HEADING, clean);
  g_string_append_c (self->text, '\n');
  if (service->document != NULL)
    dd_text_append_paragraph (self->text, service->document, self->terminal->width, 0);
}

char *
dd_service_to_text (DdService *self, const DdTerminal *terminal)
{
  Printer printer = { g_string_new (NULL), terminal };

  append_title (&printer, self);
  append_sentences (&printer, _ ("Summary"), self->summaries);
  append_sentences (&printer, _ ("Recommended frequency"), self->frequencies);
  append_eligibility (&printer, self->eligibility);
  append_inputs (&printer, self->inputs);
  append_sentences (&printer, _ ("Outputs"), self->outputs);
  append_sentences (&printer, _ ("Process overview"), self->steps);
  append_exclusions (&printer, self->exclusions);
  append_sentences (&printer, _ ("Timeline"), self->timeline);
  append_headlines (&printer, self);
  append_table (&printer, self);
  append_activities (&printer, self);
  append_request (&printer, self);
  append_sentences (&printer, _ ("Next steps"), self->next_steps);
  append_questions (&printer, self->questions);
  return g_string_free (printer.text, FALSE);
}
