/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/*
 * DdChange: what becomes of one row: its fields before and after.
 *
 * The one thing that is ever done to a row. Saving and deleting records makes changes, the journal
 * keeps them, undoing one is doing its inverse, and history tells them in words. Whoever does a
 * change checks that the row still is what it was before: that is how a stale copy is noticed.
 * A change knows nothing of derived fields.
 */

/**
 * DdChangeKind:
 * @DD_CHANGE_INSERT: there was no such row; @before of every field is null
 * @DD_CHANGE_UPDATE: some fields differ
 * @DD_CHANGE_DELETE: there is no such row any more; @after of every field is null
 */
typedef enum
{
  DD_CHANGE_INSERT,
  DD_CHANGE_UPDATE,
  DD_CHANGE_DELETE,
} DdChangeKind;

/* One field of a change. */
typedef struct
{
  guint index;    /* of the field in its entity */
  DdValue before; /* (owned) */
  DdValue after;  /* (owned) */
} DdFieldChange;

/* A value: read its members, make it with the functions below. */
typedef struct
{
  DdChangeKind kind;
  const DdEntity *entity;
  char *record_id;  /* (owned) */
  char *subject_id; /* (owned): see dd_record_get_subject_id() */
  GArray *fields;   /* (owned) (element-type DdFieldChange): those that differ, in the entity's
                       order; of an insert or delete those that are not null */
} DdChange;

/* Returns: (transfer full): a change of no field yet */
DdChange *dd_change_new (DdChangeKind kind, const DdEntity *entity, const char *record_id,
                         const char *subject_id);

/* Frees a change. */
void dd_change_free (DdChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdChange, dd_change_free)

/* Adds field @index with copies of both values. Fields are added in the entity's order. */
void dd_change_add_field (DdChange *self, guint index, DdValue before, DdValue after);

/* What storing @record as it is now comes to: an insert when it is not stored.
 * Returns: (transfer full) (nullable): the change, NULL when nothing differs */
DdChange *dd_change_new_save (DdRecord *record);

/* What deleting the row of @record comes to. What was changed in the record since it was loaded
 * does not count.
 * Returns: (transfer full): the change */
DdChange *dd_change_new_delete (DdRecord *record);

/* Returns: (transfer full): what takes @self back */
DdChange *dd_change_invert (const DdChange *self);

/* Whether the values after @self may be stored, as dd_field_check() judges each; in a row that is
 * new no required one may be missing.
 * Returns: FALSE with a DdFieldError */
gboolean dd_change_check (const DdChange *self, GError **error);

/* Returns: (nullable): the field with @index as it differs in @self */
const DdFieldChange *dd_change_find_field (const DdChange *self, guint index);

G_END_DECLS
