/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text.h"

#include <string.h>

#define ESCAPE             '\033'
#define ELLIPSIS           "…"
#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f
#define ARABIC_LETTER_MARK 0x061c

static int
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* The character at @text and the columns it takes; a whole style sequence counts as one character
 * without a column.
 * Returns: where the next one begins */
static const char *
next_character (const char *text, int *width)
{
  if (text[0] == ESCAPE && text[1] == '[')
    {
      const char *end = strchr (text, 'm');

      if (end != NULL)
        {
          *width = 0;
          return end + 1;
        }
    }
  *width = character_width (g_utf8_get_char (text));
  return g_utf8_next_char (text);
}

/* Embeddings, overrides and isolates, which reach beyond the text they stand in. */
static gboolean
changes_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_right_to_left (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK;
    }
}

static void
append_clean (GString *line, gunichar c)
{
  if (c == '\n')
    g_string_append (line, "\\n");
  else if (c == '\t')
    g_string_append (line, "\\t");
  else if (g_unichar_iscntrl (c))
    g_string_append_printf (line, "\\x%02x", c);
  else if (c == 0x2028 || c == 0x2029 || changes_direction (c))
    g_string_append_printf (line, "\\u%04x", c);
  else
    g_string_append_unichar (line, c);
}

int
dd_text_width (const char *text)
{
  int sum = 0;

  while (*text != '\0')
    {
      int width;

      text = next_character (text, &width);
      sum += width;
    }
  return sum;
}

char *
dd_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  gboolean right_to_left = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      append_clean (line, c);
      right_to_left = right_to_left || is_right_to_left (c);
    }
  if (right_to_left)
    g_string_append_unichar (line, LEFT_TO_RIGHT_MARK);
  return g_string_free (line, FALSE);
}

char *
dd_text_to_line (char *sentence)
{
  g_autofree char *taken = sentence;
  g_autofree char *clean = dd_text_clean (taken);

  return g_strconcat (clean, "\n", NULL);
}

char *
dd_text_ellipsize (const char *text, int width)
{
  const char *at = text;
  int sum = 0;

  g_return_val_if_fail (width >= 1, NULL);

  if (dd_text_width (text) <= width)
    return g_strdup (text);
  while (*at != '\0')
    {
      int own;
      const char *next = next_character (at, &own);

      /* One column is kept for the ellipsis. */
      if (sum + own > width - 1)
        break;
      sum += own;
      at = next;
    }
  while (at > text && at[-1] == ' ')
    at--;
  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (at - text), text);
}

void
dd_text_append_padded (GString *string, const char *text, int width, gboolean right)
{
  int missing = MAX (0, width - dd_text_width (text));

  if (right)
    g_string_append_printf (string, "%*s", missing, "");
  g_string_append (string, text);
  if (!right)
    g_string_append_printf (string, "%*s", missing, "");
}

void
dd_text_append_paragraph (GString *string, const char *text, int width, int indent)
{
  g_autofree char *clean = dd_text_clean (text);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  int used = 0;

  width = MIN (width, DD_TEXT_PROSE_WIDTH);
  for (guint i = 0; words[i] != NULL; i++)
    {
      int own = dd_text_width (words[i]);

      if (words[i][0] == '\0')
        continue;
      if (used > 0 && used + 1 + own > width)
        {
          g_string_append_c (string, '\n');
          used = 0;
        }
      g_string_append_printf (string, "%*s%s", used > 0 ? 1 : indent, "", words[i]);
      used += own + (used > 0 ? 1 : indent);
    }
  if (used > 0)
    g_string_append_c (string, '\n');
}
