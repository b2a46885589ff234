/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* What tests of services have in common. Each fails the test when there is no such service. */

/* The service that stands in @xml. */
DdService *fixture_parse (const char *xml);

/* The file of the service @id that ships. */
GBytes *fixture_shipped_file (const char *id);

/* The service @id that ships. */
DdService *fixture_shipped (const char *id);

G_END_DECLS
