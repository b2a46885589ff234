/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* The definition as XML, two spaces a level. Parsing it gives an equal service, and writing that
 * gives the same bytes.
 * Returns: (transfer full): the text */
char *dd_service_to_xml (DdService *self);

G_END_DECLS
