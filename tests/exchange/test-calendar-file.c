/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-calendar-file.h"

#include "dd-file.h"
#include "temporary-folder.h"

static const char calendar_text[] = "[calendar]\n"
                                    "timezone=Europe/Berlin\n"
                                    "minutes-per-day=360\n"
                                    "days-per-week=4\n"
                                    "tuesday=10:00-16:00\n";

static void
test_load (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "our.calendar", calendar_text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = dd_calendar_file_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dd_calendar_get_timezone (calendar), ==, "Europe/Berlin");
  g_assert_cmpint (dd_calendar_get_minutes_per_day (calendar), ==, 360);
  g_assert_cmpint (dd_calendar_get_days_per_week (calendar), ==, 4);
}

/* What is wrong in a file is told with the file. */
static void
test_format (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "our.calendar", "hello\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_file_load (path, &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, path));
}

/* A NUL does not end the text before its time. */
static void
test_nul (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *content = g_strconcat (calendar_text, "#\nnonsense", NULL);
  gsize length = strlen (content);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  *strchr (content, '#') = '\0';
  path = temporary_folder_write (folder, "our.calendar", content, (gssize) length);
  g_assert_null (dd_calendar_file_load (path, &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_FORMAT);
}

static void
test_missing (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (folder, "our.calendar");
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_file_load (path, &error));
  g_assert_error (error, DD_FILE_ERROR, DD_FILE_ERROR_MISSING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-file/load", test_load);
  g_test_add_func ("/calendar-file/format", test_format);
  g_test_add_func ("/calendar-file/nul", test_nul);
  g_test_add_func ("/calendar-file/missing", test_missing);

  return g_test_run ();
}
