/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads definitions.
 *
 * GMarkup finds the tags, dd-markup-reader.c makes a definition of them. Linear; nothing here looks
 * back.
 *
 * GMarkup tells where a tag ends; people look for where it begins. So the text is handed over in
 * pieces that begin with "<", and the line of the piece is the line of the tag.
 */
#include "config.h"

#include "markup/dd-markup-parser.h"

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

static DdMarkupPlace
place_of_line (const DdMarkupReader *reader, int line)
{
  return (DdMarkupPlace){ reader->origin, line, NULL };
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
  dd_markup_reader_open (data, name, names, values, error);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  dd_markup_reader_close (data, error);
}

static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  dd_markup_reader_add_text (data, words, length, error);
}

/* Comments are no part of a definition. A document type would be more than we read, and an encoding
 * that is not the real one means that letters got lost. */
static void
passthrough (GMarkupParseContext *context,
             const char *markup,
             gsize length,
             gpointer data,
             GError **error)
{
  DdMarkupReader *reader = data;
  g_autofree char *copy = g_strndup (markup, length), *encoding = NULL;
  int line;

  /* It ends in the piece at hand, but can have begun some pieces before. */
  line = reader->line - count_lines (copy, strrchr (copy, '<'));
  if (g_str_has_prefix (copy, "<!DOCTYPE"))
    {
      dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_line (reader, line),
                        _ ("it has a document type; expected none"));
      return;
    }
  if (!g_str_has_prefix (copy, "<?xml "))
    return;
  encoding = find_encoding (copy);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_line (reader, line),
                      _ ("its encoding is said to be '%s'; expected UTF-8"), encoding);
}

static const GMarkupParser callbacks = { start_element, end_element, text, passthrough, NULL };

/* GMarkup's messages begin with the line, in the words of the language in use: "Error on line 3
 * char 7: what is wrong". What they quote can be half a character. */
static gboolean
refuse_syntax (DdMarkupReader *reader, const GError *markup_error, GError **error)
{
  const char *what = markup_error->message;
  const char *digit = strpbrk (what, "0123456789");
  const char *colon = digit != NULL ? strstr (digit, ": ") : NULL;
  DdMarkupPlace place = dd_markup_reader_get_place (reader);
  g_autofree char *valid = NULL, *found = NULL;

  place.line = reader->line;
  if (colon != NULL)
    {
      place.line = atoi (digit);
      what = colon + strlen (": ");
    }
  if (place.element == NULL && reader->definition != NULL)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place,
                             _ ("something other than a comment follows </%s>; expected nothing"),
                             reader->vocabulary->elements[0].name);

  valid = g_utf8_make_valid (what, -1);
  found = dd_markup_clip (valid);
  if (g_str_has_suffix (found, "."))
    found[strlen (found) - 1] = '\0';
  return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place, _ ("%s; expected well-formed XML"),
                           found);
}

static gboolean
read_pieces (DdMarkupReader *reader,
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
read_markup (DdMarkupReader *reader, const char *text, gsize length, GError **error)
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
check_bytes (DdMarkupReader *reader, const char *text, gsize length, GError **error)
{
  gsize max = reader->vocabulary->max_bytes;
  const char *end;

  if (length > max)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_line (reader, 1),
                             _ ("it has more than %zu bytes; expected fewer"), max);
  if (!g_utf8_validate_len (text, length, &end))
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX,
                             place_of_line (reader, 1 + count_lines (text, end)),
                             _ ("byte 0x%02x is no text; expected UTF-8"), (guchar) *end);
  return TRUE;
}

gboolean
dd_markup_parse (DdMarkupReader *reader, const char *text, gsize length, GError **error)
{
  const char *root = reader->vocabulary->elements[0].name;
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
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_line (reader, 1),
                             _ ("it is empty; expected <%s>"), root);
  if (text[blanks] != '<')
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX,
                             place_of_line (reader, 1 + count_lines (text, text + blanks)),
                             _ ("it begins with text; expected <%s>"), root);

  if (!read_markup (reader, text, length, error))
    return FALSE;
  if (reader->definition == NULL)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_line (reader, 1),
                             _ ("it has no element; expected <%s>"), root);
  return TRUE;
}
