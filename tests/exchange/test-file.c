/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-file.h"

#include "temporary-folder.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define LIMIT 1000

static void
assert_refused (const char *path, DdFileError code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("%s: %s", path, reason);

  g_assert_null (dd_file_read (path, LIMIT, &error));
  g_assert_error (error, DD_FILE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_content (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  static const char content[] = "a\0b\377\n";
  g_autofree char *path = temporary_folder_write (folder, "f", content, sizeof content - 1);
  g_autoptr (GBytes) bytes = dd_file_read (path, LIMIT, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content,
                   sizeof content - 1);
}

/* Parsers of text may look one byte further than the bytes that count. */
static void
test_terminated (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "f", "text", -1);
  g_autoptr (GBytes) bytes = dd_file_read (path, LIMIT, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 4);
  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, "text");
}

static void
test_limit (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *content = g_strnfill (LIMIT + 1, 'x');
  g_autofree char *path = temporary_folder_write (folder, "f", content, LIMIT);
  g_autofree char *larger = temporary_folder_write (folder, "g", content, LIMIT + 1);
  g_autoptr (GBytes) bytes = dd_file_read (path, LIMIT, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, LIMIT);
  assert_refused (larger, DD_FILE_ERROR_SIZE, "is larger than the 1000 bytes allowed here");
}

/* A file of many chunks, so that they are put together in order. */
static void
test_large (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  gsize length = 1000003;
  g_autofree char *content = g_malloc (length);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < length; i++)
    content[i] = (char) (i * 7919 >> 8);
  path = temporary_folder_write (folder, "f", content, (gssize) length);
  bytes = dd_file_read (path, length, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, length);
}

/* A sparse file that would fill the memory of any machine is refused by its size alone. */
static void
test_huge (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "f", "", 0);

  g_assert_no_errno (truncate (path, G_GINT64_CONSTANT (1) << 40));
  assert_refused (path, DD_FILE_ERROR_SIZE, "is larger than the 1000 bytes allowed here");
}

/* What the system makes up while it is read has no size beforehand. */
static void
test_no_size (void)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test ("/proc/self/status", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /proc here");
      return;
    }
  bytes = dd_file_read ("/proc/self/status", 1024 * 1024, NULL);
  g_assert_nonnull (bytes);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "Name:"));
}

static void
test_missing (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *missing = temporary_folder_path (folder, "missing");
  g_autofree char *file = temporary_folder_write (folder, "f", "x", -1);
  g_autofree char *inside = g_build_filename (file, "g", NULL);
  g_autofree char *dangling = temporary_folder_path (folder, "dangling");

  g_assert_no_errno (symlink (missing, dangling));
  assert_refused (missing, DD_FILE_ERROR_MISSING, "there is no such file");
  assert_refused (inside, DD_FILE_ERROR_MISSING, "there is no such file");
  assert_refused (dangling, DD_FILE_ERROR_MISSING, "there is no such file");
}

static void
test_link (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "f", "x", -1);
  g_autofree char *link = temporary_folder_path (folder, "link");
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_errno (symlink (path, link));
  bytes = dd_file_read (link, LIMIT, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1);
}

static void
test_denied (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "f", "x", -1);

  g_assert_no_errno (chmod (path, 0));
  if (access (path, R_OK) == 0)
    {
      g_test_skip ("this user may read everything");
      return;
    }
  assert_refused (path, DD_FILE_ERROR_DENIED, "you may not read this file");
}

static void
test_folder (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (folder, ".");

  assert_refused (path, DD_FILE_ERROR_KIND, "is a folder, not a file");
}

/* Nobody writes into this pipe: reading it would wait for ever. */
static void
test_pipe (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (folder, "pipe");

  g_assert_no_errno (mkfifo (path, 0600));
  assert_refused (path, DD_FILE_ERROR_KIND, "is a pipe or a device, not a file");
}

static void
test_device (void)
{
  assert_refused ("/dev/zero", DD_FILE_ERROR_KIND, "is a pipe or a device, not a file");
}

static void
test_socket (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_path (folder, "s");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <,
                    sizeof address.sun_path);
  g_assert_no_errno (bind (fd, (struct sockaddr *) &address, sizeof address));
  assert_refused (path, DD_FILE_ERROR_KIND, "is not a file");
  close (fd);
}

static void
test_empty (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "f", "", 0);

  assert_refused (path, DD_FILE_ERROR_SIZE, "the file is empty");
}

/* A name in another encoding is read all the same, and told in UTF-8. */
static void
test_name (void)
{
  g_autoptr (TemporaryFolder) folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "M\374ller", "x", -1);
  g_autofree char *missing = temporary_folder_path (folder, "no M\374ller");
  g_autoptr (GBytes) bytes = dd_file_read (path, LIMIT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (bytes);
  g_assert_null (dd_file_read (missing, LIMIT, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/content", test_content);
  g_test_add_func ("/file/terminated", test_terminated);
  g_test_add_func ("/file/limit", test_limit);
  g_test_add_func ("/file/large", test_large);
  g_test_add_func ("/file/huge", test_huge);
  g_test_add_func ("/file/no-size", test_no_size);
  g_test_add_func ("/file/missing", test_missing);
  g_test_add_func ("/file/link", test_link);
  g_test_add_func ("/file/denied", test_denied);
  g_test_add_func ("/file/folder", test_folder);
  g_test_add_func ("/file/pipe", test_pipe);
  g_test_add_func ("/file/device", test_device);
  g_test_add_func ("/file/socket", test_socket);
  g_test_add_func ("/file/empty", test_empty);
  g_test_add_func ("/file/name", test_name);

  return g_test_run ();
}
