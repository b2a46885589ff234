/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders on a screen: dunst shows them and a mouse clicks on them. Arguments: drydockctl, and
 * where pictures of the screen go. */

#include "config.h"

#include "delivery/dd-case-activity.h"
#include "notify-daemon.h"
#include "reminder-office.h"
#include "ui-test.h"

#include <glib/gstdio.h>

static const char *drydockctl;
static const char *pictures;

/* --- The screen --- */

/* Returns: (transfer full): what @command printed, empty when it failed */
static char *
run_tool (const char *command)
{
  char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, &output, &errors, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    output[0] = '\0';
  return output;
}

/* Returns: (transfer full): the popup's window id; empty when there is none */
static char *
find_popup (void)
{
  return g_strchomp (run_tool ("xdotool search --onlyvisible --class dunst"));
}

static gboolean
has_popup (void)
{
  g_autofree char *popup = find_popup ();

  return *popup != '\0';
}

/* Clicks into the middle of the popup with the mouse's @button. */
static void
click (int button)
{
  g_autofree char *popup = find_popup ();
  g_autofree char *command =
      g_strdup_printf ("xdotool mousemove --window %s 100 20 click %d", popup, button);

  g_free (run_tool (command));
}

static guint
count_colours (const char *picture)
{
  g_autofree char *command = g_strdup_printf ("identify -format %%k %s", picture);
  g_autofree char *output = run_tool (command);

  return (guint) g_ascii_strtoull (output, NULL, 10);
}

/* Takes a picture of the screen, and one of the popup, which has text in it. */
static void
take_picture (const char *name)
{
  g_autofree char *popup = find_popup ();
  g_autofree char *file = g_strdup_printf ("%s/%s.png", pictures, name);
  g_autofree char *part = g_strdup_printf ("%s/%s-popup.png", pictures, name);
  g_autofree char *screen_command = g_strdup_printf ("import -window root %s", file);
  g_autofree char *popup_command = g_strdup_printf ("import -window %s %s", popup, part);

  g_free (run_tool (screen_command));
  g_free (run_tool (popup_command));
  g_assert_cmpuint (count_colours (part), >, 4);
}

/* A server on whose popups a click is "Open", and another the action whose label is @label. */
static NotifyDaemon *
start_dunst (const char *label)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "dunstrc", NULL);
  g_autofree char *text =
      g_strdup_printf ("[global]\n"
                       "origin = top-right\noffset = 24x24\nwidth = 420\nfont = Sans 11\n"
                       "markup = full\nformat = <b>%%s</b>\\n%%b\nicon_position = off\n"
                       "mouse_left_click = do_action, close_current\n"
                       "mouse_right_click = context\n"
                       "dmenu = /usr/bin/env grep -m 1 \"%s\"\n"
                       "[urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n",
                       label);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return notify_daemon_start_dunst (path);
}

/* --- Tests --- */

static void
test_a_click_opens_the_case (void)
{
  g_autoptr (NotifyDaemon) server = start_dunst ("nothing");
  g_auto (ReminderOffice) office = { 0 };

  reminder_office_begin (&office, "6 08:00", "run-in-background");
  reminder_office_open (&office);
  gtk_window_close (GTK_WINDOW (reminder_office_get_window (&office)));
  ui_test_wait (reminder_office_get_window (&office) == NULL);
  g_assert_false (has_popup ());
  reminder_office_set_now (&office, "6 09:00");
  ui_test_wait (has_popup ());
  take_picture ("reminder");
  click (1);
  ui_test_wait (reminder_office_shows_activity (&office, "prepare"));
  ui_test_wait (!has_popup ());
}

static void
test_what_is_put_off_comes_back (void)
{
  g_autoptr (NotifyDaemon) server = start_dunst ("In 1 Hour");
  g_auto (ReminderOffice) office = { 0 };

  reminder_office_begin (&office, "6 09:00", "run-in-background");
  reminder_office_open (&office);
  ui_test_wait (has_popup ());
  click (3);
  ui_test_wait (!has_popup ());
  ui_test_wait (reminder_office_count_inbox (&office) == 0);
  reminder_office_set_now (&office, "6 10:00");
  ui_test_wait (has_popup ());
}

static void
test_done_marks_the_activity_done (void)
{
  g_autoptr (NotifyDaemon) server = start_dunst ("Mark Done");
  g_auto (ReminderOffice) office = { 0 };

  reminder_office_begin (&office, "9 09:00", "run-in-background");
  /* No other reminder beside it. */
  reminder_office_step (&office, DD_CASE_STEP_SKIP, "work", "6 08:00");
  reminder_office_step (&office, DD_CASE_STEP_START, "prepare", "9 09:00");
  reminder_office_open (&office);
  ui_test_wait (has_popup ());
  take_picture ("due");
  click (3);
  ui_test_wait (reminder_office_get_state (&office, "prepare") == DD_STATE_DONE);
  ui_test_wait (!has_popup ());
}

static void
test_goes_when_it_is_done_elsewhere (void)
{
  g_autoptr (NotifyDaemon) server = start_dunst ("nothing");
  g_auto (ReminderOffice) office = { 0 };

  reminder_office_begin (&office, "6 09:00", "run-in-background");
  reminder_office_open (&office);
  ui_test_wait (has_popup ());
  reminder_office_run_elsewhere (&office, drydockctl, "done", "prepare");
  ui_test_wait (!has_popup ());
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 3);
  drydockctl = argv[1];
  pictures = argv[2];
  g_mkdir_with_parents (pictures, 0755);
  g_test_add_func ("/reminder-popup/a-click-opens-the-case", test_a_click_opens_the_case);
  g_test_add_func ("/reminder-popup/what-is-put-off-comes-back", test_what_is_put_off_comes_back);
  g_test_add_func ("/reminder-popup/done-marks-the-activity-done",
                   test_done_marks_the_activity_done);
  g_test_add_func ("/reminder-popup/goes-when-it-is-done-elsewhere",
                   test_goes_when_it_is_done_elsewhere);
  return g_test_run ();
}
