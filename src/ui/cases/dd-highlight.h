/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Marks the hits of a search in @text: bold and underlined, so that colour is not needed. @words
 * (nullable) (array zero-terminated=1) are folded (dd_case_summary_fold()).
 * Returns: (transfer full) (nullable): attributes for @text, NULL when there is no hit */
PangoAttrList *dd_highlight_find (const char *text, const char *const *words);

G_END_DECLS
