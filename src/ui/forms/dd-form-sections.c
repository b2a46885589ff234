/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-sections.h"

#include "forms/dd-form-words.h"

#include <glib/gi18n.h>

struct _DdFormSections
{
  AdwBin parent_instance;

  GtkListBox *list; /* (unowned) */
  gboolean filling; /* the selection is set by us */
};

G_DEFINE_FINAL_TYPE (DdFormSections, dd_form_sections, ADW_TYPE_BIN)

/* What a row of the list holds, all of it the row's. */
typedef struct
{
  GtkLabel *progress;
  GtkWidget *complete;
  char *id; /* (owned) */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row);
}

static Row *
get_row (GtkListBoxRow *widget)
{
  return g_object_get_data (G_OBJECT (widget), "row");
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (DdFormSections *self, const char *id, const char *title)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new0 (Row, 1);

  row->id = g_strdup (id);
  row->progress = GTK_LABEL (make_label (NULL, "caption"));
  row->complete = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (row->progress), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (row->progress), "numeric");
  gtk_box_append (GTK_BOX (texts), make_label (title, NULL));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->progress));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), row->complete);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data_full (G_OBJECT (widget), "row", row, row_free);
  gtk_list_box_append (self->list, widget);
}

static void
show_progress (GtkListBoxRow *widget, const DdFormProgress *progress)
{
  Row *row = get_row (widget);
  g_autofree char *words = dd_form_words_progress (progress);

  gtk_label_set_text (row->progress, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_set_visible (row->complete,
                          progress->n_counted > 0 && progress->n_done == progress->n_counted);
}

static void
show_dropped (GtkListBoxRow *widget, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);

  gtk_label_set_text (get_row (widget)->progress, words);
  gtk_widget_set_visible (get_row (widget)->complete, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (widget), n > 0);
}

void
dd_form_sections_update (DdFormSections *self, DdFormSession *session)
{
  DdForm *form;
  GPtrArray *sections;
  g_autoptr (GPtrArray) dropped = NULL;

  g_return_if_fail (DD_IS_FORM_SECTIONS (self));
  form = dd_form_session_get_form (session);
  if (form == NULL)
    return;
  sections = dd_form_get_questionnaire (form)->sections;
  for (guint i = 0; i < sections->len; i++)
    {
      const DdSection *section = g_ptr_array_index (sections, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      DdFormProgress progress = dd_form_get_progress (form, section);

      gtk_widget_set_visible (GTK_WIDGET (row), dd_form_is_section_visible (form, section));
      show_progress (row, &progress);
    }
  dropped = dd_case_form_list_dropped (dd_form_session_get_stored (session));
  show_dropped (gtk_list_box_get_row_at_index (self->list, (int) sections->len), dropped->len);
}

void
dd_form_sections_fill (DdFormSections *self, DdFormSession *session)
{
  DdForm *form;
  GtkListBoxRow *row;

  g_return_if_fail (DD_IS_FORM_SECTIONS (self));
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  form = dd_form_session_get_form (session);
  if (form == NULL)
    return;
  for (guint i = 0; i < dd_form_get_questionnaire (form)->sections->len; i++)
    {
      const DdSection *section = g_ptr_array_index (dd_form_get_questionnaire (form)->sections, i);

      add_row (self, section->id, dd_form_words_text (section->title));
    }
  add_row (self, "", _ ("No Longer Asked"));
  dd_form_sections_update (self, session);
}

void
dd_form_sections_select (DdFormSections *self, const char *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (DD_IS_FORM_SECTIONS (self));
  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_row (row)->id, id))
      gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *row, DdFormSections *self)
{
  if (row != NULL && !self->filling)
    gtk_widget_activate_action (GTK_WIDGET (self), "form.section", "s", get_row (row)->id);
}

static void
dd_form_sections_class_init (DdFormSectionsClass *klass)
{
}

static void
dd_form_sections_init (DdFormSections *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_selected), self, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
