/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-terminal.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* Everything that the document of @self states, as a person reads it on @terminal: its sections,
 * and its process table with how Drydock reads each row beside what is printed there.
 * Returns: (transfer full): the text */
char *dd_service_to_text (DdService *self, const DdTerminal *terminal);

G_END_DECLS
