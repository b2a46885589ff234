/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Takes pictures of every page of the window, to be looked at.
 *
 * Usage: shots DATABASE FOLDER VARIANT [OPTION…]; ./dev shot calls it for each variant. Options:
 * narrow (360 wide), dark, contrast, rtl, large (text of 200 %), now=INSTANT, locale=FOLDER (of
 * catalogues; LANGUAGE says which).
 */

#include "config.h"

#include "ui-test.h"

#include "dd-statement.h"
#include "dd-ui.h"
#include "dd-window-private.h"
#include "forms/dd-form-tab.h"
#include "preferences/dd-preferences-window.h"

#include <libintl.h>
#include <locale.h>

typedef struct
{
  DdContext *context;
  DdWindow *window;
  const char *folder;
  const char *variant;
} Shots;

/* --- Taking one --- */

static void
take (Shots *self, GtkWindow *window, const char *name)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, self->variant);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  ui_test_settle (GTK_WIDGET (window));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_print ("%s\n", path);
}

/* --- What there is to see --- */

static void
take_places (Shots *self)
{
  for (const DdPlace *place = dd_places; place->name != NULL; place++)
    {
      dd_window_show_place (self->window, place->name);
      take (self, GTK_WINDOW (self->window), place->name);
    }
}

/* An open case of which there is much to see. */
static gboolean
find_case (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT id FROM cases WHERE state IN ('running', 'waiting') ORDER BY"
      " (SELECT count (*) FROM answers WHERE case_id = cases.id) DESC, planned_finish DESC LIMIT 1",
      "Finding a case", error);
  gboolean row;

  if (statement == NULL || !dd_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *(char **) data = g_strdup (dd_statement_get_text (statement, 0));
  return TRUE;
}

/* Every page of the view stack in @root, whatever they are called, as "PREFIX-PAGE" of @window. */
static void
take_stack (Shots *self, GtkWindow *window, GtkWidget *root, const char *prefix)
{
  GtkWidget *stack = ui_test_find (root, ADW_TYPE_VIEW_STACK, NULL);
  g_autoptr (GListModel) pages = NULL;

  g_assert_nonnull (stack);
  pages = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);
      const char *page_name = adw_view_stack_page_get_name (page);
      g_autofree char *name = page_name != NULL ? g_strdup_printf ("%s-%s", prefix, page_name)
                                                : g_strdup_printf ("%s-%u", prefix, i + 1);

      adw_view_stack_set_visible_child (ADW_VIEW_STACK (stack),
                                        adw_view_stack_page_get_child (page));
      take (self, window, name);
    }
}

/* Answers of each kind, some of them wrong. */
static const struct
{
  const char *question, *json;
} answers[] = {
  { "technical-contact", "\"Ingrid Solberg\"" },
  { "technical-contact-email", "\"ingrid.solberg\"" },
  { "work-window", "\"agreed\"" },
  { "work-window-times", "\"Tuesdays and Thursdays from 08:00 to 12:00, Oslo time.\"" },
  { "environment", "\"staging\"" },
  { "hosts",
    "[{\"name\":\"osl-app-01\",\"purpose\":\"Application server\",\"memory\":32,\"free-disk\":120},"
    "{\"name\":\"osl-app-02\",\"purpose\":\"Application server\",\"free-disk\":\"much\"},"
    "{\"name\":\"osl-db-01\",\"purpose\":\"Database\",\"memory\":64,\"free-disk\":400}]" },
  { "operating-system", "\"red-hat\"" },
};

/* The form with some answers, then a section with a table. */
static void
take_form (Shots *self)
{
  GtkWidget *page = GTK_WIDGET (dd_window_get_page (self->window));
  DdFormTab *tab = DD_FORM_TAB (ui_test_find (page, DD_TYPE_FORM_TAB, NULL));
  DdFormSession *session = dd_form_tab_get_session (tab);

  adw_view_stack_set_visible_child (ADW_VIEW_STACK (ui_test_find (page, ADW_TYPE_VIEW_STACK, NULL)),
                                    GTK_WIDGET (tab));
  for (guint i = 0; dd_form_session_get_form (session) != NULL && i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (DdAnswerValue) value = NULL;

      g_assert_true (dd_answer_value_from_json (answers[i].json, -1, &value, NULL));
      dd_form_session_type (session, answers[i].question, value);
    }
  gtk_widget_activate_action (GTK_WIDGET (tab), "form.save", NULL);
  take (self, GTK_WINDOW (self->window), "case-questionnaire-filled");
  gtk_widget_activate_action (GTK_WIDGET (tab), "form.go-to", "s", "hosts");
  take (self, GTK_WINDOW (self->window), "case-questionnaire-table");
}

