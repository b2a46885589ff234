/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify-daemon.h"
#include "ui-test.h"

#include "notify/dd-notifier.h"

#define ALL_ABILITIES "body body-markup actions"

/* What was chosen on a notice last. */
typedef struct
{
  guint n;
  char *id;
  char *action;
  char *token;
} Chosen;

static void
on_action (DdNotifier *notifier,
           const char *id,
           const char *action,
           const char *token,
           Chosen *chosen)
{
  chosen->n++;
  g_free (chosen->id);
  g_free (chosen->action);
  g_free (chosen->token);
  chosen->id = g_strdup (id);
  chosen->action = g_strdup (action);
  chosen->token = g_strdup (token);
}

static void
chosen_clear (Chosen *chosen)
{
  g_free (chosen->id);
  g_free (chosen->action);
  g_free (chosen->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chosen, chosen_clear)

static void
on_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (dd_notifier_flush_finish (DD_NOTIFIER (object), result));
  *(gboolean *) user_data = TRUE;
}

static void
flush (DdNotifier *notifier)
{
  gboolean flushed = FALSE;

  dd_notifier_flush_async (notifier, on_flushed, &flushed);
  ui_test_wait (flushed);
}

static DdNotice *
make_notice (const char *id, const char *title)
{
  DdNotice *notice = dd_notice_new (id, title, "Do <this> & that.\nSoon.", DD_URGENCY_CRITICAL);

  dd_notice_add_action (notice, DD_NOTICE_DEFAULT, "Open");
  dd_notice_add_action (notice, "done", "Done");
  return notice;
}

static void
show (DdNotifier *notifier, const char *id, const char *title)
{
  dd_notifier_show (notifier, make_notice (id, title));
  flush (notifier);
}

/* --- What the server can do --- */

static const struct
{
  const char *name;
  const char *abilities;
  const char *title;
  const char *body;
  gboolean actions;
} servers[] = {
  { "everything", ALL_ABILITIES, "Acme", "Do &lt;this&gt; &amp; that.\nSoon.", TRUE },
  { "no-markup", "body actions", "Acme", "Do <this> & that.\nSoon.", TRUE },
  { "no-actions", "body body-markup", "Acme", "Do &lt;this&gt; &amp; that.\nSoon.", FALSE },
  { "no-body", "actions", "Acme – Do <this> & that. Soon.", "", TRUE },
  { "nothing", "", "Acme – Do <this> & that. Soon.", "", FALSE },
};

static void
test_asks_no_more_than_the_server_can (gconstpointer data)
{
  const typeof (servers[0]) *row = data;
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (row->abilities);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyCall) call = NULL;

  show (notifier, "a", "Acme");
  call = notify_daemon_get (server, 0);
  g_assert_nonnull (call);
  g_assert_cmpstr (call->title, ==, row->title);
  g_assert_cmpstr (call->body, ==, row->body);
  g_assert_cmpint (call->urgency, ==, DD_URGENCY_CRITICAL);
  g_assert_false (call->silent);
  g_assert_cmpstr (notify_call_get_label (call, "default"), ==, row->actions ? "Open" : NULL);
  g_assert_cmpstr (notify_call_get_label (call, "done"), ==, row->actions ? "Done" : NULL);
}

/* --- One notice after the other --- */

static void
test_the_same_id_replaces (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyCall) first = NULL, other = NULL, second = NULL;

  show (notifier, "a", "Half");
  show (notifier, "b", "Other");
  show (notifier, "a", "Soon");
  first = notify_daemon_get (server, 0);
  other = notify_daemon_get (server, 1);
  second = notify_daemon_get (server, 2);
  g_assert_cmpuint (first->replaces, ==, 0);
  g_assert_cmpuint (other->replaces, ==, 0);
  g_assert_cmpuint (second->replaces, ==, 1);
  g_assert_cmpstr (second->title, ==, "Soon");
}

static void
test_is_withdrawn (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();

  show (notifier, "a", "Acme");
  dd_notifier_withdraw (notifier, "b");
  dd_notifier_withdraw (notifier, "a");
  dd_notifier_withdraw (notifier, "a");
  flush (notifier);
  g_assert_cmpuint (notify_daemon_count (server, "CloseNotification"), ==, 1);
}

