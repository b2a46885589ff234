/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/* Reads @text as an answer to @question, as it is given on a command line: a text or choice as it is,
 * several choices with commas between them, a number in digits, "yes" for a statement to agree with,
 * a table as JSON. Empty takes the answer away: @value (out) (transfer full) is NULL then.
 * Returns: FALSE with DD_ANSWER_ERROR_SHAPE, in one sentence, when it does not suit the question */
gboolean dd_answer_text_read (const DdQuestion *question, const char *text, DdAnswerValue **value,
                              GError **error);

G_END_DECLS
