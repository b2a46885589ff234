/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-row.h"

#include "case/dd-case-page-words.h"
#include "service/dd-words.h"

#include <glib/gi18n.h>

/* A name is cut short below so many letters. */
#define NAME_CHARS 28

struct _DdCaseRow
{
  GObject parent_instance;

  DdCasePlan *plan; /* (owned) */
  guint index;
};

G_DEFINE_FINAL_TYPE (DdCaseRow, dd_case_row, G_TYPE_OBJECT)

static void
dd_case_row_finalize (GObject *object)
{
  g_clear_pointer (&DD_CASE_ROW (object)->plan, dd_case_plan_unref);
  G_OBJECT_CLASS (dd_case_row_parent_class)->finalize (object);
}

static void
dd_case_row_class_init (DdCaseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_case_row_finalize;
}

static void
dd_case_row_init (DdCaseRow *self)
{
}

GListModel *
dd_case_row_list (DdCasePlan *plan)
{
  GListStore *rows = g_list_store_new (DD_TYPE_CASE_ROW);
  guint n = dd_network_get_size (plan->inputs->network);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DdCaseRow) row = g_object_new (DD_TYPE_CASE_ROW, NULL);

      row->plan = dd_case_plan_ref (plan);
      row->index = i;
      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

guint
dd_case_row_get_index (DdCaseRow *self)
{
  g_return_val_if_fail (DD_IS_CASE_ROW (self), 0);
  return self->index;
}

/* --- Columns --- */

static const DdActivity *
get_activity (DdCaseRow *self)
{
  DdService *service = dd_network_get_service (self->plan->inputs->network);

  return g_ptr_array_index (service->activities, self->index);
}

static const DdPlanDates *
get_dates (DdCaseRow *self)
{
  return dd_plan_get_dates (self->plan->plan, self->index);
}

static int
minutes_per_day (DdCaseRow *self)
{
  return dd_calendar_get_minutes_per_day (
      dd_plan_get_activity_calendar (self->plan->plan, self->index));
}

static char *
name_text (DdCaseRow *self)
{
  return g_strdup (get_activity (self)->name);
}

static char *
owner_text (DdCaseRow *self)
{
  return dd_owner_get_label (get_activity (self)->owner);
}

static char *
state_text (DdCaseRow *self)
{
  DdActivityState state = self->plan->inputs->progress[self->index].state;

  return g_strdup (dd_case_page_words_activity_state (get_activity (self)->kind, state));
}

static char *
start_text (DdCaseRow *self)
{
  return dd_case_page_words_instant (self->plan, get_dates (self)->early_start, FALSE);
}

static char *
finish_text (DdCaseRow *self)
{
  return dd_case_page_words_instant (self->plan, get_dates (self)->early_finish, TRUE);
}

static char *
duration_text (DdCaseRow *self)
{
  return dd_words_minutes (get_dates (self)->duration_minutes, minutes_per_day (self));
}

static char *
float_text (DdCaseRow *self)
{
  return dd_words_minutes (get_dates (self)->float_minutes, minutes_per_day (self));
}

static char *
critical_text (DdCaseRow *self)
{
  return g_strdup (get_dates (self)->critical ? _ ("Critical") : "");
}

static const struct Column
{
  const char *title;
  char *(*text) (DdCaseRow *self);
  gboolean expands;
} columns[] = {
  { N_ ("Activity"), name_text, TRUE }, { N_ ("Owner"), owner_text },
  { N_ ("State"), state_text },         { N_ ("Start"), start_text },
  { N_ ("Finish"), finish_text },       { N_ ("Duration"), duration_text },
  { N_ ("Float"), float_text },         { N_ ("Path"), critical_text },
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const struct Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column->expands ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), column->expands ? NAME_CHARS : -1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const struct Column *column)
{
  g_autofree char *text = column->text (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

void
dd_case_row_add_columns (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) &columns[i]);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
}
