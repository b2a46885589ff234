/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Giving a case values by the names of its fields. Which fields a person may give is one list here:
 * the others follow from what is done with the case. Costs a search, and one for each person named.
 */

#include "config.h"

#include "dd-case-actions.h"

#include "dd-journal.h"
#include "dd-named.h"
#include "dd-records.h"
#include "delivery/dd-case.h"
#include "delivery/dd-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A field that may be given, and, when it names a person, what they are when they are new. */
typedef struct
{
  const char *name;  /* as it is given */
  const char *field; /* of the case */
  DdPersonRole role;
} Settable;

static const Settable settables[] = {
  { "title", "title" },
  { "portal-case", "portal_case" },
  { "current-version", "current_version" },
  { "target-version", "target_version" },
  { "earliest-start", "earliest_start" },
  { "ideal-start", "ideal_start" },
  { "deadline", "deadline" },
  { "deadline-reason", "deadline_reason" },
  { "access-acknowledged", "access_acknowledged" },
  { "requested-at", "requested_at" },
  { "start-at", "start_at" },
  { "basis", "basis" },
  { "manager", "manager_id", DD_PERSON_ROLE_MANAGER },
  { "consultant", "consultant_id", DD_PERSON_ROLE_CONSULTANT },
  { "note", "note" },
};

/* What a transaction's function is told, and makes. */
typedef struct
{
  const DdActor *actor;
  const char *case_id;
  const DdCaseSetting *settings; /* (array length=n) */
  guint n;
  DdCalendar *calendar;
  DdAction *action; /* (owned): what becomes of it all */
  DdRecord *record; /* (owned) (nullable): the case */
} Setting;

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (settables); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", settables[i].name);
  return g_string_free (names, FALSE);
}

static const Settable *
find_settable (const char *name, GError **error)
{
  g_autofree char *canonical = g_strdelimit (g_strdup (name), "_", '-');
  g_autofree char *names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (settables); i++)
    if (strcmp (settables[i].name, canonical) == 0)
      return &settables[i];
  names = list_names ();
  g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
               _ ("A case has no field “%s” that can be set. These can: %s."), name, names);
  return NULL;
}

static gboolean
set_person (DdConnection *connection,
            Setting *self,
            const Settable *settable,
            const char *name,
            GError **error)
{
  g_autoptr (DdRecord) person = NULL;

  if (*name == '\0')
    {
      dd_record_set_text (self->record, settable->field, NULL);
      return TRUE;
    }
  person = dd_named_ensure (connection, &dd_person_entity, name, error);
  if (person == NULL)
    return FALSE;
  if (!dd_record_is_stored (person))
    {
      dd_record_set_integer (person, "role", settable->role);
      dd_action_save (self->action, person);
    }
  dd_record_set_text (self->record, settable->field, dd_record_get_id (person));
  return TRUE;
}

static gboolean
set_value (Setting *self, guint index, const char *text, GError **error)
{
  const DdField *field = &dd_case_entity.fields[index];
  DdValue value;

  if (!dd_field_parse (field, text, -1, self->calendar, &value, error))
    return FALSE;
  dd_record_set_value (self->record, index, value);
  dd_field_clear_value (field, &value);
  return TRUE;
}

static gboolean
set_one (DdConnection *connection, Setting *self, const DdCaseSetting *setting, GError **error)
{
  const Settable *settable = find_settable (setting->name, error);
  guint index;

  if (settable == NULL)
    return FALSE;
  index = (guint) dd_entity_find (&dd_case_entity, settable->field);
  if (dd_case_entity.fields[index].kind == DD_FIELD_REFERENCE)
    return set_person (connection, self, settable, setting->text, error);
  return set_value (self, index, setting->text, error);
}

static gboolean
do_set (DdConnection *connection, gpointer data, GError **error)
{
  Setting *self = data;

  self->record = dd_records_load (connection, &dd_case_entity, self->case_id, error);
  if (self->record == NULL)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (!set_one (connection, self, &self->settings[i], error))
      return FALSE;
  dd_action_save (self->action, self->record);
  return dd_journal_append (connection, self->action, NULL, error);
}

gboolean
dd_case_actions_set (DdConnection *connection,
                     const DdActor *actor,
                     const char *case_id,
                     const DdCaseSetting *settings,
                     guint n,
                     DdCalendar *calendar,
                     GError **error)
{
  Setting self = { actor, case_id,  settings,
                   n,     calendar, dd_action_new (actor->user, actor->now, NULL, NULL),
                   NULL };
  gboolean set =
      dd_connection_transaction (connection, do_set, &self, _ ("Saving the case"), error);

  g_clear_object (&self.record);
  dd_action_free (self.action);
  return set;
}
