/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What all rules of the lint share: adding a finding, and the words for working time and lists.
 */
#include "config.h"

#include "lint/dd-lint-run.h"

#include "lint/dd-lint-path.h"

#include <glib/gi18n-lib.h>

#define MINUTES_PER_HOUR        60
#define DD_LINT_MINUTES_PER_DAY 480
#define MAX_LISTED              6

void
dd_lint_run_add (DdLintRun *run,
                 const char *section,
                 const DdActivity *activity,
                 char *message,
                 char *reading)
{
  DdLintFinding *finding = g_new (DdLintFinding, 1);

  g_assert (run->rule != NULL);

  finding->rule = run->rule;
  finding->section = g_strdup (section);
  finding->activity = activity != NULL ? g_strdup (activity->id) : NULL;
  finding->message = message;
  finding->reading = reading;
  g_ptr_array_add (run->findings, finding);
}

const char *
dd_lint_section (const char *section)
{
  return section != NULL ? section : _ ("the document");
}

const char *
dd_lint_activity_section (const DdActivity *activity)
{
  return activity->section != NULL ? activity->section : activity->cell->section;
}

/* "5", or "9 to 14". */
static char *
format_count (gint64 shorter, gint64 longer)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, shorter);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, longer);

  /* Translators: figures of a range, as in "9 to 14 working days" */
  return shorter == longer ? g_steal_pointer (&to) : g_strdup_printf (_ ("%s to %s"), from, to);
}

char *
dd_lint_time (gint64 shorter, gint64 longer)
{
  g_autofree char *count = NULL;
  gint64 unit = 1;

  if (longer == 0)
    return g_strdup (_ ("no working time"));

  if (shorter % DD_LINT_MINUTES_PER_DAY == 0 && longer % DD_LINT_MINUTES_PER_DAY == 0)
    unit = DD_LINT_MINUTES_PER_DAY;
  else if (shorter % MINUTES_PER_HOUR == 0 && longer % MINUTES_PER_HOUR == 0)
    unit = MINUTES_PER_HOUR;

  shorter /= unit;
  longer /= unit;
  count = format_count (shorter, longer);
  if (unit == DD_LINT_MINUTES_PER_DAY)
    return g_strdup_printf (ngettext ("%s working day", "%s working days", longer), count);
  if (unit == MINUTES_PER_HOUR)
    return g_strdup_printf (ngettext ("%s working hour", "%s working hours", longer), count);
  return g_strdup_printf (ngettext ("%s working minute", "%s working minutes", longer), count);
}

char *
dd_lint_list (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint shown = names->len <= MAX_LISTED ? names->len - 1 : MAX_LISTED;

  g_assert (names->len > 0);

  for (guint i = 0; i < shown; i++)
    /* Translators: a further name in a list */
    g_string_append_printf (text, i > 0 ? _ (", %s") : "%s", (char *) g_ptr_array_index (names, i));
  if (shown == 0)
    return g_strdup (g_ptr_array_index (names, 0));
  if (names->len <= MAX_LISTED)
    return g_strdup_printf (_ ("%s and %s"), text->str, (char *) g_ptr_array_index (names, shown));
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", names->len - shown),
                          text->str, names->len - shown);
}
