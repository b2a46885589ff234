/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-finder.h"

#include "dd-ui.h"
#include "forms/dd-form-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whoever sees so many does not read on: more are counted. */
#define MOST_ROWS 50

struct _DdFormFinder
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkSearchEntry *words;
  GtkLabel *heading;
  GtkWidget *scrolled;
  GtkListBox *list;

  /* Owned references */
  DdFormSession *session; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DdFormFinder, dd_form_finder, GTK_TYPE_POPOVER)

/* --- The list --- */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (DdFormFinder *self, const DdQuestion *question, const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = make_label (subtitle, "caption");

  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (dd_form_words_text (question->label), NULL));
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_form_words_text (question->label), -1);
  g_object_set_data_full (G_OBJECT (row), "question", g_strdup (question->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
clear (DdFormFinder *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Each question once, with the first of what is wrong there. */
static guint
list_missing (DdFormFinder *self, DdForm *form)
{
  g_autoptr (GPtrArray) issues = dd_form_list_issues (form);
  const DdQuestion *last = NULL;
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *words = NULL;

      if (issue->question == last)
        continue;
      last = issue->question;
      if (n++ >= MOST_ROWS)
        continue;
      words = dd_form_words_issue (issue);
      add_row (self, last, words);
    }
  return n;
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return other != NULL && strstr (other, folded) != NULL;
}

static guint
list_found (DdFormFinder *self, DdForm *form, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  GPtrArray *questions = dd_form_get_questionnaire (form)->questions;
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questions, i);

      if (dd_form_is_visible (form, question)
          && (contains (dd_form_words_text (question->label), folded)
              || contains (dd_form_words_text (question->help), folded))
          && n++ < MOST_ROWS)
        add_row (self, question, dd_form_words_text (question->section->title));
    }
  return n;
}

static char *
describe (guint n, gboolean searching)
{
  if (searching)
    return n > 0 ? g_strdup_printf (ngettext ("%u question", "%u questions", n), n)
                 : g_strdup (_ ("No such question"));
  return n > 0 ? g_strdup (_ ("What is missing")) : g_strdup (_ ("Nothing is missing"));
}

static void
fill (DdFormFinder *self)
{
  DdForm *form = self->session != NULL ? dd_form_session_get_form (self->session) : NULL;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));
  g_autofree char *heading = NULL;
  guint n;

  clear (self);
  if (form == NULL)
    return;
  n = words[0] != '\0' ? list_found (self, form, words) : list_missing (self, form);
  heading = describe (n, words[0] != '\0');
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (self->scrolled, n > 0);
}

/* --- Going --- */

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, DdFormFinder *self)
{
  g_autofree char *question = g_strdup (g_object_get_data (G_OBJECT (row), "question"));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "form.go-to", "s", question);
}

static void
on_enter (DdFormFinder *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    on_activated (self->list, first, self);
}

static gboolean
on_key (DdFormFinder *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  return keyval == GDK_KEY_Down && first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
on_show (DdFormFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* --- Object --- */

static void
dd_form_finder_dispose (GObject *object)
{
  DdFormFinder *self = DD_FORM_FINDER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FORM_FINDER);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dd_form_finder_parent_class)->dispose (object);
}

static void
dd_form_finder_class_init (DdFormFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_form_finder_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-form-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, DdFormFinder, words);
  gtk_widget_class_bind_template_child (widget_class, DdFormFinder, heading);
  gtk_widget_class_bind_template_child (widget_class, DdFormFinder, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DdFormFinder, list);
}

static void
dd_form_finder_init (DdFormFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->words), keys);
  g_signal_connect_swapped (self->words, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->words, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  g_signal_connect (self, "show", G_CALLBACK (on_show), NULL);
}

void
dd_form_finder_set_session (DdFormFinder *self, DdFormSession *session)
{
  g_return_if_fail (DD_IS_FORM_FINDER (self));
  g_set_object (&self->session, session);
  fill (self);
}
