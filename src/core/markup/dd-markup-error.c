/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Messages about definitions: always one line of a bearable length, with its place.
 */
#include "config.h"

#include "markup/dd-markup-error.h"

#define MAX_QUOTED_LENGTH  200
#define MAX_MESSAGE_LENGTH 1200

G_DEFINE_QUARK (dd_markup_error, dd_markup_error)

/* Appends @text, cut off after @max_length characters, without what would break the line. */
static void
append_line (GString *line, const char *text, guint max_length)
{
  guint length = 0;

  for (; *text != '\0' && length < max_length; text = g_utf8_next_char (text), length++)
    {
      gunichar character = g_utf8_get_char (text);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }
  if (*text != '\0')
    g_string_append (line, "…");
}

char *
dd_markup_clip (const char *text)
{
  GString *clipped = g_string_new (NULL);

  append_line (clipped, text, MAX_QUOTED_LENGTH);
  return g_string_free (clipped, FALSE);
}

gboolean
dd_markup_refuse (GError **error, DdMarkupError code, DdMarkupPlace place, const char *format, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *origin = g_utf8_make_valid (place.origin, -1);
  g_autofree char *message = NULL, *element = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_line (text, origin, G_MAXUINT);
  g_string_append_printf (text, ":%d: ", place.line);
  if (place.element != NULL)
    {
      element = dd_markup_clip (place.element);
      g_string_append_printf (text, "<%s>: ", element);
    }
  append_line (text, message, MAX_MESSAGE_LENGTH);
  g_set_error_literal (error, DD_MARKUP_ERROR, code, text->str);
  return FALSE;
}
