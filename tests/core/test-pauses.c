/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-pauses.h"

#include "plan-fixture.h"

/* Monday to Friday 09:00-17:00; the 1st of December 2026 is a Tuesday, 5 and 6 are a weekend. */

#define MAX_WAITS 4

/* A wait of activity @of (or DD_WHOLE_CASE); open without a finish. */
typedef struct
{
  int of;
  const char *start;
  const char *finish;
} Wait;

/* A question about activity 0, and its answer. */
typedef struct
{
  const char *name;
  Wait waits[MAX_WAITS];
  const char *from;
  gint64 minutes;
  const char *answer;
} Row;

static DdPauses *
make_pauses (DdCalendar *calendar, const Wait *from, const char *now)
{
  DdWait waits[MAX_WAITS] = { { 0 } };
  guint n = 0;

  for (; n < MAX_WAITS && from[n].start != NULL; n++)
    {
      waits[n].activity = from[n].of;
      waits[n].span.start = fixture_instant (calendar, from[n].start);
      waits[n].span.finish =
          from[n].finish != NULL ? fixture_instant (calendar, from[n].finish) : DD_INSTANT_MAX;
    }
  return dd_pauses_new (waits, n, 2, fixture_instant (calendar, now));
}

static void
assert_instant (DdCalendar *calendar, gint64 instant, const char *expected)
{
  g_autofree char *text = dd_calendar_format (calendar, instant, "%Y-%m-%d %H:%M");

  g_assert_cmpstr (text, ==, expected);
}

static const Row adds[] = {
  { "none", { { 0 } }, "2026-12-01 09:00", 480, "2026-12-01 17:00" },
  { "before-it",
    { { 0, "2026-12-01 15:00", "2026-12-02" } },
    "2026-12-01 09:00",
    360,
    "2026-12-01 15:00" },
  { "over-it",
    { { 0, "2026-12-01 15:00", "2026-12-02 10:00" } },
    "2026-12-01 09:00",
    480,
    "2026-12-02 12:00" },
  { "from-inside",
    { { 0, "2026-12-01 15:00", "2026-12-02 10:00" } },
    "2026-12-01 16:00",
    60,
    "2026-12-02 11:00" },
  { "after-it",
    { { 0, "2026-11-30", "2026-12-01 09:00" } },
    "2026-12-01 09:00",
    60,
    "2026-12-01 10:00" },
  { "over-two",
    { { 0, "2026-12-01 10:00", "2026-12-01 11:00" },
      { DD_WHOLE_CASE, "2026-12-01 13:00", "2026-12-01 14:00" } },
    "2026-12-01 09:00",
    360,
    "2026-12-01 17:00" },
  { "overlapping-count-once",
    { { 0, "2026-12-01 12:00", "2026-12-01 14:00" },
      { DD_WHOLE_CASE, "2026-12-01 10:00", "2026-12-01 13:00" } },
    "2026-12-01 09:00",
    120,
    "2026-12-01 15:00" },
  { "touching-are-one",
    { { 0, "2026-12-01 12:00", "2026-12-01 14:00" },
      { 0, "2026-12-01 10:00", "2026-12-01 12:00" } },
    "2026-12-01 09:00",
    120,
    "2026-12-01 15:00" },
  { "one-inside-another",
    { { 0, "2026-12-01 10:00", "2026-12-01 16:00" },
      { 0, "2026-12-01 11:00", "2026-12-01 12:00" } },
    "2026-12-01 09:00",
    120,
    "2026-12-01 17:00" },
  { "of-another-activity",
    { { 1, "2026-12-01 10:00", "2026-12-02" } },
    "2026-12-01 09:00",
    120,
    "2026-12-01 11:00" },
  { "over-a-weekend",
    { { 0, "2026-12-04 13:00", "2026-12-07 13:00" } },
    "2026-12-04 09:00",
    480,
    "2026-12-07 17:00" },
  { "without-any-time",
    { { 0, "2026-12-01 10:00", "2026-12-01 10:00" } },
    "2026-12-01 09:00",
    120,
    "2026-12-01 11:00" },
};

static void
test_add (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, row->waits, NULL);
  gint64 from = fixture_instant (calendar, row->from);
  gint64 to = dd_pauses_add (pauses, 0, calendar, from, row->minutes);

  assert_instant (calendar, to, row->answer);
  g_assert_cmpint (dd_pauses_between (pauses, 0, calendar, from, to), ==, row->minutes);
}

static const Row subtracts[] = {
  { "none", { { 0 } }, "2026-12-01 17:00", 480, "2026-12-01 09:00" },
  { "after-it",
    { { 0, "2026-12-01 10:00", "2026-12-01 11:00" } },
    "2026-12-01 17:00",
    360,
    "2026-12-01 11:00" },
  { "over-it",
    { { 0, "2026-12-01 15:00", "2026-12-02 10:00" } },
    "2026-12-02 12:00",
    480,
    "2026-12-01 09:00" },
  { "from-inside",
    { { 0, "2026-12-01 15:00", "2026-12-02 10:00" } },
    "2026-12-02 09:30",
    60,
    "2026-12-01 14:00" },
  { "over-two",
    { { 0, "2026-12-01 10:00", "2026-12-01 11:00" },
      { DD_WHOLE_CASE, "2026-12-01 13:00", "2026-12-01 14:00" } },
    "2026-12-01 17:00",
    360,
    "2026-12-01 09:00" },
};

static void
test_subtract (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, row->waits, NULL);
  gint64 to = fixture_instant (calendar, row->from);
  gint64 from = dd_pauses_subtract (pauses, 0, calendar, to, row->minutes);

  assert_instant (calendar, from, row->answer);
  g_assert_cmpint (dd_pauses_between (pauses, 0, calendar, from, to), ==, row->minutes);
}

