/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-bundle.h"

#include "dd-resources.h"

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

void
dd_bundle_ensure (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      dd_resources_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

GBytes *
dd_bundle_read (const char *path, GError **error)
{
  g_autofree char *address = g_strconcat (DD_BUNDLE_PREFIX, path, NULL);

  dd_bundle_ensure ();
  return g_resources_lookup_data (address, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

GStrv
dd_bundle_list (const char *folder)
{
  g_autofree char *address = g_strconcat (DD_BUNDLE_PREFIX, folder, NULL);
  GStrv names;

  dd_bundle_ensure ();
  names = g_resources_enumerate_children (address, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
