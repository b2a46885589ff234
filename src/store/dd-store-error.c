/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the codes of SQLite and the system mean to a person: from code to reaction and sentence.
 * There is no second place that looks at a result code to word a message.
 */

#include "config.h"

#include "dd-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

typedef struct
{
  char *backup; /* (owned) (nullable): what the error offers to restore */
} DdStoreErrorPrivate;

static void
dd_store_error_private_init (DdStoreErrorPrivate *private)
{
}

static void
dd_store_error_private_copy (const DdStoreErrorPrivate *from, DdStoreErrorPrivate *to)
{
  to->backup = g_strdup (from->backup);
}

static void
dd_store_error_private_clear (DdStoreErrorPrivate *private)
{
  g_free (private->backup);
}

G_DEFINE_EXTENDED_ERROR (DdStoreError, dd_store_error)

/* What a failure means to a person. */
typedef struct
{
  DdStoreError code;
  const char *reason; /* untranslated */
} Meaning;

static const Meaning busy = {
  DD_STORE_ERROR_BUSY,
  N_ ("another program is using the database. Nothing was changed; try again in a moment."),
};

static const Meaning full = {
  DD_STORE_ERROR_FULL,
  N_ ("the disk is full. Nothing of it was kept, and everything from before is safe; make room, "
      "then try again."),
};

static const Meaning read_only = {
  DD_STORE_ERROR_READ_ONLY,
  N_ ("the file or its folder is read-only. Nothing was changed; allow writing to both, then try "
      "again."),
};

static const Meaning missing = {
  DD_STORE_ERROR_NOT_FOUND,
  N_ ("there is no such file or folder. Nothing was changed; choose another."),
};

static const Meaning exists = {
  DD_STORE_ERROR_CONSTRAINT,
  N_ ("there is a file of that name already. Nothing was changed; choose another name."),
};

static const Meaning unopened = {
  DD_STORE_ERROR_READ_ONLY,
  N_ ("the file cannot be opened. Nothing was changed; check its permissions and its folder's."),
};

static const Meaning corrupt = {
  DD_STORE_ERROR_CORRUPT,
  N_ ("the database is damaged. Nothing was changed; restore a backup."),
};

static const Meaning no_database = {
  DD_STORE_ERROR_CORRUPT,
  N_ ("the file is not a database. Nothing was changed; restore a backup or choose another file."),
};

static const Meaning too_big = {
  DD_STORE_ERROR_CONSTRAINT,
  N_ ("a value is too large. Nothing was changed; shorten it."),
};

/* A write that ran into a quota or a limit of size is as full as a full disk. */
static const Meaning *
look_up_errno (int system_errno)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return &full;
    case EROFS:
    case EACCES:
    case EPERM:
      return &read_only;
    case ENOENT:
    case ENOTDIR:
      return &missing;
    case EEXIST:
      return &exists;
    default:
      return NULL;
    }
}

static const Meaning *
look_up_sqlite (int code, int system_errno)
{
  const Meaning *meaning;

  switch (code)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return &busy;
    case SQLITE_FULL:
      return &full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return &read_only;
    case SQLITE_CORRUPT:
      return &corrupt;
    case SQLITE_NOTADB:
      return &no_database;
    case SQLITE_TOOBIG:
      return &too_big;
    case SQLITE_IOERR:
      return look_up_errno (system_errno);
    case SQLITE_CANTOPEN:
      meaning = look_up_errno (system_errno);
      return meaning != NULL ? meaning : &unopened;
    default:
      return NULL;
    }
}

static void
set_meaning (GError **error, const Meaning *meaning, const char *what)
{
  g_set_error (error, DD_STORE_ERROR, (int) meaning->code, _ ("%s failed: %s"), what,
               _ (meaning->reason));
}

static void
set_unlisted (GError **error, int code, int system_errno, const char *what, const char *detail)
{
  if (code == SQLITE_CONSTRAINT)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                 _ ("%s failed: a rule of the database forbids it (%s). Nothing was changed."),
                 what, detail);
  else if (code == SQLITE_IOERR)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED,
                 _ ("%s failed: the disk reports an error (%s). Nothing of it was kept; check the "
                    "disk, then try again."),
                 what, system_errno != 0 ? g_strerror (system_errno) : detail);
  else
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED, _ ("%s failed: %s."), what, detail);
}

void
dd_store_error_set_sqlite (GError **error,
                           int code,
                           int system_errno,
                           const char *what,
                           const char *detail)
{
  int primary = code & 0xff;
  const Meaning *meaning = look_up_sqlite (primary, system_errno);

  g_return_if_fail (what != NULL && detail != NULL);

  if (primary == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("%s was cancelled."), what);
  else if (meaning != NULL)
    set_meaning (error, meaning, what);
  else
    set_unlisted (error, primary, system_errno, what, detail);
}

void
dd_store_error_set_errno (GError **error, int system_errno, const char *what)
{
  const Meaning *meaning = look_up_errno (system_errno);

  if (meaning != NULL)
    set_meaning (error, meaning, what);
  else
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED,
                 _ ("%s failed: %s. Nothing was changed."), what, g_strerror (system_errno));
}

const char *
dd_store_error_get_backup (const GError *error)
{
  if (error->domain != DD_STORE_ERROR)
    return NULL;
  return dd_store_error_get_private (error)->backup;
}

void
dd_store_error_offer_backup (GError *error, const char *path)
{
  DdStoreErrorPrivate *private = dd_store_error_get_private (error);
  g_autofree char *message = error->message;

  g_return_if_fail (private != NULL && private->backup == NULL);

  private->backup = g_strdup (path);
  error->message = g_strdup_printf (_ ("%s The newest good backup is “%s”."), message, path);
}
