/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

#define DD_SERVICE_ERROR (dd_service_error_quark ())

/**
 * DdServiceError:
 * @DD_SERVICE_ERROR_SYNTAX: not well-formed XML, or not UTF-8, or empty, or too large
 * @DD_SERVICE_ERROR_ELEMENT: an element where none of its name belongs
 * @DD_SERVICE_ERROR_ATTRIBUTE: an attribute that is missing, unknown, or has a bad value
 * @DD_SERVICE_ERROR_REFERENCE: an id given twice, or one that names nothing
 * @DD_SERVICE_ERROR_CYCLE: activities that wait for each other; the message names them
 */
typedef enum
{
  DD_SERVICE_ERROR_SYNTAX,
  DD_SERVICE_ERROR_ELEMENT,
  DD_SERVICE_ERROR_ATTRIBUTE,
  DD_SERVICE_ERROR_REFERENCE,
  DD_SERVICE_ERROR_CYCLE,
} DdServiceError;

/* The error domain of service definitions. */
GQuark dd_service_error_quark (void);

/* Definitions above this many bytes are refused: 32 MiB holds 100,000 activities. */
#define DD_SERVICE_MAX_BYTES (32 * 1024 * 1024)

/* Elements deeper than this are refused: steps inside steps, conditions inside conditions. */
#define DD_SERVICE_MAX_DEPTH 32

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
