/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (dd_file_error, dd_file_error)

/* What is read at once. */
#define CHUNK_BYTES (64 * 1024)

/* A descriptor that closes itself; -1 for none. */
typedef int FileDescriptor;

static void
file_descriptor_close (FileDescriptor *fd)
{
  if (*fd >= 0)
    close (*fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FileDescriptor, file_descriptor_close)

static void
set_system_error (const char *path, int system_error, GError **error)
{
  switch (system_error)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_MISSING, _ ("%s: there is no such file"),
                   path);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_DENIED, _ ("%s: you may not read this file"),
                   path);
      break;
    /* A socket cannot be opened at all. */
    case ENXIO:
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_KIND, _ ("%s: is not a file"), path);
      break;
    default:
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_FAILED, _ ("%s: cannot be read: %s"), path,
                   g_strerror (system_error));
    }
}

static void
set_too_large (const char *path, gsize max_bytes, GError **error)
{
  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_SIZE,
               _ ("%s: is larger than the %s allowed here"), path, limit);
}

/* Whether what is open as @fd is a file of a size that may be read. */
static gboolean
check_status (int fd, const char *path, gsize max_bytes, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      set_system_error (path, errno, error);
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_KIND, _ ("%s: is a folder, not a file"),
                   path);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_KIND,
                   _ ("%s: is a pipe or a device, not a file"), path);
      return FALSE;
    }
  if ((guint64) status.st_size > max_bytes)
    {
      set_too_large (path, max_bytes, error);
      return FALSE;
    }
  return TRUE;
}

/* The size was only a promise: the file may grow while it is read, so the bound is kept here too.
 */
static GByteArray *
read_to_end (int fd, const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK_BYTES);
      do
        n_read = read (fd, bytes->data + length, CHUNK_BYTES);
      while (n_read < 0 && errno == EINTR);
      if (n_read < 0)
        {
          set_system_error (path, errno, error);
          return NULL;
        }
      g_byte_array_set_size (bytes, length + (guint) n_read);
      if (bytes->len > max_bytes)
        {
          set_too_large (path, max_bytes, error);
          return NULL;
        }
    }
  while (n_read > 0);
  return g_steal_pointer (&bytes);
}

GBytes *
dd_file_read (const char *path, gsize max_bytes, GError **error)
{
  g_autofree char *name = NULL;
  g_auto (FileDescriptor) fd = -1;
  g_autoptr (GByteArray) bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (max_bytes > 0 && max_bytes < G_MAXUINT - CHUNK_BYTES, NULL);

  name = g_filename_display_name (path);
  /* Without O_NONBLOCK, opening a pipe waits for somebody to write into it. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    {
      set_system_error (name, errno, error);
      return NULL;
    }
  if (!check_status (fd, name, max_bytes, error))
    return NULL;
  bytes = read_to_end (fd, name, max_bytes, error);
  if (bytes == NULL)
    return NULL;
  if (bytes->len == 0)
    {
      g_set_error (error, DD_FILE_ERROR, DD_FILE_ERROR_SIZE, _ ("%s: the file is empty"), name);
      return NULL;
    }
  length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return g_bytes_new_with_free_func (bytes->data, length, (GDestroyNotify) g_byte_array_unref,
                                     g_byte_array_ref (bytes));
}
