/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-autostart.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", DD_APP_ID ".desktop", NULL);
}

static void
set (gboolean on)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_autostart_set (on, &error));
  g_assert_no_error (error);
  g_assert_true (dd_autostart_is_on () == on);
}

static void
test_is_there_while_it_is_wanted (void)
{
  g_autofree char *path = dup_path ();

  g_assert_false (dd_autostart_is_on ());
  set (FALSE);
  set (TRUE);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  set (TRUE);
  set (FALSE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The entry starts the program that wrote it, without a window. */
static void
test_starts_this_program (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GDesktopAppInfo) entry = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  set (TRUE);
  entry = g_desktop_app_info_new_from_filename (path);
  g_assert_nonnull (entry);
  g_shell_parse_argv (g_app_info_get_commandline (G_APP_INFO (entry)), NULL, &words, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, program);
  g_assert_cmpstr (words[1], ==, "--gapplication-service");
  set (FALSE);
}

static const struct
{
  const char *program;
  const char *command;
} commands[] = {
  { "/usr/bin/drydock", "\"/usr/bin/drydock\" --gapplication-service" },
  { "/home/a b/drydock", "\"/home/a b/drydock\" --gapplication-service" },
  { "/x/100%/d\"r\\y$`", "\"/x/100%%/d\\\"r\\\\y\\$\\`\" --gapplication-service" },
};

static void
test_any_path_can_be_started (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *command = dd_autostart_dup_command (commands[i].program);

      g_assert_cmpstr (command, ==, commands[i].command);
    }
}

/* Desktops have switches of their own, which leave the entry where it is. */
static const struct
{
  const char *line;
  gboolean on;
} switches[] = {
  { "", TRUE },
  { "Hidden=false\n", TRUE },
  { "Hidden=true\n", FALSE },
  { "X-GNOME-Autostart-enabled=true\n", TRUE },
  { "X-GNOME-Autostart-enabled=false\n", FALSE },
};

static void
test_desktops_can_switch_it_off (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autofree char *text =
          g_strconcat ("[Desktop Entry]\nType=Application\n", switches[i].line, NULL);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_true (dd_autostart_is_on () == switches[i].on);
    }
  set (FALSE);
}

static void
test_tells_why_it_cannot_be_written (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (dd_autostart_set (TRUE, &error));
  g_assert_nonnull (error);
  g_assert_false (dd_autostart_is_on ());
  g_unlink (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autostart/is-there-while-it-is-wanted", test_is_there_while_it_is_wanted);
  g_test_add_func ("/autostart/starts-this-program", test_starts_this_program);
  g_test_add_func ("/autostart/any-path-can-be-started", test_any_path_can_be_started);
  g_test_add_func ("/autostart/desktops-can-switch-it-off", test_desktops_can_switch_it_off);
  g_test_add_func ("/autostart/tells-why-it-cannot-be-written",
                   test_tells_why_it_cannot_be_written);
  return g_test_run ();
}
