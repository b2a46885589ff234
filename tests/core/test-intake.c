/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-intake.h"

#include "plan-fixture.h"
#include "seed.h"

/* The six fields as they are typed, and now; dates are days. */
typedef struct
{
  const char *earliest;
  const char *ideal;
  const char *deadline;
  const char *now;
  gboolean no_access;
} Fields;

static gint64
end_of_day (DdCalendar *calendar, const char *date)
{
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (date == NULL)
    return DD_INSTANT_NONE;
  instant = dd_calendar_parse_instant (calendar, date, TRUE, &error);
  g_assert_no_error (error);
  return instant;
}

static DdIntakeRequest
make_request (DdCalendar *calendar, const Fields *fields)
{
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;

  request.current_version = "9.1";
  request.earliest_start = fixture_instant (calendar, fields->earliest);
  request.ideal_start = fixture_instant (calendar, fields->ideal);
  request.deadline = end_of_day (calendar, fields->deadline);
  request.reason = "End of year freeze";
  request.access = !fields->no_access;
  request.now = fixture_instant (calendar, fields->now);
  return request;
}

static DdIntake *
judge (DdNetwork *network, DdCalendar *calendar, const Fields *fields)
{
  DdIntakeRequest request = make_request (calendar, fields);
  g_autoptr (GError) error = NULL;
  DdIntake *intake = dd_intake_new (network, calendar, NULL, &request, &error);

  g_assert_no_error (error);
  return intake;
}

/* The day that begins, or ends, at @instant: "12-07", "-" for none. */
static char *
day_of (DdCalendar *calendar, gint64 instant)
{
  if (instant == DD_INSTANT_NONE)
    return g_strdup ("-");
  return dd_calendar_format (calendar, instant, "%m-%d");
}

/* "start 1 12-07", "deadline 3 12-18", "access" or "none" */
static char *
describe_change (const DdIntake *intake)
{
  const DdIntakeChange *change = &intake->change;
  gboolean earlier = change->kind == DD_INTAKE_CHANGE_START;
  g_autofree char *day = NULL;

  if (change->kind == DD_INTAKE_CHANGE_NONE)
    return g_strdup ("none");
  if (change->kind == DD_INTAKE_CHANGE_ACCESS)
    return g_strdup ("access");
  day = day_of (intake->calendar, change->instant - (earlier ? 0 : 1));
  return g_strdup_printf ("%s %d %s", earlier ? "start" : "deadline", (int) change->days, day);
}

/* "deadline past, access gate" */
static char *
describe_findings (const DdIntake *intake)
{
  static const char *const kinds[] = {
    [DD_INTAKE_MISSING] = "missing",
    [DD_INTAKE_PAST] = "past",
    [DD_INTAKE_CONTRADICTION] = "contradiction",
    [DD_INTAKE_GATE] = "gate",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < intake->findings->len; i++)
    {
      const DdIntakeFinding *finding = g_ptr_array_index (intake->findings, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              dd_intake_field_get_id (finding->field), kinds[finding->kind]);
    }
  return g_string_free (text, FALSE);
}

