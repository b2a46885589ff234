/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-ledger.h"

#include "naive-calendar.h"
#include "seed.h"

/* Hours of a week that begins Monday 30 November 2026 0:00 UTC: 9 is 9:00 of Monday, 33 of
 * Tuesday. */
#define HOUR(n)      (MONDAY + (n) *HOUR_SECONDS)
#define MONDAY       G_GINT64_CONSTANT (1795996800)
#define HOUR_SECONDS G_GINT64_CONSTANT (3600)
#define DAY          G_GINT64_CONSTANT (86400)
#define OPEN         DD_INSTANT_MAX
#define MAX_WAITS    4

static DdCalendar *
office (void)
{
  return dd_calendar_new_default ("UTC", NULL);
}

/* "vendor 480, customer access 960": the lines as text. */
static char *
describe (const DdLedger *ledger)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const DdLedgerLine *line = g_ptr_array_index (ledger->lines, i);

      g_string_append_printf (text, "%s%s%s%s %d", i > 0 ? ", " : "",
                              line->party == DD_PARTY_VENDOR ? "vendor" : "customer",
                              line->reason != NULL ? " " : "",
                              line->reason != NULL ? line->reason : "", (int) line->minutes);
    }
  return g_string_free (text, FALSE);
}

/* What elapsed from Monday 9:00 to Friday 17:00, five days of 480 minutes. */
static const struct
{
  const char *name;
  DdWait waits[MAX_WAITS];
  const char *lines;
  const char *words;
} ledgers[] = {
  { "no wait: all is the vendor's work", { { 0 } }, "vendor 2400", "5 days: 5 vendor, 0 customer" },
  { "one wait for the customer",
    { { DD_WHOLE_CASE, { HOUR (24), HOUR (72) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 1440, customer access 960",
    "5 days: 3 vendor, 2 customer, of which 2 waiting for access" },
  { "one wait for the vendor",
    { { 2, { HOUR (24), HOUR (48) }, DD_PARTY_VENDOR, "a consultant" } },
    "vendor 1920, vendor a consultant 480",
    "5 days: 5 vendor, of which 1 waiting for a consultant, 0 customer" },
  { "an open wait reaches to the end of the span",
    { { DD_WHOLE_CASE, { HOUR (96), OPEN }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 1920, customer access 480",
    "5 days: 4 vendor, 1 customer, of which 1 waiting for access" },
  { "a wait that began before the span",
    { { DD_WHOLE_CASE, { HOUR (-100), HOUR (13) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2160, customer access 240",
    "5 days: 4 vendor, 1 customer, of which 1 waiting for access" },
  { "waits outside the span",
    { { DD_WHOLE_CASE, { HOUR (-100), HOUR (9) }, DD_PARTY_CUSTOMER, "access" },
      { DD_WHOLE_CASE, { HOUR (113), OPEN }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2400",
    "5 days: 5 vendor, 0 customer" },
  { "a wait over a night only takes no working time",
    { { DD_WHOLE_CASE, { HOUR (17), HOUR (33) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2400",
    "5 days: 5 vendor, 0 customer" },
  { "the same reason twice is one line",
    { { DD_WHOLE_CASE, { HOUR (24), HOUR (48) }, DD_PARTY_CUSTOMER, "access" },
      { 1, { HOUR (72), HOUR (96) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 1440, customer access 960",
    "5 days: 3 vendor, 2 customer, of which 2 waiting for access" },
  { "the same reason with two parties is two lines",
    { { DD_WHOLE_CASE, { HOUR (24), HOUR (48) }, DD_PARTY_CUSTOMER, "test data" },
      { DD_WHOLE_CASE, { HOUR (48), HOUR (96) }, DD_PARTY_VENDOR, "test data" } },
    "vendor 960, vendor test data 960, customer test data 480",
    "5 days: 4 vendor, of which 2 waiting for test data, 1 customer, of which 1 waiting for test "
    "data" },
  { "overlapping waits count once, for the one that began first",
    { { DD_WHOLE_CASE, { HOUR (48), HOUR (96) }, DD_PARTY_VENDOR, "a consultant" },
      { DD_WHOLE_CASE, { HOUR (24), HOUR (72) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 960, customer access 960, vendor a consultant 480",
    "5 days: 3 vendor, of which 1 waiting for a consultant, 2 customer, of which 2 waiting for "
    "access" },
  { "an activity's own wait counts before the case's, however late it began",
    { { DD_WHOLE_CASE, { HOUR (0), OPEN }, DD_PARTY_CUSTOMER, "documents" },
      { 3, { HOUR (48), HOUR (72) }, DD_PARTY_VENDOR, "a consultant" } },
    "vendor 0, customer documents 1920, vendor a consultant 480",
    "5 days: 1 vendor, of which 1 waiting for a consultant, 4 customer, of which 4 waiting for "
    "documents" },
  { "two that began together: the first in the array",
    { { 1, { HOUR (24), HOUR (72) }, DD_PARTY_VENDOR, "b" },
      { 2, { HOUR (24), HOUR (72) }, DD_PARTY_CUSTOMER, "a" } },
    "vendor 1440, vendor b 960",
    "5 days: 5 vendor, of which 2 waiting for b, 0 customer" },
  { "of several reasons the longest is named",
    { { DD_WHOLE_CASE, { HOUR (0), HOUR (24) }, DD_PARTY_CUSTOMER, "documents" },
      { DD_WHOLE_CASE, { HOUR (24), HOUR (72) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 960, customer access 960, customer documents 480",
    "5 days: 2 vendor, 3 customer, of which 2 waiting for access" },
  { "a wait for which nobody gave a reason",
    { { DD_WHOLE_CASE, { HOUR (24), HOUR (48) }, DD_PARTY_CUSTOMER, NULL } },
    "vendor 1920, customer  480",
    "5 days: 4 vendor, 1 customer, of which 1 waiting" },
  { "rounded so that it adds up: 4.5 and 0.5 days",
    { { DD_WHOLE_CASE, { HOUR (33), HOUR (37) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2160, customer access 240",
    "5 days: 4 vendor, 1 customer, of which 1 waiting for access" },
  { "a wait that is not worth a day is not named",
    { { DD_WHOLE_CASE, { HOUR (33), HOUR (34) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2340, customer access 60",
    "5 days: 5 vendor, 0 customer" },
  { "an empty wait",
    { { DD_WHOLE_CASE, { HOUR (33), HOUR (33) }, DD_PARTY_CUSTOMER, "access" } },
    "vendor 2400",
    "5 days: 5 vendor, 0 customer" },
};

static guint
count_waits (const DdWait *waits)
{
  guint n = 0;

  while (n < MAX_WAITS && waits[n].span.finish != 0)
    n++;
  return n;
}

static void
test_table (void)
{
  g_autoptr (DdCalendar) calendar = office ();

  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++)
    {
      g_autoptr (DdLedger) ledger =
          dd_ledger_new (calendar, (DdRange){ HOUR (9), HOUR (113) }, ledgers[i].waits,
                         count_waits (ledgers[i].waits));
      g_autofree char *lines = describe (ledger);
      g_autofree char *words = dd_ledger_to_words (ledger);

      g_test_message ("%s", ledgers[i].name);
      g_assert_cmpint (ledger->minutes, ==, 2400);
      g_assert_cmpstr (lines, ==, ledgers[i].lines);
      g_assert_cmpstr (words, ==, ledgers[i].words);
    }
}

static void
test_shares (void)
{
  g_autoptr (DdCalendar) calendar = office ();
  const DdWait wait = { 0, { HOUR (24), HOUR (48) }, DD_PARTY_CUSTOMER, "access" };
  g_autoptr (DdLedger) ledger =
      dd_ledger_new (calendar, (DdRange){ HOUR (9), HOUR (113) }, &wait, 1);
  const DdLedgerLine *work = g_ptr_array_index (ledger->lines, 0);
  const DdLedgerLine *access = g_ptr_array_index (ledger->lines, 1);

  g_assert_cmpfloat_with_epsilon (work->share, 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (access->share, 0.2, 1e-12);
  g_assert_cmpint (ledger->party_minutes[DD_PARTY_VENDOR], ==, 1920);
  g_assert_cmpint (ledger->party_minutes[DD_PARTY_CUSTOMER], ==, 480);
}

/* As in the design: 23 days, of which the customer had 14, and access took 11 of those. */
static void
test_weeks (void)
{
  g_autoptr (DdCalendar) calendar = office ();
  const DdWait waits[] = {
    { 0, { HOUR (24), HOUR (24) + 14 * DAY + 24 * HOUR_SECONDS }, DD_PARTY_CUSTOMER, "access" },
    { 1, { HOUR (24) + 15 * DAY, HOUR (24) + 20 * DAY }, DD_PARTY_CUSTOMER, "documents" },
  };
  g_autoptr (DdLedger) ledger =
      dd_ledger_new (calendar, (DdRange){ HOUR (9), HOUR (17) + 30 * DAY }, waits, 2);
  g_autofree char *words = dd_ledger_to_words (ledger);

  g_assert_cmpstr (words, ==, "23 days: 9 vendor, 14 customer, of which 11 waiting for access");
}

/* Less than a day is told in hours, less than an hour in minutes. */
static void
test_short_spans (void)
{
  static const struct
  {
    gint64 finish;
    const char *words;
  } spans[] = {
    { HOUR (9), "0 minutes: 0 vendor, 0 customer" },
    { HOUR (9) + 60, "1 minute: 1 vendor, 0 customer" },
    { HOUR (12), "3 hours: 1 vendor, 2 customer, of which 2 waiting for access" },
    { HOUR (17), "1 day: 0 vendor, 1 customer, of which 1 waiting for access" },
  };
  g_autoptr (DdCalendar) calendar = office ();
  const DdWait wait = { 0, { HOUR (10), OPEN }, DD_PARTY_CUSTOMER, "access" };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (DdLedger) ledger =
          dd_ledger_new (calendar, (DdRange){ HOUR (9), spans[i].finish }, &wait, 1);
      g_autofree char *words = dd_ledger_to_words (ledger);

      g_assert_cmpstr (words, ==, spans[i].words);
    }
}

/* --- Against a model that asks who each minute belongs to --- */

#define ROUNDS      1200
#define WINDOW_DAYS 10
#define MODEL_WAITS 8

static const char *const reasons[] = { "access", "documents", "software" };

/* The party (0, 1) and reason (0 to 2) that the minute at @instant is waited for, as party * 3 +
 * reason; -1 for work. */
static int
whose_minute (const DdWait *waits, guint n, gint64 instant)
{
  const DdWait *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean own = waits[i].activity != DD_WHOLE_CASE;
      gboolean best_own = best != NULL && best->activity != DD_WHOLE_CASE;

      if (!dd_range_contains (waits[i].span, instant))
        continue;
      if (best == NULL || (own && !best_own)
          || (own == best_own && waits[i].span.start < best->span.start))
        best = &waits[i];
    }
  if (best == NULL)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (best->reason == reasons[i])
      return best->party * 3 + i;
  g_assert_not_reached ();
}

static DdWait
random_wait (GRand *rand, gint64 start, gint64 unit)
{
  gint64 length = WINDOW_DAYS * DAY / unit;
  gint64 from = g_rand_int_range (rand, 0, length);
  gint64 to = from + g_rand_int_range (rand, 0, length / 2);
  gint64 finish = g_rand_int_range (rand, 0, 5) == 0 ? OPEN : start + to * unit;
  int activity = g_rand_boolean (rand) ? DD_WHOLE_CASE : g_rand_int_range (rand, 0, 4);

  return (DdWait){ activity,
                   { start + from * unit, finish },
                   g_rand_boolean (rand) ? DD_PARTY_CUSTOMER : DD_PARTY_VENDOR,
                   reasons[g_rand_int_range (rand, 0, 3)] };
}

static gint64
line_minutes (const DdLedger *ledger, int whose)
{
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const DdLedgerLine *line = g_ptr_array_index (ledger->lines, i);

      if (whose < 0 ? line->reason == NULL
                    : line->reason != NULL && (int) line->party == whose / 3
                          && g_str_equal (line->reason, reasons[whose % 3]))
        return line->minutes;
    }
  return 0;
}

static void
check_against_model (guint32 seed, GRand *rand, DdCalendar *calendar, const NaiveWindow *window)
{
  DdWait waits[MODEL_WAITS];
  guint n = g_rand_int_range (rand, 0, MODEL_WAITS + 1);
  gint64 minutes[7] = { 0 };
  g_autoptr (DdLedger) ledger = NULL;

  for (guint i = 0; i < n; i++)
    waits[i] = random_wait (rand, window->start, 60);
  for (gint64 at = window->start; at < window->finish; at += 60)
    if (naive_window_is_working (window, at))
      minutes[whose_minute (waits, n, at) + 1]++;

  ledger = dd_ledger_new (calendar, (DdRange){ window->start, window->finish }, waits, n);
  for (int i = 0; i < 7; i++)
    if (line_minutes (ledger, i - 1) != minutes[i])
      g_test_fail_printf ("seed %u: line %d has %d minutes, not %d", seed, i - 1,
                          (int) line_minutes (ledger, i - 1), (int) minutes[i]);
}

/* Waits that begin and end inside minutes: the parts still add up to what elapsed. */
static void
check_sums (guint32 seed, GRand *rand, DdCalendar *calendar, gint64 start)
{
  DdWait waits[MODEL_WAITS];
  DdRange span = { start + g_rand_int_range (rand, 0, DAY),
                   start + g_rand_int_range (rand, DAY, WINDOW_DAYS * DAY) };
  g_autoptr (DdLedger) ledger = NULL;
  gint64 sum = 0, parties[2] = { 0 };

  for (guint i = 0; i < MODEL_WAITS; i++)
    waits[i] = random_wait (rand, start, 1);
  ledger = dd_ledger_new (calendar, span, waits, MODEL_WAITS);
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const DdLedgerLine *line = g_ptr_array_index (ledger->lines, i);

      sum += line->minutes;
      parties[line->party] += line->minutes;
      if (line->minutes < 0 || (line->minutes == 0 && line->reason != NULL))
        g_test_fail_printf ("seed %u: a line of %d minutes", seed, (int) line->minutes);
    }
  if (sum != dd_calendar_between (calendar, span.start, span.finish) || sum != ledger->minutes)
    g_test_fail_printf ("seed %u: the lines do not add up", seed);
  if (parties[0] != ledger->party_minutes[0] || parties[1] != ledger->party_minutes[1])
    g_test_fail_printf ("seed %u: the parties do not add up", seed);
}

static void
test_model (void)
{
  guint32 first = seed_get ();

  for (guint32 seed = first; seed < first + ROUNDS && !g_test_failed (); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 start = MONDAY + g_rand_int_range (rand, 0, 400) * DAY;
      g_autofree char *text = naive_calendar_random_text (rand, 719163 + (guint32) (start / DAY));
      g_autoptr (NaiveCalendar) naive = naive_calendar_new (text);
      g_autoptr (NaiveWindow) window = naive_window_new (naive, start, WINDOW_DAYS * 1440);
      g_autoptr (DdCalendar) calendar = dd_calendar_parse (text, -1, "random", NULL);

      for (guint i = 0; i < 10; i++)
        {
          check_against_model (seed, rand, calendar, window);
          check_sums (seed, rand, calendar, start);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/table", test_table);
  g_test_add_func ("/ledger/shares", test_shares);
  g_test_add_func ("/ledger/weeks", test_weeks);
  g_test_add_func ("/ledger/short-spans", test_short_spans);
  g_test_add_func ("/ledger/model", test_model);
  return g_test_run ();
}
