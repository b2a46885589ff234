/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "gantt/dd-chart-item.h"
#include "gantt/dd-chart-view.h"

/* A view in a window of its own, with a chart of three phases of three activities each. */
typedef struct
{
  GtkWidget *window;
  DdChartView *view;
  DdCalendar *calendar;
  gint64 day; /* the first */
} Fixture;

static DdBar
bar_at (gint64 start, gint64 finish, DdBarShape shape)
{
  return (DdBar){
    shape, 1, start, finish, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE
  };
}

static DdChart *
make_chart (Fixture *self, guint n_phases)
{
  DdChart *chart = dd_chart_new ("A Chart", self->calendar);

  for (guint i = 0; i < n_phases; i++)
    {
      g_autofree char *phase = g_strdup_printf ("phase:%u", i);
      DdBar group = bar_at (self->day, self->day + 86400, DD_BAR_GROUP);

      dd_chart_add_row (chart, phase, phase, 0, TRUE);
      dd_chart_add_bar (chart, &group);
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *id = g_strdup_printf ("a%u-%u", i, j);
          DdBar bar = bar_at (self->day + j * 86400, self->day + (j + 1) * 86400, DD_BAR_SPAN);

          dd_chart_add_row (chart, id, id, 1, FALSE);
          dd_chart_add_bar (chart, &bar);
        }
    }
  return chart;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (DdChart) chart = NULL;

  self->calendar = dd_calendar_new_default ("UTC", NULL);
  self->day = dd_calendar_day_start (self->calendar, 2026, 12, 1);
  self->view = DD_CHART_VIEW (dd_chart_view_new ());
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  chart = make_chart (self, 3);
  dd_chart_view_set_chart (self->view, chart);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_test_wait (gtk_widget_get_width (GTK_WIDGET (self->view)) > 600);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dd_calendar_unref (self->calendar);
}

static gboolean
press (Fixture *self, const char *accel)
{
  guint key;
  GdkModifierType modifiers;
  GtkShortcut *found = NULL;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  gtk_accelerator_parse (accel, &key, &modifiers);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && found == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            found = shortcut;
        }
    }
  g_assert_nonnull (found);
  return gtk_shortcut_action_activate (gtk_shortcut_get_action (found), 0, GTK_WIDGET (self->view),
                                       gtk_shortcut_get_arguments (found));
}

static void
test_keys_move_the_selection (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *selected;
  } rows[] = {
    { "Down", "phase:0" }, { "Down", "a0-0" }, { "Up", "phase:0" },   { "Up", "phase:0" },
    { "End", "a2-2" },     { "Down", "a2-2" }, { "Home", "phase:0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      press (self, rows[i].key);
      g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, rows[i].selected);
    }
}

static void
test_headings_fold (Fixture *self, gconstpointer data)
{
  dd_chart_view_select (self->view, "phase:0");
  g_assert_true (press (self, "Left"));
  press (self, "Down");
  g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, "phase:1");
  press (self, "Up");
  press (self, "Right");
  press (self, "Down");
  g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, "a0-0");
  g_assert_false (press (self, "Left"));
}

static void
test_selecting_reveals (Fixture *self, gconstpointer data)
{
  dd_chart_view_select (self->view, "phase:1");
  press (self, "Left");
  dd_chart_view_select (self->view, "a1-1");
  g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, "a1-1");
  press (self, "Down");
  g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, "a1-2");
  dd_chart_view_select (self->view, NULL);
  g_assert_null (dd_chart_view_get_selected (self->view));
}

static void
test_first_chart_is_fitted (Fixture *self, gconstpointer data)
{
  DdRange range = dd_chart_view_get_range (self->view);

  g_assert_cmpint (range.start, <=, self->day);
  g_assert_cmpint (range.finish, >=, self->day + 3 * 86400);
  g_assert_cmpint (range.finish - range.start, <, 5 * 86400);
}

