/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/* Judges the file at @path by the first bytes it holds, touching neither it nor anything beside it:
 * DD_STORE_ERROR_CORRUPT when it is no database, _FOREIGN when it is another program's, _TOO_NEW when
 * its form is above @newest.
 * Returns: whether it may be opened as Drydock's */
gboolean dd_database_header_judge (const char *path, int newest, GError **error);

/* Judges in the same way what @connection sees: what is still in the log beside the file, too.
 * Returns: whether it is Drydock's */
gboolean dd_database_header_judge_open (DdConnection *connection, int newest, GError **error);

G_END_DECLS
