/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders from the database to a notification server and back, in the application as it is.
 * Argument: drydockctl. */

#include "config.h"

#include "delivery/dd-case-activity.h"
#include "notify-daemon.h"
#include "notify/dd-reminder-delivery.h"
#include "reminder-office.h"
#include "today/dd-today-page.h"
#include "ui-test.h"

#define ALL_ABILITIES "body body-markup actions"

static const char *drydockctl;

/* Waits for the call number @n, from 1, to show something. Returns: (transfer full): it */
static NotifyCall *
wait_for_notice (NotifyDaemon *server, guint n)
{
  ui_test_wait (notify_daemon_count (server, "Notify") == n);
  return notify_daemon_get (server, n - 1);
}

static void
choose (NotifyDaemon *server, guint id, const char *action)
{
  notify_daemon_emit (server, "ActionInvoked", g_variant_new ("(us)", id, action));
}

static void
test_comes_when_it_is_due (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "6 08:59", NULL);
  reminder_office_open (&office);
  g_assert_cmpuint (notify_daemon_count (server, "Notify"), ==, 0);
  reminder_office_set_now (&office, "6 09:00");
  call = wait_for_notice (server, 1);
  g_assert_nonnull (strstr (call->title, "Acme"));
  g_assert_nonnull (strstr (call->title, "Prepare <b> & More"));
  g_assert_nonnull (strstr (call->body, "Monday 9 December 2024, 09:00"));
  g_assert_cmpstr (notify_call_get_label (call, "default"), ==, "Open");
  g_assert_cmpstr (notify_call_get_label (call, "done"), ==, "Done");
  g_assert_nonnull (notify_call_get_label (call, "snooze-hour"));
  g_assert_nonnull (notify_call_get_label (call, "snooze-tomorrow"));
  /* It is Friday. */
  g_assert_nonnull (notify_call_get_label (call, "snooze-next-working-day"));
  /* Once. */
  reminder_office_set_now (&office, "6 09:01");
  reminder_office_set_now (&office, "6 09:30");
  reminder_office_stop (&office);
  reminder_office_restart (&office, "6 10:00");
  reminder_office_open (&office);
  reminder_office_set_now (&office, "6 10:30");
  reminder_office_stop (&office);
  g_assert_cmpuint (notify_daemon_count (server, "Notify"), ==, 1);
}

static void
test_open_raises_the_case (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "6 09:00", NULL);
  reminder_office_open (&office);
  call = wait_for_notice (server, 1);
  choose (server, 1, "default");
  ui_test_wait (reminder_office_shows_activity (&office, "prepare"));
}

/* With no window open there is one afterwards. */
static void
test_open_makes_a_window (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "6 08:00", "run-in-background");
  reminder_office_open (&office);
  gtk_window_close (GTK_WINDOW (reminder_office_get_window (&office)));
  ui_test_wait (reminder_office_get_window (&office) == NULL);
  reminder_office_set_now (&office, "6 09:00");
  call = wait_for_notice (server, 1);
  choose (server, 1, "default");
  ui_test_wait (reminder_office_shows_activity (&office, "prepare"));
}

static const struct
{
  const char *snooze;
  const char *before;
  const char *end;
} snoozes[] = {
  { "snooze-hour", "6 09:59", "6 10:00" },
  { "snooze-tomorrow", "7 08:59", "7 09:00" },
  { "snooze-next-working-day", "9 08:59", "9 09:00" },
};

static void
test_snooze_comes_back (gconstpointer data)
{
  const typeof (snoozes[0]) *row = data;
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL, again = NULL;

  reminder_office_begin (&office, "6 09:00", NULL);
  reminder_office_open (&office);
  call = wait_for_notice (server, 1);
  choose (server, 1, row->snooze);
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 1);
  reminder_office_set_now (&office, row->before);
  g_assert_cmpuint (reminder_office_count_inbox (&office), ==, 0);
  reminder_office_set_now (&office, row->end);
  again = wait_for_notice (server, 2);
  g_assert_cmpuint (reminder_office_count_inbox (&office), ==, 1);
  g_assert_cmpstr (again->title, ==, call->title);
  g_assert_cmpuint (again->replaces, ==, 0);
}

