/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-form.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* What the form says, in words. Pure functions; texts are translated and (transfer full). */

/* Returns: (transfer none) (nullable): @text (nullable) of a questionnaire in the user's
 * language */
const char *dd_form_words_text (const char *text);

/* An answer for a list of many: cut where it grows long. */
char *dd_form_words_cut (const char *text);

/* What a question is called, as markup: with "optional" or "recommended" where that is so. */
char *dd_form_words_title (const DdQuestion *question);

/* What is wrong, for under a question: each issue in a line, with the row and column of a table;
 * of many the first few and how many more. NULL when there is nothing. @missing: that it is not
 * answered counts, too. */
char *dd_form_words_issues (GPtrArray *issues, gboolean missing);

/* One issue within a list: "Row 3, Host: Enter a name." */
char *dd_form_words_issue (const DdFormIssue *issue);

/* Who answered and when: "Ada, Tue 1 Dec 2026 10:00"; NULL for a @row (nullable) without an
 * answer. */
char *dd_form_words_answered (DdRecord *row, DdCalendar *calendar);

/* That @question was answered with @value (nullable) while somebody else typed: "Ada answered
 * meanwhile: db1". @row (nullable) says who it was. */
char *dd_form_words_conflict (const DdQuestion *question, const DdAnswerValue *value,
                              DdRecord *row);

/* How far a section is: "4 of 7", "Complete", "Nothing required". */
char *dd_form_words_progress (const DdFormProgress *progress);

/* How many things are missing: "3 Missing", "Nothing Missing". */
char *dd_form_words_missing (guint n);

G_END_DECLS
