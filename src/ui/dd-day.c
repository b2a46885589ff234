/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-day.h"

#include "dd-backup.h"
#include "dd-replan-day.h"

/* --- Planning --- */

typedef struct
{
  DdReplanDay *day; /* (owned) */
  gboolean more;
} Planning;

static void
planning_free (Planning *self)
{
  dd_replan_day_free (self->day);
  g_free (self);
}

static gboolean
plan_step (DdConnection *connection, gpointer data, GError **error)
{
  Planning *planning = data;

  return dd_replan_day_step (planning->day, connection, &planning->more, error);
}

static void
on_step_done (GObject *object, GAsyncResult *result, gpointer user_data);

static void
plan_next (DdDatabase *database, Planning *planning)
{
  dd_database_run_async (database, plan_step, planning, NULL, NULL, on_step_done, planning);
}

static void
on_step_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Planning *planning = user_data;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, NULL) && planning->more)
    plan_next (DD_DATABASE (object), planning);
  else
    planning_free (planning);
}

/* --- Backup --- */

typedef struct
{
  char *path; /* (owned): the database's */
  gint64 now;
} Backup;

static void
backup_free (gpointer data)
{
  g_free (((Backup *) data)->path);
  g_free (data);
}

static void
back_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Backup *backup = data;
  g_autofree char *made = NULL;

  if (dd_backup_folder_is_due (backup->path, backup->now))
    made = dd_backup_make (backup->path, DD_BACKUP_REGULAR, backup->now, cancellable, NULL);
  g_task_return_boolean (task, made != NULL);
}

static void
begin_backup (DdDatabase *database, gint64 now)
{
  g_autoptr (GTask) task = g_task_new (database, NULL, NULL, NULL);
  Backup *backup = g_new (Backup, 1);

  backup->path = g_strdup (dd_database_get_path (database));
  backup->now = now;
  g_task_set_source_tag (task, dd_day_change);
  g_task_set_task_data (task, backup, backup_free);
  g_task_run_in_thread (task, back_up);
}

void
dd_day_begin (DdDatabase *database, gint64 now)
{
  Planning *planning;

  g_return_if_fail (DD_IS_DATABASE (database));
  planning = g_new0 (Planning, 1);
  planning->day = dd_replan_day_new (now);
  plan_next (database, planning);
}

void
dd_day_change (DdDatabase *database, gint64 now)
{
  g_return_if_fail (DD_IS_DATABASE (database));
  dd_day_begin (database, now);
  begin_backup (database, now);
}
