/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "search-provider/dd-shell-search.h"

#include "dd-case-summary.h"
#include "dd-case-words.h"
#include "dd-search.h"
#include "dd-store-error.h"
#include "delivery/dd-case.h"

#include <glib/gi18n.h>

/* Customers and people are found, too; of what is asked for so much is more than enough to leave
 * that many cases. */
#define SURPLUS 3

GStrv
dd_shell_search_find (DdConnection *connection,
                      const char *const *terms,
                      guint limit,
                      GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  g_autoptr (GPtrArray) found = dd_search_run (connection, words, limit * SURPLUS, error);

  if (found == NULL)
    return NULL;
  for (guint i = 0, n = 0; i < found->len && n < limit; i++)
    {
      const DdSearchResult *result = found->pdata[i];

      if (result->entity != &dd_case_entity)
        continue;
      g_strv_builder_add (ids, result->id);
      n++;
    }
  return g_strv_builder_end (ids);
}

/* Who is waited for, or what is next. */
static char *
describe_state (const DdCaseSummary *summary, DdCalendar *calendar, gint64 now)
{
  g_autofree char *wait = dd_case_words_wait (summary);
  g_autofree char *state = dd_case_words_state (summary);
  g_autofree char *next = dd_case_words_next (summary);
  g_autofree char *due = NULL;

  if (wait[0] != '\0')
    return g_steal_pointer (&wait);
  if (next[0] == '\0' || summary->next_due == DD_INTEGER_NONE)
    return g_steal_pointer (&state);
  due = dd_case_words_due (calendar, summary->next_due, now);
  /* Translators: how a case stands, in the desktop's search: its state, its next activity, and when
   * that is due: "Running: C · Provide Access, in 3 days" */
  return g_strdup_printf (_ ("%s: %s, %s"), state, next, due);
}

static void
add_meta (GVariantBuilder *metas, const DdCaseSummary *summary, DdCalendar *calendar, gint64 now)
{
  g_autofree char *product = dd_case_words_product (summary);
  /* Translators: a case in the desktop's search: customer, product */
  g_autofree char *name = g_strdup_printf (_ ("%s – %s"), summary->customer, product);
  g_autofree char *description = describe_state (summary, calendar, now);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (summary->id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "clipboardText", g_variant_new_string (summary->title));
  g_variant_builder_close (metas);
}

GVariant *
dd_shell_search_describe (DdConnection *connection,
                          const char *const *ids,
                          DdCalendar *calendar,
                          gint64 now,
                          GError **error)
{
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (; *ids != NULL; ids++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (DdCaseSummary) summary =
          dd_case_summary_load (connection, *ids, calendar, &failure);

      if (summary != NULL)
        add_meta (&metas, summary, calendar, now);
      else if (!g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_variant_ref_sink (g_variant_builder_end (&metas));
}
