/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-case.h"

#include "dd-case-rows.h"

#include <glib/gi18n-lib.h>

#define ANY_STATE (-1)

/* Which cases are wanted. */
typedef struct
{
  int state;     /* a DdCaseState, or ANY_STATE */
  char *service; /* (owned) (nullable): its id; NULL is any */
} Filter;

static void
filter_clear (Filter *filter)
{
  g_free (filter->service);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static gboolean
is_wanted (const DdCaseSummary *summary, const Filter *filter)
{
  return (filter->state == ANY_STATE || filter->state == (int) summary->state)
         && (filter->service == NULL || g_str_equal (filter->service, summary->service_id));
}

/* Null is the smallest of all numbers, and here the last. */
static int
compare_null_last (gint64 first, gint64 second)
{
  if ((first == DD_INTEGER_NONE) != (second == DD_INTEGER_NONE))
    return first == DD_INTEGER_NONE ? 1 : -1;
  return (first > second) - (first < second);
}

/* What is due first comes first; what is over last, and the newest of that first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const DdCaseSummary *first = *(DdCaseSummary *const *) a;
  const DdCaseSummary *second = *(DdCaseSummary *const *) b;
  int order = compare_null_last (first->next_due, second->next_due);

  if (order == 0)
    order = compare_null_last (second->closed_at, first->closed_at);
  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static GPtrArray *
choose (GPtrArray *all, const Filter *filter)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_wanted (all->pdata[i], filter))
      g_ptr_array_add (chosen, all->pdata[i]);
  g_ptr_array_sort (chosen, compare);
  return chosen;
}

static char *
list_cases (DdSession *session, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) all =
      dd_case_summary_load_all (session->connection, session->calendar, error);
  g_autoptr (GPtrArray) cases = NULL;

  if (all == NULL)
    return NULL;
  cases = choose (all, data);
  if (session->json)
    return dd_case_rows_to_json (cases, session);
  return cases->len > 0 ? dd_case_rows_to_text (cases, session) : g_strdup (_ ("No cases.\n"));
}

static gboolean
parse_state (const char *text, int *state, GError **error)
{
  g_autofree char *states = NULL;
  gint64 value;

  if (text == NULL)
    return TRUE;
  if (dd_enum_find (dd_case_state_get_type (), text, &value))
    {
      *state = (int) value;
      return TRUE;
    }
  states = dd_enum_list_nicks (dd_case_state_get_type ());
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("--state: %s is not %s"), text,
               states);
  return FALSE;
}

char *
dd_command_case_list (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_auto (Filter) filter = { ANY_STATE, NULL };
  g_autofree char *state = NULL;
  const GOptionEntry entries[] = {
    { "state", 's', 0, G_OPTION_ARG_FILENAME, &state,
      N_ ("Only those requested, running, waiting, closed or cancelled"), N_ ("STATE") },
    { "service", 'S', 0, G_OPTION_ARG_FILENAME, &filter.service, N_ ("Only those of this service"),
      N_ ("ID") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error) || !parse_state (state, &filter.state, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_READ, list_cases, &filter, error);
}
