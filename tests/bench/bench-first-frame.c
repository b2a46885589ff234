/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long a person waits for the window: from the start of the process to its first frame, and to
 * the first that shows what is in the database, beside a program with a bare AdwApplicationWindow,
 * in turns and on the same display.
 * Also what the window needs of memory with 10,000 cases, above the bare program's and an empty
 * one's.
 *
 * The program starts itself on a display of its own (display.sh), and there itself again for each
 * window. run.sh says where things are: DD_TESTS, DD_BUILD.
 */

#include "config.h"

#include "dd-application.h"
#include "dd-window.h"
#include "today/dd-today-page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROUNDS 11

/* When the process was started, in the monotonic clock's microseconds: a variable of its. */
#define STARTED "DD_BENCH_STARTED"

/* --- A window, in a process of its own --- */

static long
resident_kilobytes (void)
{
  g_autofree char *text = NULL;
  char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmRSS:");
  return line != NULL ? atol (line + strlen ("VmRSS:")) : 0;
}

/* Prints the milliseconds since the process began, and what it needs. */
static void
report_frame (const char *name)
{
  gint64 start = g_ascii_strtoll (g_getenv (STARTED), NULL, 10);

  printf ("%s %.1f %ld\n", name, (g_get_monotonic_time () - start) / 1000.0, resident_kilobytes ());
  fflush (stdout);
}

static gboolean
has_content (GtkWindow *window)
{
  DdPage *page;

  if (!DD_IS_WINDOW (window))
    return TRUE;
  page = dd_window_get_page (DD_WINDOW (window));
  return DD_IS_TODAY_PAGE (page) && dd_today_page_is_settled (DD_TODAY_PAGE (page));
}

static void
on_painted (GdkFrameClock *clock, GtkWindow *window)
{
  static gboolean painted = FALSE;

  if (!painted)
    report_frame ("first");
  painted = TRUE;
  if (!has_content (window))
    return;
  report_frame ("content");
  _exit (0);
}

static void
on_realized (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    window);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
}

static void
on_bare_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Bare"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_application (GtkApplication *application, const char *option)
{
  const char *argv[] = { "bench-first-frame", option, NULL };

  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (G_APPLICATION (application), option != NULL ? 2 : 1, (char **) argv);
}

static int
show_bare (void)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_bare_activate), NULL);
  return run_application (GTK_APPLICATION (application), NULL);
}

/* Drydock as it is started by hand. */
static int
show_window (const char *database)
{
  g_autoptr (DdApplication) application = dd_application_new ();
  g_autofree char *option = g_strconcat ("--database=", database, NULL);

  return run_application (GTK_APPLICATION (application), option);
}

/* --- Measuring --- */

/* The first frame, and the first with what the page is about. */
enum
{
  FIRST,
  CONTENT,
  N_FRAMES,
};

typedef struct
{
  double milliseconds[N_FRAMES][ROUNDS];
  long kilobytes;
} Series;

static void
read_line (const char *line, Series *series, int round)
{
  int frame = g_str_has_prefix (line, "first ") ? FIRST : CONTENT;
  double milliseconds;
  long kilobytes;

  if (sscanf (line, "%*s %lf %ld", &milliseconds, &kilobytes) != 2)
    return;
  series->milliseconds[frame][round] = milliseconds;
  series->kilobytes = kilobytes;
}

static void
measure (const char *self, const char *mode, const char *database, Series *series, int round)
{
  const char *argv[] = { self, mode, database, NULL };
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv (STARTED, start, TRUE);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                     NULL, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (output, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    read_line (lines[i], series, round);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
median (const Series *series, int frame)
{
  double sorted[ROUNDS];

  memcpy (sorted, series->milliseconds[frame], sizeof sorted);
  qsort (sorted, ROUNDS, sizeof sorted[0], compare_doubles);
  return sorted[ROUNDS / 2];
}

static void
report (const char *name, const Series *series, const Series *bare, const char *bound)
{
  double unit = median (bare, FIRST);

  printf ("%-13s %7.1f ms  %5.2f × bare%s; with content %7.1f ms, %5.2f ×; %6.1f MB\n", name,
          median (series, FIRST), median (series, FIRST) / unit, bound, median (series, CONTENT),
          median (series, CONTENT) / unit, series->kilobytes / 1024.0);
}

static int
compare_windows (const char *self, const char *empty, const char *many)
{
  Series bare = { 0 }, nothing = { 0 }, cases = { 0 };

  /* The first of each warms the caches, and makes the empty database. */
  for (int i = -1; i < ROUNDS; i++)
    {
      measure (self, "bare", "", &bare, MAX (i, 0));
      measure (self, "window", empty, &nothing, MAX (i, 0));
      measure (self, "window", many, &cases, MAX (i, 0));
    }
  printf ("First frame, median of %d, from the start of the process\n", ROUNDS);
  report ("bare window", &bare, &bare, "             ");
  report ("no case", &nothing, &bare, " (bound 1.25)");
  report ("10,000 cases", &cases, &bare, " (bound 1.50)");
  printf ("10,000 cases need %.1f MB more than none (bound 150)\n",
          (cases.kilobytes - nothing.kilobytes) / 1024.0);
  return 0;
}

/* --- Setting up --- */

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
                     NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", argv[0], error->message);
}

static char *
make_many (const char *build, const char *folder)
{
  g_autofree char *program = g_build_filename (build, "src", "cli", "drydockctl", NULL);
  char *database = g_build_filename (folder, "many.db", NULL);
  const char *argv[] = { program, "sample",     "--cases", "10000", "--seed",
                         "1",     "--database", database,  NULL };

  run (argv);
  return database;
}

static int
start (const char *self)
{
  const char *tests = g_getenv ("DD_TESTS"), *build = g_getenv ("DD_BUILD");
  g_autofree char *folder = g_dir_make_tmp ("drydock-bench-XXXXXX", NULL);
  g_autofree char *schemas = NULL, *display = NULL, *empty = NULL, *many = NULL;

  if (tests == NULL || build == NULL)
    {
      fprintf (stderr, "bench-first-frame: run it by ./dev bench first-frame\n");
      return 1;
    }
  schemas = g_build_filename (build, "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  display = g_build_filename (tests, "display.sh", NULL);
  empty = g_build_filename (folder, "empty.db", NULL);
  many = make_many (build, folder);
  {
    const char *argv[] = { display, self, "compare", empty, many, NULL };
    const char *clean[] = { "rm", "-rf", folder, NULL };

    run (argv);
    run (clean);
  }
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "bare"))
    return show_bare ();
  if (argc == 3 && g_str_equal (argv[1], "window"))
    return show_window (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "compare"))
    return compare_windows (argv[0], argv[2], argv[3]);
  return start (argv[0]);
}
