/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-plan.h"

#include "plan-rows.h"

static const PlanRow forward[] = {
  { "a-day-that-fills-a-day-ends-with-it", TASK ("a", "1d", ""), NULL, "2026-12-01",
    .early = "a* 1 09:00-1 17:00" },
  { "the-next-starts-in-the-morning", A_B, NULL, "2026-12-01",
    .early = "a* 1 09:00-1 17:00, b* 2 09:00-2 17:00" },
  { "over-a-weekend", A_B, NULL, "2026-12-04", .early = "a* 4 09:00-4 17:00, b* 7 09:00-7 17:00" },
  { "from-a-saturday", A_B, NULL, "2026-12-05", .early = "a* 7 09:00-7 17:00, b* 8 09:00-8 17:00" },
  { "from-the-middle-of-a-day", A_B, NULL, "2026-12-01 13:00",
    .early = "a* 1 13:00-2 13:00, b* 2 13:00-3 13:00" },
  { "a-lag-is-working-time", TASK ("a", "1d", "") TASK ("b", "1d", AFTER ("a+2d")), NULL,
    "2026-12-03", .early = "a* 3 09:00-3 17:00, b* 8 09:00-8 17:00" },
  { "the-last-predecessor-counts",
    TASK ("a", "1d", "") TASK ("b", "3d", AFTER ("a")) TASK ("c", "1d", AFTER ("a"))
        TASK ("d", "1d", AFTER ("b c")),
    NULL, "2026-12-01",
    .early = "a* 1 09:00-1 17:00, b* 2 09:00-4 17:00, c 2 09:00-2 17:00, d* 7 09:00-7 17:00",
    .late = "a* 1 09:00-1 17:00, b* 2 09:00-4 17:00, c 4 09:00-4 17:00, d* 7 09:00-7 17:00" },
  { "an-event-stands-at-the-finish-it-follows",
    TASK ("a", "1d", "") EVENT ("e", "") TASK ("b", "1d", ""), NULL, "2026-12-04",
    .early = "a* 4 09:00-4 17:00, e* 4 17:00, b* 7 09:00-7 17:00",
    .late = "a* 4 09:00-4 17:00, e* 4 17:00, b* 7 09:00-7 17:00" },
  { "an-event-after-a-lag", TASK ("a", "1d", "") EVENT ("e", AFTER ("a+1d")), NULL, "2026-12-03",
    .early = "a* 3 09:00-3 17:00, e* 4 17:00" },
  { "a-first-event-stands-where-work-can-start", EVENT ("e", "") TASK ("a", "1d", ""), NULL,
    "2026-12-05", .early = "e* 7 09:00, a* 7 09:00-7 17:00" },
  { "a-first-event-may-stand-where-work-ends", EVENT ("e", "") TASK ("a", "1d", ""), NULL,
    "2026-12-04 17:00", .early = "e* 4 17:00, a* 7 09:00-7 17:00" },
  { "no-duration-is-a-moment-too", TASK ("a", "1d", "") TASK ("b", "0", ""), NULL, "2026-12-04",
    .early = "a* 4 09:00-4 17:00, b* 4 17:00" },
  { "not-before-a-date-of-the-definition",
    TASK ("a", "1d", "") TASK ("b", "1d", "not-before='2026-12-09'"), NULL, "2026-12-01",
    .early = "a 1 09:00-1 17:00, b* 9 09:00-9 17:00",
    .late = "a 8 09:00-8 17:00, b* 9 09:00-9 17:00" },
  { "not-before-a-date-that-has-passed",
    TASK ("a", "1d", "") TASK ("b", "1d", "not-before='2026-12-01'"), NULL, "2026-12-04",
    .early = "a* 4 09:00-4 17:00, b* 7 09:00-7 17:00" },
  { "an-event-not-before-a-saturday", TASK ("a", "1d", "") EVENT ("e", "not-before='2026-12-05'"),
    NULL, "2026-12-01", .early = "a 1 09:00-1 17:00, e* 7 09:00" },
  { "the-customer-works-in-its-own-calendar", TASK ("a", "1d", CUSTOMER) TASK ("b", "1d", ""),
    MORNINGS, "2026-12-04", .early = "a* 4 08:00-4 12:00, b* 4 12:00-7 12:00" },
  { "saturday-counts-for-the-customer",
    TASK ("a", "1d", "") TASK ("b", "1d", CUSTOMER) TASK ("c", "1d", ""), MORNINGS, "2026-12-04",
    .early = "a* 4 09:00-4 17:00, b 5 08:00-5 12:00, c* 7 09:00-7 17:00",
    .late = "a* 4 09:00-4 17:00, b 5 09:00-7 09:00, c* 7 09:00-7 17:00" },
  { "both-work-when-both-can", TASK ("a", "4h", BOTH), MORNINGS, "2026-12-04",
    .early = "a* 4 09:00-7 10:00" },
  { "a-lag-is-time-of-the-successor",
    TASK ("a", "1d", "") TASK ("b", "4h", CUSTOMER AFTER ("a+1d")), MORNINGS, "2026-12-03",
    .early = "a* 3 09:00-3 17:00, b* 5 08:00-5 12:00" },
  { "a-window-does-not-count",
    TASK ("a", "1d", "") WINDOW ("w", "1w", "") TASK ("x", "1d", "") TASK ("b", "2d", AFTER ("a")),
    NULL, "2026-12-01",
    .early = "a* 1 09:00-1 17:00, w 2 09:00-8 17:00, x 9 09:00-9 17:00, b* 2 09:00-3 17:00",
    .late = "a* 1 09:00-1 17:00, w 2 09:00-8 17:00, x 9 09:00-9 17:00, b* 2 09:00-3 17:00" },
};

