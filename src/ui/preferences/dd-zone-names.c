/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-zone-names.h"

#include <string.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* A line is: countries, a place, a name, and maybe a comment, with tabs between them. */
GStrv
dd_zone_names_parse (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (text != NULL, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] != '#' && g_strv_length (fields) >= 3)
        g_ptr_array_add (names, g_strdup (g_strstrip (fields[2])));
    }
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}

GStrv
dd_zone_names_load (void)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", "zone.tab", NULL);
  g_autofree char *text = NULL;

  /* Where there is no list, names can still be typed. */
  if (!g_file_get_contents (path, &text, NULL, NULL))
    text = g_strdup ("");
  return dd_zone_names_parse (text);
}

GPtrArray *
dd_zone_names_match (const char *const *names, const char *typed, guint limit)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (names != NULL && typed != NULL, found);
  wanted = g_ascii_strdown (typed, -1);
  if (wanted[0] == '\0' || g_strv_contains (names, typed))
    return found;
  /* "new york" is in America/New_York. */
  g_strdelimit (wanted, " ", '_');
  for (guint i = 0; names[i] != NULL && found->len < limit; i++)
    {
      g_autofree char *name = g_ascii_strdown (names[i], -1);

      if (strstr (name, wanted) != NULL)
        g_ptr_array_add (found, (char *) names[i]);
    }
  return found;
}
