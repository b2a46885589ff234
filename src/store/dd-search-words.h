/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More words than this are not looked at. */
#define DD_SEARCH_MAX_WORDS 32

/* What a person typed as the query of an FTS5 index: every word must be there, the last one may go
 * on. Whatever stands in @text is text: quotes and operators have no meaning. What is written in one
 * ("12.0.3") is found in one.
 * Returns: (transfer full) (nullable): the query, NULL when there is no letter and no digit */
char *dd_search_words_to_query (const char *text);

G_END_DECLS
