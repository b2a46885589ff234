/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-folder.h"

#include "dd-service-catalog.h"
#include "dd-service-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The service in the file must not be one of the user's already, under whatever file name. */
static gboolean
check_free (const char *folder, const char *id, GError **error)
{
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (folder);
  GPtrArray *entries = dd_service_catalog_get_entries (catalog);

  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);

      if (entry->path == NULL || !g_str_equal (entry->id, id))
        continue;
      g_set_error (error, DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_TAKEN,
                   _ ("There is a definition of the service “%s” already, in “%s”. Remove it "
                      "first, or give the new one another id."),
                   id, entry->path);
      return FALSE;
    }
  return TRUE;
}

char *
dd_service_folder_add (const char *path, GError **error)
{
  g_autoptr (DdService) service = NULL;
  g_autoptr (GFile) source = NULL, target = NULL;
  g_autofree char *folder = NULL, *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  service = dd_service_file_load (path, error);
  if (service == NULL)
    return NULL;
  folder = dd_service_catalog_user_folder ();
  if (!check_free (folder, service->id, error))
    return NULL;
  name = g_strconcat (service->id, ".xml", NULL);
  source = g_file_new_for_path (path);
  target = g_file_new_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                     _ ("The folder “%s” for service definitions could not be made."), folder);
      return NULL;
    }
  return g_strdup (service->id);
}

gboolean
dd_service_folder_remove (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) trash_error = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  file = g_file_new_for_path (path);
  if (g_file_trash (file, NULL, &trash_error))
    return TRUE;
  if (!g_error_matches (trash_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&trash_error));
      return FALSE;
    }
  return g_file_delete (file, NULL, error);
}
