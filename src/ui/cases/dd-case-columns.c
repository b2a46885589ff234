/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-columns.h"

#include "dd-case-words.h"
#include "plan/dd-date-words.h"
#include "service/dd-service.h"

#include <glib/gi18n.h>

#include <string.h>

/* --- Texts --- */

static char *
get_customer (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return g_strdup (summary->customer);
}

static char *
get_title (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return g_strdup (summary->title);
}

static char *
get_product (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_product (summary);
}

static char *
get_state (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_state (summary);
}

static char *
describe_wait (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_wait (summary);
}

static char *
get_next (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_next (summary);
}

static char *
get_next_owner (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  g_autofree char *owner = NULL;

  if (summary->next_name == NULL)
    return NULL;
  owner = dd_owner_get_label (summary->next_owner);
  /* Translators: an activity, and whose it is: "Provide access (Customer)" */
  return g_strdup_printf (_ ("%s (%s)"), summary->next_name, owner);
}

static char *
get_due (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_due (moment->calendar, summary->next_due, moment->now);
}

static char *
get_deadline (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_day (moment->calendar, summary->deadline, moment->now);
}

static char *
get_finish (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_day (moment->calendar, summary->planned_finish, moment->now);
}

static char *
get_risk (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_risk (summary, moment->calendar);
}

static char *
get_found (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  const char *found = moment->found ? g_hash_table_lookup (moment->found, summary->id) : NULL;

  return g_strdup (found != NULL ? found : "");
}

/* --- Tooltips --- */

static char *
describe (gint64 instant, const DdCaseMoment *moment)
{
  return instant != DD_INSTANT_NONE ? dd_date_words_of_end (moment->calendar, instant) : NULL;
}

static char *
describe_due (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return describe (summary->next_due, moment);
}

static char *
describe_deadline (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return describe (summary->deadline, moment);
}

static char *
describe_finish (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return describe (summary->planned_finish, moment);
}

static char *
describe_risk (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return dd_case_words_risk_in_full (summary, moment->calendar);
}

/* --- Icons --- */

static const char *
get_state_icon (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  gboolean open = dd_case_summary_is_open (summary);

  return open && summary->waiting ? "media-playback-pause-symbolic" : NULL;
}

static const char *
get_due_icon (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  gboolean late = summary->next_due != DD_INSTANT_NONE && summary->next_due < moment->now;

  return late ? "alarm-symbolic" : NULL;
}

static const char *
get_risk_icon (const DdCaseSummary *summary, const DdCaseMoment *moment)
{
  return summary->at_risk ? "dialog-warning-symbolic" : NULL;
}

/* --- Order --- */

static int
compare_keys (const char *first, const char *second)
{
  /* Equal keys are one text. */
  if (first == second)
    return 0;
  if (first == NULL || second == NULL)
    return first == NULL ? 1 : -1;
  return strcmp (first, second);
}

static int
compare_numbers (gint64 first, gint64 second)
{
  if (first == DD_INTEGER_NONE || second == DD_INTEGER_NONE)
    return (first == DD_INTEGER_NONE) - (second == DD_INTEGER_NONE);
  return (first > second) - (first < second);
}

static int
compare_customer (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return compare_keys (first->customer_key, second->customer_key);
}

static int
compare_product (const DdCaseSummary *first, const DdCaseSummary *second)
{
  int order = compare_keys (first->product_key, second->product_key);

  return order != 0 ? order : compare_keys (first->target_version, second->target_version);
}

/* Waiting cases lie together, between those that run and those that are over. */
static int
get_state_rank (const DdCaseSummary *summary)
{
  if (!dd_case_summary_is_open (summary))
    return 10 + (int) summary->state;
  return summary->waiting ? 5 + (int) summary->wait_party : (int) summary->state;
}

static int
compare_state (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return get_state_rank (first) - get_state_rank (second);
}

static int
compare_next (const DdCaseSummary *first, const DdCaseSummary *second)
{
  int order = (int) first->next_owner - (int) second->next_owner;

  if (first->next_name == NULL || second->next_name == NULL || order == 0)
    return compare_keys (first->next_key, second->next_key);
  return order;
}