static const PlanRow backward[] = {
  { "from-the-end-of-a-day", A_B, NULL, NULL, "2026-12-09",
    .early = "a* 7 09:00-7 17:00, b* 8 09:00-8 17:00" },
  { "from-a-saturday", A_B, NULL, NULL, "2026-12-12 12:00",
    .early = "a* 10 09:00-10 17:00, b* 11 09:00-11 17:00" },
  { "the-latest-start-is-a-morning", EVENT ("e", "") A_B, NULL, NULL, "2026-12-09",
    .early = "e* 7 09:00, a* 7 09:00-7 17:00, b* 8 09:00-8 17:00" },
  { "a-lag-backwards", TASK ("a", "1d", "") TASK ("b", "1d", AFTER ("a+1d")), NULL, NULL,
    "2026-12-09", .early = "a* 4 09:00-4 17:00, b* 8 09:00-8 17:00" },
  { "an-event-is-late-at-a-finish", TASK ("a", "1d", "") EVENT ("e", "") TASK ("b", "1d", ""), NULL,
    "2026-12-01", "2026-12-08", .early = "a 1 09:00-1 17:00, e 1 17:00, b 2 09:00-2 17:00",
    .late = "a 4 09:00-4 17:00, e 4 17:00, b 7 09:00-7 17:00" },
  { "a-deadline-gives-float", A_B, NULL, "2026-12-01", "2026-12-05",
    .early = "a 1 09:00-1 17:00, b 2 09:00-2 17:00",
    .late = "a 3 09:00-3 17:00, b 4 09:00-4 17:00" },
  { "a-deadline-that-cannot-be-met", A_B, NULL, "2026-12-02", "2026-12-03",
    .early = "a* 2 09:00-2 17:00, b* 3 09:00-3 17:00",
    .late = "a* 1 09:00-1 17:00, b* 2 09:00-2 17:00" },
  { "a-window-follows-forward", TASK ("a", "1d", "") WINDOW ("w", "1d", "") EVENT ("e", ""), NULL,
    "2026-12-01", "2026-12-05", .early = "a 1 09:00-1 17:00, w 2 09:00-2 17:00, e 2 17:00",
    .late = "a 4 09:00-4 17:00, w 7 09:00-7 17:00, e 7 17:00" },
  { "a-window-does-not-push-back", TASK ("a", "1d", "") WINDOW ("w", "1w", ""), NULL, NULL,
    "2026-12-09", .early = "a* 8 09:00-8 17:00, w 9 09:00-15 17:00" },
  { "the-customer-has-saturday",
    TASK ("a", "1d", "") TASK ("b", "1d", CUSTOMER) TASK ("c", "1d", ""), MORNINGS, NULL,
    "2026-12-08", .early = "a* 4 09:00-4 17:00, b 5 08:00-5 12:00, c* 7 09:00-7 17:00" },
  { "an-event-too-late-by-the-time-of-others", EVENT ("e", CUSTOMER) TASK ("b", "4h", ""), MORNINGS,
    "2026-12-01 12:30", "2026-12-01 17:00", .early = "e* 2 08:00, b* 2 09:00-2 13:00",
    .late = "e* 1 12:00, b* 1 13:00-1 17:00" },
  { "a-date-holds-the-early-ones-alone", A_B, NULL, NULL, "2026-12-09",
    .known = { NOT_BEFORE ("a", "2026-12-08") }, .early = "a* 8 09:00-8 17:00, b* 9 09:00-9 17:00",
    .late = "a* 7 09:00-7 17:00, b* 8 09:00-8 17:00" },
};

