/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs a fuzz target on every file of the folders it is given: what was found once is never to be
 * found again. Each input lies in memory of its exact size, so that a sanitizer sees its end. */
#include "config.h"

#include "fuzz.h"

#include <string.h>

static guint
replay_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree guint8 *exact = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      exact = g_memdup2 (text, length);
      g_print ("%s\n", path);
      LLVMFuzzerTestOneInput (exact, length);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      guint n = replay_folder (argv[i]);

      g_assert_cmpuint (n, >, 0);
      g_print ("%u files of %s replayed\n", n, argv[i]);
    }
  return argc > 1 ? 0 : 2;
}
