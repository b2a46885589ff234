/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DD_MARKUP_ERROR (dd_markup_error_quark ())

/**
 * DdMarkupError:
 * @DD_MARKUP_ERROR_SYNTAX: not well-formed XML, or not UTF-8, or empty, or too large
 * @DD_MARKUP_ERROR_ELEMENT: an element where none of its name belongs
 * @DD_MARKUP_ERROR_ATTRIBUTE: an attribute that is missing, unknown, or has a bad value
 * @DD_MARKUP_ERROR_REFERENCE: an id given twice, or one that names nothing
 * @DD_MARKUP_ERROR_CYCLE: activities that wait for each other; the message names them
 */
typedef enum
{
  DD_MARKUP_ERROR_SYNTAX,
  DD_MARKUP_ERROR_ELEMENT,
  DD_MARKUP_ERROR_ATTRIBUTE,
  DD_MARKUP_ERROR_REFERENCE,
  DD_MARKUP_ERROR_CYCLE,
} DdMarkupError;

/* The error domain of definitions: of services and of questionnaires. */
GQuark dd_markup_error_quark (void);

/* What a message is about: a line of a file, and the element that begins there. */
typedef struct
{
  const char *origin;  /* the file */
  int line;            /* from 1 */
  const char *element; /* (nullable): its name */
} DdMarkupPlace;

/* Sets @error to "ORIGIN:LINE: <ELEMENT>: MESSAGE" in one line, whatever @place and the arguments
 * hold. @format says what was found; what was expected. Returns: FALSE */
gboolean dd_markup_refuse (GError **error, DdMarkupError code, DdMarkupPlace place,
                           const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Returns: (transfer full): @text as a message quotes it: in one line, cut off when it is long */
char *dd_markup_clip (const char *text);

G_END_DECLS