/* --- What the tables do not show --- */

static void
test_figures (void)
{
  const PlanRow row = { "", A_B TASK ("c", "1h", AFTER ("a")) WINDOW ("w", "1w", AFTER ("b")), NULL,
                        "2026-12-01", "2026-12-05" };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdCalendar *calendar = dd_plan_get_calendar (plan);

  g_assert_cmpint (dd_plan_get_dates (plan, 0)->duration_minutes, ==, 480);
  g_assert_cmpint (dd_plan_get_dates (plan, 0)->float_minutes, ==, 960);
  g_assert_cmpint (dd_plan_get_dates (plan, 2)->float_minutes, ==, 960 + 420);
  g_assert_cmpint (dd_plan_get_dates (plan, 3)->float_minutes, ==, 960);
  g_assert_cmpint (dd_plan_get_start (plan), ==, fixture_instant (calendar, "2026-12-01 09:00"));
  g_assert_cmpint (dd_plan_get_finish (plan), ==, fixture_instant (calendar, "2026-12-02 17:00"));
  g_assert_cmpuint (dd_plan_get_finish_activity (plan), ==, 1);
  g_assert_cmpint (dd_plan_get_latest_start (plan), ==,
                   fixture_instant (calendar, "2026-12-03 09:00"));
}

/* The plan that has nothing to do could start on the evening before just as well. */
static void
test_latest_start_without_work (void)
{
  const PlanRow row = { "", "<activity id='a'/><activity id='b'/>", NULL, "2026-11-30" };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdCalendar *calendar = dd_plan_get_calendar (plan);

  g_assert_cmpint (dd_plan_get_latest_start (plan), ==,
                   fixture_instant (calendar, "2026-11-30 09:00"));
}

/* A customer who asks on Wednesday is too late, although no time of the customer's is lost. */
static void
test_latest_start_before_others (void)
{
  const PlanRow row = { "", EVENT ("e", CUSTOMER) TASK ("b", "4h", ""), MORNINGS,
                        "2026-12-01 12:30", "2026-12-01 17:00" };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdCalendar *calendar = dd_plan_get_calendar (plan);

  g_assert_cmpint (dd_plan_get_dates (plan, 0)->float_minutes, ==, 0);
  g_assert_cmpint (dd_plan_get_latest_start (plan), ==,
                   fixture_instant (calendar, "2026-12-01 12:00"));
}

