/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The desktop's search, over the session bus: the program as the bus starts it for a search, and
 * then here in this process, where its window can be looked at. Argument: the program. */

#include "config.h"

#include "case-seed.h"
#include "cases/dd-cases-page.h"
#include "dd-application.h"
#include "dd-store-file.h"
#include "ui-test.h"

#define N_CASES 12u

static const char *program;
static GDBusConnection *bus;

/* --- Calling --- */

static void
on_replied (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GVariant **reply = user_data;

  *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_assert_no_error (error);
}

static GVariant *
call (const char *name, const char *path, const char *interface, const char *method, GVariant *in)
{
  GVariant *reply = NULL;

  g_dbus_connection_call (bus, name, path, interface, method, in, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_replied, &reply);
  ui_test_wait (reply != NULL);
  return reply;
}

/* Calls @method of the provider with @format and what follows it. */
static GVariant *
ask (const char *method, GVariant *in)
{
  g_autofree char *object = g_strdelimit (g_strdup ("/" DD_APP_ID "/SearchProvider"), ".", '/');

  return call (DD_APP_ID, object, "org.gnome.Shell.SearchProvider2", method, in);
}

static GStrv
search (const char *words)
{
  g_auto (GStrv) terms = g_strsplit (words, " ", -1);
  g_autoptr (GVariant) reply = ask ("GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv ids = NULL;

  g_variant_get (reply, "(^as)", &ids);
  return ids;
}

static gboolean
has_owner (const char *name)
{
  g_autoptr (GVariant) reply =
      call ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            g_variant_new ("(s)", name));
  gboolean has;

  g_variant_get (reply, "(b)", &has);
  return has;
}

/* --- Fixtures --- */

static void
fill_database (void)
{
  g_autoptr (DdDatabase) database = dd_database_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = N_CASES;

  dd_database_open_sync (database, CASE_SEED_NOW, &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, case_seed_fill, &n, &error);
  g_assert_no_error (error);
  dd_database_close_sync (database);
}

/* Tells the bus how to start the program, as what is installed does. */
static void
write_service (void)
{
  g_autofree char *file = g_build_filename (g_get_user_runtime_dir (), "dbus-1", "services",
                                            DD_APP_ID ".service", NULL);
  g_autofree char *text =
      g_strdup_printf ("[D-BUS Service]\nName=%s\nExec=%s --gapplication-service\n", DD_APP_ID,
                       program);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  reply = call ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "ReloadConfig", NULL);
}

/* --- The program, started by the bus --- */

static void
assert_first_is (GStrv ids, guint index)
{
  g_autofree char *id = case_seed_get_id (index);

  g_assert_cmpstr (ids[0], ==, id);
}

static void
test_is_started_by_a_search (void)
{
  g_auto (GStrv) ids = NULL;

  g_assert_false (has_owner (DD_APP_ID));
  ids = search ("Customer 003");
  assert_first_is (ids, 3);
  g_assert_true (has_owner (DD_APP_ID));
}

static void
test_finds_cases (void)
{
  static const char *const previous[] = { "no-case", NULL };
  static const char *const more[] = { "Customer", "0", NULL };
  g_autoptr (GVariant) reply = NULL;
  g_auto (GStrv) nothing = search ("nobody-has-that");
  g_auto (GStrv) signs = search ("* \" (");
  g_auto (GStrv) all = search ("customer");
  g_auto (GStrv) narrowed = NULL;

  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpuint (g_strv_length (signs), ==, 0);
  g_assert_cmpuint (g_strv_length (all), ==, N_CASES);
  reply = ask ("GetSubsearchResultSet", g_variant_new ("(^as^as)", previous, more));
  g_variant_get (reply, "(^as)", &narrowed);
  g_assert_cmpuint (g_strv_length (narrowed), ==, N_CASES);
}

static char *
lookup (GVariant *meta, const char *key)
{
  char *value = NULL;

  g_assert_true (g_variant_lookup (meta, key, "s", &value));
  return value;
}

