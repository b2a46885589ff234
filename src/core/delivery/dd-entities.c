/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of all entities: whoever treats all alike walks it. */

#include "config.h"

#include "delivery/dd-entities.h"

#include <string.h>

const DdEntity *const dd_entities[DD_N_ENTITIES] = {
  &dd_customer_entity,          &dd_person_entity,         &dd_case_entity,
  &dd_case_activity_entity,     &dd_case_wait_entity,      &dd_case_baseline_entity,
  &dd_case_baseline_row_entity, &dd_answer_entity,         &dd_input_evidence_entity,
  &dd_environment_entity,       &dd_finding_entity,        &dd_engagement_entity,
  &dd_document_link_entity,     &dd_log_entry_entity,      &dd_test_run_entity,
  &dd_test_result_entity,       &dd_issue_entity,          &dd_playbook_step_entity,
  &dd_playbook_revision_entity, &dd_change_request_entity, &dd_support_call_entity,
  &dd_preference_entity,
};

const DdEntity *
dd_entities_find (const char *table)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    if (strcmp (dd_entities[i]->table, table) == 0)
      return dd_entities[i];
  return NULL;
}
