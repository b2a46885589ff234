/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdQuery: conditions and an order, turned into SQL. Queries that differ only in their values have
 * the same text, and so one prepared statement.
 */

#include "config.h"

#include "dd-query.h"

#include "dd-query-private.h"
#include "dd-records-private.h"

#include <string.h>

/* The field "id", which every entity has. */
static const DdField id_field = { "id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, "id" };

typedef struct
{
  const DdField *field;
  DdValue value; /* (owned) */
} Condition;

struct _DdQuery
{
  const DdEntity *entity;
  GString *where;     /* (owned): " WHERE …", with a "?" for each condition */
  GString *order;     /* (owned): " ORDER BY …" */
  GArray *conditions; /* (owned) (element-type Condition) */
  guint limit;        /* 0: none */
};

DdQuery *
dd_query_new (const DdEntity *entity)
{
  DdQuery *self = g_new0 (DdQuery, 1);

  self->entity = entity;
  self->where = g_string_new (NULL);
  self->order = g_string_new (NULL);
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  return self;
}

void
dd_query_free (DdQuery *self)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *condition = &g_array_index (self->conditions, Condition, i);
      dd_field_clear_value (condition->field, &condition->value);
    }
  g_array_unref (self->conditions);
  g_string_free (self->where, TRUE);
  g_string_free (self->order, TRUE);
  g_free (self);
}

static const DdField *
find_field (DdQuery *self, const char *name)
{
  int index = dd_entity_find (self->entity, name);

  if (strcmp (name, "id") == 0)
    return &id_field;
  return index >= 0 ? &self->entity->fields[index] : NULL;
}

/* Only "=" makes use of an index that has no nulls in it. */
static const char *
get_operator (DdQueryOperator op, gboolean null)
{
  switch (op)
    {
    case DD_QUERY_IS:
      return null ? "IS" : "=";
    case DD_QUERY_IS_NOT:
      return "IS NOT";
    case DD_QUERY_AT_LEAST:
      return ">=";
    case DD_QUERY_AT_MOST:
      return "<=";
    }
  g_assert_not_reached ();
}

static void
match (DdQuery *self, const DdField *field, DdQueryOperator op, DdValue value)
{
  Condition condition = { field, dd_field_copy_value (field, value) };

  g_array_append_val (self->conditions, condition);
  g_string_append_printf (self->where, " %s \"%s\" %s ?%u",
                          self->conditions->len == 1 ? "WHERE" : "AND", field->name,
                          get_operator (op, dd_field_is_null (field, value)),
                          self->conditions->len);
}

void
dd_query_match_text (DdQuery *self, const char *name, DdQueryOperator op, const char *text)
{
  const DdField *field = find_field (self, name);

  g_return_if_fail (field != NULL && dd_field_is_text (field));
  match (self, field, op, (DdValue){ .text = (char *) text });
}

void
dd_query_match_integer (DdQuery *self, const char *name, DdQueryOperator op, gint64 integer)
{
  const DdField *field = find_field (self, name);

  g_return_if_fail (field != NULL && !dd_field_is_text (field));
  g_return_if_fail (field->kind != DD_FIELD_ENUM || op == DD_QUERY_IS || op == DD_QUERY_IS_NOT);
  match (self, field, op, (DdValue){ .integer = integer });
}

void
dd_query_order_by (DdQuery *self, const char *name, gboolean descending)
{
  const DdField *field = find_field (self, name);

  g_return_if_fail (field != NULL);
  g_string_append_printf (self->order, "%s \"%s\"%s", self->order->len == 0 ? " ORDER BY" : ",",
                          field->name, descending ? " DESC" : "");
}

void
dd_query_set_limit (DdQuery *self, guint limit)
{
  self->limit = limit;
}

const DdEntity *
dd_query_get_entity (DdQuery *self)
{
  return self->entity;
}

char *
dd_query_to_sql (DdQuery *self)
{
  g_autofree char *limit = self->limit > 0 ? g_strdup_printf (" LIMIT %u", self->limit) : NULL;

  return g_strconcat (self->where->str, self->order->str, limit, NULL);
}

void
dd_query_bind (DdQuery *self, DdStatement *statement)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);
      dd_records_bind_value (statement, (int) i + 1, condition->field, condition->value);
    }
}
