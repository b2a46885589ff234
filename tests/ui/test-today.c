/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a case stands on the page of today, without a display. */

#include "config.h"

#include "service/dd-service.h"
#include "today/dd-today-items.h"

/* Tuesday 2026-12-01 10:00 UTC */
#define NOW  G_GINT64_CONSTANT (1796119200)
#define HOUR G_GINT64_CONSTANT (3600)
#define DAY  (24 * HOUR)
#define NONE DD_INTEGER_NONE

typedef struct
{
  const char *name;
  int group; /* -1: none */
  DdCaseState state;
  guint owner; /* of the next activity; 0: there is none */
  gint64 due;
  gboolean waiting;
  DdParty party;
  gboolean at_risk;
} Row;

/* clang-format off */
static const Row rows[] = {
  { "due in an hour", DD_TODAY_DUE, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NOW + HOUR },
  { "due at midnight", DD_TODAY_DUE, DD_CASE_RUNNING, DD_OWNER_MANAGER, NOW + 14 * HOUR },
  { "due a minute ago", DD_TODAY_OVERDUE, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NOW - 60 },
  { "due now", DD_TODAY_DUE, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NOW },
  { "due tomorrow", DD_TODAY_COMING, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NOW + DAY },
  { "due in two weeks", DD_TODAY_COMING, DD_CASE_REQUESTED, DD_OWNER_CONSULTANT, NOW + 14 * DAY },
  { "due later", -1, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NOW + 15 * DAY },
  { "due later, deadline in danger", DD_TODAY_DANGER, DD_CASE_RUNNING, DD_OWNER_CONSULTANT,
    NOW + 15 * DAY, .at_risk = TRUE },
  { "due tomorrow, deadline in danger", DD_TODAY_DANGER, DD_CASE_RUNNING, DD_OWNER_CONSULTANT,
    NOW + DAY, .at_risk = TRUE },
  { "overdue, deadline in danger", DD_TODAY_OVERDUE, DD_CASE_RUNNING, DD_OWNER_CONSULTANT,
    NOW - DAY, .at_risk = TRUE },
  { "no date, deadline in danger", DD_TODAY_DANGER, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NONE,
    .at_risk = TRUE },
  { "no date", -1, DD_CASE_RUNNING, DD_OWNER_CONSULTANT, NONE },
  { "the customer's turn", DD_TODAY_WAITING, DD_CASE_RUNNING, DD_OWNER_CUSTOMER, NOW + HOUR },
  { "the customer is late", DD_TODAY_WAITING, DD_CASE_RUNNING, DD_OWNER_CUSTOMER, NOW - DAY },
  { "both parties' turn", DD_TODAY_DUE, DD_CASE_RUNNING,
    DD_OWNER_CUSTOMER | DD_OWNER_CONSULTANT, NOW + HOUR },
  { "waits for the customer", DD_TODAY_WAITING, DD_CASE_WAITING, DD_OWNER_CONSULTANT, NOW - DAY,
    TRUE, DD_PARTY_CUSTOMER },
  { "the customer waits", DD_TODAY_DUE, DD_CASE_WAITING, DD_OWNER_CUSTOMER, NOW + 20 * DAY, TRUE,
    DD_PARTY_VENDOR },
  { "the customer waits for what is late", DD_TODAY_OVERDUE, DD_CASE_WAITING,
    DD_OWNER_CONSULTANT, NOW - DAY, TRUE, DD_PARTY_VENDOR },
  { "all is done", -1, DD_CASE_RUNNING, 0, NONE },
  { "closed", -1, DD_CASE_CLOSED, DD_OWNER_CONSULTANT, NOW + HOUR },
  { "cancelled", -1, DD_CASE_CANCELLED, DD_OWNER_CONSULTANT, NOW + HOUR },
};
/* clang-format on */

static DdCaseSummary *
new_summary (const Row *row, const char *consultant)
{
  DdCaseSummary *summary = g_new0 (DdCaseSummary, 1);

  g_atomic_ref_count_init (&summary->ref_count);
  summary->id = g_ref_string_new (row->name);
  summary->title = g_ref_string_new (row->name);
  summary->customer = g_ref_string_new (row->name);
  summary->customer_key = g_ref_string_new (row->name);
  summary->product = g_ref_string_new_intern ("CX Process");
  summary->consultant = g_ref_string_new (consultant);
  summary->state = row->state;
  summary->next_owner = row->owner;
  if (row->owner != 0)
    {
      summary->next_activity = g_ref_string_new ("backup");
      summary->next_name = g_ref_string_new ("Backup Configuration Files");
    }
  if (row->waiting)
    summary->wait_reason = g_ref_string_new ("remote access");
  summary->next_due = row->due;
  summary->waiting = row->waiting;
  summary->wait_party = row->party;
  summary->at_risk = row->at_risk;
  summary->deadline = summary->float_minutes = summary->closed_at = NONE;
  summary->planned_start = summary->planned_finish = summary->latest_start = NONE;
  return summary;
}