static void
take_case (Shots *self)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), find_case, &id, &error);
  g_assert_no_error (error);
  if (id == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.case", "s", id);
  ui_test_settle (GTK_WIDGET (self->window));
  take_stack (self, GTK_WINDOW (self->window), GTK_WIDGET (dd_window_get_page (self->window)),
              "case");
  take_form (self);
}

/* Returns: (nullable) (transfer none): a window that is shown beside the main one */
static GtkWindow *
find_dialog (Shots *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (self->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* The window that @action opens beside the main one. */
static void
take_dialog (Shots *self, const char *action, const char *name)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  ui_test_wait (find_dialog (self) != NULL);
  dialog = find_dialog (self);
  take (self, dialog, name);
  gtk_window_close (dialog);
  ui_test_wait (find_dialog (self) == NULL);
}

static void
take_preferences (Shots *self)
{
  DdPreferencesWindow *window =
      dd_preferences_window_new (GTK_WINDOW (self->window), self->context);

  gtk_window_present (GTK_WINDOW (window));
  take_stack (self, GTK_WINDOW (window), GTK_WIDGET (window), "preferences");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- How it is seen --- */

static void
apply_option (const char *option)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (g_str_equal (option, "dark"))
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_str_equal (option, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_str_equal (option, "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * 2, NULL);
}

/* Which an AdwApplication would do by itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/drydock/Drydock/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Before anything is translated: GLib looks but once whether there is a catalogue. */
static void
set_language (char **options)
{
  setlocale (LC_ALL, "");
  for (; *options != NULL; options++)
    if (g_str_has_prefix (*options, "locale="))
      bindtextdomain (GETTEXT_PACKAGE, *options + strlen ("locale="));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static gint64
find_now (char **options)
{
  for (; *options != NULL; options++)
    if (g_str_has_prefix (*options, "now="))
      return g_ascii_strtoll (*options + strlen ("now="), NULL, 10);
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
open_window (Shots *self, GtkApplication *application, char **options)
{
  gboolean narrow = g_strv_contains ((const char *const *) options, "narrow");

  self->window = dd_window_new (application, self->context);
  gtk_window_set_default_size (GTK_WINDOW (self->window), narrow ? 360 : 1280, narrow ? 720 : 800);
  /* As it is when it is released. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), "devel");
  gtk_window_present (GTK_WINDOW (self->window));
  ui_test_wait (dd_window_is_settled (self->window));
  g_assert_null (dd_window_get_failure (self->window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  Shots self = { NULL };

  if (argc < 4)
    {
      g_printerr ("Usage: shots DATABASE FOLDER VARIANT [OPTION…]\n");
      return 2;
    }
  if (g_strv_contains ((const char *const *) argv + 4, "contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  set_language (argv + 4);
  adw_init ();
  dd_ui_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Cantarell 11", NULL);
  for (char **option = argv + 4; *option != NULL; option++)
    apply_option (*option);

  application = g_object_new (GTK_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/drydock/Drydock", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = g_settings_new ("io.github.drydock.Drydock");
  self.folder = argv[2];
  self.variant = argv[3];
  self.context = dd_context_new (argv[1], settings);
  dd_context_set_now (self.context, find_now (argv + 4));
  open_window (&self, application, argv + 4);
  take_places (&self);
  take_case (&self);
  take_dialog (&self, "win.new-case", "new-case");
  take_preferences (&self);
  take_dialog (&self, "win.show-help-overlay", "shortcuts");
  gtk_window_destroy (GTK_WINDOW (self.window));
  dd_database_close_sync (dd_context_get_database (self.context));
  g_object_unref (self.context);
  return 0;
}
