/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The parts of a service: their lives, and what is asked of them.
 *
 * Built once (dd-service-private.h), completed once (dd-service-complete.c), and never changed
 * after that, so that any thread may read it. dd_service_activity_minutes() and
 * dd_service_find_activity() are O(1). Nothing here follows "after": see dd-service-cycle.h.
 */
#include "config.h"

#include "service/dd-service-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (DdService, dd_service, dd_service_ref, dd_service_unref)

static void
sentence_free (gpointer data)
{
  DdSentence *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self->section);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
eligibility_free (DdEligibility *self)
{
  g_free (self->program);
  g_free (self->deployment);
  g_free (self->text);
  g_free (self->section);
  g_free (self);
}

static void
input_free (gpointer data)
{
  DdInput *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self->section);
  g_free (self);
}

static void
request_field_free (gpointer data)
{
  DdRequestField *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->type);
  g_free (self->section);
  g_free (self);
}

static void
exclusion_free (gpointer data)
{
  DdExclusion *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->effect);
  g_free (self->certainty);
  g_free (self->text);
  g_free (self->wording);
  g_ptr_array_unref (self->when);
  g_free (self->section);
  g_free (self);
}

static void
headline_free (gpointer data)
{
  DdHeadline *self = data;

  g_free (self->from);
  g_free (self->to);
  g_free (self->documented);
  g_free (self->section);
  g_free (self);
}

static void
question_answer_free (gpointer data)
{
  DdQuestionAnswer *self = data;

  g_free (self->question);
  g_free (self->answer);
  g_free (self->section);
  g_free (self);
}

static void
predecessor_clear (gpointer data)
{
  DdPredecessor *self = data;

  g_free (self->id);
}

static void
activity_free (gpointer data)
{
  DdActivity *self = data;

  g_free (self->id);
  g_free (self->name);
  g_array_unref (self->after);
  g_free (self->not_before);
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->details);
  g_free (self->section);
  g_free (self);
}

static void
cell_free (gpointer data)
{
  DdCell *self = data;

  g_free (self->documented);
  g_ptr_array_unref (self->activities);
  g_free (self->section);
  g_free (self);
}

static void
milestone_free (gpointer data)
{
  DdMilestone *self = data;

  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  DdPhase *self = data;

  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->milestones);
  g_free (self);
}

gpointer
dd_sentence_new (void)
{
  DdSentence *self = g_new0 (DdSentence, 1);

  self->parts = g_ptr_array_new_with_free_func (sentence_free);
  return self;
}

gpointer
dd_eligibility_new (void)
{
  return g_new0 (DdEligibility, 1);
}

gpointer
dd_input_new (void)
{
  return g_new0 (DdInput, 1);
}

gpointer
dd_request_field_new (void)
{
  return g_new0 (DdRequestField, 1);
}

gpointer
dd_exclusion_new (void)
{
  DdExclusion *self = g_new0 (DdExclusion, 1);

  self->when = g_ptr_array_new_with_free_func (dd_condition_free);
  return self;
}

gpointer
dd_headline_new (void)
{
  return g_new0 (DdHeadline, 1);
}

gpointer
dd_question_answer_new (void)
{
  return g_new0 (DdQuestionAnswer, 1);
}

gpointer
dd_phase_new (void)
{
  DdPhase *self = g_new0 (DdPhase, 1);

  self->milestones = g_ptr_array_new_with_free_func (milestone_free);
  return self;
}

DdMilestone *
dd_phase_add_milestone (DdPhase *phase)
{
  DdMilestone *self = g_new0 (DdMilestone, 1);

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->phase = phase;
  g_ptr_array_add (phase->milestones, self);
  return self;
}

DdCell *
dd_milestone_add_cell (DdMilestone *milestone)
{
  DdCell *self = g_new0 (DdCell, 1);

  self->activities = g_ptr_array_new_with_free_func (activity_free);
  self->milestone = milestone;
  g_ptr_array_add (milestone->cells, self);
  return self;
}

