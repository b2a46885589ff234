/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-cell.h"

#include "cases/dd-highlight.h"

#include <string.h>

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

struct _DdCaseCell
{
  GtkWidget parent_instance;

  const DdCaseColumn *column;
  DdCaseScene *scene; /* (owned) */
  DdCaseItem *item;   /* (owned) (nullable) */

  GtkWidget *icon; /* (owned) (nullable): made when there first is one */
  GtkWidget *text; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DdCaseCell, dd_case_cell, GTK_TYPE_WIDGET)

/* --- Writing --- */

static void
write_icon (DdCaseCell *self, const char *name)
{
  if (name == NULL && self->icon == NULL)
    return;
  if (self->icon == NULL)
    {
      self->icon = gtk_image_new ();
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                                   -1);
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->text);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), name);
  gtk_widget_set_visible (self->icon, name != NULL);
}

/* An inscription lies where its text's own direction begins. A mark before it gives it the
 * direction of the list, so that a column has one edge. */
static char *
add_mark (DdCaseCell *self, const char *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return g_strconcat (rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, text, NULL);
}

static void
write_text (DdCaseCell *self, const char *text)
{
  const char *const *words = self->column->searched ? dd_case_scene_get_words (self->scene) : NULL;
  g_autofree char *marked = add_mark (self, text);
  g_autoptr (PangoAttrList) hits = dd_highlight_find (marked, words);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), marked);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), hits);
}

static void
write_cell (DdCaseCell *self)
{
  DdCaseMoment moment = dd_case_scene_get_moment (self->scene);
  const DdCaseSummary *summary;
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return;
  summary = dd_case_item_get_summary (self->item);
  text = self->column->get_text (summary, &moment);
  write_text (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->column != &dd_case_column_found || text[0] != '\0');
  if (self->column->get_icon != NULL)
    write_icon (self, self->column->get_icon (summary, &moment));
}

static gboolean
on_query_tooltip (DdCaseCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DdCaseMoment moment = dd_case_scene_get_moment (self->scene);
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return FALSE;
  if (self->column->get_tooltip != NULL)
    text = self->column->get_tooltip (dd_case_item_get_summary (self->item), &moment);
  if (text == NULL)
    text = g_strdup (dd_case_cell_get_text (self));
  gtk_tooltip_set_text (tooltip, text);
  return text[0] != '\0';
}

/* --- Object --- */

static void
dd_case_cell_dispose (GObject *object)
{
  DdCaseCell *self = DD_CASE_CELL (object);

  dd_case_cell_set_item (self, NULL);
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (dd_case_cell_parent_class)->dispose (object);
}

/* An inscription lies to the left, whatever the direction. */
static void
align (DdCaseCell *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), rtl ? 1 : 0);
}

static void
dd_case_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  align (DD_CASE_CELL (widget));
  GTK_WIDGET_CLASS (dd_case_cell_parent_class)->direction_changed (widget, previous);
}

static void
dd_case_cell_class_init (DdCaseCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_case_cell_dispose;
  widget_class->direction_changed = dd_case_cell_direction_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "casecell");
}

static void
dd_case_cell_init (DdCaseCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  align (self);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

/* --- Public --- */

GtkWidget *
dd_case_cell_new (const DdCaseColumn *column, DdCaseScene *scene)
{
  DdCaseCell *self = g_object_new (DD_TYPE_CASE_CELL, NULL);

  self->column = column;
  self->scene = g_object_ref (scene);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 4);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), column->chars);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (write_cell), self);
  return GTK_WIDGET (self);
}

void
dd_case_cell_set_item (DdCaseCell *self, DdCaseItem *item)
{
  g_return_if_fail (DD_IS_CASE_CELL (self));
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (g_set_object (&self->item, item) && item != NULL)
    write_cell (self);
  if (item != NULL)
    g_signal_connect_swapped (item, "notify::summary", G_CALLBACK (write_cell), self);
}

const char *
dd_case_cell_get_text (DdCaseCell *self)
{
  const char *text;

  g_return_val_if_fail (DD_IS_CASE_CELL (self), NULL);
  text = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));
  return text != NULL ? text + strlen (LEFT_TO_RIGHT_MARK) : NULL;
}

void
dd_case_cell_set_chars (DdCaseCell *self, guint chars)
{
  g_return_if_fail (DD_IS_CASE_CELL (self));
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), chars);
}
