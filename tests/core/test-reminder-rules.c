/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Which reminders a case has. All times are those of Berlin in December 2026: the 1st is a Tuesday,
 * work is from 9 to 17 on weekdays. A reminder is told as "KIND MATTER DUE (about ABOUT)", days
 * without the month.
 */

#include "config.h"

#include "reminders/dd-reminder-rules.h"

#include "plan-fixture.h"
#include "service-fixture.h"

#include <string.h>

/* A case that is being described. */
typedef struct
{
  DdReminderCase known;
  DdNetwork *network;
  DdCalendar *calendar;
  DdProgress progress[8];
  DdWait waits[2];
  const char *wait_ids[2];
  DdReminderPreferences preferences;
  DdBasis basis;
  gint64 start;
} Subject;

static gint64
at (Subject *self, const char *text)
{
  return fixture_instant (self->calendar, text);
}

static void
subject_init (Subject *self, DdNetwork *network)
{
  *self =
      (Subject){ .network = network, .calendar = fixture_vendor (), .wait_ids = { "w0", "w1" } };
  for (guint i = 0; i < G_N_ELEMENTS (self->progress); i++)
    self->progress[i] = DD_PROGRESS_NONE;
  g_assert_cmpuint (dd_network_get_size (network), <=, G_N_ELEMENTS (self->progress));
  self->start = at (self, "2026-12-07 09:00");
  self->known = (DdReminderCase){ .id = "c",
                                  .customer = "Acme",
                                  .product = "P",
                                  .state = DD_CASE_RUNNING,
                                  .requested_at = self->start,
                                  .closed_at = DD_INSTANT_NONE,
                                  .deadline = DD_INSTANT_NONE,
                                  .network = network,
                                  .vendor = self->calendar,
                                  .progress = self->progress,
                                  .waits = self->waits,
                                  .wait_ids = self->wait_ids,
                                  .now = at (self, "2026-12-01 08:00") };
  dd_reminder_preferences_init (&self->preferences);
}