static void
test_done_settles_it (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "6 09:00", NULL);
  reminder_office_open (&office);
  call = wait_for_notice (server, 1);
  choose (server, 1, "done");
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 1);
  /* Only the reminder: nobody began the activity. */
  g_assert_cmpint (reminder_office_get_state (&office, "prepare"), ==, DD_STATE_PLANNED);
}

static void
test_done_marks_an_activity_that_was_due (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "9 09:00", NULL);
  reminder_office_step (&office, DD_CASE_STEP_START, "prepare", "9 09:00");
  reminder_office_open (&office);
  ui_test_wait (notify_daemon_count (server, "Notify") > 0);
  for (guint i = 0; i < notify_daemon_count (server, "Notify"); i++)
    {
      g_clear_pointer (&call, notify_call_free);
      call = notify_daemon_get (server, i);
      if (g_strcmp0 (notify_call_get_label (call, "done"), "Mark Done") == 0)
        choose (server, i + 1, "done");
    }
  ui_test_wait (reminder_office_get_state (&office, "prepare") == DD_STATE_DONE);
  ui_test_wait (notify_daemon_count (server, "CloseNotification") > 0);
}

/* Another process marks the activity done: the popup has nothing to say any more. */
static void
test_is_withdrawn_when_it_is_done_elsewhere (gconstpointer data)
{
  gboolean attended = GPOINTER_TO_INT (data);
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "6 09:00", "run-in-background");
  reminder_office_open (&office);
  call = wait_for_notice (server, 1);
  if (!attended)
    {
      gtk_window_close (GTK_WINDOW (reminder_office_get_window (&office)));
      ui_test_wait (reminder_office_get_window (&office) == NULL);
    }
  reminder_office_run_elsewhere (&office, drydockctl, "done", "prepare");
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 1);
}

/* After a week in which nobody started the program. */
static void
test_what_was_missed_is_gathered (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;

  reminder_office_begin (&office, "16 10:00", NULL);
  reminder_office_step (&office, DD_CASE_STEP_START, "prepare", "9 09:00");
  reminder_office_open (&office);
  call = wait_for_notice (server, 1);
  g_assert_cmpstr (call->title, ==, "2 reminders");
  g_assert_nonnull (strstr (call->body, "Prepare &lt;b&gt; &amp; More"));
  g_assert_cmpuint (g_strv_length (call->actions), ==, 2);
  choose (server, 1, "default");
  ui_test_wait (DD_IS_TODAY_PAGE (dd_window_get_page (reminder_office_get_window (&office))));
  /* It goes with the last of them. */
  reminder_office_step (&office, DD_CASE_STEP_CANCEL, NULL, "16 11:00");
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 1);
}

static void
on_update (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *iface,
           const char *signal,
           GVariant *parameters,
           gpointer user_data)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (parameters, 1);

  g_assert_true (g_variant_lookup (properties, "count", "x", user_data));
}

static void
test_the_icon_has_a_count (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  gint64 count = -1;
  guint update =
      g_dbus_connection_signal_subscribe (server->bus, NULL, "com.canonical.Unity.LauncherEntry",
                                          "Update", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_update,
                                          &count, NULL);

  reminder_office_begin (&office, "6 09:00", NULL);
  reminder_office_open (&office);
  ui_test_wait (count == 1);
  reminder_office_step (&office, DD_CASE_STEP_CANCEL, NULL, "6 10:00");
  ui_test_wait (count == 0);
  g_dbus_connection_signal_unsubscribe (server->bus, update);
}

