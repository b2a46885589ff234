/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is to be said at single fields of a request: what is missing, has passed, or contradicts
 * another field. Each finding is one sentence at one field, so that a form can show it there.
 * Linear in the fields and activities. Dates are compared here as they were typed; what the verdict
 * made of them (now for a date that has passed) is in the intake's own fields.
 */
#include "config.h"

#include "plan/dd-intake-private.h"

#include "plan/dd-date-words.h"

#include <glib/gi18n-lib.h>

static const char *const field_ids[DD_N_INTAKE_FIELDS] = {
  [DD_INTAKE_CURRENT_VERSION] = "current-version",
  [DD_INTAKE_EARLIEST_START] = "earliest",
  [DD_INTAKE_IDEAL_START] = "ideal",
  [DD_INTAKE_DEADLINE] = "deadline",
  [DD_INTAKE_REASON] = "reason",
  [DD_INTAKE_ACCESS] = "access",
};

static const char *const missing_messages[DD_N_INTAKE_FIELDS] = {
  [DD_INTAKE_CURRENT_VERSION] = N_ ("The current version is missing."),
  [DD_INTAKE_EARLIEST_START] = N_ ("The earliest start is missing."),
  [DD_INTAKE_IDEAL_START] = N_ ("The ideal start is missing."),
  [DD_INTAKE_DEADLINE] = N_ ("The deadline is missing."),
  [DD_INTAKE_REASON] = N_ ("The reason for the deadline is missing."),
  [DD_INTAKE_ACCESS] = N_ ("Access to the environment has not been acknowledged."),
};

const char *
dd_intake_field_get_id (DdIntakeField field)
{
  g_return_val_if_fail (field < DD_N_INTAKE_FIELDS, NULL);

  return field_ids[field];
}

