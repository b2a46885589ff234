/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Every page in a language in which no letter is a plain one: whatever is seen, or told to a screen
 * reader, with two plain letters side by side was never translated. What people typed has no plain
 * letters here either.
 */

#include "config.h"

#include "ui-test.h"

#include "dd-case-actions.h"
#include "dd-questionnaire-finder.h"
#include "dd-service-catalog.h"
#include "dd-window-private.h"
#include "preferences/dd-preferences-window.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Tuesday 2026-12-01 09:00 UTC */
#define START G_GINT64_CONSTANT (1796115600)

/* Where the catalogue of that language is. */
static const char *catalogues;

/* --- What may stay as it is --- */

/* Names, and what the C library writes: nobody has translated that for this language. */
static const char *const names[] = {
  "Drydock",
  "CX Process",
  "Messenger",
  "UTC",
  "GMT",
  "Platinum",
  "NDJSON",
  "HTML",
  "PDF",
  "PNG",
  "SVG",
  "CSV",
  "XML",
  "Ctrl",
  "Alt",
  "Shift",
  "Return",
  "Escape",
  "Delete",
  "Menu",
  "AltGr",
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
  "Mon",
  "Tue",
  "Wed",
  "Thu",
  "Fri",
  "Sat",
  "Sun",
  /* GTK's and libadwaita's own, which have catalogues of their own */
  "Try a different search.",
  "No Results Found",
  "Preferences",
  "Search",
  "Apply",
  "Clear entry",
  "Search…",
  "(None)",
};

/* What the documents of the services print: names and durations, kept exactly. */
static GPtrArray *printed; /* (element-type utf8) */

static void
add_printed (const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_ptr_array_add (printed, g_strdup (text));
}

static void
add_milestone (const DdMilestone *milestone)
{
  add_printed (milestone->name);
  for (guint i = 0; i < milestone->cells->len; i++)
    add_printed (((DdCell *) milestone->cells->pdata[i])->documented);
}

static void
add_exclusion (const DdExclusion *exclusion)
{
  add_printed (exclusion->id);
  add_printed (exclusion->name);
  add_printed (exclusion->wording);
  add_printed (exclusion->section);
}

static void
add_service (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = dd_service_catalog_load (id, &error);

  g_assert_no_error (error);
  add_printed (service->document);
  add_printed (service->request_title);
  add_printed (strchr (service->request_title, ']') + 1);
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = service->activities->pdata[i];

      add_printed (activity->name);
      add_printed (activity->section);
      add_milestone (activity->cell->milestone);
      add_printed (activity->cell->milestone->phase->name);
    }
  for (guint i = 0; i < service->exclusions->len; i++)
    add_exclusion (service->exclusions->pdata[i]);
  for (guint i = 0; i < service->inputs->len; i++)
    add_printed (((DdInput *) service->inputs->pdata[i])->section);
}

/* The longer one first: one may be a part of another. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (*(char **) b) - (int) strlen (*(char **) a);
}

static void
read_printed (void)
{
  printed = g_ptr_array_new_with_free_func (g_free);
  add_service ("cx-process");
  add_service ("messenger");
  g_ptr_array_sort (printed, compare_lengths);
}

static char *
without_names (const char *text)
{
  g_autoptr (GString) left = g_string_new (text);

  for (guint i = 0; i < printed->len; i++)
    g_string_replace (left, printed->pdata[i], "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (left, names[i], "", 0);
  return g_string_free (g_steal_pointer (&left), FALSE);
}

static char *
without_markup (const char *text)
{
  g_autoptr (GRegex) tags = g_regex_new ("<[^<>]*>", 0, 0, NULL);

  return g_regex_replace_literal (tags, text, -1, 0, "", 0, NULL);
}

/* Whether it has two plain letters side by side. */
static gboolean
is_plain (const char *text)
{
  g_autofree char *words = without_markup (text);
  g_autofree char *left = without_names (words);

  for (const char *c = left; *c != '\0'; c++)
    if (g_ascii_isalpha (c[0]) && g_ascii_isalpha (c[1]))
      return TRUE;
  return FALSE;
}

/* --- Reading what is shown --- */

