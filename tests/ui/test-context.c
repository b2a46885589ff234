/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "dd-journal.h"
#include "delivery/dd-customer.h"

#define DAY G_GINT64_CONSTANT (86400)

static void
count (guint *counter)
{
  (*counter)++;
}

static void
count_signal (UiTest *self, const char *signal, guint *counter)
{
  *counter = 0;
  g_signal_connect_swapped (self->context, signal, G_CALLBACK (count), counter);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dd_context_open_finish (DD_CONTEXT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
open_context (UiTest *self)
{
  gboolean opened = FALSE;

  dd_context_open_async (self->context, NULL, on_opened, &opened);
  ui_test_wait (opened);
}

static gboolean
run_nothing (DdConnection *connection, gpointer data, GError **error)
{
  return TRUE;
}

/* Everything that was given to the database, and what that told, is done. */
static void
settle (UiTest *self)
{
  dd_database_run_sync (dd_context_get_database (self->context), run_nothing, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What is told when a test says what time it is. */
static void
test_setting_the_instant_tells_it (UiTest *self, gconstpointer data)
{
  gint64 now = dd_context_get_now (self->context);
  guint minutes, days, set;

  count_signal (self, "minute-changed", &minutes);
  count_signal (self, "day-changed", &days);
  count_signal (self, "clock-set", &set);
  dd_context_set_now (self->context, now + 600);
  g_assert_cmpint (dd_context_get_now (self->context), ==, now + 600);
  g_assert_cmpuint (minutes, ==, 1);
  g_assert_cmpuint (set, ==, 1);
  g_assert_cmpuint (days, ==, 0);
  dd_context_set_now (self->context, now + DAY);
  g_assert_cmpuint (days, ==, 1);
  /* Back is another day too. */
  dd_context_set_now (self->context, now);
  g_assert_cmpuint (days, ==, 2);
}

/* An alarm goes by the machine's clock, which shows something else than a test's instant. */
static void
test_tells_the_clock_s_time_of_an_instant (UiTest *self, gconstpointer data)
{
  gint64 now = dd_context_get_now (self->context);
  gint64 real = g_get_real_time () / G_USEC_PER_SEC;
  gint64 time = dd_context_get_clock_time (self->context, now + 90);

  g_assert_cmpint (time, >=, real + 90);
  g_assert_cmpint (time, <=, g_get_real_time () / G_USEC_PER_SEC + 90);
  g_assert_cmpint (dd_context_get_clock_time (self->context, DD_INSTANT_NONE), ==, DD_INSTANT_NONE);
}

/* Reminders go by the day's plans. */
static void
test_days_are_told_to_nobody_too (UiTest *self, gconstpointer data)
{
  gint64 now = dd_context_get_now (self->context);
  gint64 midnight = now - now % DAY + DAY;
  guint minutes, days;

  open_context (self);
  dd_context_set_attended (self->context, FALSE);
  dd_context_set_now (self->context, midnight - 1);
  count_signal (self, "minute-changed", &minutes);
  count_signal (self, "day-changed", &days);
  dd_context_set_now (self->context, midnight);
  g_assert_cmpuint (days, ==, 1);
  g_assert_cmpuint (minutes, ==, 1);
}

static void
test_another_time_zone_is_another_calendar (UiTest *self, gconstpointer data)
{
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  guint calendars, days;

  open_context (self);
  g_assert_cmpstr (dd_calendar_get_timezone (dd_context_get_calendar (self->context)), ==, "UTC");
  count_signal (self, "calendar-changed", &calendars);
  count_signal (self, "day-changed", &days);
  dd_context_look_at_zone (self->context);
  settle (self);
  g_assert_cmpuint (calendars, ==, 0);
  /* There it is Wednesday already at 16:00 UTC. */
  dd_context_set_now (self->context, dd_context_get_now (self->context) + 6 * 3600);
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  dd_context_look_at_zone (self->context);
  ui_test_wait (calendars == 1);
  g_assert_cmpuint (days, ==, 1);
  g_assert_cmpstr (dd_calendar_get_timezone (dd_context_get_calendar (self->context)), ==,
                   "Asia/Tokyo");
  g_setenv ("TZ", zone, TRUE);
}

static gboolean
run_add_customer (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdAction) action = dd_action_new ("Somebody Else", 1796119200, NULL, NULL);
  g_autoptr (DdCustomer) customer = dd_record_new (&dd_customer_entity, NULL);

  dd_record_set_text (DD_RECORD (customer), "name", data);
  dd_action_save (action, customer);
  return dd_journal_commit (connection, action, NULL, error);
}

/* Through another connection to the same file, as another process would. */
static void
add_customer_elsewhere (UiTest *self, const char *name)
{
  g_autoptr (DdDatabase) other = dd_database_new (self->database);
  g_autoptr (GError) error = NULL;

  dd_database_open_sync (other, dd_context_get_now (self->context), &error);
  g_assert_no_error (error);
  dd_database_run_sync (other, run_add_customer, (gpointer) name, &error);
  g_assert_no_error (error);
  dd_database_close_sync (other);
}

static void
test_what_others_do_is_told (UiTest *self, gconstpointer data)
{
  gboolean attended = GPOINTER_TO_INT (data);
  guint changes;

  open_context (self);
  dd_context_set_attended (self->context, attended);
  settle (self);
  count_signal (self, "changed", &changes);
  add_customer_elsewhere (self, "Northwind");
  ui_test_wait (changes > 0);
  settle (self);
  changes = 0;
  add_customer_elsewhere (self, "Southwind");
  ui_test_wait (changes > 0);
  /* And again after somebody came to look. */
  dd_context_set_attended (self->context, !attended);
  settle (self);
  changes = 0;
  add_customer_elsewhere (self, "Eastwind");
  ui_test_wait (changes > 0);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/context/setting-the-instant-tells-it", UiTest, NULL, ui_test_set_up,
              test_setting_the_instant_tells_it, ui_test_tear_down);
  g_test_add ("/context/tells-the-clock-s-time-of-an-instant", UiTest, NULL, ui_test_set_up,
              test_tells_the_clock_s_time_of_an_instant, ui_test_tear_down);
  g_test_add ("/context/days-are-told-to-nobody-too", UiTest, NULL, ui_test_set_up,
              test_days_are_told_to_nobody_too, ui_test_tear_down);
  g_test_add ("/context/another-time-zone-is-another-calendar", UiTest, NULL, ui_test_set_up,
              test_another_time_zone_is_another_calendar, ui_test_tear_down);
  g_test_add ("/context/what-others-do-is-told/attended", UiTest, GINT_TO_POINTER (TRUE),
              ui_test_set_up, test_what_others_do_is_told, ui_test_tear_down);
  g_test_add ("/context/what-others-do-is-told/unattended", UiTest, GINT_TO_POINTER (FALSE),
              ui_test_set_up, test_what_others_do_is_told, ui_test_tear_down);
  return g_test_run ();
}
