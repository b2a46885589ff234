/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Whose time the elapsed working time was (dd-ledger.h says which wait counts where several are
 * open).
 *
 * A sweep over the instants at which waits begin and end. The open ones stand in a tree, the one
 * that counts first; the time up to the next instant is its, or the vendor's when the tree is
 * empty. n log n in the waits. Time is measured as the difference of minutes since the span's
 * beginning, never as a span's own length: lengths would each drop their part of a minute and not
 * add up.
 */
#include "config.h"

#include "plan/dd-ledger.h"

#include "plan/dd-working-time.h"

#include <glib/gi18n-lib.h>

/* A wait begins or ends. */
typedef struct
{
  gint64 instant;
  const DdWait *wait;
  gboolean begins;
} Edge;

/* What the sweep carries along. */
typedef struct
{
  DdLedger *ledger;
  GHashTable *by_reason[2]; /* (element-type utf8 DdLedgerLine): by DdParty */
  GTree *open;              /* (element-type DdWait): the one that counts first */
} Sweep;

static void
line_free (gpointer data)
{
  DdLedgerLine *line = data;

  g_free (line->reason);
  g_free (line);
}

static DdLedgerLine *
add_line (DdLedger *self, DdParty party, const char *reason)
{
  DdLedgerLine *line = g_new0 (DdLedgerLine, 1);

  line->party = party;
  line->reason = g_strdup (reason);
  g_ptr_array_add (self->lines, line);
  return line;
}

/* The wait that counts stands first; waits lie in one array, so their addresses are its order. */
static int
compare_waits (gconstpointer a, gconstpointer b, gpointer data)
{
  const DdWait *first = a;
  const DdWait *second = b;

  if ((first->activity == DD_WHOLE_CASE) != (second->activity == DD_WHOLE_CASE))
    return first->activity == DD_WHOLE_CASE ? 1 : -1;
  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  return first == second ? 0 : first < second ? -1 : 1;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *first = a;
  const Edge *second = b;

  return first->instant == second->instant ? 0 : first->instant < second->instant ? -1 : 1;
}

/* The edges of all waits that have some of @span, clipped to it, in order. */
static GArray *
list_edges (DdRange span, const DdWait *waits, guint n_waits)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < n_waits; i++)
    {
      DdRange inside = dd_range_intersect (waits[i].span, span);

      if (inside.start < inside.finish)
        {
          g_array_append_val (edges, ((Edge){ inside.start, &waits[i], TRUE }));
          g_array_append_val (edges, ((Edge){ inside.finish, &waits[i], FALSE }));
        }
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

/* The line that time waited for @wait belongs to. */
static DdLedgerLine *
line_of_wait (Sweep *sweep, const DdWait *wait)
{
  const char *reason = wait->reason != NULL ? wait->reason : "";
  GHashTable *lines = sweep->by_reason[wait->party];
  DdLedgerLine *line = g_hash_table_lookup (lines, reason);

  if (line == NULL)
    {
      line = add_line (sweep->ledger, wait->party, reason);
      g_hash_table_insert (lines, line->reason, line);
    }
  return line;
}

/* Gives @minutes that have just passed to whoever they belong to. */
static void
credit (Sweep *sweep, gint64 minutes)
{
  GTreeNode *first = g_tree_node_first (sweep->open);
  DdLedgerLine *line = g_ptr_array_index (sweep->ledger->lines, 0);

  if (minutes == 0)
    return;
  if (first != NULL)
    line = line_of_wait (sweep, g_tree_node_key (first));
  line->minutes += minutes;
  sweep->ledger->party_minutes[line->party] += minutes;
  sweep->ledger->minutes += minutes;
}

static void
sweep_edges (Sweep *sweep, DdCalendar *calendar, DdRange span, GArray *edges)
{
  gint64 passed = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      gint64 minutes = dd_calendar_between (calendar, span.start, edge->instant);

      credit (sweep, minutes - passed);
      passed = minutes;
      if (edge->begins)
        g_tree_insert (sweep->open, (gpointer) edge->wait, NULL);
      else
        g_tree_remove (sweep->open, edge->wait);
    }
  credit (sweep, dd_calendar_between (calendar, span.start, span.finish) - passed);
}

