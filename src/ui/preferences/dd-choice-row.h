/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DdChoiceRow: a row in which one of several values is chosen (dd-reminder-choices.h).
 *
 * Signal "chosen" (text: utf8 or NULL): the user chose the value that is stored as this
 */
#define DD_TYPE_CHOICE_ROW (dd_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (DdChoiceRow, dd_choice_row, DD, CHOICE_ROW, AdwComboRow)

/* Returns: (transfer floating): a row with @title and nothing to choose yet */
GtkWidget *dd_choice_row_new (const char *title);

/* Shows @choices (transfer full) (element-type DdReminderChoice), of which @text (nullable) is
 * chosen. */
void dd_choice_row_set (DdChoiceRow *self, GPtrArray *choices, const char *text);

/* Returns: (transfer none) (nullable): what is chosen, as it is stored */
const char *dd_choice_row_get (DdChoiceRow *self);

G_END_DECLS
