/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Text for a terminal: one line of UTF-8 that stands in so many columns.
 *
 * A wide character (Han, Kana, Hangul, most emoji) takes two columns, a combining one none. The
 * sequences that DdTerminal begins and ends a style with take none either.
 */

/* How many columns @text takes. */
int dd_text_width (const char *text);

/* @text as one harmless line: what is not UTF-8 is replaced, control characters, line and paragraph
 * separators and marks that change the writing direction are written as "\n" or "\x1b". Text with
 * right-to-left letters is followed by a left-to-right mark, so that what stands after it on the
 * line keeps its place.
 * Returns: (transfer full): the line */
char *dd_text_clean (const char *text);

/* @sentence (transfer full) as a line of output: cleaned, and ended with a newline.
 * Returns: (transfer full): the line */
char *dd_text_to_line (char *sentence);

/* @text, if it takes more than @width columns (1 or more) cut and ended with "…".
 * Returns: (transfer full): the text */
char *dd_text_ellipsize (const char *text, int width);

/* Appends @text and as many spaces as are missing to @width columns; before it with @right. */
void dd_text_append_padded (GString *string, const char *text, int width, gboolean right);

/* Prose is never wider than this, however wide the terminal. */
#define DD_TEXT_PROSE_WIDTH 100

/* Cleans @text, breaks it at its spaces into lines of at most @width columns and appends them, each
 * begun with @indent spaces and ended with a newline; a longer word has a line of its own. Text of
 * spaces only appends nothing. */
void dd_text_append_paragraph (GString *string, const char *text, int width, int indent);

G_END_DECLS
