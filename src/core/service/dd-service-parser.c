/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads service definitions.
 *
 * GMarkup finds the tags, dd-service-reader.c makes a service of them, dd-service-check.c looks at
 * the whole in the end. Linear; nothing here looks back.
 *
 * GMarkup tells where a tag ends; people look for where it begins. So the text is handed over in
 * pieces that begin with "<", and the line of the piece is the line of the tag.
 */
#include "config.h"

#include "service/dd-service-parser.h"

#include "service/dd-service-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static int
count_lines (const char *text, const char *end)
{
  int n = 0;

  while ((text = memchr (text, '\n', end - text)) != NULL)
    {
      text++;
      n++;
    }
  return n;
}

static DdServicePlace
place_of_line (const DdServiceReader *reader, int line)
{
  return (DdServicePlace){ reader->origin, line, NULL };
}

/* Returns: (transfer full) (nullable): the encoding that an XML declaration names */
static char *
find_encoding (const char *declaration)
{
  g_autoptr (GRegex) pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  pattern = g_regex_new ("\\sencoding\\s*=\\s*[\"']([^\"']{0,40})", 0, 0, NULL);
  return g_regex_match (pattern, declaration, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  dd_service_reader_open (data, name, names, values, error);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  dd_service_reader_close (data, error);
}

static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  dd_service_reader_add_text (data, words, length, error);
}

/* Comments are no part of a service. A document type would be more than we read, and an encoding
 * that is not the real one means that letters got lost. */
static void
passthrough (GMarkupParseContext *context,
             const char *markup,
             gsize length,
             gpointer data,
             GError **error)
{
  DdServiceReader *reader = data;
  g_autofree char *copy = g_strndup (markup, length), *encoding = NULL;
  int line;

  /* It ends in the piece at hand, but can have begun some pieces before. */
  line = reader->line - count_lines (copy, strrchr (copy, '<'));
  if (g_str_has_prefix (copy, "<!DOCTYPE"))
    {
      dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_line (reader, line),
                         _ ("it has a document type; expected none"));
      return;
    }
  if (!g_str_has_prefix (copy, "<?xml "))
    return;
  encoding = find_encoding (copy);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_line (reader, line),
                       _ ("its encoding is said to be '%s'; expected UTF-8"), encoding);
}

static const GMarkupParser callbacks = { start_element, end_element, text, passthrough, NULL };

/* GMarkup's messages begin with the line, in the words of the language in use: "Error on line 3
 * char 7: what is wrong". What they quote can be half a character. */
static gboolean
refuse_syntax (DdServiceReader *reader, const GError *markup_error, GError **error)
{
  const char *what = markup_error->message;
  const char *digit = strpbrk (what, "0123456789");
  const char *colon = digit != NULL ? strstr (digit, ": ") : NULL;
  DdServicePlace place = dd_service_reader_get_place (reader);
  g_autofree char *valid = NULL, *found = NULL;

  place.line = reader->line;
  if (colon != NULL)
    {
      place.line = atoi (digit);
      what = colon + strlen (": ");
    }
  if (place.element == NULL && reader->service != NULL)
    return dd_service_refuse (
        error, DD_SERVICE_ERROR_SYNTAX, place,
        _ ("something other than a comment follows </service>; expected nothing"));

  valid = g_utf8_make_valid (what, -1);
  found = dd_service_clip (valid);
  if (g_str_has_suffix (found, "."))
    found[strlen (found) - 1] = '\0';
  return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place,
                            _ ("%s; expected well-formed XML"), found);
}

static gboolean
read_pieces (DdServiceReader *reader,
             GMarkupParseContext *context,
             const char *text,
             gsize length,
             GError **error)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *next = memchr (text + 1, '<', end - text - 1);

      if (next == NULL)
        next = end;
      if (!g_markup_parse_context_parse (context, text, next - text, error))
        return FALSE;
      reader->line += count_lines (text, next);
      text = next;
    }
  return g_markup_parse_context_end_parse (context, error);
}

static gboolean
read_markup (DdServiceReader *reader, const char *text, gsize length, GError **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) markup_error = NULL;

  context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, reader, NULL);
  if (read_pieces (reader, context, text, length, &markup_error))
    return TRUE;
  if (markup_error->domain == G_MARKUP_ERROR)
    return refuse_syntax (reader, markup_error, error);
  g_propagate_error (error, g_steal_pointer (&markup_error));
  return FALSE;
}

/* How many blanks @text begins with. */
static gsize
count_blanks (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isspace (text[n]))
    n++;
  return n;
}

/* What can be told before any tag is read. */
static gboolean
check_bytes (DdServiceReader *reader, const char *text, gsize length, GError **error)
{
  const char *end;

  if (length > DD_SERVICE_MAX_BYTES)
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_line (reader, 1),
                              _ ("it has more than %d bytes; expected fewer"),
                              DD_SERVICE_MAX_BYTES);
  if (!g_utf8_validate_len (text, length, &end))
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX,
                              place_of_line (reader, 1 + count_lines (text, end)),
                              _ ("byte 0x%02x is no text; expected UTF-8"), (guchar) *end);
  return TRUE;
}

static gboolean
read_service (DdServiceReader *reader, const char *text, gsize length, GError **error)
{
  gsize blanks;

  if (!check_bytes (reader, text, length, error))
    return FALSE;
  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  blanks = count_blanks (text, length);
  if (blanks == length)
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_line (reader, 1),
                              _ ("it is empty; expected <service>"));
  if (text[blanks] != '<')
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX,
                              place_of_line (reader, 1 + count_lines (text, text + blanks)),
                              _ ("it begins with text; expected <service>"));

  if (!read_markup (reader, text, length, error))
    return FALSE;
  if (reader->service == NULL)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_line (reader, 1),
                              _ ("it has no element; expected <service>"));
  dd_service_complete (reader->service);
  return dd_service_check (reader->service, error);
}

DdService *
dd_service_parse (const char *text, gssize length, const char *origin, GError **error)
{
  g_auto (DdServiceReader) reader = { NULL };

  g_return_val_if_fail (text != NULL && origin != NULL, NULL);

  dd_service_reader_init (&reader, origin);
  if (!read_service (&reader, text, length >= 0 ? (gsize) length : strlen (text), error))
    return NULL;
  return g_steal_pointer (&reader.service);
}
