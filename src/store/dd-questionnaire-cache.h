/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/* The questionnaire kept under @hash, parsed once for a connection: many cases are asked the same. It
 * never goes stale, because it is found by what it is made from, and may be handed to other threads.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND, a DdMarkupError or what
 * failed */
DdQuestionnaire *dd_questionnaire_cache_get (DdConnection *connection, const char *hash,
                                             GError **error);

G_END_DECLS
