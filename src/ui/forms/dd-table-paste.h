/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text is more than one cell of a spreadsheet: has tabs, or several lines. */
gboolean dd_table_paste_is_table (const char *text);

/* Reads what a spreadsheet puts on the clipboard: cells parted by tabs, rows by line breaks. A cell
 * in double quotes may hold either, and a quote as two; one that has quotes elsewhere means them.
 * The last line break ends the last row and begins none. Linear in @text.
 * Returns: (transfer full) (element-type GStrv): the rows, each with at least one cell */
GPtrArray *dd_table_paste_parse (const char *text);

G_END_DECLS
