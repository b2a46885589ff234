/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-questionnaire-pdf.h"

#include "dd-condition-words.h"

#include <glib/gi18n-lib.h>

/* Lines for a paragraph, and rows of a table, that are to be filled by hand. */
#define PARAGRAPH_LINES 4
#define TABLE_ROWS      5
#define ROW_HEIGHT      22.0

/* A question is not begun with less room below it. */
#define QUESTION_ROOM 64.0
#define TABLE_ROOM    120.0
#define SECTION_ROOM  110.0

/* What is drawn. */
typedef struct
{
  const DdQuestionnaireExport *export;
  const DdForm *form;
  gboolean blank;
} Sheet;

static const char *
translate (const char *text)
{
  return dd_questionnaire_export_translate (text);
}

/* --- Answers --- */

static gboolean
is_taken (const DdAnswerValue *value, const char *choice)
{
  return dd_answer_value_has_choice (value, choice)
         || g_strcmp0 (dd_answer_value_get_text (value), choice) == 0;
}

static void
add_choices (DdPaper *paper, const DdQuestion *question, const DdAnswerValue *value)
{
  DdPaperBox box = question->type == DD_QUESTION_CHOICES ? DD_PAPER_BOX_CHECK : DD_PAPER_BOX_RADIO;

  if (question->type == DD_QUESTION_YES_NO)
    {
      dd_paper_add_box (paper, box, is_taken (value, "yes"), _ ("Yes"));
      dd_paper_add_box (paper, box, is_taken (value, "no"), _ ("No"));
    }
  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      dd_paper_add_box (paper, box, is_taken (value, choice->value), translate (choice->label));
    }
}

static void
add_head (DdPaper *paper, const DdQuestion *question)
{
  g_autofree const char **cells = g_new (const char *, question->columns->len);

  for (guint i = 0; i < question->columns->len; i++)
    cells[i] = translate (((DdQuestion *) g_ptr_array_index (question->columns, i))->label);
  dd_paper_add_row (paper, DD_PAPER_LABEL, cells, question->columns->len, 0);
}

static void
add_row (DdPaper *paper, const DdQuestion *question, const DdAnswerValue *table, guint row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->columns->len; i++)
    {
      const DdQuestion *column = g_ptr_array_index (question->columns, i);
      const DdAnswerValue *cell =
          table != NULL ? dd_answer_value_get_cell (table, row, column->id) : NULL;

      g_ptr_array_add (cells, dd_question_describe (column, cell));
    }
  dd_paper_add_row (paper, DD_PAPER_TEXT, (const char *const *) cells->pdata, cells->len,
                    table != NULL ? 0 : ROW_HEIGHT);
}

static void
add_table (DdPaper *paper, const DdQuestion *question, const DdAnswerValue *table)
{
  guint n_rows = table != NULL ? dd_answer_value_get_n_rows (table) : TABLE_ROWS;
  guint page;

  dd_paper_add_space (paper, 4);
  dd_paper_need (paper, 3 * ROW_HEIGHT);
  add_head (paper, question);
  page = dd_paper_get_page (paper);
  for (guint row = 0; row < n_rows; row++)
    {
      dd_paper_need (paper, ROW_HEIGHT);
      if (dd_paper_get_page (paper) != page)
        add_head (paper, question);
      page = dd_paper_get_page (paper);
      add_row (paper, question, table, row);
    }
}

static void
add_answer (DdPaper *paper, const DdQuestion *question, const DdAnswerValue *value)
{
  g_autofree char *text = NULL;

  switch (question->type)
    {
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_CHOICES:
    case DD_QUESTION_YES_NO:
      add_choices (paper, question, value);
      break;
    case DD_QUESTION_ACKNOWLEDGEMENT:
      dd_paper_add_box (paper, DD_PAPER_BOX_CHECK, value != NULL, _ ("I confirm this"));
      break;
    case DD_QUESTION_TABLE:
      add_table (paper, question, value);
      break;
    default:
      text = dd_question_describe (question, value);
      if (text[0] != '\0')
        dd_paper_add_text (paper, DD_PAPER_TEXT, text);
      else
        dd_paper_add_lines (paper, question->type == DD_QUESTION_PARAGRAPH ? PARAGRAPH_LINES : 1);
    }
}

