/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Labels of actions. Formatting is O(length). A label comes from a file: it must never reach
 * printf().
 */

#include "config.h"

#include "delivery/dd-label.h"

#include <glib/gi18n-lib.h>

/* The length of the placeholder at @text: 2 for "%s", 4 for "%1$s", 0 for none. @number (from 1) is
 * the argument's, left alone by "%s". */
static gsize
scan_placeholder (const char *text, guint *number)
{
  if (text[0] != '%')
    return 0;
  if (text[1] == 's')
    return 2;
  if (text[1] < '1' || text[1] > '9' || text[2] != '$' || text[3] != 's')
    return 0;
  *number = (guint) (text[1] - '0');
  return 4;
}

char *
dd_label_format (const char *label, const char *const *arguments)
{
  const char *text = _ (label);
  guint n_arguments = arguments != NULL ? g_strv_length ((GStrv) arguments) : 0;
  GString *sentence = g_string_new (NULL);
  guint next = 0;

  while (*text != '\0')
    {
      guint number = next + 1;
      gsize length = scan_placeholder (text, &number);

      if (length == 0)
        {
          /* Of "%%" the first is dropped, and the second is no placeholder's beginning. */
          text += text[0] == '%' && text[1] == '%';
          g_string_append_c (sentence, *text++);
          continue;
        }
      if (number <= n_arguments)
        g_string_append (sentence, arguments[number - 1]);
      next = number;
      text += length;
    }
  return g_string_free (sentence, FALSE);
}