static void
test_calendars (void)
{
  const PlanRow row = { "",
                        TASK ("a", "1d", "") TASK ("b", "1d", CUSTOMER) TASK ("c", "1d", BOTH)
                            TASK ("d", "1d", "owner='manager'"),
                        MORNINGS, "2026-12-01" };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdCalendar *vendor = dd_plan_get_activity_calendar (plan, 0);

  g_assert_true (vendor == dd_plan_get_calendar (plan));
  g_assert_true (dd_plan_get_activity_calendar (plan, 3) == vendor);
  g_assert_cmpint (dd_plan_get_dates (plan, 1)->duration_minutes, ==, 240);
  g_assert_cmpint (dd_plan_get_dates (plan, 2)->duration_minutes, ==, 480);
  g_assert_false (dd_calendar_is_working (dd_plan_get_activity_calendar (plan, 2),
                                          fixture_instant (vendor, "2026-12-01 08:30")));
  g_assert_true (dd_calendar_is_working (dd_plan_get_activity_calendar (plan, 1),
                                         fixture_instant (vendor, "2026-12-01 08:30")));
}

static void
test_bases (void)
{
  static const int days[DD_N_BASES] = { 1 + 3, 1 + 3, 2 + 3 };
  g_autoptr (DdNetwork) network = fixture_network (TASK ("a", "1d..2d", "") TASK ("b", "..3d", ""));
  g_autoptr (DdCalendar) vendor = fixture_vendor ();

  for (guint basis = 0; basis < DD_N_BASES; basis++)
    {
      DdPlanRequest request = DD_PLAN_REQUEST_INIT;
      g_autoptr (DdPlan) plan = NULL;
      request.vendor = vendor;
      request.start = fixture_instant (vendor, "2026-12-01");
      request.basis = basis;
      plan = dd_plan_new (network, &request, NULL);
      g_assert_cmpint (dd_calendar_between (vendor, request.start, dd_plan_get_finish (plan)), ==,
                       days[basis] * 480);
    }
}

/* Trying other durations gives the dates of a plan that has them, and leaves the plan as it is. */
static void
test_try (void)
{
  const PlanRow row = { "",
                        A_B GATE ("g", "") TASK ("c", "1d", ""),
                        NULL,
                        "2026-12-01",
                        .now = "2026-12-01 13:00",
                        .known = { RUNNING ("a", "2026-12-01 09:00") } };
  const gint64 minutes[] = { 960, 60, 9999, 480 };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdCalendar *calendar = dd_plan_get_calendar (plan);
  gint64 before = dd_plan_get_finish (plan);
  DdPlanDates scratch[4];

  g_assert_cmpint (dd_plan_try (plan, minutes, scratch), ==,
                   fixture_instant (calendar, "2026-12-04 10:00"));
  g_assert_cmpint (scratch[0].early_finish, ==, fixture_instant (calendar, "2026-12-02 17:00"));
  g_assert_cmpint (scratch[2].early_start, ==, fixture_instant (calendar, "2026-12-03 10:00"));
  g_assert_cmpint (dd_plan_get_finish (plan), ==, before);
  g_assert_cmpint (dd_plan_get_dates (plan, 0)->early_finish, ==,
                   fixture_instant (calendar, "2026-12-01 17:00"));
}

static void
test_try_too_long (void)
{
  const PlanRow row = { "", A_B, NULL, "2199-12-20" };
  const gint64 minutes[] = { 480, 1000000 };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  DdPlanDates scratch[2];

  g_assert_cmpint (dd_plan_try (plan, minutes, scratch), ==, DD_INSTANT_MAX);
}

static void
test_references (void)
{
  const PlanRow row = { "", A_B, NULL, "2026-12-01" };
  DdPlan *plan = plan_row_make (&row);
  DdPlan *again = g_boxed_copy (DD_TYPE_PLAN, plan);

  g_assert_true (again == plan);
  g_boxed_free (DD_TYPE_PLAN, again);
  g_assert_cmpuint (dd_network_get_size (dd_plan_get_network (plan)), ==, 2);
  dd_plan_unref (plan);
}

