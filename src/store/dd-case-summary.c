/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdCaseSummary: all cases for lists, with one statement.
 *
 * The columns are read by two tables, one of texts and one of numbers, in the order in which the
 * statement has them; freeing and comparing go by the same tables, so that no field is forgotten.
 */

#include "config.h"

#include "dd-case-summary.h"

#include "delivery/dd-field.h"
#include "delivery/dd-plan-enums.h"
#include "service/dd-service.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The wait that a list tells is the case's own before one of an activity, and the older one. */
#define SELECT_CASES                                                                               \
  "SELECT c.id, c.title, u.name, c.portal_case, c.service_id, c.service_hash, c.product,"          \
  " c.current_version, c.target_version, m.name, k.name, k.id, c.next_activity, a.name,"           \
  " c.deadline, w.reason, c.plan_error,"                                                           \
  " c.planned_start, c.planned_finish, c.latest_start, c.next_due, c.closed_at,"                   \
  " c.state, w.party, a.owner, c.at_risk, c.scope"                                                 \
  " FROM cases c"                                                                                  \
  " JOIN customers u ON u.id = c.customer_id"                                                      \
  " LEFT JOIN people m ON m.id = c.manager_id"                                                     \
  " LEFT JOIN people k ON k.id = c.consultant_id"                                                  \
  " LEFT JOIN activities a ON a.case_id = c.id AND a.definition_id = c.next_activity"              \
  " LEFT JOIN waits w ON w.id = (SELECT o.id FROM waits o"                                         \
  "  WHERE o.case_id = c.id AND o.finished_at IS NULL"                                             \
  "  ORDER BY o.activity_id IS NOT NULL, o.started_at, o.id LIMIT 1)"

#define TEXT(member) G_STRUCT_OFFSET (DdCaseSummary, member)

/* In the order of the statement. The first N_OWN_TEXTS are no two cases'; those after
 * N_COLUMN_TEXTS are made from the others. */
static const gsize texts[] = {
  TEXT (id),
  TEXT (title),
  TEXT (customer),
  TEXT (portal_case),
  TEXT (service_id),
  TEXT (service_hash),
  TEXT (product),
  TEXT (current_version),
  TEXT (target_version),
  TEXT (manager),
  TEXT (consultant),
  TEXT (consultant_id),
  TEXT (next_activity),
  TEXT (next_name),
  TEXT (deadline_date),
  TEXT (wait_reason),
  TEXT (plan_error),
  TEXT (customer_key),
  TEXT (product_key),
  TEXT (next_key),
  TEXT (words),
};
#define N_OWN_TEXTS    2
#define N_COLUMN_TEXTS 17

static const gsize numbers[] = {
  TEXT (planned_start), TEXT (planned_finish), TEXT (latest_start),  TEXT (next_due),
  TEXT (closed_at),     TEXT (deadline),       TEXT (float_minutes),
};
#define N_COLUMN_NUMBERS 5

enum
{
  COLUMN_STATE = N_COLUMN_TEXTS + N_COLUMN_NUMBERS,
  COLUMN_PARTY,
  COLUMN_OWNER,
  COLUMN_AT_RISK,
  COLUMN_SCOPE,
};

G_DEFINE_BOXED_TYPE (DdCaseSummary, dd_case_summary, dd_case_summary_ref, dd_case_summary_unref)

static char **
get_text (const DdCaseSummary *self, gsize offset)
{
  return (char **) G_STRUCT_MEMBER_P (self, offset);
}

static gint64 *
get_number (const DdCaseSummary *self, gsize offset)
{
  return (gint64 *) G_STRUCT_MEMBER_P (self, offset);
}