static void
assert_meta (GVariant *metas,
             gsize index,
             const char *id,
             const char *name,
             const char *description)
{
  g_autoptr (GVariant) meta = g_variant_get_child_value (metas, index);
  g_autofree char *its_id = lookup (meta, "id");
  g_autofree char *its_name = lookup (meta, "name");
  g_autofree char *its_description = lookup (meta, "description");

  g_assert_cmpstr (its_id, ==, id);
  g_assert_cmpstr (its_name, ==, name);
  if (!g_str_has_prefix (its_description, description))
    g_error ("“%s” does not begin with “%s”", its_description, description);
}

/* What there is no case of is left out: it may have been deleted since it was found. */
static void
test_describes_cases (void)
{
  g_autofree char *running = case_seed_get_id (4);
  g_autofree char *waiting = case_seed_get_id (7);
  g_autofree char *closed = case_seed_get_id (9);
  const char *const ids[] = { "no-case", running, waiting, closed, NULL };
  g_autoptr (GVariant) reply = ask ("GetResultMetas", g_variant_new ("(^as)", ids));
  g_autoptr (GVariant) metas = g_variant_get_child_value (reply, 0);

  g_assert_cmpuint (g_variant_n_children (metas), ==, 3);
  assert_meta (metas, 0, running, "Customer 004 – CX Process 9.1 → 10.2", "Running: ");
  assert_meta (metas, 1, waiting, "Customer 007 – Messenger 9.1 → 10.2",
               "Waiting for the customer: ");
  assert_meta (metas, 2, closed, "Customer 009 – Messenger 9.1 → 10.2", "Closed");
}

static void
test_quits (void)
{
  g_autofree char *object = g_strdelimit (g_strdup ("/" DD_APP_ID), ".", '/');
  g_autoptr (GVariant) reply = NULL;

  reply = call (DD_APP_ID, object, "org.gtk.Actions", "Activate",
                g_variant_new ("(sava{sv})", "quit", NULL, NULL));
  ui_test_wait (!has_owner (DD_APP_ID));
}

/* --- The application here, to look at its window --- */

static DdWindow *
get_window (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWindow *window = gtk_application_get_active_window (application);

  return window != NULL ? DD_WINDOW (window) : NULL;
}

static const char *
get_page_type (void)
{
  DdPage *page = get_window () != NULL ? dd_window_get_page (get_window ()) : NULL;

  return page != NULL ? G_OBJECT_TYPE_NAME (page) : "";
}

static void
test_opens_the_window (void)
{
  g_autoptr (DdApplication) application = dd_application_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) activated = NULL;
  g_autoptr (GVariant) launched = NULL;
  g_autofree char *id = case_seed_get_id (4);
  const char *const terms[] = { "customer", "004", NULL };
  g_auto (GStrv) ids = NULL;
  GtkSingleSelection *shown;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.drydock.Drydock");

  g_settings_set_boolean (settings, "background-asked", TRUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  ids = search ("customer 004");
  assert_first_is (ids, 4);
  g_assert_null (get_window ());

  activated = ask ("ActivateResult", g_variant_new ("(s^asu)", id, terms, 0));
  ui_test_wait (g_str_equal (get_page_type (), "DdCasePage"));
  launched = ask ("LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  ui_test_wait (g_str_equal (get_page_type (), "DdCasesPage"));
  shown = dd_cases_page_get_selection (DD_CASES_PAGE (dd_window_get_page (get_window ())));
  ui_test_wait (g_list_model_get_n_items (G_LIST_MODEL (shown)) == 1);

  gtk_window_close (GTK_WINDOW (get_window ()));
  ui_test_wait (get_window () == NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  ui_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fill_database ();
  write_service ();
  g_test_add_func ("/search-provider/is-started-by-a-search", test_is_started_by_a_search);
  g_test_add_func ("/search-provider/finds-cases", test_finds_cases);
  g_test_add_func ("/search-provider/describes-cases", test_describes_cases);
  g_test_add_func ("/search-provider/quits", test_quits);
  g_test_add_func ("/search-provider/opens-the-window", test_opens_the_window);
  return g_test_run ();
}
