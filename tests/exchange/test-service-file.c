/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-file.h"

#include "dd-file.h"
#include "service/dd-service-parser.h"
#include "temporary-folder.h"

#define SMALLEST                                                                                   \
  "<service id='a' product='A' document-version='1'><phase><activity/></phase></service>"

static void
test_load (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "a.xml", SMALLEST, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = dd_service_file_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (service->id, ==, "a");
  g_assert_cmpstr (service->origin, ==, path);
}

/* What is wrong in a file is told with the file and the line. */
static void
test_syntax (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path =
      temporary_folder_write (folder, "a.xml",
                              "<service id='a' product='A'\n document-version='1'>\n\n</b>", -1);
  g_autofree char *place = g_strdup_printf ("%s:4: <service>: ", path);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_service_file_load (path, &error));
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static void
test_missing (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (folder, "a.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_service_file_load (path, &error));
  g_assert_error (error, DD_FILE_ERROR, DD_FILE_ERROR_MISSING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service-file/load", test_load);
  g_test_add_func ("/service-file/syntax", test_syntax);
  g_test_add_func ("/service-file/missing", test_missing);

  return g_test_run ();
}
