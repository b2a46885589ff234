/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is written down before the upgrade of a sample case and after its end: inputs, documents,
 * environments, reminders, calls. O(rows). All text is data, and not
 * translated; the labels of actions are.
 */

#include "config.h"

#include "dd-sample-papers.h"

#include "dd-sample-random.h"
#include "dd-sample-rows.h"
#include "delivery/dd-case-inputs.h"
#include "delivery/dd-entities.h"
#include "reminders/dd-reminder-preferences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Inputs --- */

static const char *const information_evidence[] = {
  "All fields of the request are filled in.",
  "The request, and a list of hosts sent by e-mail.",
  NULL,
};

static const char *const input_evidence[] = {
  "Tried together with the customer.",
  "Confirmed in the portal case.",
  "Seen on the host, checksums compared.",
  NULL,
};

/* Notes every input that @of asks for and that is not there yet. */
static DdAction *
meet_inputs (DdSampleCase *self,
             const DdSampleEvent *event,
             DdAction *action,
             const char *of,
             const char *const *evidence,
             GError **error)
{
  GPtrArray *inputs = self->service->service->inputs;
  gboolean met = TRUE;

  for (guint i = 0; i < inputs->len && met; i++)
    {
      const DdInput *input = inputs->pdata[i];
      gboolean wanted = of == NULL || g_str_equal (input->id, of);

      if (wanted && dd_case_file_find_input (self->file, input->id) == NULL)
        met = dd_case_inputs_meet (self->file, input->id,
                                   dd_sample_random_pick (self->rand, evidence),
                                   self->consultant->name, event->at, error);
    }
  dd_case_file_save (self->file, action);
  dd_sample_rows_settle_file (self);
  if (!met)
    g_clear_pointer (&action, dd_action_free);
  return action;
}

DdAction *
dd_sample_papers_meet_information (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant,
                                         N_ ("Noted that the request tells all"), NULL, NULL);

  return meet_inputs (self, event, action, "information", information_evidence, error);
}

DdAction *
dd_sample_papers_meet_inputs (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant,
                          N_ ("Noted that all of the customer’s inputs are there"), NULL, NULL);

  return meet_inputs (self, event, action, NULL, input_evidence, error);
}

/* --- Documents --- */

static void
add_link (DdSampleCase *self,
          DdAction *action,
          const char *title,
          const char *address,
          const char *content)
{
  g_autofree char *name = g_strconcat ("link ", title, NULL);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_document_link_entity, name);
  DdRecord *activity = dd_case_file_find_activity (self->file, "set-up-project");

  dd_record_set_text (row, "activity_id", dd_record_get_id (activity));
  dd_record_set_text (row, "title", title);
  dd_record_set_text (row, "address", address);
  if (content != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

      dd_record_set_text (row, "content_hash", dd_action_keep (action, bytes));
    }
  dd_sample_rows_save (action, row);
}

DdAction *
dd_sample_papers_link_documents (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Linked documents"), NULL, NULL);
  g_autofree char *address =
      g_strdup_printf ("https://projects.example/%s/%u", self->service->service->id, self->number);

  add_link (self, action, "Project space", address, NULL);
  add_link (
      self, action, "Kick-off agenda", NULL,
      "1. Who is who\n2. Dates and freezes\n3. Access\n4. What is customized\n5. Questions\n");
  return action;
}

/* --- Environments --- */

/* An environment as customers have it. */
typedef struct
{
  const char *name;
  DdEnvironmentRole role;
  const char *host;
} Environment;

static const Environment environments[] = {
  { "Staging", DD_ENVIRONMENT_STAGING, "staging01.customer.example" },
  { "Test", DD_ENVIRONMENT_TEST, "test01.customer.example" },
  { "Production", DD_ENVIRONMENT_PRODUCTION, "app01.customer.example" },
};

DdAction *
dd_sample_papers_list_environments (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant,
                                         N_ ("Listed the customer’s environments"), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      const Environment *environment = &environments[i];
      g_autoptr (DdRecord) row =
          dd_sample_rows_make (self, &dd_environment_entity, environment->name);

      dd_record_set_text (row, "name", environment->name);
      dd_record_set_integer (row, "role", environment->role);
      dd_record_set_integer (row, "upgraded_here", i == 0);
      dd_record_set_text (row, "version", self->service->versions[self->version]);
      dd_record_set_text (row, "host", environment->host);
      dd_record_set_text (row, "variables", "{\"home\":\"/opt/product\",\"user\":\"upgrade\"}");
      dd_record_set_text (row, "credentials_kept", "The customer’s password safe");
      dd_sample_rows_save (action, row);
      dd_sample_rows_keep (self, environment->name, row);
    }
  return action;
}

static DdRolloutState
draw_rollout (DdSampleCase *self)
{
  if (dd_sample_random_chance (self->rand, 8))
    return DD_ROLLOUT_FAILED;
  return dd_sample_random_chance (self->rand, 60) ? DD_ROLLOUT_DONE : DD_ROLLOUT_PLANNED;
}

DdAction *
dd_sample_papers_roll_out (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->manager,
                          N_ ("Noted what the customer upgraded with the Playbook"), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      DdRecord *row = dd_sample_rows_find (self, environments[i].name);
      DdRolloutState state = i == 0 ? DD_ROLLOUT_DONE : draw_rollout (self);

      dd_record_set_integer (row, "state", state);
      if (state == DD_ROLLOUT_DONE)
        {
          dd_record_set_text (row, "version", self->service->versions[self->version + 1]);
          dd_record_set_integer (row, "upgraded_at", event->at);
        }
      dd_sample_rows_save (action, row);
    }
  return action;
}

/* --- Reminders --- */

DdAction *
dd_sample_papers_remind (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->manager, N_ ("Asked for earlier reminders"), NULL, NULL);
  g_autofree char *name = dd_reminder_preferences_dup_name (DD_REMINDER_ACTIVITY_DUE);
  g_autoptr (DdRecord) preference = dd_sample_rows_make (self, &dd_preference_entity, "lead");

  dd_record_set_text (preference, "key", name);
  dd_record_set_text (preference, "value", "2d");
  dd_sample_rows_save (action, preference);
  return action;
}

/* --- Calls --- */

static const char *const call_subjects[] = {
  "A step of the Playbook names a folder that Production does not have",
  "The service does not start after the upgrade of the test environment",
  "Which user runs the migration script?",
  "A report is slower than before",
  NULL,
};

static const char *const call_resolutions[] = {
  "The variable of the environment was wrong; corrected in the Playbook.",
  "Replicated in staging and solved: a setting was to be applied again.",
  "Explained on the telephone.",
  NULL,
};

DdAction *
dd_sample_papers_call (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Took a support call"), NULL, NULL);
  g_autofree char *name = g_strdup_printf ("call %u", event->order);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_support_call_entity, name);
  gboolean replicated = dd_sample_random_chance (self->rand, 75);

  dd_record_set_integer (row, "called_at", event->at);
  dd_record_set_text (row, "caller", "The customer’s administrator");
  dd_record_set_text (row, "subject", dd_sample_random_pick (self->rand, call_subjects));
  dd_record_set_integer (row, "replicated", replicated);
  dd_record_set_integer (row, "admissible", replicated);
  dd_record_set_integer (row, "minutes", dd_sample_random_minutes (self->rand, 15, 90));
  if (replicated)
    {
      dd_record_set_text (row, "resolution", dd_sample_random_pick (self->rand, call_resolutions));
      dd_record_set_integer (row, "resolved_at", event->at);
    }
  dd_sample_rows_save (action, row);
  return action;
}