/* Between two rounds nothing is done: the next is when the next reminder is due. */
static void
test_waits_for_the_next_due_time (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.drydock.Drydock");
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (DdNotifier) notifier = NULL;
  g_autoptr (DdContext) context = NULL;
  g_autoptr (DdReminderDelivery) delivery = NULL;

  reminder_office_begin (&office, "2 10:00", NULL);
  reminder_office_stop (&office);
  notifier = dd_notifier_new ();
  context = dd_context_new (NULL, settings);
  dd_context_set_now (context, reminder_office_at ("2 10:00"));
  delivery = dd_reminder_delivery_new (context, notifier);
  dd_context_open_async (context, NULL, NULL, NULL);
  ui_test_wait (dd_reminder_delivery_get_wake (delivery) == reminder_office_at ("6 09:00")
                && dd_reminder_delivery_is_idle (delivery));
  dd_context_set_now (context, reminder_office_at ("6 09:00"));
  ui_test_wait (dd_reminder_delivery_get_wake (delivery) != reminder_office_at ("6 09:00")
                && dd_reminder_delivery_is_idle (delivery));
  dd_database_close_sync (dd_context_get_database (context));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The actions are on the bus, for the desktop and for the inbox. */
static void
test_actions_take_keys (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_auto (ReminderOffice) office = { 0 };
  g_autoptr (NotifyCall) call = NULL;
  g_autofree char *key = NULL;

  reminder_office_begin (&office, "6 09:00", "run-in-background");
  reminder_office_open_quietly (&office);
  key = g_strdup_printf ("%s/activity:prepare/activity-start", office.case_id);
  g_action_group_activate_action (G_ACTION_GROUP (office.application), "open-reminder",
                                  g_variant_new_string (key));
  ui_test_wait (reminder_office_shows_activity (&office, "prepare"));
  call = wait_for_notice (server, 1);
  g_action_group_activate_action (G_ACTION_GROUP (office.application), "snooze-reminder",
                                  g_variant_new ("(ss)", key, "hour"));
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 1);
  reminder_office_set_now (&office, "6 10:00");
  ui_test_wait (notify_daemon_count (server, "Notify") == 2);
  g_action_group_activate_action (G_ACTION_GROUP (office.application), "done-reminder",
                                  g_variant_new_string (key));
  ui_test_wait (notify_daemon_count (server, "CloseNotification") == 2);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  drydockctl = argv[1];
  g_test_add_func ("/reminder-delivery/comes-when-it-is-due", test_comes_when_it_is_due);
  g_test_add_func ("/reminder-delivery/open-raises-the-case", test_open_raises_the_case);
  g_test_add_func ("/reminder-delivery/open-makes-a-window", test_open_makes_a_window);
  for (guint i = 0; i < G_N_ELEMENTS (snoozes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/reminder-delivery/snooze-comes-back/%s", snoozes[i].snooze);

      g_test_add_data_func (path, &snoozes[i], test_snooze_comes_back);
    }
  g_test_add_func ("/reminder-delivery/done-settles-it", test_done_settles_it);
  g_test_add_func ("/reminder-delivery/done-marks-an-activity-that-was-due",
                   test_done_marks_an_activity_that_was_due);
  g_test_add_data_func ("/reminder-delivery/is-withdrawn-when-it-is-done-elsewhere/attended",
                        GINT_TO_POINTER (TRUE), test_is_withdrawn_when_it_is_done_elsewhere);
  g_test_add_data_func ("/reminder-delivery/is-withdrawn-when-it-is-done-elsewhere/unattended",
                        GINT_TO_POINTER (FALSE), test_is_withdrawn_when_it_is_done_elsewhere);
  g_test_add_func ("/reminder-delivery/what-was-missed-is-gathered",
                   test_what_was_missed_is_gathered);
  g_test_add_func ("/reminder-delivery/the-icon-has-a-count", test_the_icon_has_a_count);
  g_test_add_func ("/reminder-delivery/waits-for-the-next-due-time",
                   test_waits_for_the_next_due_time);
  g_test_add_func ("/reminder-delivery/actions-take-keys", test_actions_take_keys);
  return g_test_run ();
}