static void
test_zoom_keeps_the_middle (Fixture *self, gconstpointer data)
{
  DdRange before = dd_chart_view_get_range (self->view), after;

  press (self, "<Control>plus");
  after = dd_chart_view_get_range (self->view);
  g_assert_cmpint (after.finish - after.start, <, before.finish - before.start);
  g_assert_cmpint (ABS ((after.finish + after.start) - (before.finish + before.start)), <, 4000);
  press (self, "<Control>0");
  after = dd_chart_view_get_range (self->view);
  g_assert_cmpint (ABS (after.start - before.start), <, 4000);
}

static void
test_a_new_chart_keeps_the_view (Fixture *self, gconstpointer data)
{
  g_autoptr (DdChart) larger = make_chart (self, 5);
  DdRange before, after;

  press (self, "<Control>plus");
  dd_chart_view_select (self->view, "a1-1");
  before = dd_chart_view_get_range (self->view);
  dd_chart_view_set_chart (self->view, larger);
  after = dd_chart_view_get_range (self->view);
  g_assert_cmpint (before.start, ==, after.start);
  g_assert_cmpint (before.finish, ==, after.finish);
  g_assert_cmpstr (dd_chart_view_get_selected (self->view), ==, "a1-1");
}

static void
on_activate (DdChartView *view, const char *id, char **activated)
{
  g_free (*activated);
  *activated = g_strdup (id);
}

static void
test_enter_activates (Fixture *self, gconstpointer data)
{
  g_autofree char *activated = NULL;

  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), &activated);
  press (self, "Return");
  g_assert_null (activated);
  dd_chart_view_select (self->view, "a0-1");
  press (self, "Return");
  g_assert_cmpstr (activated, ==, "a0-1");
}

static char *
describe (DdChart *chart, guint row, guint bar, gpointer user_data)
{
  return g_strdup_printf ("described %u", row);
}

/* Rows that show, and no others, are there for a screen reader, with name and description. */
static void
test_rows_are_accessible (Fixture *self, gconstpointer data)
{
  g_autoptr (DdChart) many = make_chart (self, 500);
  guint shown = 0;
  GtkWidget *first;

  dd_chart_view_set_tooltip_func (self->view, describe, NULL, NULL);
  dd_chart_view_set_chart (self->view, many);
  ui_test_wait (dd_chart_view_get_chart (self->view) == many
                && gtk_widget_get_first_child (GTK_WIDGET (self->view)) != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
  first = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  ui_test_wait (gtk_test_accessible_check_property (GTK_ACCESSIBLE (first),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                    "described 0")
                == NULL);
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    shown += gtk_widget_get_visible (child);
  g_assert_cmpuint (shown, >, 5);
  g_assert_cmpuint (shown, <, 20);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "phase:0");
}

/* With text of twice the size rows are higher, however small the usual text is here, and less of
 * the time shows. */
static void
test_grows_with_the_text (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *first;
  int height;
  DdRange before;

  ui_test_wait (gtk_widget_get_first_child (GTK_WIDGET (self->view)) != NULL);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  height = gtk_widget_get_height (first);
  before = dd_chart_view_get_range (self->view);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_test_wait (gtk_widget_get_height (first) >= height * 3 / 2);
  g_assert_cmpint (dd_chart_view_get_range (self->view).finish, <, before.finish);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  ui_test_wait (gtk_widget_get_height (first) == height);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/chart-view/keys-move-the-selection", test_keys_move_the_selection },
    { "/chart-view/headings-fold", test_headings_fold },
    { "/chart-view/selecting-reveals", test_selecting_reveals },
    { "/chart-view/first-chart-is-fitted", test_first_chart_is_fitted },
    { "/chart-view/zoom-keeps-the-middle", test_zoom_keeps_the_middle },
    { "/chart-view/a-new-chart-keeps-the-view", test_a_new_chart_keeps_the_view },
    { "/chart-view/enter-activates", test_enter_activates },
    { "/chart-view/rows-are-accessible", test_rows_are_accessible },
    { "/chart-view/grows-with-the-text", test_grows_with_the_text },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