/* Takes @message. */
static DdIntakeFinding *
add_finding (DdIntake *self, DdIntakeField field, DdIntakeFindingKind kind, char *message)
{
  DdIntakeFinding *finding = g_new0 (DdIntakeFinding, 1);

  finding->field = field;
  finding->kind = kind;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

/* --- Missing --- */

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static gboolean
is_empty (const DdIntakeRequest *request, DdIntakeField field)
{
  switch (field)
    {
    case DD_INTAKE_CURRENT_VERSION:
      return is_blank (request->current_version);
    case DD_INTAKE_EARLIEST_START:
      return request->earliest_start == DD_INSTANT_NONE;
    case DD_INTAKE_IDEAL_START:
      return request->ideal_start == DD_INSTANT_NONE;
    case DD_INTAKE_DEADLINE:
      return request->deadline == DD_INSTANT_NONE;
    case DD_INTAKE_REASON:
      return is_blank (request->reason);
    case DD_INTAKE_ACCESS:
      return !request->access;
    }
  g_assert_not_reached ();
}

static gboolean
is_asked_for (DdService *service, DdIntakeField field)
{
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *asked = g_ptr_array_index (service->request_fields, i);

      if (asked->required && g_str_equal (asked->id, field_ids[field]))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is no verdict without @field. */
static gboolean
is_needed (const DdIntake *self, DdIntakeField field)
{
  return field == DD_INTAKE_DEADLINE
         || (field == DD_INTAKE_EARLIEST_START && self->earliest_start == DD_INSTANT_NONE);
}

static void
find_missing (DdIntake *self,
              DdService *service,
              const DdIntakeRequest *request,
              DdIntakeField field)
{
  if (is_empty (request, field) && (is_asked_for (service, field) || is_needed (self, field)))
    add_finding (self, field, DD_INTAKE_MISSING, g_strdup (_ (missing_messages[field])));
}

/* --- Dates --- */

static gboolean
is_day_past (DdCalendar *calendar, gint64 instant, gint64 now)
{
  return instant != DD_INSTANT_NONE && now != DD_INSTANT_NONE
         && dd_calendar_julian_day (calendar, instant) < dd_calendar_julian_day (calendar, now);
}

static void
find_earliest_start (DdIntake *self, const DdIntakeRequest *request)
{
  g_autofree char *start = NULL;

  if (!is_day_past (self->calendar, request->earliest_start, request->now))
    return;
  start = dd_date_words_of_start (self->calendar, request->earliest_start);
  add_finding (self, DD_INTAKE_EARLIEST_START, DD_INTAKE_PAST,
               g_strdup_printf (_ ("The earliest start, %s, has passed."), start));
}

static void
find_ideal_start (DdIntake *self, const DdIntakeRequest *request)
{
  g_autofree char *ideal = NULL;

  if (request->ideal_start == DD_INSTANT_NONE)
    return;
  ideal = dd_date_words_of_start (self->calendar, request->ideal_start);
  if (is_day_past (self->calendar, request->ideal_start, request->now))
    add_finding (self, DD_INTAKE_IDEAL_START, DD_INTAKE_PAST,
                 g_strdup_printf (_ ("The ideal start, %s, has passed."), ideal));
  if (request->earliest_start != DD_INSTANT_NONE && request->ideal_start < request->earliest_start)
    {
      g_autofree char *earliest = dd_date_words_of_start (self->calendar, request->earliest_start);

      add_finding (self, DD_INTAKE_IDEAL_START, DD_INTAKE_CONTRADICTION,
                   g_strdup_printf (_ ("The ideal start, %s, is before the earliest start, %s."),
                                    ideal, earliest));
    }
}

/* A deadline is the end of its day, so the same date as a start's is after it. */
static void
find_deadline (DdIntake *self, const DdIntakeRequest *request)
{
  g_autofree char *deadline = NULL;

  if (request->deadline == DD_INSTANT_NONE)
    return;
  deadline = dd_date_words_of_end (self->calendar, request->deadline);
  if (request->now != DD_INSTANT_NONE && request->deadline <= request->now)
    add_finding (self, DD_INTAKE_DEADLINE, DD_INTAKE_PAST,
                 g_strdup_printf (_ ("The deadline, %s, has passed."), deadline));
  if (request->earliest_start != DD_INSTANT_NONE && request->deadline <= request->earliest_start)
    {
      g_autofree char *start = dd_date_words_of_start (self->calendar, request->earliest_start);

      add_finding (self, DD_INTAKE_DEADLINE, DD_INTAKE_CONTRADICTION,
                   g_strdup_printf (_ ("The deadline, %s, is before the earliest start, %s."),
                                    deadline, start));
    }
  else if (request->ideal_start != DD_INSTANT_NONE && request->deadline <= request->ideal_start)
    {
      g_autofree char *start = dd_date_words_of_start (self->calendar, request->ideal_start);

      add_finding (self, DD_INTAKE_DEADLINE, DD_INTAKE_CONTRADICTION,
                   g_strdup_printf (_ ("The deadline, %s, is before the ideal start, %s."),
                                    deadline, start));
    }
}

/* --- Access --- */

const DdActivity *
dd_intake_find_access_gate (DdService *service)
{
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);

      if (activity->kind == DD_ACTIVITY_GATE
          && g_ptr_array_find_with_equal_func (activity->inputs, field_ids[DD_INTAKE_ACCESS],
                                               g_str_equal, NULL))
        return activity;
    }
  return NULL;
}

static void
find_access (DdIntake *self, DdService *service, const DdIntakeRequest *request)
{
  const DdActivity *gate = dd_intake_find_access_gate (service);
  DdIntakeFinding *finding = NULL;

  if (request->access || gate == NULL)
    {
      find_missing (self, service, request, DD_INTAKE_ACCESS);
      return;
    }
  finding = add_finding (
      self, DD_INTAKE_ACCESS, DD_INTAKE_GATE,
      g_strdup_printf (_ ("Access to the environment has not been acknowledged; without it the "
                          "entry condition “%s” cannot be met."),
                       gate->name));
  finding->gate = g_strdup (gate->id);
}

void
dd_intake_find (DdIntake *self, DdService *service, const DdIntakeRequest *request)
{
  find_missing (self, service, request, DD_INTAKE_CURRENT_VERSION);
  find_missing (self, service, request, DD_INTAKE_EARLIEST_START);
  find_earliest_start (self, request);
  find_missing (self, service, request, DD_INTAKE_IDEAL_START);
  find_ideal_start (self, request);
  find_missing (self, service, request, DD_INTAKE_DEADLINE);
  find_deadline (self, request);
  find_missing (self, service, request, DD_INTAKE_REASON);
  find_access (self, service, request);
}
