/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"
#include "markup/dd-markup-format.h"

G_BEGIN_DECLS

/*
 * How a questionnaire is built: by the parser alone. Each part is made empty (all zero, lists
 * empty) and hung into its place. Untyped, for the table of dd-questionnaire-format.c.
 */

/* Returns: (transfer full): a questionnaire of nothing, to be filled; @origin names its file */
gpointer dd_questionnaire_new (const char *origin);

/* Returns: (transfer full): a section without questions */
gpointer dd_section_new (void);

/* Returns: (transfer full): a question or a column of nothing */
gpointer dd_question_new (void);

/* Returns: (transfer full): an empty DdChoice */
gpointer dd_choice_new (void);

/* Returns: (transfer full): an empty DdQuestionPattern */
gpointer dd_question_pattern_new (void);

/* Returns: (transfer full): an empty DdQuestionRange */
gpointer dd_question_range_new (void);

/* The format's words for DdQuestionType and DdRequirement, in their order, ending with NULL. */
extern const char *const dd_question_types[];
extern const char *const dd_requirements[];

/* Returns: (transfer none): the vocabulary of questionnaires */
const DdMarkupVocabulary *dd_questionnaire_get_vocabulary (void);

/* Gives what is read its places: lists all questions, indices, who belongs to whom. Once, when
 * every element is read; the ids must be unique. Linear. */
void dd_questionnaire_complete (DdQuestionnaire *self);

/* Checks what no single element can tell, and compiles patterns. @self must be complete.
 * Returns: FALSE with a DdMarkupError */
gboolean dd_questionnaire_check (DdQuestionnaire *self, GError **error);

/* Checks the conditions of a complete questionnaire.
 * Returns: FALSE with a DdMarkupError */
gboolean dd_questionnaire_check_conditions (DdQuestionnaire *self, GError **error);

G_END_DECLS
