/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "temporary-folder.h"

#include <glib/gstdio.h>

TemporaryFolder *
temporary_folder_new (void)
{
  TemporaryFolder *self = g_new0 (TemporaryFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("drydock-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

/* Removes what is at @path; a link itself, not what it leads to. */
static void
remove_all (const char *path)
{
  gboolean folder =
      g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  g_autoptr (GDir) dir = folder ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
temporary_folder_free (TemporaryFolder *self)
{
  remove_all (self->path);
  g_free (self->path);
  g_free (self);
}

char *
temporary_folder_path (TemporaryFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

char *
temporary_folder_write (TemporaryFolder *self, const char *name, const char *content, gssize length)
{
  char *path = temporary_folder_path (self, name);
  g_autofree char *above = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (above, 0700));
  /* Consistent: GLib 2.74 leaves the end of a longer file there without. */
  g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
  return path;
}