/* CX Process takes 10 working days; Messenger 14, cautiously 19. */
static const struct
{
  const char *name;
  const char *service;
  Fields fields;
  const char *verdict;
  const char *latest; /* the latest request date, typical and cautious */
  const char *change;
  const char *findings;
} verdicts[] = {
  { "just in time",
    "cx-process",
    { .earliest = "2026-12-07", .deadline = "2026-12-18" },
    "tight",
    "12-07 12-07",
    "start 1 12-04",
    "ideal missing" },
  { "the deadline is one day too early",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07", .deadline = "2026-12-17" },
    "infeasible",
    "12-04 12-04",
    "start 1 12-04",
    "" },
  { "the start would be before now",
    "cx-process",
    { .earliest = "2026-12-07",
      .ideal = "2026-12-07",
      .deadline = "2026-12-17",
      .now = "2026-12-07 08:00" },
    "infeasible",
    "12-04 12-04",
    "deadline 1 12-18",
    "" },
  { "a day to spare",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07", .deadline = "2026-12-21" },
    "feasible",
    "12-08 12-08",
    "none",
    "" },
  { "the weekend is no day to spare",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07", .deadline = "2026-12-20" },
    "tight",
    "12-07 12-07",
    "start 1 12-04",
    "" },
  { "Messenger in 13 days",
    "messenger",
    { .earliest = "2026-12-01", .ideal = "2026-12-01", .deadline = "2026-12-17" },
    "infeasible",
    "11-30 11-23",
    "start 1 11-30",
    "" },
  { "Messenger in 14 days",
    "messenger",
    { .earliest = "2026-12-01", .ideal = "2026-12-01", .deadline = "2026-12-18" },
    "tight",
    "12-01 11-24",
    "start 5 11-24",
    "" },
  { "Messenger in 18 days",
    "messenger",
    { .earliest = "2026-12-01", .ideal = "2026-12-01", .deadline = "2026-12-24" },
    "tight",
    "12-07 11-30",
    "start 1 11-30",
    "" },
  { "Messenger in 19 days",
    "messenger",
    { .earliest = "2026-12-01", .ideal = "2026-12-01", .deadline = "2026-12-25" },
    "feasible",
    "12-08 12-01",
    "none",
    "" },
  { "the ideal start is too late, the earliest is not",
    "cx-process",
    { .earliest = "2026-12-01", .ideal = "2026-12-09", .deadline = "2026-12-18" },
    "tight",
    "12-07 12-07",
    "start 3 12-04",
    "" },
  { "only an ideal start",
    "cx-process",
    { .ideal = "2026-12-01", .deadline = "2026-12-18" },
    "feasible",
    "12-07 12-07",
    "none",
    "earliest missing" },
  { "no start: from now",
    "cx-process",
    { .deadline = "2026-12-18", .now = "2026-12-08 10:00" },
    "infeasible",
    "12-07 12-07",
    "deadline 2 12-22",
    "earliest missing, ideal missing" },
  { "no deadline",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07" },
    "unknown",
    "- -",
    "none",
    "deadline missing" },
  { "only a deadline",
    "cx-process",
    { .deadline = "2026-12-18" },
    "unknown",
    "12-07 12-07",
    "none",
    "earliest missing, ideal missing" },
  { "nothing",
    "cx-process",
    { .no_access = TRUE },
    "unknown",
    "- -",
    "none",
    "earliest missing, ideal missing, deadline missing, access gate" },
  { "no access: the dates hold, the gate does not",
    "cx-process",
    { .earliest = "2026-12-01",
      .ideal = "2026-12-01",
      .deadline = "2026-12-18",
      .no_access = TRUE },
    "feasible",
    "12-07 12-07",
    "access",
    "access gate" },
  { "no access does not make a late date better",
    "cx-process",
    { .earliest = "2026-12-07",
      .ideal = "2026-12-07",
      .deadline = "2026-12-17",
      .no_access = TRUE },
    "infeasible",
    "12-04 12-04",
    "start 1 12-04",
    "access gate" },
  { "the deadline is before the earliest start",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07", .deadline = "2026-12-04" },
    "infeasible",
    "11-23 11-23",
    "start 10 11-23",
    "deadline contradiction" },
  { "the deadline is the day of the start",
    "cx-process",
    { .earliest = "2026-12-07", .ideal = "2026-12-07", .deadline = "2026-12-07" },
    "infeasible",
    "11-24 11-24",
    "start 9 11-24",
    "" },
  { "the deadline is before the ideal start only",
    "cx-process",
    { .earliest = "2026-12-01", .ideal = "2027-01-11", .deadline = "2026-12-18" },
    "tight",
    "12-07 12-07",
    "start 26 12-04",
    "deadline contradiction" },
  { "the ideal start is before the earliest",
    "cx-process",
    { .earliest = "2026-12-01", .ideal = "2026-11-30", .deadline = "2026-12-18" },
    "feasible",
    "12-07 12-07",
    "none",
    "ideal contradiction" },
  { "starts that have passed count as now",
    "cx-process",
    { .earliest = "2026-11-02",
      .ideal = "2026-11-09",
      .deadline = "2026-12-18",
      .now = "2026-12-08 00:00" },
    "infeasible",
    "12-07 12-07",
    "deadline 1 12-21",
    "earliest past, ideal past" },
  { "today has not passed",
    "cx-process",
    { .earliest = "2026-12-07",
      .ideal = "2026-12-07",
      .deadline = "2026-12-18",
      .now = "2026-12-07 08:59" },
    "tight",
    "12-07 12-07",
    "deadline 1 12-21",
    "" },
  { "today has begun",
    "cx-process",
    { .earliest = "2026-12-07",
      .ideal = "2026-12-07",
      .deadline = "2026-12-18",
      .now = "2026-12-07 12:00" },
    "infeasible",
    "12-07 12-07",
    "deadline 1 12-21",
    "" },
  { "the deadline has passed",
    "cx-process",
    { .earliest = "2026-12-01",
      .ideal = "2026-12-01",
      .deadline = "2026-12-04",
      .now = "2026-12-07 10:00" },
    "infeasible",
    "11-23 11-23",
    "deadline 11 12-21",
    "earliest past, ideal past, deadline past" },
  { "a deadline that no start can meet",
    "cx-process",
    { .earliest = "2026-12-01", .ideal = "2026-12-01", .deadline = "1970-01-02" },
    "infeasible",
    "- -",
    "deadline 14856 12-14",
    "deadline contradiction" },
  { "a start from which nothing ends",
    "cx-process",
    { .earliest = "2199-12-30", .ideal = "2199-12-30", .deadline = "2199-12-31" },
    "infeasible",
    "- -",
    "none",
    "" },
};

