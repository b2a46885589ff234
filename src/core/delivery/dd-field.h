/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdField and DdEntity: what is stored of one kind of thing, told in one table.
 *
 * Each entity (customer, case, activity, …) has one DdEntity with one row for each of its fields.
 * Everything that is the same for all entities is driven by these tables: GObject properties, the
 * store's statements, the journal, undo, history in words, search, the parsing of "FIELD=VALUE".
 * The SQL schema is written by hand beside them, and a test holds the two together.
 */
typedef struct _DdField DdField;
typedef struct _DdEntity DdEntity;

/**
 * DdFieldKind:
 * @DD_FIELD_TEXT: any text
 * @DD_FIELD_JSON: text that is one JSON value
 * @DD_FIELD_DATE: text that is a date, "2026-12-18"
 * @DD_FIELD_REFERENCE: the id of a row of another entity
 * @DD_FIELD_INTEGER: a whole number between the field's bounds
 * @DD_FIELD_INSTANT: Unix seconds, DD_INSTANT_MIN to DD_INSTANT_MAX
 * @DD_FIELD_BOOLEAN: 0 or 1; always required
 * @DD_FIELD_ENUM: a value of an enum type, stored as its nick; always required
 */
typedef enum
{
  DD_FIELD_TEXT,
  DD_FIELD_JSON,
  DD_FIELD_DATE,
  DD_FIELD_REFERENCE,
  DD_FIELD_INTEGER,
  DD_FIELD_INSTANT,
  DD_FIELD_BOOLEAN,
  DD_FIELD_ENUM,
} DdFieldKind;

/**
 * DdFieldFlags:
 * @DD_FIELD_REQUIRED: never null; a required text is not empty either
 * @DD_FIELD_OWNER: refers to what the row is a part of, and is deleted with
 * @DD_FIELD_SEARCHED: found by the full-text search
 * @DD_FIELD_DERIVED: computed from other fields (a plan's dates): neither journalled nor undone,
 *   nor the cause of a conflict
 * @DD_FIELD_NAME: names the row in sentences; one field of each entity, a required text
 * @DD_FIELD_UNIQUE: no two rows have the same
 */
typedef enum
{
  DD_FIELD_REQUIRED = 1 << 0,
  DD_FIELD_OWNER = 1 << 1,
  DD_FIELD_SEARCHED = 1 << 2,
  DD_FIELD_DERIVED = 1 << 3,
  DD_FIELD_NAME = 1 << 4,
  DD_FIELD_UNIQUE = 1 << 5,
} DdFieldFlags;

/* One field. */
struct _DdField
{
  const char *name;       /* the column's name; the property's has '-' for '_' */
  DdFieldKind kind;
  guint flags;            /* DdFieldFlags */
  const char *label;      /* untranslated; within a sentence: "deadline" */
  GType (*type) (void);   /* of an enum */
  const DdEntity *target; /* of a reference */
  int minimum;            /* of an integer; both bounds 0: any */
  int maximum;
  gint64 initial;         /* of a required integer, boolean or enum: what a new row has */
};

/* One kind of thing. The column "id" (a UUID) is every entity's first and not among its fields. */
struct _DdEntity
{
  const char *table;      /* the table's name, and the entity's in the journal */
  const char *noun;       /* untranslated; within a sentence: "case" */
  GType (*get_type) (void); /* its class, derived from DdRecord */
  const DdField *fields;  /* (array length=n_fields), in the order of the table's columns */
  guint n_fields;
};

/* A whole number that is not there. */
#define DD_INTEGER_NONE DD_INSTANT_NONE

/* The value of a field; its kind tells which member counts (see dd_field_is_text()). A null text is
 * NULL, a null number DD_INTEGER_NONE. */
typedef union
{
  char *text;     /* (owned) (nullable) by whoever owns the value */
  gint64 integer; /* also instants, booleans and enums */
} DdValue;

#define DD_FIELD_ERROR (dd_field_error_quark ())

/**
 * DdFieldError:
 * @DD_FIELD_ERROR_MISSING: a required value is not there
 * @DD_FIELD_ERROR_INVALID: the value is not one of the field's kind, or outside its bounds
 */
typedef enum
{
  DD_FIELD_ERROR_MISSING,
  DD_FIELD_ERROR_INVALID,
} DdFieldError;

/* The error domain of values. */
GQuark dd_field_error_quark (void);

/* Returns: the index in @entity of the field with @name, -1 when there is none. O(fields). */
int dd_entity_find (const DdEntity *entity, const char *name);

/* Returns: the index of the field that names a row of @entity */
guint dd_entity_get_name_index (const DdEntity *entity);

/* Whether values of @field are texts; otherwise they are whole numbers. */
gboolean dd_field_is_text (const DdField *field);

/* Returns: (transfer full): what @field holds in a new row */
DdValue dd_field_get_initial (const DdField *field);

/* Returns: (transfer full): the null of @field's kind */
DdValue dd_field_get_null (const DdField *field);

/* Returns: whether @value is null */
gboolean dd_field_is_null (const DdField *field, DdValue value);

/* Returns: whether @first and @second are the same, byte for byte */
gboolean dd_field_equal (const DdField *field, DdValue first, DdValue second);

/* Returns: (transfer full): a copy of @value */
DdValue dd_field_copy_value (const DdField *field, DdValue value);

/* Frees what @value holds and makes it null. */
void dd_field_clear_value (const DdField *field, DdValue *value);

/* Whether @value may be stored in @field. What only a parser of JSON can tell is left to the store.
 * Returns: FALSE with a DdFieldError whose message names the field and what was expected */
gboolean dd_field_check (const DdField *field, DdValue value, GError **error);

/* Reads @text, @length bytes of it or -1 when zero-terminated, as a value of @field: the text
 * itself, a number, an instant or the date it begins (as dd_calendar_parse_instant() does, in the
 * zone of @calendar), "yes" or "no", the nick of an enum. Empty text is null. Text with a NUL
 * inside, or that is not UTF-8, is refused.
 * Returns: whether @value (transfer full) was set; FALSE with a DdFieldError */
gboolean dd_field_parse (const DdField *field, const char *text, gssize length,
                         DdCalendar *calendar, DdValue *value, GError **error);

/* Returns: (transfer full) (nullable): @value as dd_field_parse() reads it, NULL for null */
char *dd_field_to_text (const DdField *field, DdValue value, DdCalendar *calendar);

/* Returns: (transfer full): @value as a person reads it within a sentence, translated: a long text
 * is cut, an instant is told in the zone of @calendar, a reference by its id. */
char *dd_field_describe (const DdField *field, DdValue value, DdCalendar *calendar);

/* Returns: (transfer floating): the property that shows @field to a user interface */
GParamSpec *dd_field_make_property (const DdField *field);

/* Returns: (transfer none) (nullable): the nick of @value of the enum type @type */
const char *dd_enum_get_nick (GType type, gint64 value);

/* Returns: (transfer full): the nicks of @type in a sentence: "requested, running or closed" */
char *dd_enum_list_nicks (GType type);

/* Finds the value with @nick in the enum type @type. Returns: whether there is one */
gboolean dd_enum_find (GType type, const char *nick, gint64 *value);

G_END_DECLS
