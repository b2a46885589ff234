/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the program costs while it waits in the background, with no window and nothing due: CPU
 * time, how often any of its threads wakes up, and memory; and once its window was open and is
 * closed again. With 200 cases.
 *
 * The program starts itself on a display of its own (display.sh). run.sh says where things are:
 * DD_TESTS, DD_BUILD. The figures are the kernel's own: /proc/PID/task.
 */

#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So long it is watched, after what it does at its start is over and threads for that have ended.
 */
#define SETTLE_SECONDS 20
#define WATCH_SECONDS  60

/* What a process has used so far. */
typedef struct
{
  double cpu_milliseconds;
  guint64 wakeups;
  guint threads;
  double resident_megabytes;
  double own_megabytes;
} Usage;

static void
run (const char *command)
{
  if (system (command) != 0)
    g_error ("“%s” failed.", command);
}

/* The number after @name in a file of the kernel's, or 0. */
static double
find_number (const char *text, const char *name)
{
  const char *found = strstr (text, name);

  return found != NULL ? atof (found + strlen (name)) : 0;
}

/* A thread that waits gives the processor up of itself: each time it wakes it does so once. */
static void
add_thread (Usage *usage, const char *folder)
{
  g_autofree char *schedule = g_build_filename (folder, "schedstat", NULL);
  g_autofree char *status = g_build_filename (folder, "status", NULL);
  g_autofree char *schedule_text = NULL, *status_text = NULL;

  if (!g_file_get_contents (schedule, &schedule_text, NULL, NULL)
      || !g_file_get_contents (status, &status_text, NULL, NULL))
    return;
  usage->threads++;
  usage->cpu_milliseconds += atof (schedule_text) / 1e6;
  usage->wakeups += (guint64) find_number (status_text, "\nvoluntary_ctxt_switches:");
}

static Usage
look (GPid pid)
{
  g_autofree char *tasks = g_strdup_printf ("/proc/%d/task", pid);
  g_autofree char *rollup = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *memory = NULL;
  g_autoptr (GDir) folder = g_dir_open (tasks, 0, NULL);
  const char *name;
  Usage usage = { 0 };

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *task = g_build_filename (tasks, name, NULL);

      add_thread (&usage, task);
    }
  if (g_file_get_contents (rollup, &memory, NULL, NULL))
    {
      usage.resident_megabytes = find_number (memory, "\nRss:") / 1024;
      usage.own_megabytes = (find_number (memory, "\nPrivate_Dirty:")) / 1024;
    }
  return usage;
}

static void
watch (const char *what, GPid pid)
{
  Usage before, after;

  g_usleep (SETTLE_SECONDS * G_USEC_PER_SEC);
  before = look (pid);
  g_usleep (WATCH_SECONDS * G_USEC_PER_SEC);
  after = look (pid);
  if (after.threads == 0)
    g_error ("The program ended.");
  printf ("%-28s %.4f %% CPU, %.1f wake-ups a minute of %u threads, %.0f MB resident, "
          "%.0f MB its own\n",
          what, (after.cpu_milliseconds - before.cpu_milliseconds) / (WATCH_SECONDS * 10),
          (double) (after.wakeups - before.wakeups) * 60 / WATCH_SECONDS, after.threads,
          after.resident_megabytes, after.own_megabytes);
  fflush (stdout);
}

/* Settings of its own that say that it is to stay. */
static void
write_settings (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", NULL);
  g_autofree char *file = g_build_filename (folder, "keyfile", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (file,
                       "[io/github/drydock/Drydock]\nrun-in-background=true\n"
                       "background-asked=true\n",
                       -1, NULL);
}

static void
open_window (void)
{
  g_autofree char *path = g_strdelimit (g_strdup ("/" DD_APP_ID), ".", '/');
  g_autofree char *command =
      g_strdup_printf ("gdbus call --session --dest %s --object-path %s --method "
                       "org.freedesktop.Application.Activate '{}' >/dev/null",
                       DD_APP_ID, path);

  run (command);
}

static void
measure (void)
{
  const char *build = g_getenv ("DD_BUILD");
  g_autofree char *program = g_build_filename (build, "src", "drydock", NULL);
  g_autofree char *sample =
      g_strdup_printf ("%s/src/cli/drydockctl sample --cases 200 --seed 1 >/dev/null", build);
  char *command[] = { program, (char *) "--gapplication-service", NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  write_settings ();
  run (sample);
  if (!g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  watch ("started without a window", pid);
  open_window ();
  watch ("window open", pid);
  run ("xdotool search --onlyvisible --name Drydock windowfocus");
  run ("xdotool key ctrl+w");
  watch ("window closed again", pid);
  kill (pid, SIGTERM);
}

int
main (int argc, char *argv[])
{
  g_autofree char *display = NULL, *schemas = NULL;

  if (argc == 2 && g_str_equal (argv[1], "measure"))
    {
      measure ();
      return 0;
    }
  display = g_build_filename (g_getenv ("DD_TESTS"), "display.sh", NULL);
  schemas = g_build_filename (g_getenv ("DD_BUILD"), "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  execl (display, display, argv[0], "measure", NULL);
  g_error ("%s cannot be started.", display);
}
