/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Whose file is it? Told from its first bytes, without touching it.
 */

#include "config.h"

#include "dd-database-header.h"

#include "dd-connection-private.h"
#include "store-test.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  NEWEST = 2
};

static void
make_marked (StoreTest *test, gint64 application_id, int version)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA application_id=%" G_GINT64_FORMAT "; PRAGMA user_version=%d",
                       application_id, version);

  store_test_exec (connection, sql);
}

/* From outside and through a connection the verdict is the same, and nothing is changed for it. */
static void
test_judge (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 application_id;
    int version;
    int code; /* -1: ours */
  } cases[] = {
    { "today's", DD_MIGRATION_APPLICATION_ID, NEWEST, -1 },
    { "older", DD_MIGRATION_APPLICATION_ID, 1, -1 },
    { "newer", DD_MIGRATION_APPLICATION_ID, NEWEST + 1, DD_STORE_ERROR_TOO_NEW },
    { "much newer", DD_MIGRATION_APPLICATION_ID, G_MAXINT, DD_STORE_ERROR_TOO_NEW },
    { "ours, but of no form", DD_MIGRATION_APPLICATION_ID, 0, DD_STORE_ERROR_CORRUPT },
    { "ours, of a form below none", DD_MIGRATION_APPLICATION_ID, -1, DD_STORE_ERROR_CORRUPT },
    { "nobody's", 0, 1, DD_STORE_ERROR_FOREIGN },
    { "another program's", 0x0f055112, 1, DD_STORE_ERROR_FOREIGN },
    { "another program's, negative", -5, 1, DD_STORE_ERROR_FOREIGN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) outside = NULL;
      g_autoptr (GError) inside = NULL;
      g_autoptr (DdConnection) connection = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gboolean ours;

      g_test_message ("%s", cases[i].name);
      make_marked (test, cases[i].application_id, cases[i].version);
      before = store_test_describe (test);
      ours = dd_database_header_judge (test->path, NEWEST, &outside);
      after = store_test_describe (test);
      g_assert_cmpstr (before, ==, after);
      connection = store_test_open (test);
      g_assert_cmpint (ours, ==, cases[i].code == -1);
      g_assert_cmpint (dd_database_header_judge_open (connection, NEWEST, &inside), ==, ours);
      if (!ours)
        {
          g_assert_error (outside, DD_STORE_ERROR, cases[i].code);
          g_assert_error (inside, DD_STORE_ERROR, cases[i].code);
          g_assert_cmpstr (outside->message, ==, inside->message);
        }
    }
}

static void
test_no_database (StoreTest *test, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "S",
    "SQLite format 3",
    "SQLite format 2 and then a text that is longer than the header of a database would be,"
    " which has a hundred bytes",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      store_test_write (test->path, texts[i], strlen (texts[i]));
      g_assert_false (dd_database_header_judge (test->path, NEWEST, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
    }
}

static void
test_missing (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_database_header_judge (test->path, NEWEST, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, test->path));
}

/* Whether another process sees the lock that everybody who has the database open holds on it: on
 * the bytes from 0x40000002, see SQLite's os.h. */
static gboolean
seen_locked (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510
      };
      int fd = open (path, O_RDWR);

      _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 1);
    }
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* A process that opens and closes a file by itself loses all its locks on it; here it does not. */
static void
test_keeps_locks (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) holder = NULL;

  make_marked (test, DD_MIGRATION_APPLICATION_ID, 1);
  g_assert_false (seen_locked (test->path));
  holder = store_test_open (test);
  g_assert_cmpint (store_test_get_int64 (holder, "PRAGMA user_version"), ==, 1);
  g_assert_true (seen_locked (test->path));
  g_assert_true (dd_database_header_judge (test->path, NEWEST, &error));
  g_assert_no_error (error);
  g_assert_true (seen_locked (test->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database-header/judge", test_judge);
  store_test_add ("/database-header/no-database", test_no_database);
  store_test_add ("/database-header/missing", test_missing);
  store_test_add ("/database-header/keeps-locks", test_keeps_locks);
  return g_test_run ();
}