/* --- The services that ship: what their documents come to --- */

static const struct
{
  const char *name;
  const char *id;
  DdBasis basis;
  int days;                 /* from the request to the final Playbook */
  const char *latest_start; /* for Friday 18 December */
  const char *last;         /* what ends then */
} shipped[] = {
  { "cx-process", "cx-process", DD_BASIS_TYPICAL, 10, "2026-12-07 09:00",
    "deliver-final-playbook" },
  { "messenger", "messenger", DD_BASIS_TYPICAL, 14, "2026-12-01 09:00", "review-playbook" },
  { "messenger-cautious", "messenger", DD_BASIS_CAUTIOUS, 19, "2026-11-24 09:00",
    "review-playbook" },
};

static void
test_shipped (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (DdNetwork) network = fixture_shipped_network (shipped[row].id);
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (DdPlan) plan = NULL;
  const DdPlanDates *support;

  request.vendor = vendor;
  request.basis = shipped[row].basis;
  request.deadline = fixture_instant (vendor, "2026-12-19");
  plan = dd_plan_new (network, &request, NULL);
  g_assert_cmpint (dd_plan_get_start (plan), ==,
                   fixture_instant (vendor, shipped[row].latest_start));
  g_assert_cmpint (dd_plan_get_finish (plan), ==, fixture_instant (vendor, "2026-12-18 17:00"));
  g_assert_cmpint (dd_calendar_between (vendor, dd_plan_get_start (plan),
                                        dd_plan_get_finish (plan)),
                   ==, shipped[row].days * 480);

  g_assert_cmpuint (dd_plan_get_finish_activity (plan), ==,
                    fixture_index (network, shipped[row].last));
  support = dd_plan_get_dates (plan, dd_network_get_size (network) - 1);
  g_assert_cmpint (support->early_start, ==, fixture_instant (vendor, "2026-12-21 09:00"));
  g_assert_cmpint (support->early_finish, ==, fixture_instant (vendor, "2026-12-25 17:00"));
}

/* --- What cannot be planned --- */

static const struct
{
  PlanRow row;
  DdPlanError code;
  const char *message; /* a part of it */
} refusals[] = {
  { { "beyond-2199", A_B, NULL, "2199-12-31" },
    DD_PLAN_ERROR_RANGE,
    "“b” (b) would end after the year 2199" },
  { { "a-lag-beyond-2199", TASK ("a", "1d", "") EVENT ("e", AFTER ("a+9999w")), NULL,
      "2026-12-01" },
    DD_PLAN_ERROR_RANGE,
    "“e” (e) would end after the year 2199" },
  { { "before-1970", A_B, NULL, NULL, "1970-01-01 17:00" },
    DD_PLAN_ERROR_RANGE,
    "“a” (a) would have to start before the year 1970" },
  { { "a-window-beyond-2199", TASK ("a", "1d", "") WINDOW ("w", "1w", ""), NULL, "2199-12-02",
      "2199-12-31" },
    DD_PLAN_ERROR_RANGE,
    "“w” (w) could end after the year 2199" },
  { { "no-common-time", TASK ("a", "1d", "") TASK ("b", "1d", BOTH),
      "timezone=Europe/Berlin\nsunday=09:00-17:00\n", "2026-12-01" },
    DD_PLAN_ERROR_CALENDAR,
    "“b” (b) is done by both parties" },
  { { "finish-before-start", A_B, NULL, "2026-12-02", "2026-12-01" },
    DD_PLAN_ERROR_ORDER,
    "The finish 2026-11-30 is before the start 2026-12-02" },
  { { "finish-of-a-time-before-start", A_B, NULL, "2026-12-02 09:00", "2026-12-01 12:00" },
    DD_PLAN_ERROR_ORDER,
    "The finish 2026-12-01T12:00:00+01:00 is before the start 2026-12-02T09:00:00+01:00" },
};

