/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-dropped.h"

#include "forms/dd-form-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static char *
describe (DdRecord *row, DdCalendar *calendar)
{
  const char *json = dd_record_get_text (row, "value");
  g_autofree char *who = dd_form_words_answered (row, calendar);
  g_autoptr (DdAnswerValue) value = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (dd_answer_value_from_json (json, -1, &value, NULL))
    words = dd_answer_value_to_words (value);
  text = dd_form_words_cut (words != NULL ? words : json);
  return who != NULL ? g_strdup_printf ("%s\n%s", text, who) : g_steal_pointer (&text);
}

GtkWidget *
dd_form_dropped_new (DdFormSession *session)
{
  DdCalendar *calendar = dd_context_get_calendar (dd_form_session_get_context (session));
  g_autoptr (GPtrArray) rows = dd_case_form_list_dropped (dd_form_session_get_stored (session));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("No Longer Asked"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Answers to questions that this edition of the questionnaire does not have. They are kept, "
         "but neither counted nor exported."));
  for (guint i = 0; i < rows->len; i++)
    {
      DdRecord *answer = g_ptr_array_index (rows, i);
      g_autofree char *words = describe (answer, calendar);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     dd_record_get_text (answer, "question"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}
