/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The clocks of a case's promises: when each starts, what stops it, and what pauses it. Times are
 * those of Berlin; 7 December 2026 is a Monday.
 */

#include "config.h"

#include "delivery/dd-response-clock.h"

#include "plan-fixture.h"
#include "service-fixture.h"

#define SERVICE(headlines)                                                                         \
  "<service id='s' product='S' document-version='1'>" headlines                                    \
  "<phase id='p' name='P'>" TASK ("respond", "1d", "owner='consultant'")                           \
      TASK ("acknowledge", "1d", "owner='manager'") "</phase></service>"
#define FIRST   "<headline from='respond' to='respond' duration='1d'/>"
#define MANAGER "<headline from='acknowledge' to='acknowledge' duration='1d'/>"

typedef struct
{
  DdResponseCase known;
  DdProgress progress[2];
  DdWait wait;
} Subject;

static void
subject_init (Subject *self, const char *xml)
{
  *self = (Subject){ .progress = { DD_PROGRESS_NONE, DD_PROGRESS_NONE } };
  self->known.service = fixture_parse (xml);
  self->known.vendor = fixture_vendor ();
  self->known.requested_at = fixture_instant (self->known.vendor, "2026-12-07 09:00");
  self->known.progress = self->progress;
  self->known.waits = &self->wait;
  self->known.ended_at = DD_INSTANT_NONE;
  self->known.now = fixture_instant (self->known.vendor, "2026-12-07 12:00");
}

static void
subject_clear (Subject *self)
{
  dd_service_unref (self->known.service);
  dd_calendar_unref (self->known.vendor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static void
finish (Subject *self, guint index, const char *at)
{
  self->progress[index].state = DD_STATE_DONE;
  self->progress[index].actual_finish = fixture_instant (self->known.vendor, at);
}

static void
check (Subject *self, DdResponse response, DdClockState state, gint64 elapsed)
{
  g_autoptr (DdClock) clock = dd_response_make_clock (&self->known, response);

  g_assert_nonnull (clock);
  g_assert_cmpint (dd_clock_get_state (clock), ==, state);
  g_assert_cmpint (dd_clock_get_elapsed (clock), ==, elapsed);
}

static void
test_course (void)
{
  g_auto (Subject) self;

  subject_init (&self, SERVICE (FIRST MANAGER));
  check (&self, DD_RESPONSE_FIRST, DD_CLOCK_RUNNING, 180);
  check (&self, DD_RESPONSE_MANAGER, DD_CLOCK_NOT_STARTED, 0);
  g_assert_cmpint (dd_response_find_first (&self.known), ==, DD_INSTANT_NONE);
  finish (&self, 0, "2026-12-07 10:00");
  check (&self, DD_RESPONSE_FIRST, DD_CLOCK_MET, 60);
  check (&self, DD_RESPONSE_MANAGER, DD_CLOCK_RUNNING, 120);
  finish (&self, 1, "2026-12-07 11:00");
  check (&self, DD_RESPONSE_MANAGER, DD_CLOCK_MET, 60);
}

/* Only the customer pauses it, and only where it is about this. */
static const struct
{
  int activity;
  DdParty party;
  DdClockState state;
} waits[] = {
  { DD_WHOLE_CASE, DD_PARTY_CUSTOMER, DD_CLOCK_PAUSED },
  { 0, DD_PARTY_CUSTOMER, DD_CLOCK_PAUSED },
  { 1, DD_PARTY_CUSTOMER, DD_CLOCK_RUNNING },
  { DD_WHOLE_CASE, DD_PARTY_VENDOR, DD_CLOCK_RUNNING },
};

static void
test_waits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_auto (Subject) self;

      subject_init (&self, SERVICE (FIRST MANAGER));
      self.wait =
          (DdWait){ waits[i].activity,
                    { fixture_instant (self.known.vendor, "2026-12-07 11:00"), DD_INSTANT_MAX },
                    waits[i].party,
                    "access" };
      self.known.n_waits = 1;
      check (&self, DD_RESPONSE_FIRST, waits[i].state,
             waits[i].state == DD_CLOCK_PAUSED ? 120 : 180);
    }
}

static void
test_skipped (void)
{
  g_auto (Subject) self;

  subject_init (&self, SERVICE (FIRST MANAGER));
  self.progress[0].state = DD_STATE_SKIPPED;
  g_assert_null (dd_response_make_clock (&self.known, DD_RESPONSE_FIRST));
  check (&self, DD_RESPONSE_MANAGER, DD_CLOCK_RUNNING, 180);
}

static void
test_no_promise (void)
{
  g_auto (Subject) self;

  subject_init (&self, SERVICE (MANAGER));
  g_assert_null (dd_response_make_clock (&self.known, DD_RESPONSE_FIRST));
  g_assert_cmpint (dd_response_find_first (&self.known), ==, self.known.requested_at);
}

static void
test_ended (void)
{
  g_auto (Subject) self;

  subject_init (&self, SERVICE (FIRST MANAGER));
  self.known.ended_at = fixture_instant (self.known.vendor, "2026-12-07 11:00");
  check (&self, DD_RESPONSE_FIRST, DD_CLOCK_MET, 120);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response-clock/course", test_course);
  g_test_add_func ("/response-clock/waits", test_waits);
  g_test_add_func ("/response-clock/skipped", test_skipped);
  g_test_add_func ("/response-clock/no-promise", test_no_promise);
  g_test_add_func ("/response-clock/ended", test_ended);
  return g_test_run ();
}
