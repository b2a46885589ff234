/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Names, moves, permissions: nothing is overwritten, and nothing is left open to others.
 */

#include "config.h"

#include "dd-store-file.h"

#include "dd-store-error.h"
#include "store-test.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_move_new (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = store_test_build_path (test, "from");
  g_autofree char *to = store_test_build_path (test, "to");
  g_autoptr (GBytes) content = NULL;

  store_test_write (from, "new", 3);
  g_assert_true (dd_store_file_move_new (from, to, "Moving", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (from, G_FILE_TEST_EXISTS));
  content = store_test_read (to);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "new", 3);
}

/* A name that is taken stays what it is, and what was to be moved stays, too. */
static void
test_move_to_taken_name (StoreTest *test, gconstpointer data)
{
  g_autofree char *from = store_test_build_path (test, "from");
  g_autofree char *file = store_test_build_path (test, "file");
  g_autofree char *folder = store_test_build_path (test, "folder");
  g_autofree char *nowhere = store_test_build_path (test, "missing/file");
  const struct
  {
    const char *to;
    DdStoreError code;
  } cases[] = {
    { file, DD_STORE_ERROR_CONSTRAINT },
    { folder, DD_STORE_ERROR_CONSTRAINT },
    { nowhere, DD_STORE_ERROR_NOT_FOUND },
  };
  g_autofree char *before = NULL;

  store_test_write (from, "new", 3);
  store_test_write (file, "old", 3);
  g_assert_no_errno (g_mkdir (folder, 0700));
  before = store_test_describe (test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (dd_store_file_move_new (from, cases[i].to, "Moving", &error));
      g_assert_error (error, DD_STORE_ERROR, (int) cases[i].code);
      after = store_test_describe (test);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_make_folder (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = store_test_build_path (test, "a/b/c");
  g_autofree char *file = store_test_build_path (test, "file");
  GStatBuf status;
  mode_t old = umask (0);

  g_assert_true (dd_store_file_make_folder (folder, "Making", &error));
  umask (old);
  g_assert_no_errno (g_stat (folder, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_true (dd_store_file_make_folder (folder, "Making", &error));
  g_assert_no_error (error);
  store_test_write (file, "", 0);
  g_assert_false (dd_store_file_make_folder (file, "Making", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

/* Others lose their rights, the owner keeps exactly the ones there were. */
static void
test_make_private (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    guint before, after;
  } cases[] = { { 0666, 0600 }, { 0755, 0700 }, { 0440, 0400 }, { 0600, 0600 } };

  store_test_write (test->path, "", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GStatBuf status;

      g_assert_no_errno (g_chmod (test->path, (int) cases[i].before));
      dd_store_file_make_private (test->path);
      g_assert_no_errno (g_stat (test->path, &status));
      g_assert_cmpuint (status.st_mode & 0777, ==, cases[i].after);
    }
  g_assert_no_errno (g_unlink (test->path));
  dd_store_file_make_private (test->path);
  g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
}

static void
test_get_size (StoreTest *test, gconstpointer data)
{
  g_assert_cmpuint (dd_store_file_get_size (test->path), ==, 0);
  store_test_write (test->path, "12345", 5);
  g_assert_cmpuint (dd_store_file_get_size (test->path), ==, 5);
}

static void
test_build_unique (StoreTest *test, gconstpointer data)
{
  g_autofree char *first = dd_store_file_build_unique (test->path, "partial");
  g_autofree char *second = dd_store_file_build_unique (test->path, "partial");

  g_assert_true (g_str_has_prefix (first, test->path));
  g_assert_cmpstr (first, !=, second);
}

static void
test_format_time (void)
{
  static const struct
  {
    gint64 time;
    const char *text;
  } cases[] = {
    { 0, "19700101T000000Z" },
    { 1795000000, "20261118T110640Z" },
    { 1830297600, "20280101T000000Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dd_store_file_format_time (cases[i].time);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store-file/move-new", test_move_new);
  store_test_add ("/store-file/move-to-taken-name", test_move_to_taken_name);
  store_test_add ("/store-file/make-folder", test_make_folder);
  store_test_add ("/store-file/make-private", test_make_private);
  store_test_add ("/store-file/get-size", test_get_size);
  store_test_add ("/store-file/build-unique", test_build_unique);
  g_test_add_func ("/store-file/format-time", test_format_time);
  return g_test_run ();
}