static void
subject_clear (Subject *self)
{
  dd_network_unref (self->network);
  dd_calendar_unref (self->calendar);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static void
wait_since (Subject *self, int activity, const char *since)
{
  self->waits[self->known.n_waits++] =
      (DdWait){ activity, { at (self, since), DD_INSTANT_MAX }, DD_PARTY_CUSTOMER, "access" };
}

static DdPlan *
make_plan (Subject *self)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (GError) error = NULL;
  DdPlan *plan;

  request.vendor = self->calendar;
  request.start = self->start;
  request.deadline = self->known.deadline;
  request.now = self->known.now;
  request.progress = self->progress;
  request.waits = self->waits;
  request.n_waits = self->known.n_waits;
  plan = dd_plan_new (self->network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

static char *
describe (Subject *self, GPtrArray *reminders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = reminders->pdata[i];
      g_autofree char *due = dd_calendar_format (self->calendar, reminder->due, "%-d %H:%M");
      g_autofree char *about = dd_calendar_format (self->calendar, reminder->about, "%-d %H:%M");

      g_string_append_printf (text, "%s%s %s %s (about %s)", i > 0 ? ", " : "",
                              dd_reminder_kind_get_nick (reminder->kind), reminder->matter, due,
                              about);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
list (Subject *self)
{
  g_autoptr (DdPlan) plan = make_plan (self);
  g_autoptr (GPtrArray) reminders = NULL;

  self->known.plan = plan;
  reminders = dd_reminders_list (&self->known, &self->preferences);
  return dd_reminders_between (reminders, DD_INSTANT_MIN, DD_INSTANT_MAX);
}

static void
check (Subject *self, const char *expected)
{
  g_autoptr (GPtrArray) reminders = list (self);
  g_autofree char *text = describe (self, reminders);

  g_assert_cmpstr (text, ==, expected);
}

#define TWO TASK ("a", "1d", "") TASK ("b", "2d", "")

/* --- Activities --- */

static void
test_start (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  check (&self, "activity-start activity:a 4 09:00 (about 7 09:00)");
  self.preferences.leads[DD_REMINDER_ACTIVITY_START].span = (DdSpan){ 4, DD_DURATION_HOUR };
  check (&self, "activity-start activity:a 4 13:00 (about 7 09:00)");
  self.preferences.leads[DD_REMINDER_ACTIVITY_START].on = FALSE;
  check (&self, "");
}

/* What should have begun is due now, not at an instant to come, on whatever day it is looked at. */
static void
test_slides (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.preferences.leads[DD_REMINDER_ACTIVITY_START].span = (DdSpan){ 0, DD_DURATION_DAY };
  self.known.now = at (&self, "2026-12-11 18:00");
  check (&self, "activity-start activity:a 11 18:00 (about 14 09:00)");
}

static void
test_running (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.progress[0].state = DD_STATE_RUNNING;
  self.progress[0].actual_start = at (&self, "2026-12-07 09:00");
  self.known.now = at (&self, "2026-12-07 10:00");
  check (&self, "activity-due activity:a 7 09:00 (about 7 17:00), "
                "activity-start activity:b 7 09:00 (about 8 09:00)");
}

static void
test_waiting (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.progress[0].state = DD_STATE_RUNNING;
  self.progress[0].actual_start = at (&self, "2026-12-07 09:00");
  self.known.now = at (&self, "2026-12-07 16:00");
  wait_since (&self, DD_WHOLE_CASE, "2026-12-07 12:00");
  check (&self, "wait-old wait:w0 10 12:00 (about 7 12:00)");
}

static void
test_all_done (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.progress[0].state = DD_STATE_DONE;
  self.progress[1].state = DD_STATE_SKIPPED;
  check (&self, "");
}

/* --- The deadline --- */

static void
test_deadline (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.known.deadline = at (&self, "2026-12-12 00:00");
  /* Three days of work must begin on the 9th. */
  check (&self, "activity-start activity:a 4 09:00 (about 7 09:00), "
                "deadline-near deadline 7 09:00 (about 9 09:00), "
                "activity-due activity:a 9 09:00 (about 9 17:00), "
                "deadline-missed deadline 9 09:01 (about 12 00:00)");
}

static void
test_deadline_missed (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.known.deadline = at (&self, "2026-12-08 00:00");
  self.preferences.leads[DD_REMINDER_ACTIVITY_START].on = FALSE;
  self.preferences.leads[DD_REMINDER_ACTIVITY_DUE].on = FALSE;
  self.preferences.leads[DD_REMINDER_DEADLINE_NEAR].on = FALSE;
  check (&self, "deadline-missed deadline 1 08:00 (about 8 00:00)");
}

/* One that stands still must go on while what remains of it still fits in. */
static void
test_deadline_waiting (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.known.deadline = at (&self, "2026-12-12 00:00");
  self.known.now = at (&self, "2026-12-07 16:00");
  self.progress[0].state = DD_STATE_RUNNING;
  self.progress[0].actual_start = at (&self, "2026-12-07 09:00");
  wait_since (&self, 0, "2026-12-07 13:00");
  /* Half a day remains, so the last moment is the 9th at noon and an hour. */
  self.preferences.leads[DD_REMINDER_ACTIVITY_START].on = FALSE;
  self.preferences.leads[DD_REMINDER_ACTIVITY_DUE].on = FALSE;
  check (&self, "deadline-near deadline 7 13:00 (about 9 13:00), "
                "deadline-missed deadline 9 13:01 (about 12 00:00), "
                "wait-old wait:w0 10 13:00 (about 7 13:00)");
}

/* --- Promises --- */

static const struct
{
  const char *name;
  DdActivityState first;
  DdActivityState manager;
  gboolean waiting;
  const char *expected;
} promises[] = {
  { "awaited", DD_STATE_PLANNED, DD_STATE_PLANNED, FALSE,
    "response-half response:first 7 13:00 (about 7 17:00), "
    "response-soon response:first 7 15:00 (about 7 17:00), "
    "response-breached response:first 7 17:00 (about 7 17:00)" },
  { "given", DD_STATE_DONE, DD_STATE_PLANNED, FALSE,
    "response-half response:manager 7 14:00 (about 8 10:00), "
    "response-soon response:manager 7 16:00 (about 8 10:00), "
    "response-breached response:manager 8 10:00 (about 8 10:00), "
    "questionnaire-late questionnaire 10 10:00 (about 7 10:00)" },
  { "paused", DD_STATE_PLANNED, DD_STATE_PLANNED, TRUE,
    "wait-old wait:w0 10 10:00 (about 7 10:00)" },
};

static DdNetwork *
make_promising (void)
{
  g_autoptr (DdService) service =
      fixture_parse ("<service id='s' product='S' document-version='1'>"
                     "<input id='documents'>The questionnaire.</input>"
                     "<headline from='respond' to='respond' duration='1d'/>"
                     "<headline from='acknowledge' to='acknowledge' duration='1d'/>"
                     "<phase id='p' name='P'>" TASK ("respond", "1d", "owner='consultant'")
                         TASK ("acknowledge", "1d", "owner='manager'") GATE ("gate", "")
                             TASK ("work", "1d", "owner='consultant'") "</phase></service>");

  return dd_network_new (service);
}

static void
test_promise (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_auto (Subject) self;

  subject_init (&self, make_promising ());
  self.known.now = at (&self, "2026-12-07 10:00");
  self.progress[0].state = promises[row].first;
  if (promises[row].first == DD_STATE_DONE)
    self.progress[0].actual_start = self.progress[0].actual_finish = self.known.now;
  self.progress[1].state = promises[row].manager;
  if (promises[row].waiting)
    wait_since (&self, DD_WHOLE_CASE, "2026-12-07 10:00");
  check (&self, promises[row].expected);
}

/* A request that is dated ahead, as when the machine's clock was set back, has its reminders. */
static void
test_request_to_come (void)
{
  g_auto (Subject) self;

  subject_init (&self, make_promising ());
  self.known.now = at (&self, "2026-12-04 10:00");
  check (&self, "response-half response:first 7 13:00 (about 7 17:00), "
                "response-soon response:first 7 15:00 (about 7 17:00), "
                "response-breached response:first 7 17:00 (about 7 17:00)");
}

/* A promise that was broken is told although all of it is past. */
static void
test_breached (void)
{
  g_auto (Subject) self;

  subject_init (&self, make_promising ());
  self.known.now = at (&self, "2026-12-09 10:00");
  check (&self, "response-half response:first 7 13:00 (about 7 17:00), "
                "response-soon response:first 7 15:00 (about 7 17:00), "
                "response-breached response:first 7 17:00 (about 7 17:00)");
}

static void
test_documents_back (void)
{
  g_auto (Subject) self;

  subject_init (&self, make_promising ());
  self.progress[0].state = self.progress[1].state = DD_STATE_DONE;
  self.progress[0].actual_finish = self.progress[1].actual_finish = at (&self, "2026-12-07 12:00");
  self.known.now = at (&self, "2026-12-07 14:00");
  check (&self, "questionnaire-late questionnaire 10 12:00 (about 7 12:00)");
  self.known.documents_back = TRUE;
  check (&self, "");
  self.known.documents_back = FALSE;
  self.progress[2].state = DD_STATE_DONE;
  self.progress[2].actual_finish = self.known.now;
  self.progress[3].state = DD_STATE_SKIPPED;
  check (&self, "");
}

/* --- The end --- */

static void
test_support (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TASK ("a", "1d", "") WINDOW ("support", "1w", "")));
  self.known.now = at (&self, "2026-12-07 10:00");
  self.progress[0].state = DD_STATE_RUNNING;
  self.progress[0].actual_start = self.known.now;
  self.preferences.leads[DD_REMINDER_ACTIVITY_DUE].on = FALSE;
  check (&self, "");
  self.progress[0].state = DD_STATE_DONE;
  self.progress[0].actual_finish = at (&self, "2026-12-07 17:00");
  self.known.now = at (&self, "2026-12-10 10:00");
  check (&self, "support-ending support:support 14 09:00 (about 14 17:00)");
  self.progress[1].state = DD_STATE_RUNNING;
  self.progress[1].actual_start = at (&self, "2026-12-09 09:00");
  check (&self, "support-ending support:support 15 09:00 (about 15 17:00)");
}

/* A case of ten working days that was closed on 18 December must be requested anew two weeks before
 * that day of the next year, and a week before that it is said. */
static void
test_next_request (void)
{
  g_auto (Subject) self;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (DdPlan) plan = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autofree char *text = NULL;

  subject_init (&self, fixture_network (TASK ("a", "2w", "")));
  self.known.state = DD_CASE_CLOSED;
  request.vendor = self.calendar;
  request.deadline = at (&self, "2027-12-18 00:00");
  plan = dd_plan_new (self.network, &request, NULL);
  self.known.next_plan = plan;
  reminders = dd_reminders_list (&self.known, &self.preferences);
  text = describe (&self, reminders);
  g_assert_cmpstr (text, ==, "next-request next-request 29 09:00 (about 6 09:00)");
  self.known.succeeded = TRUE;
  check (&self, "");
}

static void
test_cancelled (void)
{
  g_auto (Subject) self;

  subject_init (&self, fixture_network (TWO));
  self.known.state = DD_CASE_CANCELLED;
  check (&self, "");
}

static const struct
{
  const char *recurrence; /* NULL: none */
  const char *closed;
  const char *due;
} nexts[] = {
  { "1y", "2026-12-18 15:00", "2027-12-19 00:00" },
  { "6m", "2026-08-31 15:00", "2027-03-01 00:00" },
  { "1y", "2028-02-29 15:00", "2029-03-01 00:00" },
  { "99y", "2126-02-01 15:00", NULL },
  { NULL, "2026-12-18 15:00", NULL },
};

static void
test_next_due (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();

  for (guint i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      g_autofree char *recurrence = nexts[i].recurrence != NULL
                                        ? g_strdup_printf ("recurrence='%s'", nexts[i].recurrence)
                                        : g_strdup ("");
      g_autofree char *xml = g_strdup_printf (
          "<service id='s' product='S' document-version='1' %s><phase id='p' name='P'>" TASK (
              "a", "1d", "") "</phase></service>",
          recurrence);
      g_autoptr (DdService) service = fixture_parse (xml);

      g_assert_cmpint (dd_reminder_next_due (service, calendar,
                                             fixture_instant (calendar, nexts[i].closed)),
                       ==, fixture_instant (calendar, nexts[i].due));
    }
}

static void
test_between (void)
{
  g_auto (Subject) self;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  gint64 due;

  subject_init (&self, fixture_network (TWO));
  due = at (&self, "2026-12-04 09:00");
  all = list (&self);
  none = dd_reminders_between (all, due, due + 1);
  one = dd_reminders_between (all, due - 1, due);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-rules/start", test_start);
  g_test_add_func ("/reminder-rules/slides", test_slides);
  g_test_add_func ("/reminder-rules/running", test_running);
  g_test_add_func ("/reminder-rules/waiting", test_waiting);
  g_test_add_func ("/reminder-rules/all-done", test_all_done);
  g_test_add_func ("/reminder-rules/deadline", test_deadline);
  g_test_add_func ("/reminder-rules/deadline-missed", test_deadline_missed);
  g_test_add_func ("/reminder-rules/deadline-waiting", test_deadline_waiting);
  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autofree char *path = g_strconcat ("/reminder-rules/promise/", promises[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_promise);
    }
  g_test_add_func ("/reminder-rules/request-to-come", test_request_to_come);
  g_test_add_func ("/reminder-rules/breached", test_breached);
  g_test_add_func ("/reminder-rules/documents-back", test_documents_back);
  g_test_add_func ("/reminder-rules/support", test_support);
  g_test_add_func ("/reminder-rules/next-request", test_next_request);
  g_test_add_func ("/reminder-rules/cancelled", test_cancelled);
  g_test_add_func ("/reminder-rules/next-due", test_next_due);
  g_test_add_func ("/reminder-rules/between", test_between);
  return g_test_run ();
}
