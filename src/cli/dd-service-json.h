/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* Everything that the document of @self states, as JSON, in the order of the definition's format.
 * Returns: (transfer full): the text */
char *dd_service_to_json (DdService *self);

G_END_DECLS