DdCaseSummary *
dd_case_summary_ref (DdCaseSummary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_case_summary_unref (DdCaseSummary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (get_text (self, texts[i]), g_ref_string_release);
  g_free (self);
}

/* --- What follows from the columns --- */

char *
dd_case_summary_fold (const char *text)
{
  g_autofree char *normal = NULL;

  /* Most are, and need none of it. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  /* Texts of the database are UTF-8; what is typed is too. */
  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/* What many cases have is made once: @keys is from texts, which are interned, to their keys.
 * Returns: (transfer full) (nullable): a GRefString */
static char *
make_key (GHashTable *keys, const char *text)
{
  char *key;

  if (text == NULL)
    return NULL;
  key = g_hash_table_lookup (keys, text);
  if (key == NULL)
    {
      g_autofree char *made = g_utf8_collate_key_for_filename (text, -1);

      key = g_ref_string_new_intern (made);
      g_hash_table_insert (keys, (gpointer) text, key);
    }
  return g_ref_string_acquire (key);
}

/* All in one text, each part on its own line, so that no word is found across two of them. */
static char *
make_words (const DdCaseSummary *self)
{
  const char *const parts[] = { self->customer,   self->title,           self->product,
                                self->manager,    self->consultant,      self->portal_case,
                                self->next_name,  self->current_version, self->target_version,
                                self->wait_reason };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *folded = parts[i] != NULL ? dd_case_summary_fold (parts[i]) : NULL;

      if (folded == NULL)
        continue;
      g_string_append (words, folded);
      g_string_append_c (words, '\n');
    }
  return g_ref_string_new_len (words->str, (gssize) words->len);
}

static void
complete (DdCaseSummary *self, DdCalendar *calendar, GHashTable *keys)
{
  self->deadline = DD_INTEGER_NONE;
  self->float_minutes = DD_INTEGER_NONE;
  if (self->deadline_date != NULL)
    self->deadline = dd_calendar_parse_instant (calendar, self->deadline_date, TRUE, NULL);
  if (self->deadline != DD_INTEGER_NONE && self->planned_finish != DD_INTEGER_NONE
      && dd_case_summary_is_open (self))
    self->float_minutes = dd_calendar_between (calendar, self->planned_finish, self->deadline);
  self->customer_key = make_key (keys, self->customer);
  self->product_key = make_key (keys, self->product);
  self->next_key = make_key (keys, self->next_name);
  self->words = make_words (self);
}

/* --- Loading --- */

static int
parse_nick (GEnumClass *klass, const char *nick)
{
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  return value != NULL ? value->value : klass->minimum;
}

static DdCaseSummary *
read_row (DdStatement *statement, GEnumClass *states, GEnumClass *parties, GEnumClass *scopes)
{
  DdCaseSummary *self = g_new0 (DdCaseSummary, 1);
  const char *owner = dd_statement_get_text (statement, COLUMN_OWNER);

  g_atomic_ref_count_init (&self->ref_count);
  for (int i = 0; i < N_COLUMN_TEXTS; i++)
    {
      const char *text = dd_statement_get_text (statement, i);
      if (text != NULL)
        *get_text (self, texts[i]) =
            i < N_OWN_TEXTS ? g_ref_string_new (text) : g_ref_string_new_intern (text);
    }
  for (int i = 0; i < N_COLUMN_NUMBERS; i++)
    *get_number (self, numbers[i]) = dd_statement_is_null (statement, N_COLUMN_TEXTS + i)
                                         ? DD_INTEGER_NONE
                                         : dd_statement_get_int64 (statement, N_COLUMN_TEXTS + i);
  self->state = parse_nick (states, dd_statement_get_text (statement, COLUMN_STATE));
  self->waiting = !dd_statement_is_null (statement, COLUMN_PARTY);
  self->wait_party = parse_nick (parties, dd_statement_get_text (statement, COLUMN_PARTY));
  self->next_owner = owner != NULL ? dd_owner_parse (owner) : 0;
  self->at_risk = dd_statement_get_int64 (statement, COLUMN_AT_RISK) != 0;
  self->scope = parse_nick (scopes, dd_statement_get_text (statement, COLUMN_SCOPE));
  return self;
}

/* Returns: (transfer full) (element-type DdCaseSummary) (nullable): what @statement gives */
static GPtrArray *
read_rows (DdStatement *statement, DdCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);
  g_autoptr (GEnumClass) states = g_type_class_ref (dd_case_state_get_type ());
  g_autoptr (GEnumClass) parties = g_type_class_ref (dd_party_get_type ());
  g_autoptr (GEnumClass) scopes = g_type_class_ref (dd_finding_state_get_type ());
  g_autoptr (GHashTable) keys =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ref_string_release);
  gboolean row;

  while (dd_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_row (statement, states, parties, scopes));
      complete (rows->pdata[rows->len - 1], calendar, keys);
    }
  return NULL;
}

GPtrArray *
dd_case_summary_load_all (DdConnection *connection, DdCalendar *calendar, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, SELECT_CASES " ORDER BY c.id", _ ("Reading the cases"),
                             error);

  return statement != NULL ? read_rows (statement, calendar, error) : NULL;
}

GPtrArray *
dd_case_summary_load_open (DdConnection *connection, DdCalendar *calendar, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             SELECT_CASES
                             " WHERE c.state NOT IN ('closed', 'cancelled') ORDER BY c.id",
                             _ ("Reading the cases"), error);

  return statement != NULL ? read_rows (statement, calendar, error) : NULL;
}

DdCaseSummary *
dd_case_summary_load (DdConnection *connection,
                      const char *id,
                      DdCalendar *calendar,
                      GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, SELECT_CASES " WHERE c.id = ?1", _ ("Reading the cases"),
                             error);
  g_autoptr (GPtrArray) rows = NULL;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_text (statement, 1, id, -1);
  rows = read_rows (statement, calendar, error);
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return dd_case_summary_ref (rows->pdata[0]);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
               _ ("There is no case with the id “%s”."), id);
  return NULL;
}

/* --- Asking --- */

gboolean
dd_case_summary_equal (const DdCaseSummary *first, const DdCaseSummary *second)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (*get_text (first, texts[i]), *get_text (second, texts[i])) != 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (*get_number (first, numbers[i]) != *get_number (second, numbers[i]))
      return FALSE;
  return first->state == second->state && first->scope == second->scope
         && first->wait_party == second->wait_party && first->next_owner == second->next_owner
         && first->waiting == second->waiting && first->at_risk == second->at_risk;
}

gboolean
dd_case_summary_is_open (const DdCaseSummary *self)
{
  return self->state != DD_CASE_CLOSED && self->state != DD_CASE_CANCELLED;
}