static void
test_refusal (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  PlanSetup setup;

  plan_setup_init (&setup, &refusals[i].row);
  g_assert_null (dd_plan_new (setup.network, &setup.request, &error));
  g_assert_error (error, DD_PLAN_ERROR, (int) refusals[i].code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, refusals[i].message));
  plan_setup_clear (&setup);
}

/* A calendar without the time in common is no mistake as long as nobody needs it. */
static void
test_common_time_not_needed (void)
{
  const PlanRow row = { "", TASK ("a", "1d", "") TASK ("b", "1h", CUSTOMER),
                        "timezone=Europe/Berlin\nsunday=09:00-17:00\n", "2026-12-01" };
  g_autoptr (DdPlan) plan = plan_row_make (&row);
  g_autofree char *early = fixture_describe (plan, FALSE);

  g_assert_cmpstr (early, ==, "a 1 09:00-1 17:00, b* 6 09:00-6 10:00");
}

/* What both work may come from the caller, who then has the same plan. */
static void
test_both_given (void)
{
  const PlanRow row = { "", TASK ("a", "1d", CUSTOMER) TASK ("b", "1h", BOTH),
                        "timezone=Europe/Berlin\nfriday=16:00-20:00\n", "2026-12-01" };
  g_autoptr (DdCalendar) both = NULL;
  g_autoptr (DdPlan) plan = NULL;
  g_autofree char *early = NULL;
  PlanSetup setup;

  plan_setup_init (&setup, &row);
  both = dd_calendar_intersect (setup.vendor, setup.customer, NULL);
  setup.request.both = both;
  plan = plan_setup_make (&setup);
  early = fixture_describe (plan, FALSE);
  g_assert_cmpstr (early, ==, "a* 4 16:00-11 20:00, b* 18 16:00-18 17:00");
  g_assert_true (dd_plan_get_activity_calendar (plan, 1) == both);
  plan_setup_clear (&setup);
}

/* Dates that no calendar knows are refused, each where it stands. */
static void
test_instants_out_of_range (void)
{
  const PlanRow row = {
    "", A_B, NULL, "2026-12-01", .now = "2026-12-01", .known = { SKIPPED ("a") }
  };
  PlanSetup setup;

  plan_setup_init (&setup, &row);
  gint64 *const fields[] = { &setup.request.start,
                             &setup.request.deadline,
                             &setup.request.now,
                             &setup.progress[0].actual_start,
                             &setup.progress[0].actual_finish,
                             &setup.progress[1].not_before };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 kept = *fields[i];
      *fields[i] = i % 2 == 0 ? DD_INSTANT_MAX : -1;
      g_assert_null (dd_plan_new (setup.network, &setup.request, &error));
      g_assert_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE);
      *fields[i] = kept;
    }
  plan_setup_clear (&setup);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  plan_rows_add ("forward", forward, G_N_ELEMENTS (forward));
  plan_rows_add ("backward", backward, G_N_ELEMENTS (backward));
  g_test_add_func ("/plan/figures", test_figures);
  g_test_add_func ("/plan/latest-start-without-work", test_latest_start_without_work);
  g_test_add_func ("/plan/latest-start-before-others", test_latest_start_before_others);
  g_test_add_func ("/plan/calendars", test_calendars);
  g_test_add_func ("/plan/bases", test_bases);
  g_test_add_func ("/plan/try", test_try);
  g_test_add_func ("/plan/try-too-long", test_try_too_long);
  g_test_add_func ("/plan/references", test_references);
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/shipped/%s", shipped[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shipped);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/refusal/%s", refusals[i].row.name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/plan/common-time-not-needed", test_common_time_not_needed);
  g_test_add_func ("/plan/both-given", test_both_given);
  g_test_add_func ("/plan/instants-out-of-range", test_instants_out_of_range);

  return g_test_run ();
}
