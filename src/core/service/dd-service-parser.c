/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads service definitions: by the table of dd-format.c, and then dd-service-check.c looks at the
 * whole. Linear.
 */
#include "config.h"

#include "service/dd-service-parser.h"

#include "markup/dd-markup-parser.h"
#include "service/dd-format.h"
#include "service/dd-service-private.h"

#include <string.h>

DdService *
dd_service_parse (const char *text, gssize length, const char *origin, GError **error)
{
  g_auto (DdMarkupReader) reader = { NULL };

  g_return_val_if_fail (text != NULL && origin != NULL, NULL);

  dd_markup_reader_init (&reader, dd_format_get_vocabulary (), origin);
  if (!dd_markup_parse (&reader, text, length >= 0 ? (gsize) length : strlen (text), error))
    return NULL;
  dd_service_complete (reader.definition);
  if (!dd_service_check (reader.definition, error))
    return NULL;
  return g_steal_pointer (&reader.definition);
}
