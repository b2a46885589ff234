/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"
#include "markup/dd-markup-error.h"

G_BEGIN_DECLS

/* Questionnaires above this many bytes are refused. */
#define DD_QUESTIONNAIRE_MAX_BYTES (4 * 1024 * 1024)

/* Questionnaires of more questions than this are refused. */
#define DD_QUESTIONNAIRE_MAX_QUESTIONS 2000

/* Tables of more columns than this, and questions of more choices, are refused. */
#define DD_QUESTIONNAIRE_MAX_PARTS 200

/* Reads a questionnaire (DESIGN, "Questionnaires, inputs, scope";
 * resources/questionnaires/questionnaire.rng). @length is in bytes, -1 when zero-terminated;
 * @origin names the text in messages. Every message is one line "ORIGIN:LINE: <ELEMENT>: what was
 * found; what was expected", of the domain DD_MARKUP_ERROR, without the element where none is
 * open; LINE is where the element begins.
 * Checked here: elements and attributes are those of questionnaire.rng; ids are unique; conditions
 * look at earlier questions, and at values that those can have; patterns mean the same here and in
 * a browser; ranges suit their question; each id and value of an earlier edition has one heir.
 * Cost: linear in @length and in conditions.
 * Returns: (transfer full): a new questionnaire, or NULL with @error. */
DdQuestionnaire *dd_questionnaire_parse (const char *text, gssize length, const char *origin,
                                         GError **error);

G_END_DECLS
