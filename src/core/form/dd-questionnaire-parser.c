/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads questionnaires: by the table of dd-questionnaire-format.c, and then
 * dd-questionnaire-check.c looks at the whole. Linear.
 */
#include "config.h"

#include "form/dd-questionnaire-parser.h"

#include "form/dd-questionnaire-private.h"
#include "markup/dd-markup-parser.h"

#include <string.h>

DdQuestionnaire *
dd_questionnaire_parse (const char *text, gssize length, const char *origin, GError **error)
{
  g_auto (DdMarkupReader) reader = { NULL };
  gsize size;
  DdQuestionnaire *self;

  g_return_val_if_fail (text != NULL && origin != NULL, NULL);

  size = length >= 0 ? (gsize) length : strlen (text);
  dd_markup_reader_init (&reader, dd_questionnaire_get_vocabulary (), origin);
  if (!dd_markup_parse (&reader, text, size, error))
    return NULL;
  self = reader.definition;
  dd_questionnaire_complete (self);
  if (!dd_questionnaire_check (self, error))
    return NULL;
  self->hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  return g_steal_pointer (&reader.definition);
}