static GPtrArray *
new_summaries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);
}

static void
test_groups (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GPtrArray) summaries = new_summaries ();
  g_autoptr (DdToday) today = NULL;

  g_ptr_array_add (summaries, new_summary (row, "Ada"));
  today = dd_today_new (summaries, calendar, NOW, "Ada", FALSE);
  for (int i = 0; i < DD_N_TODAY_GROUPS; i++)
    g_assert_cmpuint (today->groups[i]->len, ==, i == row->group ? 1 : 0);
}

/* The reader's own, and everybody's; what is due first stands first. */
static void
test_mine (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GPtrArray) summaries = new_summaries ();
  g_autoptr (DdToday) all = NULL, mine = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (summaries, new_summary (&rows[i], i % 2 == 0 ? "Ada" : "Grace"));
  all = dd_today_new (summaries, calendar, NOW, "Ada", FALSE);
  mine = dd_today_new (summaries, calendar, NOW, "Ada", TRUE);
  g_assert_cmpuint (all->n_open, ==, G_N_ELEMENTS (rows) - 2);
  g_assert_cmpuint (all->n_mine, ==, 10);
  g_assert_cmpuint (mine->n_open, ==, all->n_open);
  for (guint i = 0; i < DD_N_TODAY_GROUPS; i++)
    {
      gint64 before = G_MININT64;

      g_assert_cmpuint (mine->groups[i]->len, <=, all->groups[i]->len);
      for (guint j = 0; j < mine->groups[i]->len; j++)
        g_assert_cmpstr (((DdCaseSummary *) mine->groups[i]->pdata[j])->consultant, ==, "Ada");
      for (guint j = 0; j < all->groups[i]->len; j++)
        {
          gint64 due = ((DdCaseSummary *) all->groups[i]->pdata[j])->next_due;

          due = due != NONE ? due : G_MAXINT64;
          g_assert_cmpint (due, >=, before);
          before = due;
        }
    }
}

static void
test_words (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GPtrArray) summaries = new_summaries ();
  g_autoptr (DdToday) nothing = dd_today_new (summaries, calendar, NOW, "Ada", FALSE);
  g_autoptr (DdToday) today = NULL;
  g_autofree char *quiet = dd_today_to_words (nothing), *words = NULL;

  g_assert_cmpstr (quiet, ==, "Nothing needs you now");
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (summaries, new_summary (&rows[i], "Ada"));
  g_ptr_array_add (summaries, new_summary (&rows[7], "Ada"));
  today = dd_today_new (summaries, calendar, NOW, "Ada", FALSE);
  words = dd_today_to_words (today);
  g_assert_cmpstr (words, ==, "1 overdue, 2 due or awaited, 1 deadline in danger");
}

/* What can be marked done is what the vendor does next, and a row says why it is there. */
static void
test_items (void)
{
  static const struct
  {
    guint row;
    const char *subtitle;
    gboolean done;
  } expected[] = {
    { 2, "P · Backup Configuration Files", TRUE },
    { 7, "P · Backup Configuration Files", TRUE },
    { 12, "C · Backup Configuration Files", FALSE },
    { 15, "Waiting for the customer: remote access", FALSE },
  };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Row *row = &rows[expected[i].row];
      g_autoptr (GPtrArray) summaries = new_summaries ();
      g_autoptr (GPtrArray) items = NULL;
      DdTodayItem *item;

      g_ptr_array_add (summaries, new_summary (row, "Ada"));
      items = dd_today_items_of_cases (summaries, (DdTodayGroup) row->group, calendar, NOW);
      item = items->pdata[0];
      g_assert_cmpstr (item->subtitle, ==, expected[i].subtitle);
      g_assert_cmpint (item->done != NULL, ==, expected[i].done);
      g_assert_false (item->snoozes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/today/group/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_groups);
    }
  g_test_add_func ("/today/mine", test_mine);
  g_test_add_func ("/today/words", test_words);
  g_test_add_func ("/today/items", test_items);
  return g_test_run ();
}
