/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the tests of the store share: a folder of their own and a few calls that must not fail.
 */

#include "config.h"

#include "store-test.h"

#include "dd-connection-private.h"
#include "dd-database-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

void
store_test_set_up (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("drydock-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "drydock.db", NULL);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) folder = NULL;
      const char *name;

      g_assert_no_errno (g_chmod (path, 0700));
      folder = g_dir_open (path, 0, NULL);
      g_assert_nonnull (folder);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          remove_all (child);
        }
    }
  g_assert_no_errno (g_remove (path));
}

void
store_test_tear_down (StoreTest *self, gconstpointer data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

DdConnection *
store_test_open (StoreTest *self)
{
  g_autoptr (GError) error = NULL;
  gboolean exists = g_file_test (self->path, G_FILE_TEST_EXISTS);
  DdConnection *connection =
      dd_connection_open (self->path, exists ? DD_CONNECTION_READ_WRITE : DD_CONNECTION_CREATE,
                          &error);

  g_assert_no_error (error);
  dd_connection_use_wal (connection, "Testing", &error);
  g_assert_no_error (error);
  return connection;
}

void
store_test_exec (DdConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  dd_connection_exec (connection, sql, "Testing", &error);
  g_assert_no_error (error);
}

gint64
store_test_get_int64 (DdConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  dd_connection_get_int64 (connection, sql, "Testing", &value, &error);
  g_assert_no_error (error);
  return value;
}

GPtrArray *
store_test_make_migrations (const char *first, ...)
{
  GPtrArray *migrations = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_migration_free);
  va_list scripts;

  va_start (scripts, first);
  for (const char *script = first; script != NULL; script = va_arg (scripts, const char *))
    {
      int version = (int) migrations->len + 1;
      g_autofree char *name = g_strdup_printf ("%04d-test", version);
      g_ptr_array_add (migrations, dd_migration_new (version, name, script));
    }
  va_end (scripts);
  return migrations;
}

void
store_test_make_database (const char *path, int rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);
  g_autoptr (DdConnection) connection = dd_database_file_open (path, migrations, 0, &error);
  g_autofree char *sql =
      g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                       " INSERT INTO item SELECT i, 'item ' || i, hex (zeroblob (200)) FROM n"
                       " LIMIT %d",
                       rows);

  g_assert_no_error (error);
  store_test_exec (connection, sql);
}

gint64
store_test_count_items (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return store_test_get_int64 (connection, "SELECT count(*) FROM item");
}

void
store_test_write (const char *path, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

void
store_test_flip_page (const char *path, guint page)
{
  g_autoptr (GBytes) bytes = store_test_read (path);
  gsize length;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);

  g_assert_cmpuint (page * 4096, <=, length);
  for (gsize i = (page - 1) * 4096; i < page * 4096; i++)
    data[i] = (guint8) ~data[i];
  store_test_write (path, data, length);
  g_free (data);
}

static int
compare_strings (gconstpointer first, gconstpointer second)
{
  return strcmp (*(char *const *) first, *(char *const *) second);
}

static void
describe (const char *path, GPtrArray *lines)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *link = g_file_read_link (child, NULL);
      g_autofree char *content = NULL;
      g_autofree char *sum = NULL;
      gsize length = 0;

      if (g_file_test (child, G_FILE_TEST_IS_REGULAR))
        g_file_get_contents (child, &content, &length, NULL);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", child, link ? link : "", sum));
      describe (child, lines);
    }
}

char *
store_test_describe (StoreTest *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  describe (self->folder, lines);
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

GBytes *
store_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

char *
store_test_build_path (StoreTest *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}
