/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-words.h"

#include "dd-questionnaire-export.h"

#include <glib/gi18n.h>

/* Of more issues than this the rest is counted. */
#define MOST_ISSUES 3

/* An answer in a list is told in so many characters. */
#define MOST_CHARS 240

const char *
dd_form_words_text (const char *text)
{
  return dd_questionnaire_export_translate (text);
}

char *
dd_form_words_cut (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_CHARS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_CHARS);
  return g_strconcat (start, "…", NULL);
}

char *
dd_form_words_title (const DdQuestion *question)
{
  g_autofree char *label = g_markup_escape_text (dd_form_words_text (question->label), -1);
  const char *remark = NULL;

  if (question->required == DD_REQUIREMENT_NO)
    remark = _ ("optional");
  if (question->required == DD_REQUIREMENT_SOFT)
    remark = _ ("recommended");
  if (remark == NULL)
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s  <span size=\"small\" alpha=\"60%%\">%s</span>", label, remark);
}

char *
dd_form_words_issue (const DdFormIssue *issue)
{
  if (issue->row < 0)
    return g_strdup (issue->message);
  if (issue->column == NULL)
    return g_strdup_printf (_ ("Row %d: %s"), issue->row + 1, issue->message);
  /* Translators: the number of a row, the name of a column, and what is wrong there */
  return g_strdup_printf (_ ("Row %d, %s: %s"), issue->row + 1,
                          dd_form_words_text (issue->column->label), issue->message);
}

char *
dd_form_words_issues (GPtrArray *issues, gboolean missing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *words = NULL;

      if ((issue->kind == DD_ISSUE_MISSING && issue->row < 0 && !missing) || n++ >= MOST_ISSUES)
        continue;
      words = dd_form_words_issue (issue);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  if (n > MOST_ISSUES)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", n - MOST_ISSUES),
                            n - MOST_ISSUES);
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
dd_form_words_answered (DdRecord *row, DdCalendar *calendar)
{
  const char *by = row != NULL ? dd_record_get_text (row, "answered_by") : NULL;
  gint64 at = row != NULL ? dd_record_get_integer (row, "answered_at") : DD_INTEGER_NONE;
  g_autofree char *when = NULL;

  if (by == NULL || at == DD_INTEGER_NONE || dd_record_get_text (row, "value") == NULL)
    return NULL;
  /* Translators: an instant: "Tue 1 Dec 2026 10:00" */
  when = dd_calendar_format (calendar, at, _ ("%a %-d %b %Y %H:%M"));
  /* Translators: who answered, and when */
  return g_strdup_printf (_ ("%s, %s"), by, when);
}

char *
dd_form_words_conflict (const DdQuestion *question, const DdAnswerValue *value, DdRecord *row)
{
  const char *by = row != NULL ? dd_record_get_text (row, "answered_by") : NULL;
  g_autofree char *words = value != NULL ? dd_question_describe (question, value) : NULL;

  if (words == NULL)
    return g_strdup (_ ("The stored answer was taken away meanwhile."));
  if (by == NULL)
    return g_strdup_printf (_ ("Somebody answered meanwhile: %s"), words);
  /* Translators: a person, and the answer */
  return g_strdup_printf (_ ("%s answered meanwhile: %s"), by, words);
}

char *
dd_form_words_progress (const DdFormProgress *progress)
{
  if (progress->n_counted == 0)
    return g_strdup (_ ("Nothing required"));
  if (progress->n_done == progress->n_counted)
    return g_strdup (_ ("Complete"));
  /* Translators: how many questions are answered, and how many are to be */
  return g_strdup_printf (_ ("%u of %u"), progress->n_done, progress->n_counted);
}

char *
dd_form_words_missing (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Nothing Missing"));
  return g_strdup_printf (ngettext ("%u Missing", "%u Missing", n), n);
}
