/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rows of sample cases. O(fields) each. Must not happen: a random id, which would make two samples
 * of one seed differ.
 */

#include "config.h"

#include "dd-sample-rows.h"

#include "delivery/dd-record-id.h"

DdAction *
dd_sample_rows_act (const DdSampleEvent *event,
                    const DdSamplePerson *person,
                    const char *label,
                    const char *first,
                    const char *second)
{
  return dd_action_new (person->name, event->at, label, first, second, NULL);
}

DdRecord *
dd_sample_rows_make (DdSampleCase *self, const DdEntity *entity, const char *name)
{
  g_autofree char *id = dd_record_id_derive (self->id, name);
  DdRecord *record = dd_record_new (entity, id);

  dd_record_set_text (record, "case_id", self->id);
  return record;
}

void
dd_sample_rows_keep (DdSampleCase *self, const char *name, DdRecord *record)
{
  g_hash_table_insert (self->kept, g_strdup (name), g_object_ref (record));
}

DdRecord *
dd_sample_rows_find (DdSampleCase *self, const char *name)
{
  return g_hash_table_lookup (self->kept, name);
}

void
dd_sample_rows_save (DdAction *action, gpointer record)
{
  dd_action_save (action, record);
  dd_record_settle (record);
}

static void
settle_all (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    dd_record_settle (records->pdata[i]);
}

void
dd_sample_rows_settle_file (DdSampleCase *self)
{
  dd_record_settle (self->file->record);
  settle_all (self->file->activities);
  settle_all (self->file->waits);
  settle_all (self->file->inputs);
}
