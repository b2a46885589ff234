/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The steps that bring an older database to today's form.
 *
 * Loading reads the bundle; running costs what the scripts do, and one small query when there is
 * nothing to do. Must not happen: a step that ran half, or twice; a file of a newer Drydock
 * changed.
 */

#include "config.h"

#include "dd-migrations.h"

#include "dd-bundle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

DdMigration *
dd_migration_new (int version, const char *name, const char *script)
{
  DdMigration *self = g_new0 (DdMigration, 1);

  self->version = version;
  self->name = g_strdup (name);
  self->script = g_strdup (script);
  return self;
}

void
dd_migration_free (DdMigration *self)
{
  g_free (self->name);
  g_free (self->script);
  g_free (self);
}

/* What stands in the bundle was checked when it was built: a file that is not a step is our
 * mistake. */
static DdMigration *
load_step (const char *file)
{
  g_autofree char *path = g_build_filename ("sql", file, NULL);
  g_autoptr (GBytes) bytes = dd_bundle_read (path, NULL);
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (".sql"));
  g_autofree char *script = NULL;
  gsize size;
  const char *data;

  g_assert (g_str_has_suffix (file, ".sql") && bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  script = g_strndup (data, size);
  return dd_migration_new ((int) g_ascii_strtoll (file, NULL, 10), name, script);
}

GPtrArray *
dd_migrations_load (void)
{
  g_auto (GStrv) files = dd_bundle_list ("sql");
  GPtrArray *migrations = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_migration_free);

  for (gsize i = 0; files[i] != NULL; i++)
    {
      DdMigration *migration = load_step (files[i]);
      g_assert (migration->version == (int) i + 1);
      g_ptr_array_add (migrations, migration);
    }
  return migrations;
}

int
dd_migrations_get_newest (GPtrArray *migrations)
{
  if (migrations->len == 0)
    return 0;
  return ((DdMigration *) g_ptr_array_index (migrations, migrations->len - 1))->version;
}

gboolean
dd_migrations_check_version (const char *path, gint64 version, int newest, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  if (version <= newest)
    return TRUE;
  g_set_error (
      error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW,
      _ ("“%s” was written by a newer Drydock: its form has the number %s, and this one knows "
         "them up to %d. Nothing in it was changed; update Drydock."),
      path, number, newest);
  return FALSE;
}

typedef struct
{
  const DdMigration *migration;
  int newest;
  const char *what;
} Step;

static gboolean
check_foreign_keys (DdConnection *connection, const Step *step, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "PRAGMA foreign_key_check", step->what, error);
  gboolean row;

  if (statement == NULL || !dd_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
               _ ("%s failed: a row of “%s” would refer to one of “%s” that does not exist. "
                  "Nothing was changed."),
               step->what, dd_statement_get_text (statement, 0),
               dd_statement_get_text (statement, 2));
  return FALSE;
}

static gboolean
mark_version (DdConnection *connection, const Step *step, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                          DD_MIGRATION_APPLICATION_ID, step->migration->version);

  return dd_connection_exec (connection, sql, step->what, error);
}

/* The version is read again with the lock held: another process may have run the step meanwhile. */
static gboolean
run_step (DdConnection *connection, gpointer data, GError **error)
{
  const Step *step = data;
  const char *path = dd_connection_get_path (connection);
  gint64 version;

  if (!dd_connection_get_int64 (connection, "PRAGMA user_version", step->what, &version, error)
      || !dd_migrations_check_version (path, version, step->newest, error))
    return FALSE;
  if (version >= step->migration->version)
    return TRUE;
  if (!dd_connection_exec (connection, step->migration->script, step->what, error))
    return FALSE;
  g_assert (dd_connection_in_transaction (connection));
  return check_foreign_keys (connection, step, error) && mark_version (connection, step, error);
}

/* Foreign keys can be switched outside of a transaction only. */
static gboolean
run_from (DdConnection *connection, GPtrArray *migrations, gint64 version, GError **error)
{
  gboolean ran = dd_connection_exec (connection, "PRAGMA foreign_keys=OFF",
                                     _ ("Upgrading the database"), error);

  for (guint i = (guint) version; ran && i < migrations->len; i++)
    {
      const DdMigration *migration = g_ptr_array_index (migrations, i);
      g_autofree char *what = g_strdup_printf (_ ("Upgrading the database (%s)"), migration->name);
      Step step = { migration, dd_migrations_get_newest (migrations), what };
      ran = dd_connection_transaction (connection, run_step, &step, what, error);
    }
  return dd_connection_exec (connection, "PRAGMA foreign_keys=ON", _ ("Upgrading the database"),
                             ran ? error : NULL)
         && ran;
}

gboolean
dd_migrations_run (DdConnection *connection, GPtrArray *migrations, GError **error)
{
  const char *path = dd_connection_get_path (connection);
  int newest = dd_migrations_get_newest (migrations);
  gint64 version;

  if (!dd_connection_get_int64 (connection, "PRAGMA user_version", _ ("Reading the database"),
                                &version, error)
      || !dd_migrations_check_version (path, version, newest, error))
    return FALSE;
  return version == newest || run_from (connection, migrations, version, error);
}