static void
test_table (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (DdNetwork) network = fixture_shipped_network (verdicts[i].service);
      g_autoptr (DdIntake) intake = judge (network, calendar, &verdicts[i].fields);
      g_autofree char *typical = day_of (calendar, intake->latest_start[DD_BASIS_TYPICAL]);
      g_autofree char *cautious = day_of (calendar, intake->latest_start[DD_BASIS_CAUTIOUS]);
      g_autofree char *latest = g_strdup_printf ("%s %s", typical, cautious);
      g_autofree char *change = describe_change (intake);
      g_autofree char *findings = describe_findings (intake);

      g_test_message ("%s", verdicts[i].name);
      g_assert_cmpstr (dd_verdict_to_text (intake->verdict), ==, verdicts[i].verdict);
      g_assert_cmpstr (latest, ==, verdicts[i].latest);
      g_assert_cmpstr (change, ==, verdicts[i].change);
      g_assert_cmpstr (findings, ==, verdicts[i].findings);
    }
}

/* --- Words --- */

static const struct
{
  const char *service;
  Fields fields;
  const char *words;
} sentences[] = {
  { "cx-process",
    { .earliest = "2026-12-07", .deadline = "2026-12-17" },
    "From the earliest start, Monday 7 December 2026, the typical finish is Friday 18 December "
    "2026, 1 working day after the deadline. The latest request date is Friday 4 December 2026. "
    "The smallest change that helps is to start 1 working day earlier, on Friday 4 December "
    "2026." },
  { "cx-process",
    { .earliest = "2026-12-07", .deadline = "2026-12-15", .now = "2026-12-03 10:00" },
    "From the earliest start, Monday 7 December 2026, the typical finish is Friday 18 December "
    "2026, 3 working days after the deadline. The latest request date is Wednesday 2 December "
    "2026. The smallest change that helps is to move the deadline 3 working days later, to Friday "
    "18 December 2026." },
  { "messenger",
    { .earliest = "2026-12-01", .deadline = "2026-12-18" },
    "From Tuesday 1 December 2026 the typical finish, Friday 18 December 2026, meets the deadline; "
    "the cautious one misses it by 5 working days. The latest request date is Tuesday 1 December "
    "2026, or Tuesday 24 November 2026 with the cautious durations. The smallest change that helps "
    "is to start 5 working days earlier, on Tuesday 24 November 2026." },
  { "cx-process",
    { .earliest = "2026-12-07", .deadline = "2026-12-18", .now = "2026-12-07" },
    "From Monday 7 December 2026 the typical finish, Friday 18 December 2026, meets the deadline "
    "with less than a working day to spare. The latest request date is Monday 7 December 2026. The "
    "smallest change that helps is to move the deadline 1 working day later, to Monday 21 December "
    "2026." },
  { "cx-process",
    { .earliest = "2026-12-01", .ideal = "2026-12-09", .deadline = "2026-12-18" },
    "From the ideal start, Wednesday 9 December 2026, the typical finish is 2 working days after "
    "the deadline; from the earliest start, Tuesday 1 December 2026, the deadline is met. The "
    "latest request date is Monday 7 December 2026. The smallest change that helps is to start 3 "
    "working days earlier, on Friday 4 December 2026." },
  { "cx-process",
    { .earliest = "2026-12-01", .deadline = "2026-12-18" },
    "From Tuesday 1 December 2026 the finish, Monday 14 December 2026, meets the deadline. The "
    "latest request date is Monday 7 December 2026." },
  { "messenger",
    { .earliest = "2026-12-01", .deadline = "2026-12-25", .no_access = TRUE },
    "From Tuesday 1 December 2026 even the cautious finish, Friday 25 December 2026, meets the "
    "deadline. The latest request date is Tuesday 8 December 2026, or Tuesday 1 December 2026 with "
    "the cautious durations. What is left is to have access to the environment acknowledged." },
  { "cx-process",
    { .earliest = "2026-12-07" },
    "From Monday 7 December 2026 the typical finish is Friday 18 December 2026; give a deadline to "
    "see whether it can be met." },
  { "cx-process",
    { .deadline = "2026-12-18" },
    "Give a start to see whether the deadline can be met. The latest request date is Monday 7 "
    "December 2026." },
  { "cx-process", { 0 }, "Give a start and a deadline to see whether it can be met." },
  { "cx-process",
    { .earliest = "2199-12-30", .deadline = "2199-12-30" },
    "From the earliest start, Monday 30 December 2199, the finish lies after the year 2199." },
};

