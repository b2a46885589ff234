/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is done with cases, made durable: what core/delivery makes of an opening or a step is
 * journalled in the transaction in which the case was read. Costs a few searches and one sync of
 * the disk; reading a definition its parsing.
 */

#include "config.h"

#include "dd-case-actions.h"

#include "dd-case-files.h"
#include "dd-journal.h"
#include "dd-named.h"
#include "dd-record-tree.h"
#include "dd-records.h"
#include "delivery/dd-customer.h"
#include "service/dd-service-parser.h"

#include <glib/gi18n-lib.h>

/* --- Opening --- */

/* What a transaction's function is told, and the id of the case it opened. */
typedef struct
{
  const DdActor *actor;
  const DdCaseOpening *opening;
  char *id; /* (owned) (nullable) */
} Opening;

static gboolean
do_open (DdConnection *connection, gpointer data, GError **error)
{
  Opening *self = data;
  g_autoptr (DdRecord) customer =
      dd_named_ensure (connection, &dd_customer_entity, self->opening->customer, error);
  g_autoptr (DdCaseFile) file = NULL;
  g_autoptr (DdAction) action = NULL;

  if (customer == NULL)
    return FALSE;
  action = dd_case_opening_take (self->opening, customer, self->actor, &file);
  self->id = g_strdup (dd_record_get_id (file->record));
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_actions_open (DdConnection *connection,
                      const DdActor *actor,
                      const DdCaseOpening *opening,
                      char **id,
                      GError **error)
{
  Opening self = { actor, opening, NULL };
  gboolean opened =
      dd_connection_transaction (connection, do_open, &self, _ ("Opening the case"), error);

  if (opened)
    *id = g_steal_pointer (&self.id);
  g_free (self.id);
  return opened;
}

DdService *
dd_case_actions_load_service (DdConnection *connection, const char *service_hash, GError **error)
{
  g_autoptr (GBytes) bytes = dd_journal_load_content (connection, service_hash, error);
  gconstpointer xml;
  gsize size;

  if (bytes == NULL)
    return NULL;
  xml = g_bytes_get_data (bytes, &size);
  return dd_service_parse (xml, (gssize) size, service_hash, error);
}

/* --- Working --- */

/* What a transaction's function is told. */
typedef struct
{
  const DdActor *actor;
  const char *case_id;
  const DdCaseStep *step; /* (nullable): of a deletion */
} Doing;

static gboolean
do_step (DdConnection *connection, gpointer data, GError **error)
{
  const Doing *self = data;
  g_autoptr (DdCaseFile) file = dd_case_files_load (connection, self->case_id, error);
  g_autoptr (DdAction) action = NULL;

  if (file == NULL)
    return FALSE;
  action = dd_case_step_take (self->step, file, self->actor, error);
  return action != NULL && dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_actions_take (DdConnection *connection,
                      const DdActor *actor,
                      const char *case_id,
                      const DdCaseStep *step,
                      GError **error)
{
  Doing self = { actor, case_id, step };

  return dd_connection_transaction (connection, do_step, &self, _ ("Saving the case"), error);
}

static gboolean
do_delete (DdConnection *connection, gpointer data, GError **error)
{
  const Doing *self = data;
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, self->case_id, error);
  g_autoptr (DdAction) action = NULL;

  if (record == NULL)
    return FALSE;
  action = dd_action_new (self->actor->user, self->actor->now, N_ ("Deleted the case “%s”"),
                          dd_record_get_name (record), NULL);
  return dd_record_tree_delete (connection, action, record, error)
         && dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_actions_delete (DdConnection *connection,
                        const DdActor *actor,
                        const char *case_id,
                        GError **error)
{
  Doing self = { actor, case_id, NULL };

  return dd_connection_transaction (connection, do_delete, &self, _ ("Deleting the case"), error);
}
