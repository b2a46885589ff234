/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-reader.h"

G_BEGIN_DECLS

/* Reads @length bytes of @text into @reader, which was just made ready. Every message is one line
 * "ORIGIN:LINE: <ELEMENT>: what was found; what was expected", without the element where none is
 * open; LINE is where the element begins. Elements and attributes are those of the vocabulary, ids
 * are unique. Blanks in texts are collapsed. A document type is refused: definitions have no
 * entities of their own. Linear in @length.
 * Returns: whether there is a definition, to be taken from @reader; otherwise FALSE with @error of
 *   the domain DD_MARKUP_ERROR */
gboolean dd_markup_parse (DdMarkupReader *reader, const char *text, gsize length, GError **error);

G_END_DECLS
