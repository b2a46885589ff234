/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-file-watch.h"

#include <gio/gio.h>

struct _DdFileWatch
{
  GFileMonitor *monitor; /* (owned) (nullable): where nothing can be watched */
  char *name;            /* (owned): of the file; its log's begins with it */
  void (*func) (gpointer user_data);
  gpointer user_data;
  guint pending; /* an idle source: the writes are told when all that came is heard */
};

static gboolean
tell (gpointer user_data)
{
  DdFileWatch *self = user_data;

  self->pending = 0;
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
on_changed (GFileMonitor *monitor,
            GFile *file,
            GFile *other,
            GFileMonitorEvent event,
            gpointer user_data)
{
  DdFileWatch *self = user_data;
  g_autofree char *name = g_file_get_basename (file);

  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CREATED)
    return;
  if (self->pending == 0 && g_str_has_prefix (name, self->name))
    self->pending = g_idle_add (tell, self);
}

/* The folder is watched and not the log, which comes and goes. */
DdFileWatch *
dd_file_watch_new (const char *path, void (*func) (gpointer user_data), gpointer user_data)
{
  DdFileWatch *self = g_new0 (DdFileWatch, 1);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  self->name = g_path_get_basename (path);
  self->func = func;
  self->user_data = user_data;
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_changed), self);
  return self;
}

void
dd_file_watch_free (DdFileWatch *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_free (self->name);
  g_free (self);
}
