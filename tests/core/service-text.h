/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

/* Everything that @service says, one fact a line: two services are the same if their texts are.
 * Reads the fields themselves, so that it sees what the writer forgets. */
char *service_to_text (DdService *service);

/* Reads the file @name of tests/data/services, or of resources/services when it is not there. */
char *read_service_file (const char *name, gsize *length);
