/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The patterns of questionnaires: a language of regular expressions that means the same to GRegex
 * and to JavaScript (with the flag "u"), and that neither can be kept busy with for long.
 *
 *  - A pattern is about all of the text. There are no anchors.
 *  - Any character stands for itself, but for \ ^ $ . * + ? ( ) [ ] { } | and /, which are written
 *    with a \ before them.
 *  - [a-z_] is one of these characters, [^ ,] one that is none of these. In it \ stands before
 *    \ ] [ ^ and - only; a - at either end needs none.
 *  - a|b, (ab), and * + ? {2} {2,} {2,4} after a character, a class or a group; at most 1000.
 *  - A group that is repeated and is not always the same length begins each round (or ends each)
 *    with one character that is nowhere else in it, and so does each of its alternatives: then a
 *    text can be cut into rounds in one way only. "[a-z]+(\.[a-z]+)*" is taken, "([a-z]+)*" is not.
 *  - Of repetitions that follow each other, no more than two pairs can take the same characters:
 *    "[a-z.]+\.[a-z]+" is taken, "a*a*a*" is not.
 *  - No . \d \w \s \b, no references, no look around, no lazy repetition: they differ, or are slow.
 *
 * In JavaScript it is: new RegExp ("^(?:" + match + ")$", "u").
 */

/* Returns: (transfer full) (nullable): what matches all of a text, or NULL when @match is outside
 *   of the language, with what is wrong in @reason (transfer full), translated, without a full
 *   stop */
GRegex *dd_question_pattern_compile (const char *match, char **reason);

G_END_DECLS
