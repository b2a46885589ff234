/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-catalog.h"

#include "dd-bundle.h"
#include "dd-service-file.h"
#include "service/dd-service-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIPPED_FOLDER "services"
#define SUFFIX         ".xml"

struct _DdServiceCatalog
{
  gatomicrefcount ref_count;
  GPtrArray *entries; /* (element-type DdServiceEntry) (owned): sorted by id */
};

G_DEFINE_QUARK (dd_service_catalog_error, dd_service_catalog_error)
G_DEFINE_BOXED_TYPE (DdServiceCatalog,
                     dd_service_catalog,
                     dd_service_catalog_ref,
                     dd_service_catalog_unref)

static void
entry_free (gpointer data)
{
  DdServiceEntry *entry = data;

  g_free (entry->id);
  g_clear_pointer (&entry->service, dd_service_unref);
  g_free (entry->path);
  g_clear_error (&entry->error);
  g_free (entry);
}

/* What a file is called without its ".xml", in UTF-8. */
static char *
name_to_id (const char *name)
{
  char *id = g_filename_display_basename (name);

  if (g_str_has_suffix (id, SUFFIX))
    id[strlen (id) - strlen (SUFFIX)] = '\0';
  return id;
}

/* Takes @service or, if that is NULL, @error; @name is that of the file it is from. */
static void
add_entry (DdServiceCatalog *self,
           const char *name,
           const char *path,
           DdService *service,
           GError *error)
{
  DdServiceEntry *entry = g_new0 (DdServiceEntry, 1);

  entry->id = service != NULL ? g_strdup (service->id) : name_to_id (name);
  entry->service = service;
  entry->path = g_strdup (path);
  entry->error = error;
  g_ptr_array_add (self->entries, entry);
}

/* The usable entry with @id that is, or is not, the user's. */
static DdServiceEntry *
find_usable (DdServiceCatalog *self, const char *id, gboolean of_user, guint *index)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      DdServiceEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->service != NULL && (entry->path != NULL) == of_user && g_str_equal (entry->id, id))
        {
          if (index != NULL)
            *index = i;
          return entry;
        }
    }
  return NULL;
}

static DdServiceEntry *
find_broken (DdServiceCatalog *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      DdServiceEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->service == NULL && g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

static void
add_shipped (DdServiceCatalog *self)
{
  g_auto (GStrv) names = dd_bundle_list (SHIPPED_FOLDER);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (SHIPPED_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      GError *error = NULL;
      DdService *service = NULL;

      if (!g_str_has_suffix (names[i], SUFFIX))
        continue;
      bytes = dd_bundle_read (path, &error);
      if (bytes != NULL)
        service = dd_service_parse (g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), names[i], &error);
      add_entry (self, names[i], NULL, service, error);
    }
}

static void
add_of_user (DdServiceCatalog *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (DdService) service = NULL;
  DdServiceEntry *other;
  GError *error = NULL;
  guint shipped;

  service = dd_service_file_load (path, &error);
  other = service != NULL ? find_usable (self, service->id, TRUE, NULL) : NULL;
  if (other != NULL)
    {
      g_autofree char *display_name = g_filename_display_name (path);
      g_autofree char *other_name = g_filename_display_basename (other->path);

      g_set_error (&error, DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_TAKEN,
                   _ ("%s: the id “%s” is already that of %s; give one of them another id"),
                   display_name, service->id, other_name);
      g_clear_pointer (&service, dd_service_unref);
    }
  if (service != NULL && find_usable (self, service->id, FALSE, &shipped) != NULL)
    g_ptr_array_remove_index (self->entries, shipped);
  add_entry (self, name, path, g_steal_pointer (&service), error);
}

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

static int
compare_entries (gconstpointer first, gconstpointer second)
{
  const DdServiceEntry *a = *(const DdServiceEntry *const *) first;
  const DdServiceEntry *b = *(const DdServiceEntry *const *) second;
  int by_id = strcmp (a->id, b->id);

  return by_id != 0 ? by_id : g_strcmp0 (a->path, b->path);
}

/* Adds the definitions in @folder in the order of their names. One that is not there has none; one
 * that cannot be listed is an entry with the reason, for nothing must be missing without a word. */
static void
add_folder (DdServiceCatalog *self, const char *folder)
{
  GError *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_clear_error (&error);
  if (error != NULL)
    add_entry (self, folder, folder, NULL, error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_of_user (self, folder, g_ptr_array_index (names, i));
}

static void
set_unknown (DdServiceCatalog *self, const char *id, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      DdServiceEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->service != NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", entry->id);
    }
  g_set_error (error, DD_SERVICE_CATALOG_ERROR, DD_SERVICE_CATALOG_ERROR_UNKNOWN,
               _ ("%s: no service has this id; there are: %s"), id, ids->str);
}

char *
dd_service_catalog_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "drydock", "services", NULL);
}

DdServiceCatalog *
dd_service_catalog_new (const char *user_folder)
{
  DdServiceCatalog *self = g_new0 (DdServiceCatalog, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  add_shipped (self);
  if (user_folder != NULL)
    add_folder (self, user_folder);
  g_ptr_array_sort (self->entries, compare_entries);
  return self;
}

DdServiceCatalog *
dd_service_catalog_ref (DdServiceCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_service_catalog_unref (DdServiceCatalog *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

GPtrArray *
dd_service_catalog_get_entries (DdServiceCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

DdService *
dd_service_catalog_find (DdServiceCatalog *self, const char *id, GError **error)
{
  DdServiceEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  entry = find_usable (self, id, TRUE, NULL);
  if (entry == NULL)
    entry = find_broken (self, id);
  if (entry == NULL)
    entry = find_usable (self, id, FALSE, NULL);
  if (entry == NULL)
    {
      set_unknown (self, id, error);
      return NULL;
    }
  if (entry->service == NULL)
    {
      g_propagate_error (error, g_error_copy (entry->error));
      return NULL;
    }
  return dd_service_ref (entry->service);
}

DdService *
dd_service_catalog_load (const char *name, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (DdServiceCatalog) catalog = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (strchr (name, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (name, SUFFIX))
    return dd_service_file_load (name, error);
  folder = dd_service_catalog_user_folder ();
  catalog = dd_service_catalog_new (folder);
  return dd_service_catalog_find (catalog, name, error);
}