/* The vendor's work, then the longest; a stable sort keeps equals as they came up. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const DdLedgerLine *first = *(const DdLedgerLine *const *) a;
  const DdLedgerLine *second = *(const DdLedgerLine *const *) b;

  if ((first->reason == NULL) != (second->reason == NULL))
    return first->reason == NULL ? -1 : 1;
  return first->minutes == second->minutes ? 0 : first->minutes > second->minutes ? -1 : 1;
}

static void
finish_lines (DdLedger *self)
{
  g_ptr_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++)
    {
      DdLedgerLine *line = g_ptr_array_index (self->lines, i);

      line->share = self->minutes > 0 ? (double) line->minutes / self->minutes : 0.0;
    }
}

DdLedger *
dd_ledger_new (DdCalendar *calendar, DdRange span, const DdWait *waits, guint n_waits)
{
  g_autoptr (GHashTable) customer = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) vendor = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GTree) open = g_tree_new_with_data (compare_waits, NULL);
  g_autoptr (GArray) edges = NULL;
  Sweep sweep = { NULL, { [DD_PARTY_CUSTOMER] = customer, [DD_PARTY_VENDOR] = vendor }, open };
  DdLedger *self = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (span.start <= span.finish, NULL);
  g_return_val_if_fail (waits != NULL || n_waits == 0, NULL);

  self = g_new0 (DdLedger, 1);
  self->minutes_per_day = dd_calendar_get_minutes_per_day (calendar);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  add_line (self, DD_PARTY_VENDOR, NULL);

  sweep.ledger = self;
  edges = list_edges (span, waits, n_waits);
  sweep_edges (&sweep, calendar, span, edges);
  finish_lines (self);
  return self;
}

/* The longest wait for @party and what it is of the party's @count units, 0 when it had none worth
 * a unit. */
static const char *
longest_wait (const DdLedger *self, DdParty party, gint64 count, gint64 *longest)
{
  guint n = self->lines->len;
  g_autofree gint64 *minutes = g_new0 (gint64, n);
  g_autofree gint64 *counts = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      const DdLedgerLine *line = g_ptr_array_index (self->lines, i);

      minutes[i] = line->party == party ? line->minutes : 0;
    }
  dd_working_time_apportion (minutes, n, count, counts);
  *longest = 0;
  for (guint i = 1; i < n; i++)
    if (counts[i] > 0)
      {
        const DdLedgerLine *line = g_ptr_array_index (self->lines, i);

        *longest = counts[i];
        return line->reason;
      }
  return NULL;
}

/* "14 customer, of which 11 waiting for access" */
static char *
party_to_words (const DdLedger *self, DdParty party, int count)
{
  g_autofree char *whole = NULL;
  gint64 waited = 0;
  const char *reason = longest_wait (self, party, count, &waited);

  /* Translators: so many working days (or hours) were the customer's, or the vendor's, time. */
  if (party == DD_PARTY_CUSTOMER)
    whole = g_strdup_printf (ngettext ("%d customer", "%d customer", count), count);
  else
    whole = g_strdup_printf (ngettext ("%d vendor", "%d vendor", count), count);
  if (waited == 0)
    return g_steal_pointer (&whole);
  if (*reason == '\0')
    return g_strdup_printf (ngettext ("%s, of which %d waiting", "%s, of which %d waiting", waited),
                            whole, (int) waited);
  /* Translators: "14 customer, of which 11 waiting for access" */
  return g_strdup_printf (ngettext ("%s, of which %d waiting for %s",
                                    "%s, of which %d waiting for %s", waited),
                          whole, (int) waited, reason);
}

char *
dd_ledger_to_words (const DdLedger *self)
{
  gint64 counts[2] = { 0 };
  DdTimeUnit unit;
  int count;
  g_autofree char *whole = NULL;
  g_autofree char *vendor = NULL;
  g_autofree char *customer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  unit = dd_working_time_unit (self->minutes, self->minutes_per_day);
  count = dd_working_time_round (self->minutes, unit, self->minutes_per_day);
  dd_working_time_apportion (self->party_minutes, 2, count, counts);
  whole = dd_working_time_count (count, unit);
  vendor = party_to_words (self, DD_PARTY_VENDOR, counts[DD_PARTY_VENDOR]);
  customer = party_to_words (self, DD_PARTY_CUSTOMER, counts[DD_PARTY_CUSTOMER]);
  /* Translators: "23 days: 9 vendor, 14 customer, of which 11 waiting for access" */
  return g_strdup_printf (_ ("%s: %s, %s"), whole, vendor, customer);
}

void
dd_ledger_free (DdLedger *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_free (self);
}
