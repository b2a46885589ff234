/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A UUID that follows from the id @from and @name (nullable: from @from alone, which may be any
 * text), and from nothing else: of the rows that a thing is made with at once, so that whoever
 * makes the thing chooses one id. Different pairs give different ids.
 * Returns: (transfer full): the id, a UUID of version 8 (RFC 9562) */
char *dd_record_id_derive (const char *from, const char *name);

G_END_DECLS
