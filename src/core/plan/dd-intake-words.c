/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The verdict on a request in sentences: why it is what it is, the latest request date, and the
 * smallest change that helps. Each sentence is translated as a whole. Nothing is computed here that
 * the verdict depends on.
 */
#include "config.h"

#include "plan/dd-intake-private.h"

#include "plan/dd-date-words.h"
#include "plan/dd-working-time.h"

#include <glib/gi18n-lib.h>

static char *
days_to_words (const DdIntake *self, gint64 days)
{
  int minutes_per_day = dd_calendar_get_minutes_per_day (self->calendar);

  return dd_working_time_to_words (days * minutes_per_day, minutes_per_day);
}

/* How long after the deadline @finish is. */
static char *
lateness_to_words (const DdIntake *self, gint64 finish)
{
  return days_to_words (self, dd_intake_count_days (self->calendar, self->deadline, finish));
}

static char *
unknown_to_words (const DdIntake *self)
{
  gint64 finish = self->earliest_finish[DD_BASIS_TYPICAL];
  g_autofree char *start_date = NULL;
  g_autofree char *finish_date = NULL;

  if (self->deadline != DD_INSTANT_NONE)
    return g_strdup (_ ("Give a start to see whether the deadline can be met."));
  if (self->earliest_start == DD_INSTANT_NONE || finish >= DD_INSTANT_MAX)
    return g_strdup (_ ("Give a start and a deadline to see whether it can be met."));
  start_date = dd_date_words_of_start (self->calendar, self->earliest_start);
  finish_date = dd_date_words_of_end (self->calendar, finish);
  /* Translators: both are dates. */
  return g_strdup_printf (_ ("From %s the typical finish is %s; give a deadline to see whether it "
                             "can be met."),
                          start_date, finish_date);
}

static char *
infeasible_to_words (const DdIntake *self)
{
  gint64 finish = self->earliest_finish[DD_BASIS_TYPICAL];
  g_autofree char *start_date = NULL;
  g_autofree char *finish_date = NULL;
  g_autofree char *late = NULL;

  start_date = dd_date_words_of_start (self->calendar, self->earliest_start);
  if (finish >= DD_INSTANT_MAX)
    return g_strdup_printf (_ ("From the earliest start, %s, the finish lies after the year 2199."),
                            start_date);
  finish_date = dd_date_words_of_end (self->calendar, finish);
  late = lateness_to_words (self, finish);
  /* Translators: two dates and an amount of time: "3 working days". */
  return g_strdup_printf (_ ("From the earliest start, %s, the typical finish is %s, %s after the "
                             "deadline."),
                          start_date, finish_date, late);
}

/* Tight because the customer's ideal start comes too late. */
static char *
late_ideal_to_words (const DdIntake *self)
{
  gint64 finish = self->ideal_finish[DD_BASIS_TYPICAL];
  g_autofree char *ideal = dd_date_words_of_start (self->calendar, self->ideal_start);
  g_autofree char *earliest = dd_date_words_of_start (self->calendar, self->earliest_start);
  g_autofree char *late = lateness_to_words (self, finish);

  /* Translators: a date, an amount of time ("3 working days"), and a date. */
  return g_strdup_printf (
      _ ("From the ideal start, %s, the typical finish is %s after the deadline; "
         "from the earliest start, %s, the deadline is met."),
      ideal, late, earliest);
}

static char *
tight_to_words (const DdIntake *self)
{
  gint64 typical = self->ideal_finish[DD_BASIS_TYPICAL];
  gint64 cautious = self->ideal_finish[DD_BASIS_CAUTIOUS];
  g_autofree char *start_date = dd_date_words_of_start (self->calendar, self->ideal_start);
  g_autofree char *typical_date = dd_date_words_of_end (self->calendar, typical);
  g_autofree char *late = NULL;

  if (typical > self->deadline)
    return late_ideal_to_words (self);
  if (cautious <= self->deadline)
    /* Translators: two dates. */
    return g_strdup_printf (
        _ ("From %s the typical finish, %s, meets the deadline with less than a "
           "working day to spare."),
        start_date, typical_date);
  late = lateness_to_words (self, cautious);
  /* Translators: two dates and an amount of time: "3 working days". */
  return g_strdup_printf (_ ("From %s the typical finish, %s, meets the deadline; the cautious one "
                             "misses it by %s."),
                          start_date, typical_date, late);
}

static char *
feasible_to_words (const DdIntake *self)
{
  gint64 cautious = self->ideal_finish[DD_BASIS_CAUTIOUS];
  g_autofree char *start_date = dd_date_words_of_start (self->calendar, self->ideal_start);
  g_autofree char *finish_date = dd_date_words_of_end (self->calendar, cautious);

  if (cautious == self->ideal_finish[DD_BASIS_TYPICAL])
    /* Translators: two dates. */
    return g_strdup_printf (_ ("From %s the finish, %s, meets the deadline."), start_date,
                            finish_date);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("From %s even the cautious finish, %s, meets the deadline."),
                          start_date, finish_date);
}

static char *
verdict_to_words (const DdIntake *self)
{
  switch (self->verdict)
    {
    case DD_VERDICT_UNKNOWN:
      return unknown_to_words (self);
    case DD_VERDICT_INFEASIBLE:
      return infeasible_to_words (self);
    case DD_VERDICT_TIGHT:
      return tight_to_words (self);
    case DD_VERDICT_FEASIBLE:
      return feasible_to_words (self);
    }
  g_assert_not_reached ();
}

/* Returns: (nullable): when the request must be made, NULL when that is not known */
static char *
latest_start_to_words (const DdIntake *self)
{
  gint64 typical = self->latest_start[DD_BASIS_TYPICAL];
  gint64 cautious = self->latest_start[DD_BASIS_CAUTIOUS];
  g_autofree char *typical_date = NULL;
  g_autofree char *cautious_date = NULL;

  if (typical == DD_INSTANT_NONE)
    return NULL;
  typical_date = dd_date_words_of_start (self->calendar, typical);
  if (cautious == typical || cautious == DD_INSTANT_NONE)
    return g_strdup_printf (_ ("The latest request date is %s."), typical_date);
  cautious_date = dd_date_words_of_start (self->calendar, cautious);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("The latest request date is %s, or %s with the cautious durations."),
                          typical_date, cautious_date);
}

/* Returns: (nullable): what helps, NULL when nothing does, or nothing needs to */
static char *
change_to_words (const DdIntake *self)
{
  g_autofree char *amount = NULL;
  g_autofree char *date = NULL;

  if (self->change.kind == DD_INTAKE_CHANGE_NONE)
    return NULL;
  if (self->change.kind == DD_INTAKE_CHANGE_ACCESS)
    return g_strdup (_ ("What is left is to have access to the environment acknowledged."));
  amount = days_to_words (self, self->change.days);
  if (self->change.kind == DD_INTAKE_CHANGE_START)
    {
      date = dd_date_words_of_start (self->calendar, self->change.instant);
      /* Translators: an amount of time ("3 working days") and a date. */
      return g_strdup_printf (_ ("The smallest change that helps is to start %s earlier, on %s."),
                              amount, date);
    }
  date = dd_date_words_of_end (self->calendar, self->change.instant);
  /* Translators: an amount of time ("3 working days") and a date. */
  return g_strdup_printf (
      _ ("The smallest change that helps is to move the deadline %s later, to %s."), amount, date);
}

char *
dd_intake_to_words (const DdIntake *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  char *sentence = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (sentences, verdict_to_words (self));
  sentence = latest_start_to_words (self);
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
  sentence = change_to_words (self);
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