static void
test_words (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (DdNetwork) network = fixture_shipped_network (sentences[i].service);
      g_autoptr (DdIntake) intake = judge (network, calendar, &sentences[i].fields);
      g_autofree char *words = dd_intake_to_words (intake);

      g_assert_cmpstr (words, ==, sentences[i].words);
    }
}

static void
assert_message (const DdIntake *intake, guint i, const char *message)
{
  const DdIntakeFinding *finding = NULL;

  g_assert_cmpuint (i, <, intake->findings->len);
  finding = g_ptr_array_index (intake->findings, i);
  g_assert_cmpstr (finding->message, ==, message);
}

/* Each message says which date contradicts which. */
static void
test_messages (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdNetwork) network = fixture_shipped_network ("messenger");
  const Fields past = { "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04" };
  const Fields early = { "2026-12-08", "2026-12-07", "2026-12-04", NULL, TRUE };
  const Fields late = { "2026-12-01", "2026-12-07", "2026-12-04", NULL, FALSE };
  g_autoptr (DdIntake) of_past = judge (network, calendar, &past);
  g_autoptr (DdIntake) of_early = judge (network, calendar, &early);
  g_autoptr (DdIntake) of_late = judge (network, calendar, &late);
  const DdIntakeFinding *access = NULL;

  g_assert_cmpuint (of_past->findings->len, ==, 3);
  assert_message (of_past, 0, "The earliest start, Tuesday 1 December 2026, has passed.");
  assert_message (of_past, 1, "The ideal start, Wednesday 2 December 2026, has passed.");
  assert_message (of_past, 2, "The deadline, Thursday 3 December 2026, has passed.");

  g_assert_cmpuint (of_early->findings->len, ==, 3);
  assert_message (of_early, 0,
                  "The ideal start, Monday 7 December 2026, is before the earliest start, Tuesday "
                  "8 December 2026.");
  assert_message (of_early, 1,
                  "The deadline, Friday 4 December 2026, is before the earliest start, Tuesday 8 "
                  "December 2026.");
  assert_message (of_early, 2,
                  "Access to the environment has not been acknowledged; without it the entry "
                  "condition “Access and Documentation in Place” cannot be met.");
  access = g_ptr_array_index (of_early->findings, 2);
  g_assert_cmpstr (access->gate, ==, "upgrade-gate");

  g_assert_cmpuint (of_late->findings->len, ==, 1);
  assert_message (of_late, 0,
                  "The deadline, Friday 4 December 2026, is before the ideal start, Monday 7 "
                  "December 2026.");
}

