/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-choice-row.h"

#include "preferences/dd-reminder-choices.h"

struct _DdChoiceRow
{
  AdwComboRow parent_instance;

  GPtrArray *choices; /* (owned) (nullable) */
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdChoiceRow, dd_choice_row, ADW_TYPE_COMBO_ROW)

static void
on_selected (DdChoiceRow *self)
{
  if (!self->filling && self->choices != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, dd_choice_row_get (self));
}

static void
dd_choice_row_finalize (GObject *object)
{
  g_clear_pointer (&DD_CHOICE_ROW (object)->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (dd_choice_row_parent_class)->finalize (object);
}

static void
dd_choice_row_class_init (DdChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_choice_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", DD_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dd_choice_row_init (DdChoiceRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

GtkWidget *
dd_choice_row_new (const char *title)
{
  return g_object_new (DD_TYPE_CHOICE_ROW, "title", title, "title-lines", 0, NULL);
}

static gboolean
is_same (GPtrArray *first, GPtrArray *second)
{
  if (first == NULL || first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const DdReminderChoice *one = first->pdata[i], *other = second->pdata[i];

      if (g_strcmp0 (one->text, other->text) != 0 || !g_str_equal (one->words, other->words))
        return FALSE;
    }
  return TRUE;
}

static void
show_words (DdChoiceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (words, ((DdReminderChoice *) self->choices->pdata[i])->words);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
}

/* The same choices stay as they are: the list may be open. */
void
dd_choice_row_set (DdChoiceRow *self, GPtrArray *choices, const char *text)
{
  gboolean same;

  g_return_if_fail (DD_IS_CHOICE_ROW (self));
  same = is_same (self->choices, choices);
  self->filling = TRUE;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices;
  if (!same)
    show_words (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), dd_reminder_choices_find (choices, text));
  self->filling = FALSE;
}

const char *
dd_choice_row_get (DdChoiceRow *self)
{
  guint selected;

  g_return_val_if_fail (DD_IS_CHOICE_ROW (self), NULL);
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (self->choices == NULL || selected >= self->choices->len)
    return NULL;
  return ((DdReminderChoice *) g_ptr_array_index (self->choices, selected))->text;
}