/* Where work can start and end around 1 December 12:00 to 3 December 12:00, and where a moment can
 * stand. */
static void
test_instants_around (void)
{
  const Wait waits[] = { { 0, "2026-12-01 12:00", "2026-12-03 12:00" }, { 0 } };
  const struct
  {
    const char *at, *next, *previous, *delayed, *advanced;
  } rows[] = {
    { "2026-12-01 11:00", "2026-12-01 11:00", "2026-12-01 11:00", "2026-12-01 11:00",
      "2026-12-01 11:00" },
    { "2026-12-01 12:00", "2026-12-03 12:00", "2026-12-01 12:00", "2026-12-01 12:00",
      "2026-12-01 12:00" },
    { "2026-12-02 10:00", "2026-12-03 12:00", "2026-12-01 12:00", "2026-12-03 12:00",
      "2026-12-01 12:00" },
    { "2026-12-03 12:00", "2026-12-03 12:00", "2026-12-01 12:00", "2026-12-03 12:00",
      "2026-12-03 12:00" },
    { "2026-12-03 13:00", "2026-12-03 13:00", "2026-12-03 13:00", "2026-12-03 13:00",
      "2026-12-03 13:00" },
  };
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, waits, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 at = fixture_instant (calendar, rows[i].at);
      assert_instant (calendar, dd_pauses_next_working (pauses, 0, calendar, at), rows[i].next);
      assert_instant (calendar, dd_pauses_previous_working (pauses, 0, calendar, at),
                      rows[i].previous);
      assert_instant (calendar, dd_pauses_delay_moment (pauses, 0, calendar, at), rows[i].delayed);
      assert_instant (calendar, dd_pauses_advance_moment (pauses, 0, calendar, at),
                      rows[i].advanced);
    }
}

/* A wait that ends on a weekend ends for moments when work goes on, and not before. */
static void
test_moment_on_a_weekend (void)
{
  const Wait waits[] = { { DD_WHOLE_CASE, "2026-12-03", "2026-12-05 10:00" }, { 0 } };
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, waits, NULL);
  gint64 saturday = fixture_instant (calendar, "2026-12-05 12:00");

  assert_instant (calendar, dd_pauses_delay_moment (pauses, 0, calendar, saturday),
                  "2026-12-07 09:00");
  assert_instant (calendar, dd_pauses_advance_moment (pauses, 0, calendar, saturday),
                  "2026-12-03 00:00");
}

static void
test_between (void)
{
  const Wait waits[] = { { 0, "2026-12-01 12:00", "2026-12-01 13:00" },
                         { 0, "2026-12-02 16:00", "2026-12-03 10:00" },
                         { 0 } };
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, waits, NULL);
  gint64 from = fixture_instant (calendar, "2026-12-01 12:30");
  gint64 to = fixture_instant (calendar, "2026-12-03 11:00");

  g_assert_cmpint (dd_pauses_between (pauses, 0, calendar, from, to), ==, 240 + 420 + 60);
  g_assert_cmpint (dd_pauses_between (pauses, 1, calendar, from, to), ==, 270 + 480 + 120);
  g_assert_cmpint (dd_pauses_between (pauses, 0, calendar, to, from), ==, 0);
}

/* An open wait reaches to now, and says nothing when nobody says when that is. */
static void
test_open (void)
{
  const Wait waits[] = { { 0, "2026-12-01 12:00", NULL }, { 0 } };
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  g_autoptr (DdPauses) pauses = make_pauses (calendar, waits, "2026-12-02 12:00");
  gint64 from = fixture_instant (calendar, "2026-12-01 09:00");

  assert_instant (calendar, dd_pauses_add (pauses, 0, calendar, from, 240), "2026-12-02 13:00");
  g_assert_null (make_pauses (calendar, waits, NULL));
  g_assert_null (make_pauses (calendar, waits, "2026-12-01 12:00"));
  g_assert_null (make_pauses (calendar, waits, "2026-11-30"));
}

/* What a pause cuts off a minute is lost, on either side of it. */
static void
test_parts_of_minutes (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  gint64 nine = fixture_instant (calendar, "2026-12-01 09:00");
  const DdWait wait = { 0, { nine + 90, nine + 150 }, DD_PARTY_CUSTOMER, NULL };
  g_autoptr (DdPauses) pauses = dd_pauses_new (&wait, 1, 1, DD_INSTANT_NONE);

  g_assert_cmpint (dd_pauses_add (pauses, 0, calendar, nine, 1), ==, nine + 60);
  g_assert_cmpint (dd_pauses_add (pauses, 0, calendar, nine, 2), ==, nine + 210);
  g_assert_cmpint (dd_pauses_subtract (pauses, 0, calendar, nine + 210, 2), ==, nine + 30);
  g_assert_cmpint (dd_pauses_between (pauses, 0, calendar, nine, nine + 210), ==, 2);
}

static void
add_rows (const char *group, const Row *rows, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pauses/%s/%s", group, rows[i].name);
      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_rows ("add", adds, G_N_ELEMENTS (adds), test_add);
  add_rows ("subtract", subtracts, G_N_ELEMENTS (subtracts), test_subtract);
  g_test_add_func ("/pauses/instants-around", test_instants_around);
  g_test_add_func ("/pauses/moment-on-a-weekend", test_moment_on_a_weekend);
  g_test_add_func ("/pauses/between", test_between);
  g_test_add_func ("/pauses/open", test_open);
  g_test_add_func ("/pauses/parts-of-minutes", test_parts_of_minutes);

  return g_test_run ();
}
