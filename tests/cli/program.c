/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <gio/gio.h>
#include <sys/stat.h>
#include <unistd.h>

#define SERVICE(body)                                                                              \
  "<service id='s' product='S' document-version='1'><phase>" body "</phase></service>"

static char *program;
static TemporaryFolder *folder;

#define CALENDAR(zone, days)                                                                       \
  "[calendar]\ntimezone=" zone "\nminutes-per-day=360\ndays-per-week=4\n" days

static void
write_files (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    gssize length;
  } files[] = {
    { "malformed.xml", "<service id='s' product='S' document-version='1'>\n</phase>", -1 },
    { "cycle.xml",
      SERVICE ("<activity id='a' after='c'/><activity id='b' after='a'/>"
               "<activity id='c' after='b'/>"),
      -1 },
    { "unknown.xml", SERVICE ("<activity id='a' after='nobody'/>"), -1 },
    { "twice.xml", SERVICE ("<activity id='a'/><activity id='a'/>"), -1 },
    { "fortnights.xml", SERVICE ("<cell duration='3 fortnights'><activity id='a'/></cell>"), -1 },
    { "bare.xml", "<service id='s' product='S' document-version='1'/>", -1 },
    { "empty.xml", "", 0 },
    { "huge.xml", "x", -1 },
    { "latin.xml", SERVICE ("<activity id='a' name='M\374ller'/>"), -1 },
    { "nul.xml", "<service id='s'\0 product='S'/>", 30 },
    { "both.xml",
      SERVICE ("<cell duration='1d' documented='1 day'><activity id='a' owner='consultant'/></cell>"
               "<cell duration='2d' documented='2 days'>"
               "<activity id='b' owner='customer consultant'/></cell>"),
      -1 },
    { "wide.xml",
      SERVICE (
          "<cell duration='1d' documented='1 day'>"
          "<activity id='a' name='升级环境 升级环境 升级环境 升级环境' owner='customer'/></cell>"
          "<cell duration='3d' documented='שלושה ימים'>"
          "<activity id='b' name='שדרוג הסביבה'/></cell>"
          "<cell duration='400d'><activity id='c' name='مُحَدَّث 🚢'/></cell>"),
      -1 },
    { "four.calendar",
      CALENDAR ("Europe/Berlin", "tuesday=10:00-16:00\nwednesday=10:00-16:00\n"
                                 "thursday=10:00-16:00\nfriday=10:00-16:00\n"),
      -1 },
    { "three.calendar",
      CALENDAR ("Europe/Berlin",
                "wednesday=10:00-16:00\nthursday=10:00-16:00\nfriday=10:00-16:00\n"),
      -1 },
    { "sunday.calendar", CALENDAR ("Europe/Berlin", "sunday=10:00-16:00\n"), -1 },
    { "idle.calendar", CALENDAR ("Europe/Berlin", ""), -1 },
    { "moon.calendar", CALENDAR ("Moon/Tycho", "sunday=10:00-16:00\n"), -1 },
    { "drydock/services/mine.xml",
      "<service id='mine' product='Mine' document-version='3'><phase><activity/></phase></service>",
      -1 },
    { "drydock/services/broken.xml", "<services/>", -1 },
  };
  g_autofree char *huge = temporary_folder_path (folder, "huge.xml");
  g_autofree char *pipe = temporary_folder_path (folder, "pipe.xml");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (temporary_folder_write (folder, files[i].name, files[i].content, files[i].length));
  g_assert_no_errno (truncate (huge, 100 * 1024 * 1024));
  g_assert_no_errno (mkfifo (pipe, 0600));
}

static char *
bytes_to_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

void
program_outcome_clear (ProgramOutcome *outcome)
{
  g_free (outcome->output);
  g_free (outcome->errors);
}

void
program_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 2);
  program = g_canonicalize_filename ((*argv)[1], NULL);
  folder = temporary_folder_new ();
  write_files ();
}

int
program_run_tests (void)
{
  int status = g_test_run ();

  temporary_folder_free (folder);
  g_free (program);
  return status;
}

const char *
program_get_path (void)
{
  return program;
}

TemporaryFolder *
program_get_folder (void)
{
  return folder;
}

ProgramOutcome
program_run_wide (const char *arguments, const char *columns)
{
  g_autofree char *line = g_strconcat (program, " ", arguments, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  g_subprocess_launcher_setenv (launcher, "COLUMNS", columns, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", "Europe/Berlin", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder->path, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return (ProgramOutcome){ g_subprocess_get_exit_status (process), bytes_to_text (output),
                           bytes_to_text (errors) };
}

ProgramOutcome
program_run (const char *arguments)
{
  return program_run_wide (arguments, "100");
}

char *
program_run_well (const char *arguments)
{
  g_auto (ProgramOutcome) outcome = program_run (arguments);

  g_assert_cmpstr (outcome.errors, ==, "");
  g_assert_cmpint (outcome.status, ==, 0);
  return g_steal_pointer (&outcome.output);
}

JsonNode *
program_run_json (const char *arguments)
{
  g_autofree char *output = program_run_well (arguments);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (output, &error);

  g_assert_no_error (error);
  return node;
}

const char *
program_get_string (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node),
                                       (guint) g_ascii_strtoull (steps[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      g_assert_nonnull (node);
    }
  return json_node_get_string (node);
}

void
program_assert_strings (JsonNode *node, const char *array, const char *member, const char *expected)
{
  JsonArray *elements = json_object_get_array_member (json_node_get_object (node), array);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    g_string_append_printf (
        list, "%s%s", i > 0 ? ", " : "",
        json_object_get_string_member (json_array_get_object_element (elements, i), member));
  g_assert_cmpstr (list->str, ==, expected);
}
