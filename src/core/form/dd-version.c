/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Versions, part by part, without copying them. Linear in their length.
 */
#include "config.h"

#include "form/dd-version.h"

#include <string.h>

#define MAX_LENGTH 60
#define SEPARATORS "._+- "

gboolean
dd_version_is_valid (const char *text)
{
  gboolean after_separator = FALSE;
  gsize length = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_ascii_isdigit (text[0]))
    return FALSE;
  for (; text[length] != '\0'; length++)
    {
      gboolean is_separator = strchr (SEPARATORS, text[length]) != NULL;

      if (length == MAX_LENGTH
          || (is_separator ? after_separator : !g_ascii_isalnum (text[length])))
        return FALSE;
      after_separator = is_separator;
    }
  return !after_separator;
}

/* A run of digits or of letters. */
typedef struct
{
  const char *text;
  gsize length; /* 0: there is none left */
  gboolean is_number;
} Part;

static Part
take_part (const char **text)
{
  Part part = { NULL };

  *text += strspn (*text, SEPARATORS);
  part.text = *text;
  part.is_number = g_ascii_isdigit (**text);
  while (part.is_number ? g_ascii_isdigit (**text) : g_ascii_isalpha (**text))
    (*text)++;
  part.length = *text - part.text;
  return part;
}

static int
compare_lengths (gsize first, gsize second)
{
  return first < second ? -1 : first > second;
}

static int
compare_numbers (Part first, Part second)
{
  gsize zeros = strspn (first.text, "0");
  int order;

  zeros = MIN (zeros, first.length);
  first.text += zeros;
  first.length -= zeros;
  zeros = MIN (strspn (second.text, "0"), second.length);
  second.text += zeros;
  second.length -= zeros;
  order = compare_lengths (first.length, second.length);
  return order != 0 ? order : strncmp (first.text, second.text, first.length);
}

static int
compare_letters (Part first, Part second)
{
  int order = g_ascii_strncasecmp (first.text, second.text, MIN (first.length, second.length));

  return order != 0 ? order : compare_lengths (first.length, second.length);
}

static gboolean
is_zero (Part part)
{
  return part.is_number && strspn (part.text, "0") >= part.length;
}

static int
compare_parts (Part first, Part second)
{
  static const Part zero = { "0", 1, TRUE };

  if (first.length == 0)
    first = zero;
  if (second.length == 0)
    second = zero;
  if (first.is_number && second.is_number)
    return compare_numbers (first, second);
  if (first.is_number)
    return is_zero (first) ? -1 : 1;
  if (second.is_number)
    return is_zero (second) ? 1 : -1;
  return compare_letters (first, second);
}

int
dd_version_compare (const char *first, const char *second)
{
  int order = 0;

  g_return_val_if_fail (first != NULL && second != NULL, 0);

  while (order == 0)
    {
      Part a = take_part (&first), b = take_part (&second);

      if (a.length == 0 && b.length == 0)
        break;
      order = compare_parts (a, b);
    }
  return order;
}