DdActivity *
dd_service_add_activity (DdService *self, DdCell *cell)
{
  DdActivity *activity = g_new0 (DdActivity, 1);

  activity->after = g_array_new (FALSE, FALSE, sizeof (DdPredecessor));
  g_array_set_clear_func (activity->after, predecessor_clear);
  activity->share = 1;
  activity->inputs = g_ptr_array_new_with_free_func (g_free);
  activity->details = g_ptr_array_new_with_free_func (g_free);
  activity->index = self->activities->len;
  activity->cell = cell;
  g_ptr_array_add (cell->activities, activity);
  g_ptr_array_add (self->activities, activity);
  return activity;
}

DdService *
dd_service_new (const char *origin)
{
  DdService *self = g_new0 (DdService, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->origin = g_strdup (origin);
  self->summaries = g_ptr_array_new_with_free_func (sentence_free);
  self->frequencies = g_ptr_array_new_with_free_func (sentence_free);
  self->inputs = g_ptr_array_new_with_free_func (input_free);
  self->outputs = g_ptr_array_new_with_free_func (sentence_free);
  self->steps = g_ptr_array_new_with_free_func (sentence_free);
  self->timeline = g_ptr_array_new_with_free_func (sentence_free);
  self->request_fields = g_ptr_array_new_with_free_func (request_field_free);
  self->next_steps = g_ptr_array_new_with_free_func (sentence_free);
  self->exclusions = g_ptr_array_new_with_free_func (exclusion_free);
  self->headlines = g_ptr_array_new_with_free_func (headline_free);
  self->questions = g_ptr_array_new_with_free_func (question_answer_free);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->activities = g_ptr_array_new ();
  self->activities_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
service_free (DdService *self)
{
  g_free (self->id);
  g_free (self->product);
  g_free (self->document);
  g_free (self->document_version);
  g_free (self->recurrence);
  g_free (self->origin);
  g_ptr_array_unref (self->summaries);
  g_ptr_array_unref (self->frequencies);
  g_clear_pointer (&self->eligibility, eligibility_free);
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->outputs);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->timeline);
  g_free (self->request_title);
  g_free (self->request_portal);
  g_free (self->request_section);
  g_ptr_array_unref (self->request_fields);
  g_ptr_array_unref (self->next_steps);
  g_ptr_array_unref (self->exclusions);
  g_ptr_array_unref (self->headlines);
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->activities_by_id);
  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->phases);
  g_free (self);
}

DdService *
dd_service_ref (DdService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_service_unref (DdService *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    service_free (self);
}

DdActivity *
dd_service_find_activity (DdService *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->activities_by_id, id);
}

guint
dd_service_get_default_range (DdService *self, const DdActivity *activity, guint *first)
{
  const DdActivity *top = activity, *before;
  guint n;

  if (activity->cell->parallel)
    top = g_ptr_array_index (activity->cell->activities, 0);
  *first = 0;
  if (top->index == 0)
    return 0;

  before = g_ptr_array_index (self->activities, top->index - 1);
  n = before->cell->parallel ? before->cell->activities->len : 1;
  *first = top->index - n;
  return n;
}

void
dd_service_default_predecessors (DdService *self, const DdActivity *activity, GArray *indices)
{
  guint first, n;

  g_return_if_fail (self != NULL && activity != NULL && indices != NULL);

  n = dd_service_get_default_range (self, activity, &first);
  for (guint i = first; i < first + n; i++)
    g_array_append_val (indices, i);
}

/* The working minutes of a whole cell. */
static gint64
cell_minutes (const DdCell *cell, DdBasis basis, int minutes_per_day, int days_per_week)
{
  const DdDuration *duration = &cell->duration;
  gint64 shortest, stated;

  if (basis != DD_BASIS_TYPICAL || cell->headline == NULL || !dd_duration_is_range (duration))
    return dd_duration_minutes (duration, basis, minutes_per_day, days_per_week);

  shortest = dd_duration_minutes (duration, DD_BASIS_SHORT, minutes_per_day, days_per_week);
  stated = dd_span_minutes (cell->headline->duration.upper, minutes_per_day, days_per_week);
  if (stated < shortest
      || stated > dd_duration_minutes (duration, DD_BASIS_CAUTIOUS, minutes_per_day, days_per_week))
    return shortest;
  return stated;
}

