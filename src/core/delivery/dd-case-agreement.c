/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A baseline as records: one, and a row of it for each activity. Linear in the activities.
 */

#include "config.h"

#include "delivery/dd-case-agreement.h"

#include "delivery/dd-case-baseline-row.h"
#include "delivery/dd-case-baseline.h"
#include "delivery/dd-record-id.h"

#include <glib/gi18n-lib.h>

static DdRecord *
make_baseline (const char *case_id, const DdBaseline *agreed, const char *name, const char *id)
{
  DdRecord *record = dd_record_new (&dd_case_baseline_entity, id);

  dd_record_set_text (record, "case_id", case_id);
  dd_record_set_text (record, "name", name);
  dd_record_set_integer (record, "agreed_at", agreed->agreed_at);
  dd_record_set_text (record, "agreed_by", agreed->agreed_by);
  dd_record_set_integer (record, "start_at", agreed->start);
  dd_record_set_integer (record, "finish_at", agreed->finish);
  return record;
}

static DdRecord *
make_row (DdRecord *baseline, const DdBaselineEntry *entry)
{
  g_autofree char *id = dd_record_id_derive (dd_record_get_id (baseline), entry->activity);
  DdRecord *row = dd_record_new (&dd_case_baseline_row_entity, id);

  dd_record_set_text (row, "case_id", dd_record_get_text (baseline, "case_id"));
  dd_record_set_text (row, "baseline_id", dd_record_get_id (baseline));
  dd_record_set_text (row, "definition_id", entry->activity);
  dd_record_set_text (row, "name", entry->name);
  dd_record_set_integer (row, "start_at", entry->start);
  dd_record_set_integer (row, "finish_at", entry->finish);
  dd_record_set_integer (row, "duration_minutes", entry->duration_minutes);
  return row;
}

DdAction *
dd_case_agreement_take (const char *case_id,
                        const DdBaseline *agreed,
                        const char *name,
                        const char *id,
                        const DdActor *actor)
{
  DdAction *action = dd_action_new (actor->user, actor->now, N_ ("Agreed the plan"), NULL);
  g_autoptr (DdRecord) baseline = make_baseline (case_id, agreed, name, id);

  dd_action_save (action, baseline);
  for (guint i = 0; i < agreed->entries->len; i++)
    {
      g_autoptr (DdRecord) row = make_row (baseline, g_ptr_array_index (agreed->entries, i));

      dd_action_save (action, row);
    }
  return action;
}