/* Text that is not there, or only blanks, is missing. */
static void
test_missing_text (void)
{
  static const char *const blanks[] = { NULL, "", " \t\n" };
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdNetwork) network = fixture_shipped_network ("cx-process");
  const Fields fields = { "2026-12-01", "2026-12-01", "2026-12-18" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      DdIntakeRequest request = make_request (calendar, &fields);
      g_autoptr (DdIntake) intake = NULL;
      g_autofree char *findings = NULL;

      request.current_version = request.reason = blanks[i];
      intake = dd_intake_new (network, calendar, NULL, &request, NULL);
      findings = describe_findings (intake);
      g_assert_cmpstr (findings, ==, "current-version missing, reason missing");
      assert_message (intake, 0, "The current version is missing.");
      assert_message (intake, 1, "The reason for the deadline is missing.");
    }
}

/* --- Other services and calendars --- */

/* A service that asks for nothing and has no gate needs a deadline and a start, no more. */
static void
test_bare_service (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdNetwork) network = fixture_network (TASK ("a", "2d", "") GATE ("g", ""));
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;
  g_autoptr (DdIntake) nothing = dd_intake_new (network, calendar, NULL, &request, NULL);
  g_autofree char *findings = describe_findings (nothing);
  g_autoptr (DdIntake) dates = NULL;

  g_assert_cmpstr (findings, ==, "earliest missing, deadline missing");
  request.earliest_start = fixture_instant (calendar, "2026-12-01");
  request.deadline = fixture_instant (calendar, "2026-12-05");
  dates = dd_intake_new (network, calendar, NULL, &request, NULL);
  g_assert_cmpuint (dates->findings->len, ==, 0);
  g_assert_cmpint (dates->verdict, ==, DD_VERDICT_FEASIBLE);
  g_assert_cmpint (dates->change.kind, ==, DD_INTAKE_CHANGE_NONE);
}

/* The customer's part takes as long as the customer's calendar says. */
static void
test_customer (void)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (DdCalendar) customer =
      fixture_calendar ("timezone=Europe/Berlin\ntuesday=09:00-17:00\n");
  g_autoptr (DdCalendar) sundays =
      fixture_calendar ("timezone=Europe/Berlin\nsunday=09:00-17:00\n");
  g_autoptr (DdNetwork) network =
      fixture_network (TASK ("a", "1d", CUSTOMER) TASK ("b", "1d", BOTH));
  const Fields fields = { "2026-12-07", NULL, "2026-12-14" };
  DdIntakeRequest request = make_request (vendor, &fields);
  g_autoptr (DdIntake) intake = dd_intake_new (network, vendor, customer, &request, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (intake->verdict, ==, DD_VERDICT_INFEASIBLE);
  g_assert_cmpint (intake->earliest_finish[DD_BASIS_TYPICAL], ==,
                   fixture_instant (vendor, "2026-12-15 17:00"));
  g_assert_cmpint (intake->change.kind, ==, DD_INTAKE_CHANGE_DEADLINE);
  g_assert_cmpint (intake->change.days, ==, 1);

  g_assert_null (dd_intake_new (network, vendor, sundays, &request, &error));
  g_assert_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_CALENDAR);
}

/* --- The change is the smallest that helps --- */

#define ROUNDS    300
#define MOST_DAYS 60

static gint64
random_day (GRand *rand, DdCalendar *calendar, int from, int to)
{
  gint64 start = fixture_instant (calendar, "2026-12-14");
  guint32 day = dd_calendar_julian_day (calendar, start);

  return dd_calendar_julian_start (calendar, day + g_rand_int_range (rand, from, to));
}

static DdVerdict
verdict_of (DdNetwork *network,
            DdCalendar *vendor,
            DdCalendar *customer,
            const DdIntakeRequest *request)
{
  g_autoptr (DdIntake) intake = dd_intake_new (network, vendor, customer, request, NULL);

  return intake->verdict;
}