static void
test_what_is_only_put_right_makes_no_noise (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyCall) call = NULL;
  DdNotice *notice;

  notice = make_notice ("a", "Gone");
  notice->silent = TRUE;
  dd_notifier_show (notifier, notice);
  flush (notifier);
  g_assert_cmpuint (notify_daemon_count (server, "Notify"), ==, 0);

  show (notifier, "a", "Due at 10");
  notice = make_notice ("a", "Due at 11");
  notice->silent = TRUE;
  dd_notifier_show (notifier, notice);
  flush (notifier);
  call = notify_daemon_get (server, 1);
  g_assert_cmpuint (call->replaces, ==, 1);
  g_assert_true (call->silent);
}

static void
test_tells_what_is_chosen (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_auto (Chosen) chosen = { 0 };

  g_signal_connect (notifier, "action", G_CALLBACK (on_action), &chosen);
  show (notifier, "a", "Acme");
  show (notifier, "b", "Bolt");
  notify_daemon_emit (server, "ActivationToken", g_variant_new ("(us)", 2, "leave-to-come"));
  notify_daemon_emit (server, "ActionInvoked", g_variant_new ("(us)", 2, "done"));
  ui_test_wait (chosen.n == 1);
  g_assert_cmpstr (chosen.id, ==, "b");
  g_assert_cmpstr (chosen.action, ==, "done");
  g_assert_cmpstr (chosen.token, ==, "leave-to-come");
  notify_daemon_emit (server, "ActionInvoked", g_variant_new ("(us)", 1, "default"));
  ui_test_wait (chosen.n == 2);
  g_assert_cmpstr (chosen.id, ==, "a");
  g_assert_cmpstr (chosen.action, ==, "default");
  g_assert_null (chosen.token);
}

/* The server's number may be another program's by then. */
static void
test_what_was_closed_is_not_replaced (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyCall) call = NULL;

  show (notifier, "a", "Acme");
  notify_daemon_emit (server, "NotificationClosed", g_variant_new ("(uu)", 1, 2));
  flush (notifier);
  show (notifier, "a", "Acme again");
  call = notify_daemon_get (server, 1);
  g_assert_cmpuint (call->replaces, ==, 0);
  dd_notifier_withdraw (notifier, "a");
  flush (notifier);
  g_assert_cmpuint (notify_daemon_count (server, "CloseNotification"), ==, 1);
}

static void
test_takes_all_away_at_the_end (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();

  show (notifier, "a", "Acme");
  show (notifier, "b", "Bolt");
  dd_notifier_stop (notifier);
  g_assert_cmpuint (notify_daemon_count (server, "CloseNotification"), ==, 2);
}

/* --- Servers come and go --- */

static void
test_no_server_is_no_error (void)
{
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();

  show (notifier, "a", "Acme");
  dd_notifier_withdraw (notifier, "a");
  flush (notifier);
}

static void
test_a_server_that_comes_later_shows_what_waits (void)
{
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyDaemon) server = NULL;
  g_autoptr (NotifyCall) call = NULL;

  show (notifier, "a", "Acme");
  show (notifier, "b", "Bolt");
  dd_notifier_withdraw (notifier, "a");
  server = notify_daemon_start_mock (ALL_ABILITIES);
  ui_test_wait (notify_daemon_count (server, "Notify") == 1);
  call = notify_daemon_get (server, 0);
  g_assert_cmpstr (call->title, ==, "Bolt");
}

/* Another server knows nothing of what the one before showed, and can do other things. */
static void
test_another_server_shows_what_is_not_settled (void)
{
  g_autoptr (NotifyDaemon) server = notify_daemon_start_mock (ALL_ABILITIES);
  g_autoptr (DdNotifier) notifier = dd_notifier_new ();
  g_autoptr (NotifyCall) call = NULL, next = NULL;

  show (notifier, "a", "Acme");
  show (notifier, "b", "Bolt");
  notify_daemon_emit (server, "NotificationClosed", g_variant_new ("(uu)", 1, 2));
  flush (notifier);
  g_clear_pointer (&server, notify_daemon_stop);
  server = notify_daemon_start_mock ("body");
  ui_test_wait (notify_daemon_count (server, "Notify") == 1);
  call = notify_daemon_get (server, 0);
  g_assert_cmpstr (call->title, ==, "Bolt");
  g_assert_cmpuint (call->replaces, ==, 0);
  g_assert_cmpuint (g_strv_length (call->actions), ==, 0);
  show (notifier, "b", "Bolt again");
  next = notify_daemon_get (server, 1);
  g_assert_cmpuint (next->replaces, ==, 1);
}

