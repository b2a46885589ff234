/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-catalog.h"

#include "dd-file.h"
#include "service/dd-service-parser.h"
#include "temporary-folder.h"

/* A service with @id whose product is called @product. */
static void
write_service (TemporaryFolder *folder, const char *name, const char *id, const char *product)
{
  g_autofree char *text = g_strdup_printf (
      "<service id='%s' product='%s' document-version='1'><phase><activity/></phase></service>", id,
      product);
  g_autofree char *path = temporary_folder_write (folder, name, text, -1);
}

static void
write_broken (TemporaryFolder *folder, const char *name)
{
  g_autofree char *path = temporary_folder_write (folder, name, "<service", -1);
}

/* "id" of a usable entry, "id!" of a broken one, in their order. */
static char *
list_entries (DdServiceCatalog *catalog)
{
  GPtrArray *entries = dd_service_catalog_get_entries (catalog);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true ((entry->service == NULL) == (entry->error != NULL));
      g_string_append_printf (list, "%s%s%s", i > 0 ? " " : "", entry->id,
                              entry->service == NULL ? "!" : "");
    }
  return g_string_free (list, FALSE);
}

static void
assert_entries (DdServiceCatalog *catalog, const char *expected)
{
  g_autofree char *list = list_entries (catalog);

  g_assert_cmpstr (list, ==, expected);
}

static void
assert_product (DdServiceCatalog *catalog, const char *id, const char *product)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = dd_service_catalog_find (catalog, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (service->product, ==, product);
}

static void
assert_error (DdServiceCatalog *catalog, const char *id, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_service_catalog_find (catalog, id, &error));
  g_assert_error (error, domain, code);
}

static void
test_shipped (void)
{
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (NULL);
  DdServiceEntry *entry = g_ptr_array_index (dd_service_catalog_get_entries (catalog), 0);

  assert_entries (catalog, "cx-process messenger");
  assert_product (catalog, "cx-process", "CX Process");
  assert_product (catalog, "messenger", "Messenger");
  g_assert_null (entry->path);
}

/* Only what is called "*.xml" and not hidden is meant as a service. */
static void
test_of_user (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autoptr (DdServiceCatalog) catalog = NULL;
  DdServiceEntry *entry;

  write_service (folder, "anything.xml", "night-move", "Night Move");
  write_service (folder, ".hidden.xml", "hidden", "Hidden");
  write_service (folder, "old.xml~", "old", "Old");
  catalog = dd_service_catalog_new (folder->path);
  assert_entries (catalog, "cx-process messenger night-move");
  assert_product (catalog, "night-move", "Night Move");
  entry = g_ptr_array_index (dd_service_catalog_get_entries (catalog), 2);
  g_assert_true (g_str_has_suffix (entry->path, "/anything.xml"));
}

static void
test_no_folder (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *missing = temporary_folder_path (folder, "missing");
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (missing);

  assert_entries (catalog, "cx-process messenger");
}

/* A folder that cannot be listed is told, for its services are missing. */
static void
test_unreadable_folder (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *file = temporary_folder_write (folder, "services", "", 0);
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (file);

  assert_entries (catalog, "cx-process messenger services!");
}

static void
test_in_place_of_shipped (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autoptr (DdServiceCatalog) catalog = NULL;

  write_service (folder, "newer.xml", "messenger", "Newer Messenger");
  catalog = dd_service_catalog_new (folder->path);
  assert_entries (catalog, "cx-process messenger");
  assert_product (catalog, "messenger", "Newer Messenger");
}

static void
test_taken (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autoptr (DdServiceCatalog) catalog = NULL;

  write_service (folder, "b.xml", "x", "Second");
  write_service (folder, "a.xml", "x", "First");
  catalog = dd_service_catalog_new (folder->path);
  assert_entries (catalog, "b! cx-process messenger x");
  assert_product (catalog, "x", "First");
  assert_error (catalog, "b", DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_TAKEN);
}

static void
test_broken (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *nested = temporary_folder_write (folder, "folder.xml/x", "", 0);
  g_autofree char *empty = temporary_folder_write (folder, "empty.xml", "", 0);
  g_autoptr (DdServiceCatalog) catalog = NULL;

  write_broken (folder, "broken.xml");
  write_service (folder, "whole.xml", "whole", "Whole");
  catalog = dd_service_catalog_new (folder->path);
  assert_entries (catalog, "broken! cx-process empty! folder! messenger whole");
  assert_product (catalog, "whole", "Whole");
  assert_error (catalog, "broken", DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);
  assert_error (catalog, "empty", DD_FILE_ERROR, DD_FILE_ERROR_SIZE);
  assert_error (catalog, "folder", DD_FILE_ERROR, DD_FILE_ERROR_KIND);
}

/* Dates from an older edition than the one that somebody put there would be wrong without a word.
 */
static void
test_broken_claims_name (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autoptr (DdServiceCatalog) catalog = NULL;

  write_broken (folder, "messenger.xml");
  catalog = dd_service_catalog_new (folder->path);
  assert_entries (catalog, "cx-process messenger messenger!");
  assert_error (catalog, "messenger", DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);

  g_clear_pointer (&catalog, dd_service_catalog_unref);
  write_service (folder, "newer.xml", "messenger", "Newer Messenger");
  catalog = dd_service_catalog_new (folder->path);
  assert_product (catalog, "messenger", "Newer Messenger");
}

static void
test_unknown (void)
{
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_service_catalog_find (catalog, "nosuch", &error));
  g_assert_error (error, DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==,
                   "nosuch: no service has this id; there are: cx-process, messenger");
}

/* A name is a file when it looks like one, whatever ids there are. */
static void
test_load (void)
{
  static const struct
  {
    const char *name;
    const char *product; /* NULL: refused */
  } rows[] = {
    { "cx-process", "CX Process" }, { "mine", "Of The User" },
    { "mine.xml", NULL },           { "./mine", NULL },
    { "cx-process.xml", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DdService) service = dd_service_catalog_load (rows[i].name, NULL);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (service != NULL ? service->product : NULL, ==, rows[i].product);
    }
}

static void
test_load_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (DdService) service = dd_service_catalog_load (path, NULL);

  g_assert_cmpstr (service->product, ==, "Of The User");
}

int
main (int argc, char *argv[])
{
  g_autoptr (TemporaryFolder) home = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (home, "drydock/services/m.xml");

  /* Before GLib has looked. */
  g_setenv ("XDG_DATA_HOME", home->path, TRUE);
  write_service (home, "drydock/services/m.xml", "mine", "Of The User");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service-catalog/shipped", test_shipped);
  g_test_add_func ("/service-catalog/of-user", test_of_user);
  g_test_add_func ("/service-catalog/no-folder", test_no_folder);
  g_test_add_func ("/service-catalog/unreadable-folder", test_unreadable_folder);
  g_test_add_func ("/service-catalog/in-place-of-shipped", test_in_place_of_shipped);
  g_test_add_func ("/service-catalog/taken", test_taken);
  g_test_add_func ("/service-catalog/broken", test_broken);
  g_test_add_func ("/service-catalog/broken-claims-name", test_broken_claims_name);
  g_test_add_func ("/service-catalog/unknown", test_unknown);
  g_test_add_func ("/service-catalog/load", test_load);
  g_test_add_data_func ("/service-catalog/load-file", path, test_load_file);

  return g_test_run ();
}
