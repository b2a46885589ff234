/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "form/dd-questionnaire.h"
#include "forms/dd-table-model.h"

G_BEGIN_DECLS

/* Answers as they are typed: texts of one line, and rows of them. Pure functions. */

/* Returns: (transfer full): @value (nullable) as it is typed into @question, a question of one
 * line or a column: a choice by its label, else as it is written */
char *dd_table_value_to_text (const DdQuestion *question, const DdAnswerValue *value);

/* Returns: (transfer full) (nullable): what @text, typed into @question, says; what is no number
 * or none of the choices is the text itself, which does not suit the question */
DdAnswerValue *dd_table_value_from_text (const DdQuestion *question, const char *text);

/* Returns: (transfer full) (nullable): the labels to choose from in a cell of @column, NULL when
 * it is typed */
GStrv dd_table_value_list_choices (const DdQuestion *column);

/* Returns: what a keyboard on a screen should offer for @question */
GtkInputPurpose dd_table_value_get_purpose (const DdQuestion *question);

/* Returns: (transfer full) (element-type DdTableRow): the rows of @value (nullable), an answer to
 * the table @question */
GPtrArray *dd_table_value_to_rows (const DdQuestion *question, const DdAnswerValue *value);

/* Returns: (transfer full) (nullable): the rows of @model as an answer to the table @question */
DdAnswerValue *dd_table_value_from_model (const DdQuestion *question, DdTableModel *model);

G_END_DECLS