gint64
dd_service_activity_minutes (DdService *self,
                             const DdActivity *activity,
                             DdBasis basis,
                             int minutes_per_day,
                             int days_per_week)
{
  const DdCell *cell;
  gint64 minutes, start, finish;

  g_return_val_if_fail (self != NULL && activity != NULL, 0);

  cell = activity->cell;
  if (!dd_activity_takes_time (activity))
    return 0;
  minutes = cell_minutes (cell, basis, minutes_per_day, days_per_week);
  if (cell->parallel)
    return minutes;

  /* Rounding where each ends, not how long each takes: so nothing is lost or won over the cell. */
  start = minutes * activity->share_before / cell->share_total;
  finish = minutes * (activity->share_before + activity->share) / cell->share_total;
  return finish - start;
}

static const struct
{
  DdOwner flag;
  const char *word;
  const char *label;
  const char *letter;
} owners[] = {
  /* Translators: one letter each for customer, Platinum Consultant and Platinum Project Manager;
   * they must differ. */
  { DD_OWNER_CUSTOMER, "customer", N_ ("Customer"), NC_ ("owner", "C") },
  { DD_OWNER_CONSULTANT, "consultant", N_ ("Platinum Consultant"), NC_ ("owner", "P") },
  { DD_OWNER_MANAGER, "manager", N_ ("Platinum Project Manager"), NC_ ("owner", "M") },
};

char *
dd_owner_to_text (guint owner)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owner & owners[i].flag)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", owners[i].word);
  return g_string_free (text, FALSE);
}

char *
dd_owner_get_label (guint owner)
{
  const char *labels[G_N_ELEMENTS (owners)] = { "", "", "" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owner & owners[i].flag)
      labels[n++] = _ (owners[i].label);

  if (n == 3)
    /* Translators: three who do something together */
    return g_strdup_printf (_ ("%s, %s and %s"), labels[0], labels[1], labels[2]);
  if (n == 2)
    /* Translators: two who do something together: "Customer and Platinum Consultant" */
    return g_strdup_printf (_ ("%s and %s"), labels[0], labels[1]);
  return g_strdup (labels[0]);
}

char *
dd_owner_get_letters (guint owner)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owner & owners[i].flag)
      g_string_append_printf (letters, "%s%s", letters->len > 0 ? "+" : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "owner", owners[i].letter));
  return g_string_free (letters, FALSE);
}

static guint
read_owner (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (g_str_equal (word, owners[i].word))
      return owners[i].flag;
  return 0;
}

guint
dd_owner_parse (const char *text)
{
  g_auto (GStrv) words = NULL;
  guint result = 0;

  g_return_val_if_fail (text != NULL, 0);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint owner = read_owner (words[i]);

      if (owner == 0)
        return 0;
      result |= owner;
    }
  return result;
}

const char *const dd_activity_kinds[] = {
  [DD_ACTIVITY_TASK] = "task",     [DD_ACTIVITY_EVENT] = "event",   [DD_ACTIVITY_GATE] = "gate",
  [DD_ACTIVITY_WINDOW] = "window", [DD_ACTIVITY_WINDOW + 1] = NULL,
};

gboolean
dd_activity_takes_time (const DdActivity *activity)
{
  return activity->kind == DD_ACTIVITY_TASK || activity->kind == DD_ACTIVITY_WINDOW;
}

const char *
dd_activity_kind_to_text (DdActivityKind kind)
{
  g_return_val_if_fail (kind <= DD_ACTIVITY_WINDOW, NULL);

  return dd_activity_kinds[kind];
}