/* --- In a sandbox --- */

static void
test_goes_through_the_portal (void)
{
  g_autoptr (NotifyDaemon) portal = NULL;
  g_autoptr (DdNotifier) notifier = NULL;
  g_autoptr (GVariant) added = NULL, id = NULL, options = NULL;
  g_auto (Chosen) chosen = { 0 };
  const char *text;

  /* libnotify asks once: a process of its own. */
  if (!g_test_subprocess ())
    {
      g_setenv ("NOTIFY_FORCE_PORTAL", "1", TRUE);
      g_setenv ("GTK_USE_PORTAL", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_unsetenv ("NOTIFY_FORCE_PORTAL");
      g_unsetenv ("GTK_USE_PORTAL");
      g_test_trap_assert_passed ();
      return;
    }
  /* It says on standard error that it does what it is to do. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  portal = notify_daemon_start_portal ();
  notifier = dd_notifier_new ();
  g_signal_connect (notifier, "action", G_CALLBACK (on_action), &chosen);
  show (notifier, "a", "Acme");
  added = notify_daemon_get_arguments (portal, "AddNotification", 0);
  g_assert_nonnull (added);
  g_variant_get_child (added, 0, "v", &id);
  g_variant_get_child (added, 1, "v", &options);
  g_assert_true (g_variant_lookup (options, "title", "&s", &text));
  g_assert_cmpstr (text, ==, "Acme");
  g_assert_true (g_variant_lookup (options, "body", "&s", &text));
  g_assert_cmpstr (text, ==, "Do <this> & that.\nSoon.");
  g_assert_true (g_variant_lookup (options, "priority", "&s", &text));
  g_assert_cmpstr (text, ==, "urgent");
  g_assert_true (g_variant_lookup (options, "default-action", "&s", &text));
  g_assert_cmpstr (text, ==, "default");
  notify_daemon_emit (portal, "ActionInvoked",
                      g_variant_new ("(ss@av)", g_variant_get_string (id, NULL), "done",
                                     g_variant_new_array (G_VARIANT_TYPE_VARIANT, NULL, 0)));
  ui_test_wait (chosen.n == 1);
  g_assert_cmpstr (chosen.id, ==, "a");
  g_assert_cmpstr (chosen.action, ==, "done");
  /* Where nobody chose anything, it is taken away when it is settled. */
  show (notifier, "b", "Bolt");
  dd_notifier_withdraw (notifier, "b");
  flush (notifier);
  g_assert_cmpuint (notify_daemon_count (portal, "RemoveNotification"), ==, 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/notifier/asks-no-more-than-the-server-can/%s", servers[i].name);

      g_test_add_data_func (path, &servers[i], test_asks_no_more_than_the_server_can);
    }
  g_test_add_func ("/notifier/the-same-id-replaces", test_the_same_id_replaces);
  g_test_add_func ("/notifier/is-withdrawn", test_is_withdrawn);
  g_test_add_func ("/notifier/what-is-only-put-right-makes-no-noise",
                   test_what_is_only_put_right_makes_no_noise);
  g_test_add_func ("/notifier/tells-what-is-chosen", test_tells_what_is_chosen);
  g_test_add_func ("/notifier/what-was-closed-is-not-replaced",
                   test_what_was_closed_is_not_replaced);
  g_test_add_func ("/notifier/takes-all-away-at-the-end", test_takes_all_away_at_the_end);
  g_test_add_func ("/notifier/no-server-is-no-error", test_no_server_is_no_error);
  g_test_add_func ("/notifier/a-server-that-comes-later-shows-what-waits",
                   test_a_server_that_comes_later_shows_what_waits);
  g_test_add_func ("/notifier/another-server-shows-what-is-not-settled",
                   test_another_server_shows_what_is_not_settled);
  g_test_add_func ("/notifier/goes-through-the-portal", test_goes_through_the_portal);
  return g_test_run ();
}