static int
compare_due (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return compare_numbers (first->next_due, second->next_due);
}

static int
compare_deadline (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return compare_numbers (first->deadline, second->deadline);
}

static int
compare_finish (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return compare_numbers (first->planned_finish, second->planned_finish);
}

static int
compare_risk (const DdCaseSummary *first, const DdCaseSummary *second)
{
  return compare_numbers (first->float_minutes, second->float_minutes);
}

/* --- The table --- */

const DdCaseColumn dd_case_columns[] = {
  { "customer", N_ ("Customer"), 16, TRUE, TRUE, get_customer, get_title, NULL, compare_customer },
  { "product", N_ ("Product"), 18, FALSE, TRUE, get_product, NULL, NULL, compare_product },
  { "state", N_ ("State"), 11, FALSE, TRUE, get_state, describe_wait, get_state_icon,
    compare_state },
  { "next", N_ ("Next Activity"), 22, TRUE, TRUE, get_next, get_next_owner, NULL, compare_next },
  { "due", N_ ("Due"), 14, FALSE, FALSE, get_due, describe_due, get_due_icon, compare_due },
  { "deadline", N_ ("Deadline"), 11, FALSE, FALSE, get_deadline, describe_deadline, NULL,
    compare_deadline },
  { "finish", N_ ("Finish"), 11, FALSE, FALSE, get_finish, describe_finish, NULL, compare_finish },
  { "risk", N_ ("Float"), 20, FALSE, FALSE, get_risk, describe_risk, get_risk_icon, compare_risk },
};
const DdCaseColumn dd_case_column_found = {
  "found", N_ ("Found In"), 24, TRUE, TRUE, get_found, NULL, NULL, NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (dd_case_columns) == DD_N_CASE_COLUMNS);

const DdCaseColumn *
dd_case_column_find (const char *id)
{
  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    if (g_strcmp0 (dd_case_columns[i].id, id) == 0)
      return &dd_case_columns[i];
  return NULL;
}

/* --- Sorting --- */

/* What dd_case_column_find_sorted() has compared: the sorter that is asked first leaves its column
 * in the first of the two. */
typedef struct
{
  GObject parent_instance;
  const DdCaseColumn *column;
} Probe;

typedef struct
{
  GObjectClass parent_class;
} ProbeClass;

static GType
probe_get_type (void);
G_DEFINE_TYPE (Probe, probe, G_TYPE_OBJECT)

static void
probe_class_init (ProbeClass *klass)
{
}

static void
probe_init (Probe *self)
{
}

/* Both are marked, in whichever order they come; the one at the lower address is the smaller. */
static int
compare_probes (Probe *first, Probe *second, const DdCaseColumn *column)
{
  first->column = second->column = column;
  return first < second ? -1 : 1;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const DdCaseColumn *column = data;
  const DdCaseSummary *first, *second;
  int order;

  if (G_UNLIKELY (!DD_IS_CASE_ITEM ((gpointer) a)))
    return compare_probes ((Probe *) a, (Probe *) b, column);
  first = dd_case_item_get_summary ((DdCaseItem *) a);
  second = dd_case_item_get_summary ((DdCaseItem *) b);
  order = column->compare (first, second);
  if (order == 0)
    order = compare_due (first, second);
  if (order == 0)
    order = compare_customer (first, second);
  return order != 0 ? order : strcmp (first->id, second->id);
}

GtkSorter *
dd_case_column_make_sorter (const DdCaseColumn *column)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_items, (gpointer) column, NULL));
}

const DdCaseColumn *
dd_case_column_find_sorted (GtkSorter *sorter, gboolean *descending)
{
  g_autoptr (GObject) first = g_object_new (probe_get_type (), NULL);
  g_autoptr (GObject) second = g_object_new (probe_get_type (), NULL);
  gpointer low = MIN ((gpointer) first, (gpointer) second);
  gpointer high = MAX ((gpointer) first, (gpointer) second);

  *descending = gtk_sorter_compare (sorter, low, high) == GTK_ORDERING_LARGER;
  return ((Probe *) low)->column;
}