/* --- Questions --- */

/* "Only if …", for those that stand there whatever is answered. */
static void
add_condition (DdPaper *paper, const Sheet *sheet, GPtrArray *when)
{
  g_autofree char *words =
      sheet->blank ? dd_condition_words (sheet->export->questionnaire, when) : NULL;
  g_autofree char *sentence = NULL;

  if (words == NULL)
    return;
  /* Translators: what must be for a question to be answered: Only if “Clustered?” is “Yes” */
  sentence = g_strdup_printf (_ ("Only if %s"), words);
  dd_paper_add_text (paper, DD_PAPER_HINT, sentence);
}

static char *
make_label (const DdQuestion *question)
{
  if (question->required == DD_REQUIREMENT_YES)
    /* Translators: a question that must be answered */
    return g_strdup_printf (_ ("%s (required)"), translate (question->label));
  return g_strdup (translate (question->label));
}

static void
add_question (DdPaper *paper, const Sheet *sheet, const DdQuestion *question)
{
  g_autofree char *label = make_label (question);

  if (!sheet->blank && !dd_form_is_visible (sheet->form, question))
    return;
  dd_paper_add_space (paper, 14);
  dd_paper_need (paper, question->type == DD_QUESTION_TABLE ? TABLE_ROOM : QUESTION_ROOM);
  dd_paper_add_text (paper, DD_PAPER_LABEL, label);
  dd_paper_add_text (paper, DD_PAPER_HINT, translate (question->help));
  add_condition (paper, sheet, question->when);
  add_answer (paper, question,
              sheet->blank ? NULL : dd_form_get_answer (sheet->form, question->id));
}

static void
add_section (DdPaper *paper, const Sheet *sheet, const DdSection *section)
{
  if (!sheet->blank && !dd_form_is_section_visible (sheet->form, section))
    return;
  dd_paper_add_space (paper, 24);
  dd_paper_need (paper, SECTION_ROOM);
  dd_paper_add_text (paper, DD_PAPER_HEADING, translate (section->title));
  dd_paper_add_rule (paper);
  dd_paper_add_space (paper, 4);
  dd_paper_add_text (paper, DD_PAPER_HINT, translate (section->help));
  add_condition (paper, sheet, section->when);
  for (guint i = 0; i < section->questions->len; i++)
    add_question (paper, sheet, g_ptr_array_index (section->questions, i));
}

static void
draw (DdPaper *paper, gpointer data)
{
  const Sheet *sheet = data;
  DdQuestionnaire *questionnaire = sheet->export->questionnaire;

  dd_paper_add_text (paper, DD_PAPER_TITLE, translate (questionnaire->title));
  dd_paper_add_text (paper, DD_PAPER_TEXT, sheet->export->about);
  dd_paper_add_space (paper, 8);
  dd_paper_add_text (paper, DD_PAPER_TEXT, translate (questionnaire->summary));
  for (guint i = 0; i < questionnaire->sections->len; i++)
    add_section (paper, sheet, g_ptr_array_index (questionnaire->sections, i));
  if (!sheet->blank)
    return;
  dd_paper_add_space (paper, 24);
  dd_paper_need (paper, SECTION_ROOM);
  dd_paper_add_text (paper, DD_PAPER_LABEL, _ ("Filled in by, on"));
  dd_paper_add_lines (paper, 1);
}

GBytes *
dd_questionnaire_pdf_write (const DdQuestionnaireExport *export,
                            DdPaperSize size,
                            gboolean blank,
                            GError **error)
{
  g_autoptr (DdForm) form = dd_form_new (export->questionnaire, export->answers, export->facts);
  Sheet sheet = { export, form, blank };
  const char *title = translate (export->questionnaire->title);
  g_autofree char *head = g_strdup_printf ("%s – %s", export->about, title);

  return dd_paper_print (size, dd_questionnaire_export_is_rtl (export), title, head, draw, &sheet,
                         error);
}