/* What a theme or GTK itself makes: names of icons, and parts of widgets that are GTK's own. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return GTK_IS_FILE_CHOOSER_WIDGET (widget) || GTK_IS_SHORTCUTS_WINDOW (widget)
         || GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_CALENDAR (widget)
         || GTK_IS_EMOJI_CHOOSER (widget);
}

static void
check_text (GPtrArray *found, GtkWidget *widget, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *text = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING || !(pspec->flags & G_PARAM_READABLE))
    return;
  g_object_get (widget, property, &text, NULL);
  if (text != NULL && is_plain (text))
    g_ptr_array_add (found,
                     g_strdup_printf ("%s %s of %s: %s", property, G_OBJECT_TYPE_NAME (widget),
                                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)
                                                              ? gtk_widget_get_parent (widget)
                                                              : widget),
                                      text));
}

static void
check_widget (GPtrArray *found, GtkWidget *widget)
{
  static const char *const properties[] = { "label",      "text",         "title",
                                            "subtitle",   "tooltip-text", "placeholder-text",
                                            "description" };

  if (is_foreign (widget))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    check_text (found, widget, properties[i]);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (found, child);
}

static void
check_shown (GtkWidget *widget, const char *place)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  check_widget (found, widget);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s: %s", place, (char *) found->pdata[i]);
  if (found->len > 0)
    g_test_fail ();
}

/* --- A case whose every text is odd --- */

static gboolean
open_case (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdService) service = dd_service_catalog_load ("cx-process", error);
  const DdActor actor = { .user = "Ω", .now = START };
  g_autoptr (DdQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean found = dd_questionnaire_finder_find (NULL, "cx-process", &questionnaire, &bytes, error);
  const DdCaseOpening opening = { .service = service,
                                  .questionnaire = bytes,
                                  .customer = "Ωμέγα",
                                  .program = "platinum",
                                  .deployment = "on-premise",
                                  .current_version = "10.2",
                                  .target_version = "11.0",
                                  .deadline = "2026-12-18",
                                  .deadline_reason = "Ψ",
                                  .access_acknowledged = TRUE,
                                  .start = START };

  return found && service != NULL
         && dd_case_actions_open (connection, &actor, &opening, data, error);
}

static void
set_up (UiTest *self, gconstpointer data)
{
  ui_test_set_up (self, NULL);
  g_settings_set_string (dd_context_get_settings (self->context), "user-name", "Ω");
  ui_test_open_window (self);
}

/* --- Tests --- */

static void
test_the_catalogue_is_there (UiTest *self, gconstpointer data)
{
  g_assert_cmpstr (dgettext (GETTEXT_PACKAGE, "Today"), !=, "Today");
}

static void
test_empty_places (UiTest *self, gconstpointer data)
{
  for (const DdPlace *place = dd_places; place->name != NULL; place++)
    {
      dd_window_show_place (self->window, place->name);
      ui_test_settle (GTK_WIDGET (self->window));
      check_shown (GTK_WIDGET (self->window), place->name);
    }
}

static void
test_places (UiTest *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), open_case, &id, &error);
  g_assert_no_error (error);
  test_empty_places (self, NULL);
}

static void
test_case (UiTest *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *stack;
  g_autoptr (GListModel) pages = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), open_case, &id, &error);
  g_assert_no_error (error);
  dd_window_show_case (self->window, id);
  stack = ui_test_find (GTK_WIDGET (dd_window_get_page (self->window)), ADW_TYPE_VIEW_STACK, NULL);
  pages = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      adw_view_stack_set_visible_child (ADW_VIEW_STACK (stack),
                                        adw_view_stack_page_get_child (page));
      ui_test_settle (GTK_WIDGET (self->window));
      check_shown (GTK_WIDGET (self->window), adw_view_stack_page_get_name (page));
    }
}

static void
test_preferences (UiTest *self, gconstpointer data)
{
  GtkWindow *preferences =
      GTK_WINDOW (dd_preferences_window_new (GTK_WINDOW (self->window), self->context));

  gtk_window_present (preferences);
  ui_test_settle (GTK_WIDGET (preferences));
  check_shown (GTK_WIDGET (preferences), "preferences");
  gtk_window_destroy (preferences);
}

static void
test_new_case (UiTest *self, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-case", NULL);
  ui_test_wait (g_list_model_get_n_items (windows) == 2);
  ui_test_settle (GTK_WIDGET (self->window));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      check_shown (window, "new case");
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/pseudo-locale/" name, UiTest, NULL, set_up, func, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  catalogues = argv[1];
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  argv[1] = NULL;
  argc = 1;
  ui_test_init (&argc, &argv);
  read_printed ();
  ADD ("the-catalogue-is-there", test_the_catalogue_is_there);
  ADD ("empty-places", test_empty_places);
  ADD ("places", test_places);
  ADD ("case", test_case);
  ADD ("preferences", test_preferences);
  ADD ("new-case", test_new_case);
  return g_test_run ();
}
