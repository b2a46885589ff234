/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

/* Tells the scope of the case @id as it stands now, as text or JSON.
 * Returns: (transfer full): it, or NULL with @error */
char *dd_scope_report_tell (const char *id, const DdSession *session, GError **error);

G_END_DECLS