/* Starts no later than @start. */
static DdIntakeRequest
with_start (const DdIntakeRequest *request, gint64 start)
{
  DdIntakeRequest changed = *request;

  changed.earliest_start = MIN (request->earliest_start, start);
  changed.ideal_start = MIN (request->ideal_start, start);
  return changed;
}

static DdIntakeRequest
with_deadline (const DdIntakeRequest *request, gint64 deadline)
{
  DdIntakeRequest changed = *request;

  changed.deadline = deadline;
  return changed;
}

/* By how many working days the start or the deadline must move, found by trying. */
static int
try_days (DdNetwork *network,
          DdCalendar *vendor,
          DdCalendar *customer,
          const DdIntakeRequest *request,
          const DdIntake *intake)
{
  gboolean infeasible = intake->verdict == DD_VERDICT_INFEASIBLE;
  gint64 from = infeasible ? intake->earliest_start : intake->ideal_start;

  for (int days = 1; days <= MOST_DAYS; days++)
    {
      gint64 start = dd_calendar_subtract (vendor, from, days * 480);
      DdIntakeRequest earlier = with_start (request, start);
      DdIntakeRequest later =
          with_deadline (request, dd_calendar_add (vendor, request->deadline, days * 480));

      if (start >= request->now
          && verdict_of (network, vendor, customer, &earlier) > intake->verdict
          && (infeasible
              || verdict_of (network, vendor, customer, &earlier) == DD_VERDICT_FEASIBLE))
        return days;
      if (verdict_of (network, vendor, customer, &later) > intake->verdict)
        return days;
    }
  return MOST_DAYS + 1;
}

static void
check_change (guint32 seed, GRand *rand, DdCalendar *vendor, DdCalendar *customer)
{
  g_autoptr (DdNetwork) network =
      fixture_shipped_network (g_rand_boolean (rand) ? "messenger" : "cx-process");
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;
  DdIntakeRequest changed;
  g_autoptr (DdIntake) intake = NULL;
  int days;

  request.access = TRUE;
  request.earliest_start = random_day (rand, vendor, 0, 14);
  request.ideal_start = random_day (rand, vendor, 0, 21);
  request.deadline = random_day (rand, vendor, 10, 40);
  request.now = g_rand_boolean (rand) ? random_day (rand, vendor, -20, 0) : DD_INSTANT_NONE;
  intake = dd_intake_new (network, vendor, customer, &request, NULL);
  if (intake->verdict == DD_VERDICT_FEASIBLE)
    {
      g_assert_cmpint (intake->change.kind, ==, DD_INTAKE_CHANGE_NONE);
      return;
    }

  changed = intake->change.kind == DD_INTAKE_CHANGE_START
                ? with_start (&request, intake->change.instant)
                : with_deadline (&request, intake->change.instant);
  if (verdict_of (network, vendor, customer, &changed) <= intake->verdict)
    g_test_fail_printf ("seed %u: the change does not help", seed);
  days = try_days (network, vendor, customer, &request, intake);
  if (intake->change.days != days)
    g_test_fail_printf ("seed %u: the change is of %d days, %d are enough", seed,
                        (int) intake->change.days, days);
}

static void
test_smallest_change (void)
{
  guint32 first = seed_get ();
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (DdCalendar) customer =
      fixture_calendar ("timezone=Europe/Berlin\nmonday=09:00-17:00\nwednesday=09:00-17:00\n"
                        "thursday=09:00-17:00\n[exceptions]\n2026-12-24..2027-01-06=off\n");

  for (guint32 seed = first; seed < first + ROUNDS && !g_test_failed (); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      check_change (seed, rand, vendor, seed % 4 == 0 ? customer : NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/table", test_table);
  g_test_add_func ("/intake/words", test_words);
  g_test_add_func ("/intake/messages", test_messages);
  g_test_add_func ("/intake/missing-text", test_missing_text);
  g_test_add_func ("/intake/bare-service", test_bare_service);
  g_test_add_func ("/intake/customer", test_customer);
  g_test_add_func ("/intake/smallest-change", test_smallest_change);
  return g_test_run ();
}
