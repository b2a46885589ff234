/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-questionnaire-finder.h"

#include "dd-bundle.h"
#include "dd-file.h"
#include "form/dd-questionnaire-parser.h"

#include <string.h>

#define SHIPPED_FOLDER "questionnaires"
#define SUFFIX         ".xml"

/* What was found so far. */
typedef struct
{
  const char *service;
  DdQuestionnaire *questionnaire; /* (owned) (nullable) */
  GBytes *bytes;                  /* (owned) (nullable) */
  GError *error; /* (owned) (nullable): of a file that is named after the service */
} Search;

static DdQuestionnaire *
parse (GBytes *bytes, const char *origin, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return dd_questionnaire_parse (text, (gssize) size, origin, error);
}

/* --- The user's own --- */

static gboolean
is_better (const Search *self, const DdQuestionnaire *questionnaire)
{
  return g_str_equal (questionnaire->service, self->service)
         && (self->questionnaire == NULL || questionnaire->edition > self->questionnaire->edition);
}

static void
look_at (Search *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *origin = g_filename_display_name (path);
  g_autofree char *wanted = g_strconcat (self->service, SUFFIX, NULL);
  g_autoptr (DdQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = dd_file_read (path, DD_QUESTIONNAIRE_MAX_BYTES, &error);
  if (bytes != NULL)
    questionnaire = parse (bytes, origin, &error);
  if (questionnaire == NULL && g_str_equal (name, wanted))
    self->error = g_steal_pointer (&error);
  if (questionnaire == NULL || !is_better (self, questionnaire))
    return;
  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->questionnaire = g_steal_pointer (&questionnaire);
  self->bytes = g_steal_pointer (&bytes);
}

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

static void
look_in (Search *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    look_at (self, folder, g_ptr_array_index (names, i));
}

/* --- The shipped one --- */

static void
look_in_bundle (Search *self)
{
  g_autofree char *path = g_strconcat (SHIPPED_FOLDER "/", self->service, SUFFIX, NULL);

  self->bytes = dd_bundle_read (path, NULL);
  if (self->bytes != NULL)
    self->questionnaire = parse (self->bytes, path, &self->error);
}

/* --- Either --- */

char *
dd_questionnaire_finder_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "drydock", "questionnaires", NULL);
}

gboolean
dd_questionnaire_finder_find (gpointer folder,
                              const char *service,
                              DdQuestionnaire **questionnaire,
                              GBytes **bytes,
                              GError **error)
{
  Search self = { service, NULL, NULL, NULL };

  g_return_val_if_fail (service != NULL, FALSE);
  if (folder != NULL)
    look_in (&self, folder);
  if (self.questionnaire == NULL && self.error == NULL)
    look_in_bundle (&self);
  *questionnaire = g_steal_pointer (&self.questionnaire);
  if (*questionnaire != NULL)
    {
      *bytes = g_steal_pointer (&self.bytes);
      g_clear_error (&self.error);
      return TRUE;
    }
  *bytes = NULL;
  g_clear_pointer (&self.bytes, g_bytes_unref);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
