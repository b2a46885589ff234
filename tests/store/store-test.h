/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "dd-connection.h"
#include "dd-migrations.h"

G_BEGIN_DECLS

/* A folder of the test's own with a name for a database in it; g_test_add() it with
 * store_test_set_up and store_test_tear_down. */
typedef struct
{
  char *folder; /* (owned): removed with all it holds */
  char *path;   /* (owned): FOLDER/drydock.db, not made yet */
} StoreTest;

/* Makes the folder. */
void store_test_set_up (StoreTest *self, gconstpointer data);

/* Removes the folder. */
void store_test_tear_down (StoreTest *self, gconstpointer data);

/* Adds a test that gets a StoreTest. */
#define store_test_add(path, func) \
  g_test_add (path, StoreTest, NULL, store_test_set_up, func, store_test_tear_down)

/* Opens the database of @self, made empty if need be, in WAL mode; fails the test when that fails. */
DdConnection *store_test_open (StoreTest *self);

/* Runs @sql on @connection; fails the test when that fails. */
void store_test_exec (DdConnection *connection, const char *sql);

/* Returns: the number @sql gives; fails the test when that fails */
gint64 store_test_get_int64 (DdConnection *connection, const char *sql);

/* Returns: (transfer full) (element-type DdMigration): the steps 1 to N of N scripts, NULL at the end */
GPtrArray *store_test_make_migrations (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Two steps that make a table "item" and give it a column. */
#define STORE_TEST_STEP_1 "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"
#define STORE_TEST_STEP_2 "ALTER TABLE item ADD COLUMN note TEXT"

/* Makes a closed database of two steps with @rows items at @path, in its place as Drydock makes it;
 * with 300 it has about 30 pages. */
void store_test_make_database (const char *path, int rows);

/* Returns: how many items the closed database at @path has, without changing it */
gint64 store_test_count_items (const char *path);

/* Writes @bytes over the file at @path, made if there is none. */
void store_test_write (const char *path, const void *bytes, gsize length);

/* Inverts the bytes of the page (from 1) of the database file at @path. */
void store_test_flip_page (const char *path, guint page);

/* Returns: (transfer full): names and contents of everything in the folder of @self, as one text */
char *store_test_describe (StoreTest *self);

/* Returns: (transfer full): what the file at @path holds; fails the test when it cannot be read */
GBytes *store_test_read (const char *path);

/* Returns: (transfer full): a path in the folder of @self */
char *store_test_build_path (StoreTest *self, const char *name);

G_END_DECLS
