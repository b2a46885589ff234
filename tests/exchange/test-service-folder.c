/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-folder.h"

#include "dd-service-catalog.h"
#include "service/dd-service-parser.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define SMALL                                                                                      \
  "<service id='%s' product='P' document-version='1'><phase name='A'>"                             \
  "<activity id='a'/></phase></service>"

/* Writes @text into a file of its own. Returns: its path */
static char *
write_file (const char *name, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("drydock-folder-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
user_path (const char *name)
{
  g_autofree char *folder = dd_service_catalog_user_folder ();

  return g_build_filename (folder, name, NULL);
}

static void
test_adds_under_the_id (void)
{
  g_autofree char *text = g_strdup_printf (SMALL, "first");
  g_autofree char *path = write_file ("whatever it is called.xml", text);
  g_autofree char *kept = user_path ("first.xml");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = dd_service_folder_add (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "first");
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_does_not_overwrite (void)
{
  g_autofree char *text = g_strdup_printf (SMALL, "twice");
  g_autofree char *path = write_file ("a.xml", text);
  g_autofree char *id = dd_service_folder_add (path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (id, ==, "twice");
  g_assert_null (dd_service_folder_add (path, &error));
  g_assert_error (error, DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_TAKEN);
}

static void
test_refuses_what_is_no_service (void)
{
  g_autofree char *path = write_file ("b.xml", "<service id='b'/>");
  g_autofree char *kept = user_path ("b.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_service_folder_add (path, &error));
  g_assert_true (error->domain == DD_MARKUP_ERROR);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_removes (void)
{
  g_autofree char *text = g_strdup_printf (SMALL, "gone");
  g_autofree char *path = write_file ("c.xml", text);
  g_autofree char *id = dd_service_folder_add (path, NULL);
  g_autofree char *kept = user_path ("gone.xml");
  g_autoptr (GError) error = NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the trash of a sandbox is a portal, and none is there while it is built");
      return;
    }
  g_assert_cmpstr (id, ==, "gone");
  g_assert_true (dd_service_folder_remove (kept, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (dd_service_folder_remove (kept, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("drydock-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service-folder/adds-under-the-id", test_adds_under_the_id);
  g_test_add_func ("/service-folder/does-not-overwrite", test_does_not_overwrite);
  g_test_add_func ("/service-folder/refuses-what-is-no-service", test_refuses_what_is_no_service);
  g_test_add_func ("/service-folder/removes", test_removes);
  return g_test_run ();
}
