/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all commands have in common: where they print, how wide, and how they exit. */

/* For posix_openpt(). */
#define _GNU_SOURCE

#include "config.h"

#include "dd-text.h"
#include "program.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* No line of @text is wider than @width, but for a single word that is so by itself; none ends with
 * a space, and none has an escape sequence, for it does not go to a terminal. */
static void
assert_fits (const char *text, int width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *word = g_strstrip (g_strdup (lines[i]));

      g_test_message ("%s", lines[i]);
      g_assert_null (strchr (lines[i], '\033'));
      g_assert_false (g_str_has_suffix (lines[i], " "));
      if (strchr (word, ' ') != NULL)
        g_assert_cmpint (dd_text_width (lines[i]), <=, width);
    }
}

static void
test_width (void)
{
  static const int widths[] = { 72, 80, 100, 120, 140, 160, 240 };
  static const char *const commands[] = {
    "--help",
    "plan messenger --start 2026-12-16 --finish 2027-01-20 --forecast 10",
    "plan wide.xml --start 2026-12-16",
    "service show cx-process",
    "service lint messenger",
    "service list",
  };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *columns = g_strdup_printf ("%d", widths[i]);

      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        {
          g_auto (ProgramOutcome) outcome = program_run_wide (commands[j], columns);

          g_assert_cmpstr (outcome.errors, ==, "");
          assert_fits (outcome.output, widths[i]);
        }
    }
}

/* A new terminal of 90 columns; @other is the end that programs write to. -1 where the machine has
 * no terminals to give, as in a bare container. */
static int
open_terminal (int *other)
{
  const struct winsize size = { .ws_row = 25, .ws_col = 90 };
  int fd = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    return -1;
  g_assert_no_errno (grantpt (fd));
  g_assert_no_errno (unlockpt (fd));
  g_assert_no_errno (ioctl (fd, TIOCSWINSZ, &size));
  *other = open (ptsname (fd), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*other, >=, 0);
  return fd;
}

