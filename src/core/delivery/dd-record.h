/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-field.h"

G_BEGIN_DECLS

/*
 * DdRecord: one row of one entity, in memory.
 *
 * A subclass is nothing but its entity's table of fields (see DD_DEFINE_RECORD): from it come the
 * GObject properties, so that a user interface binds to them, and everything that the store does.
 * A record knows which of its fields were changed since it was loaded, and what they were: that is
 * what is written, journalled, and compared with the row to notice that somebody else changed it.
 *
 * A record is a detached copy: changing it changes nothing in the store until an action with it is
 * committed. It belongs to one thread at a time.
 */
#define DD_TYPE_RECORD (dd_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdRecord, dd_record, DD, RECORD, GObject)

struct _DdRecordClass
{
  GObjectClass parent_class;

  const DdEntity *entity;
  GParamSpec **properties; /* (owned): of each field, in their order */
};

/*
 * Defines the entity type_name_entity and the final class TypeName from the array "fields" of the
 * file in which it stands.
 */
#define DD_DEFINE_RECORD(TypeName, type_name, table_name, noun_text)                               \
  struct _##TypeName                                                                               \
  {                                                                                                \
    DdRecord parent_instance;                                                                      \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, DD_TYPE_RECORD)                                        \
  const DdEntity type_name##_entity = { table_name, noun_text, type_name##_get_type, fields,       \
                                        G_N_ELEMENTS (fields) };                                   \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    dd_record_class_set_entity (DD_RECORD_CLASS (klass), &type_name##_entity);                     \
  }                                                                                                \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED)                                      \
  {                                                                                                \
  }

/* Declares what DD_DEFINE_RECORD() defines. */
#define DD_DECLARE_RECORD(TypeName, type_name, TYPE_NAME)                                          \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, DD, TYPE_NAME, DdRecord)                              \
  extern const DdEntity type_name##_entity;

/* Gives the class its entity and installs a property for each field. For class_init. */
void dd_record_class_set_entity (DdRecordClass *klass, const DdEntity *entity);

/* Makes a record that is in no store, with every field at its initial value. @id (nullable: a new
 * random one) is a UUID.
 * Returns: (transfer full): it */
gpointer dd_record_new (const DdEntity *entity, const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: what it is a row of */
const DdEntity *dd_record_get_entity (DdRecord *self);

/* Returns: (transfer none): its id */
const char *dd_record_get_id (DdRecord *self);

/* Returns: (transfer none): the id of the thing in whose history its changes are told: of its case
 * when it has a field "case_id" that is not null, else its own */
const char *dd_record_get_subject_id (DdRecord *self);

/* Returns: (transfer none) (nullable): what names it in sentences */
const char *dd_record_get_name (DdRecord *self);

/* Returns: whether it stands for a row of the store; FALSE: for one that is not there yet */
gboolean dd_record_is_stored (DdRecord *self);

/* --- Fields by name; a name that the entity does not have is the caller's mistake --- */

/* Returns: (transfer none) (nullable): the value of a text, JSON, date or reference */
const char *dd_record_get_text (DdRecord *self, const char *name);

/* Returns: the value of a number, instant, boolean or enum; DD_INTEGER_NONE for null */
gint64 dd_record_get_integer (DdRecord *self, const char *name);

/* Sets a text, JSON, date or reference (nullable). Only what must be true of its memory is checked
 * here; the value is checked when the record is saved. */
void dd_record_set_text (DdRecord *self, const char *name, const char *text);

/* Sets a number, instant, boolean or enum; DD_INTEGER_NONE for null. */
void dd_record_set_integer (DdRecord *self, const char *name, gint64 integer);

/* --- Fields by index, for what treats all entities alike --- */

/* Returns: the value of field @index, owned by the record */
DdValue dd_record_get_value (DdRecord *self, guint index);

/* Sets field @index to a copy of @value. */
void dd_record_set_value (DdRecord *self, guint index, DdValue value);

/* Returns: what field @index was when the record was loaded or last settled, owned by the record */
DdValue dd_record_get_original (DdRecord *self, guint index);

/* Returns: whether any field differs from its original; O(1) */
gboolean dd_record_has_changes (DdRecord *self);

/* Returns: whether field @index differs from its original */
gboolean dd_record_is_changed (DdRecord *self, guint index);

/* Puts @value (transfer full) into field @index as what is stored: for loading. */
void dd_record_load_value (DdRecord *self, guint index, DdValue value);

/* Takes the present values as what is stored now: after saving or loading. */
void dd_record_settle (DdRecord *self);

G_END_DECLS
