/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the store does with files beside what SQLite does with its own: names, moves, permissions.
 * Each is a few system calls. Must not happen: a file overwritten.
 */

/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include "dd-store-file.h"

#include "dd-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* A name is on the disk once its folder is. */
static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    g_close (fd, NULL);
  return synced;
}

/* rename() replaces what it finds. File systems that cannot do otherwise (some of memory sticks)
 * are asked first, which leaves a moment in which somebody else may take the name. */
static int
rename_new (const char *from, const char *to)
{
  int result = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (result == 0 || (errno != EINVAL && errno != ENOSYS))
    return result;
  if (g_access (to, F_OK) != 0)
    return g_rename (from, to);
  errno = EEXIST;
  return -1;
}

gboolean
dd_store_file_move_new (const char *from, const char *to, const char *what, GError **error)
{
  if (rename_new (from, to) == 0 && sync_folder_of (to))
    return TRUE;
  dd_store_error_set_errno (error, errno, what);
  return FALSE;
}

char *
dd_store_file_build_unique (const char *path, const char *purpose)
{
  return g_strdup_printf ("%s.%s-%08x", path, purpose, g_random_int ());
}

gboolean
dd_store_file_make_folder (const char *path, const char *what, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  dd_store_error_set_errno (error, errno, what);
  return FALSE;
}

void
dd_store_file_make_private (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && (status.st_mode & 077) != 0)
    g_chmod (path, status.st_mode & 0700);
}

guint64
dd_store_file_get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint64) status.st_size : 0;
}

char *
dd_store_file_format_time (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  return g_date_time_format (date, "%Y%m%dT%H%M%SZ");
}