/* What comes out of the terminal until the last program has let go of it. */
static char *
read_terminal (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/* Colours and the terminal's own width on a terminal, unless somebody does not want colours. */
static void
test_terminal (void)
{
  static const struct
  {
    const char *name;
    const char *no_color;
    const char *term;
    gboolean styled;
  } rows[] = {
    { "terminal", NULL, "xterm", TRUE },
    { "empty NO_COLOR", "", "xterm", TRUE },
    { "NO_COLOR", "1", "xterm", FALSE },
    { "dumb terminal", NULL, "dumb", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (0);
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *text = NULL;
      int other;
      int fd = open_terminal (&other);

      if (fd < 0)
        {
          g_test_skip ("there are no terminals here");
          return;
        }
      g_subprocess_launcher_unsetenv (launcher, "COLUMNS");
      g_subprocess_launcher_unsetenv (launcher, "NO_COLOR");
      if (rows[i].no_color != NULL)
        g_subprocess_launcher_setenv (launcher, "NO_COLOR", rows[i].no_color, TRUE);
      g_subprocess_launcher_setenv (launcher, "TERM", rows[i].term, TRUE);
      g_subprocess_launcher_take_stdout_fd (launcher, other);
      process = g_subprocess_launcher_spawn (launcher, NULL, program_get_path (), "plan",
                                             "cx-process", "--start", "2026-12-01", NULL);
      /* The launcher's own hold on the terminal, or reading would not end. */
      g_subprocess_launcher_close (launcher);
      text = read_terminal (fd);
      g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
      g_test_message ("%s", rows[i].name);
      g_assert_true ((strchr (text, '\033') != NULL) == rows[i].styled);
      /* 90 columns break this sentence here. */
      g_assert_nonnull (strstr (text, "Post Upgrade Support, is\r\nnot counted."));
    }
}

/* One line, which begins with the program's name. */
static void
assert_one_line (const char *errors)
{
  const char *end = strchr (errors, '\n');

  g_assert_true (g_str_has_prefix (errors, "drydockctl: "));
  g_assert_true (g_utf8_validate (errors, -1, NULL));
  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *arguments;
    int status;
    const char *reason;
  } rows[] = {
    { "unknown service", "plan nosuch --start 2026-12-01", 1, "plan: nosuch: no service has" },
    { "malformed XML", "plan malformed.xml --start 2026-12-01", 1, "plan: malformed.xml:2: " },
    { "cycle", "plan cycle.xml --start 2026-12-01", 1, "a, b and c wait for each other" },
    { "unknown predecessor", "plan unknown.xml --start 2026-12-01", 1,
      "unknown.xml:1: <activity>" },
    { "id given twice", "plan twice.xml --start 2026-12-01", 1, "twice.xml:1: <activity>" },
    { "no duration", "plan fortnights.xml --start 2026-12-01", 1, "3 fortnights" },
    { "no activity", "plan bare.xml --start 2026-12-01", 1, "bare.xml:1: <service>" },
    { "empty file", "plan empty.xml --start 2026-12-01", 1, "empty.xml: the file is empty" },
    { "too large", "plan huge.xml --start 2026-12-01", 1, "huge.xml: is larger than" },
    { "not UTF-8", "plan latin.xml --start 2026-12-01", 1, "latin.xml:1: " },
    { "NUL bytes", "plan nul.xml --start 2026-12-01", 1, "nul.xml:1: " },
    { "no file", "plan missing.xml --start 2026-12-01", 1, "missing.xml: there is no such file" },
    { "a folder", "plan ./drydock --start 2026-12-01", 1, "./drydock: is a folder" },
    { "a pipe", "plan pipe.xml --start 2026-12-01", 1, "pipe.xml: is a pipe" },
    { "a device", "plan /dev/zero --start 2026-12-01", 1, "/dev/zero: is a pipe or a device" },
    { "broken file of the user", "plan broken --start 2026-12-01", 1, "broken.xml:1: " },
    { "line end in a name", "plan a\nb.xml --start 2026-12-01", 1, "a\\nb.xml: there is no" },
    { "escape in a name", "plan \033[31m.xml --start 2026-12-01", 1, "\\x1b[31m.xml: there is" },
    { "name that is not UTF-8", "plan \374.xml --start 2026-12-01", 1, ".xml: there is no such" },
    { "finish before start", "plan cx-process --start 2026-12-18 --finish 2026-12-01", 1,
      "before" },
    { "year 9999", "plan cx-process --start 9999-12-01", 1, "--start: " },
    { "finish in year 9999", "plan cx-process --finish 9999-12-01", 1, "--finish: " },
    { "no date", "plan cx-process --start tomorrow", 1, "--start: “tomorrow” is not a date" },
    { "no such day", "plan cx-process --start 2026-02-30", 1, "--start: " },
    { "empty date", "plan cx-process --start ", 1, "--start: " },
    { "out of the years", "plan cx-process --start 2199-12-30", 1, "2199" },
    { "before the years", "plan cx-process --finish 1970-01-02", 1, "plan: " },
    { "no working time", "plan cx-process --start 2026-12-01 --calendar idle.calendar", 1,
      "idle.calendar" },
    { "unknown zone", "plan cx-process --start 2026-12-01 --calendar moon.calendar", 1,
      "moon.calendar" },
    { "no calendar", "plan cx-process --start 2026-12-01 --calendar malformed.xml", 1,
      "malformed.xml" },
    { "missing calendar", "plan cx-process --start 2026-12-01 --calendar none", 1,
      "none: there is no such file" },
    { "missing customer's calendar", "plan cx-process --start 2026-12-01 --customer-calendar none",
      1, "none: there is no such file" },
    { "parties that never meet",
      "plan both.xml --start 2026-12-01 --calendar four.calendar --customer-calendar sunday.calendar",
      1, "plan: " },
    { "show an unknown one", "service show nosuch", 1, "service show: nosuch: no service has" },
    { "lint a broken one", "service lint malformed.xml", 1, "service lint: malformed.xml:2: " },
    { "lint against a missing one", "service lint messenger --against none.xml", 1,
      "none.xml: there is no such file" },

    { "no command", "", 2, "; see “drydockctl --help”" },
    { "unknown command", "plans", 2, "plans: there is no such command; see “drydockctl --help”" },
    { "unknown verb", "service sing", 2, "service sing: there is no such command" },
    { "no verb", "service", 2, "service: what to do is missing" },
    { "unknown option", "plan cx-process --begin 2026-12-01", 2,
      "--begin; see “drydockctl plan --help”" },
    { "no service", "plan --start 2026-12-01", 2, "plan: ID-or-FILE.xml is missing" },
    { "two services", "plan cx-process messenger --start 2026-12-01", 2, "messenger: is one" },
    { "no value", "plan cx-process --start", 2, "--start; see" },
    { "neither start nor finish", "plan cx-process", 2, "--start or --finish is missing" },
    { "bad basis", "plan cx-process --start 2026-12-01 --basis lucky", 2, "--basis: lucky is not" },
    { "no runs", "plan cx-process --start 2026-12-01 --forecast 0", 2, "--forecast: " },
    { "runs below none", "plan cx-process --start 2026-12-01 --forecast -5", 2, "--forecast: " },
    { "too many runs", "plan cx-process --start 2026-12-01 --forecast 1000001", 2, "--forecast: " },
    { "runs in words", "plan cx-process --start 2026-12-01 --forecast many", 2, "--forecast: " },
    { "seed alone", "plan cx-process --start 2026-12-01 --seed 1", 2, "--seed is for --forecast" },
    { "seed below none", "plan cx-process --start 2026-12-01 --forecast 1 --seed -1", 2,
      "--seed: " },
    { "list takes nothing", "service list all", 2, "all: is one argument too many" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (ProgramOutcome) outcome = program_run (rows[i].arguments);

      g_test_message ("%s: %s", rows[i].name, outcome.errors);
      g_assert_cmpstr (outcome.output, ==, "");
      assert_one_line (outcome.errors);
      g_assert_nonnull (strstr (outcome.errors, rows[i].reason));
      g_assert_cmpint (outcome.status, ==, rows[i].status);
    }
}

static void
test_unreadable (void)
{
  g_autofree char *path = temporary_folder_path (program_get_folder (), "both.xml");
  g_auto (ProgramOutcome) outcome = { 0 };

  g_assert_no_errno (chmod (path, 0));
  if (access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    {
      outcome = program_run ("plan both.xml --start 2026-12-01");
      g_assert_cmpint (outcome.status, ==, 1);
      g_assert_cmpstr (outcome.errors, ==,
                       "drydockctl: plan: both.xml: you may not read this file\n");
    }
  g_assert_no_errno (chmod (path, 0600));
}

/* What could not be printed is not done. */
static void
test_full_device (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *errors = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process =
      g_subprocess_launcher_spawn (launcher, NULL, program_get_path (), "service", "list", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  assert_one_line (errors);
}

/* Names of all scripts go through a locale that knows none of them. */
static void
test_other_locale (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_subprocess_launcher_set_cwd (launcher, program_get_folder ()->path);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, program_get_path (), "plan", "wide.xml",
                                         "--start", "2026-12-01", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL));
  g_assert_cmpstr (errors, ==, "");
  g_assert_nonnull (strstr (output, "升级环境"));
  g_assert_nonnull (strstr (output, "█"));
}

static void
test_help (void)
{
  static const char *const rows[] = { "--help",
                                      "-h",
                                      "service --help",
                                      "service list --help",
                                      "service show --help",
                                      "service lint --help",
                                      "plan --help",
                                      "plan -h" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *help = program_run_well (rows[i]);

      g_assert_true (g_str_has_prefix (help, "Usage:\n  drydockctl "));
    }
}

static void
test_version (void)
{
  g_autofree char *version = program_run_well ("--version");

  g_assert_cmpstr (version, ==, "drydockctl " DD_VERSION "\n");
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);

  g_test_add_func ("/drydockctl/width", test_width);
  g_test_add_func ("/drydockctl/terminal", test_terminal);
  g_test_add_func ("/drydockctl/refused", test_refused);
  g_test_add_func ("/drydockctl/unreadable", test_unreadable);
  g_test_add_func ("/drydockctl/full-device", test_full_device);
  g_test_add_func ("/drydockctl/other-locale", test_other_locale);
  g_test_add_func ("/drydockctl/help", test_help);
  g_test_add_func ("/drydockctl/version", test_version);

  return program_run_tests ();
}
