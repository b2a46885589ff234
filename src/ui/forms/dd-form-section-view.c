/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-section-view.h"

#include "forms/dd-form-words.h"
#include "forms/dd-question-row.h"

/* Rows that fill the highest window, and as many as a frame has time for. */
#define FIRST_ROWS 12
#define MORE_ROWS  3

struct _DdFormSectionView
{
  AdwBin parent_instance;

  /* Owned references */
  DdFormSession *session;
  DdQuestionnaire *questionnaire; /* whose the section is */
  GPtrArray *rows;                /* (element-type DdQuestionRow) (unowned): those made */

  AdwPreferencesGroup *group; /* (unowned) */
  const DdSection *section;
  guint idle; /* the source that makes more rows, or 0 */
};

G_DEFINE_FINAL_TYPE (DdFormSectionView, dd_form_section_view, ADW_TYPE_BIN)

/* --- Rows --- */

static void
make_rows (DdFormSectionView *self, guint n)
{
  for (; self->rows->len < MIN (n, self->section->questions->len);)
    {
      GtkWidget *row =
          dd_question_row_new (self->session,
                               g_ptr_array_index (self->section->questions, self->rows->len));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
on_idle (gpointer user_data)
{
  DdFormSectionView *self = user_data;

  make_rows (self, self->rows->len + MORE_ROWS);
  if (!dd_form_section_view_is_complete (self))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

void
dd_form_section_view_update (DdFormSectionView *self, const char *question)
{
  DdForm *form;

  g_return_if_fail (DD_IS_FORM_SECTION_VIEW (self));
  form = dd_form_session_get_form (self->session);
  if (form == NULL || dd_form_get_questionnaire (form) != self->questionnaire)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DdQuestionRow *row = g_ptr_array_index (self->rows, i);

      if (question == NULL || g_str_equal (dd_question_row_get_question (row)->id, question))
        dd_question_row_update (row);
    }
}

void
dd_form_section_view_focus (DdFormSectionView *self, const DdQuestion *question)
{
  g_return_if_fail (DD_IS_FORM_SECTION_VIEW (self));
  for (guint i = 0; i < self->section->questions->len; i++)
    if (g_ptr_array_index (self->section->questions, i) == question)
      {
        make_rows (self, i + 1);
        dd_question_row_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

gboolean
dd_form_section_view_is_complete (DdFormSectionView *self)
{
  g_return_val_if_fail (DD_IS_FORM_SECTION_VIEW (self), FALSE);
  return self->rows->len == self->section->questions->len;
}

/* --- Object --- */

static void
dd_form_section_view_dispose (GObject *object)
{
  DdFormSectionView *self = DD_FORM_SECTION_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dd_form_section_view_parent_class)->dispose (object);
}

static void
dd_form_section_view_finalize (GObject *object)
{
  DdFormSectionView *self = DD_FORM_SECTION_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  G_OBJECT_CLASS (dd_form_section_view_parent_class)->finalize (object);
}

static void
dd_form_section_view_class_init (DdFormSectionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_form_section_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_form_section_view_finalize;
}

static void
dd_form_section_view_init (DdFormSectionView *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
dd_form_section_view_new (DdFormSession *session, const DdSection *section)
{
  DdFormSectionView *self;
  g_autofree char *title = NULL;
  g_autofree char *help = NULL;

  g_return_val_if_fail (DD_IS_FORM_SESSION (session), NULL);
  g_return_val_if_fail (section != NULL, NULL);
  self = g_object_new (DD_TYPE_FORM_SECTION_VIEW, NULL);
  self->session = g_object_ref (session);
  self->questionnaire =
      dd_questionnaire_ref (dd_form_get_questionnaire (dd_form_session_get_form (session)));
  self->section = section;
  title = g_markup_escape_text (dd_form_words_text (section->title), -1);
  help =
      section->help != NULL ? g_markup_escape_text (dd_form_words_text (section->help), -1) : NULL;
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, help);
  make_rows (self, FIRST_ROWS);
  if (!dd_form_section_view_is_complete (self))
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
  return GTK_WIDGET (self);
}
