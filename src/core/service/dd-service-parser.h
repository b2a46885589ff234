/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-error.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* Definitions above this many bytes are refused: 32 MiB holds 100,000 activities. */
#define DD_SERVICE_MAX_BYTES (32 * 1024 * 1024)

/* Definitions of more activities than this are refused. */
#define DD_SERVICE_MAX_ACTIVITIES (200 * 1000)

/* Definitions whose activities wait for others more often than this are refused. */
#define DD_SERVICE_MAX_DEPENDENCIES (4 * 1000 * 1000)

/* Reads a service definition (DESIGN, "Services are data"; resources/services/service.rng).
 * @length is in bytes, -1 when zero-terminated; @origin names the text in messages. Every message
 * is one line "ORIGIN:LINE: <ELEMENT>: what was found; what was expected", without the element
 * where none is open; LINE is where the element begins.
 * Checked here: elements and attributes are those of service.rng, ids are unique, references name
 * something, no activities wait for each other. Blanks in texts are collapsed. A document type is
 * refused: definitions have no entities of their own.
 * Cost: linear in @length and in dependencies.
 * Returns: (transfer full): a new service, or NULL with @error. */
DdService *dd_service_parse (const char *text, gssize length, const char *origin, GError **error);

G_END_DECLS
