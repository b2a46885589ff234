/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Preferences by case and key: each call is a search in their index and the load of a record. Must
 * not happen: a calendar stored for everybody that cannot be read, because then no case has a plan.
 */

#include "config.h"

#include "dd-preferences.h"

#include "dd-plan-cache.h"
#include "dd-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finds the id of a preference. Returns: FALSE with @error; @id is NULL when there is none */
static gboolean
find (DdConnection *connection, const char *case_id, const char *key, char **id, GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection, "SELECT id FROM preferences WHERE ifnull (case_id, '') = ?1 AND key = ?2",
      _ ("Reading the database"), error);
  gboolean row;

  *id = NULL;
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, case_id != NULL ? case_id : "", -1);
  dd_statement_bind_text (statement, 2, key, -1);
  if (!dd_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = g_strdup (dd_statement_get_text (statement, 0));
  return TRUE;
}

DdPreference *
dd_preferences_load (DdConnection *connection, const char *case_id, const char *key, GError **error)
{
  g_autofree char *id = NULL;
  DdPreference *preference;

  g_return_val_if_fail (key != NULL, NULL);

  if (!find (connection, case_id, key, &id, error))
    return NULL;
  if (id != NULL)
    return dd_records_load (connection, &dd_preference_entity, id, error);
  preference = dd_record_new (&dd_preference_entity, NULL);
  dd_record_set_text (DD_RECORD (preference), "case_id", case_id);
  dd_record_set_text (DD_RECORD (preference), "key", key);
  return preference;
}

gboolean
dd_preferences_set_calendar (DdConnection *connection,
                             DdAction *action,
                             const char *text,
                             GError **error)
{
  g_autoptr (DdCalendar) calendar = dd_plan_cache_get_calendar (connection, text, error);
  g_autoptr (DdPreference) preference = NULL;

  if (calendar == NULL)
    return FALSE;
  preference = dd_preferences_load (connection, NULL, DD_PREFERENCE_CALENDAR, error);
  if (preference == NULL)
    return FALSE;
  if (text == NULL && !dd_record_is_stored (DD_RECORD (preference)))
    return TRUE;
  dd_record_set_text (DD_RECORD (preference), "value", text);
  dd_action_save (action, preference);
  return TRUE;
}

DdCalendar *
dd_preferences_load_calendar (DdConnection *connection, GError **error)
{
  g_autoptr (DdPreference) preference =
      dd_preferences_load (connection, NULL, DD_PREFERENCE_CALENDAR, error);

  if (preference == NULL)
    return NULL;
  return dd_plan_cache_get_calendar (connection,
                                     dd_record_get_text (DD_RECORD (preference), "value"), error);
}

/* The change of a value does not say the key, only the row does; after a deletion only the change
 * does. What is told in a case's history is of that case. */
gboolean
dd_preferences_is_calendar (DdConnection *connection,
                            const DdChange *change,
                            gboolean *is,
                            GError **error)
{
  int key = dd_entity_find (&dd_preference_entity, "key");
  const DdFieldChange *changed = dd_change_find_field (change, (guint) key);
  g_autofree char *id = NULL;

  *is = FALSE;
  if (strcmp (change->subject_id, change->record_id) != 0)
    return TRUE;
  if (!find (connection, NULL, DD_PREFERENCE_CALENDAR, &id, error))
    return FALSE;
  *is = g_strcmp0 (id, change->record_id) == 0
        || (changed != NULL && g_strcmp0 (changed->before.text, DD_PREFERENCE_CALENDAR) == 0);
  return TRUE;
}
