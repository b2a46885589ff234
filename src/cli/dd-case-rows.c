/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-case-rows.h"

#include "dd-case-words.h"
#include "dd-json.h"
#include "dd-table.h"
#include "dd-text.h"
#include "delivery/dd-plan-enums.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

/* So much of an id tells most cases apart. */
#define SHORT_ID 8

/* --- Text --- */

static DdStyle
get_style (const DdCaseSummary *summary, const DdSession *session)
{
  if (!dd_case_summary_is_open (summary))
    return DD_STYLE_FAINT;
  if (summary->at_risk
      || (summary->next_due != DD_INTEGER_NONE && summary->next_due < session->now))
    return DD_STYLE_ALERT;
  return DD_STYLE_PLAIN;
}

static void
add_row (DdTable *table, const DdCaseSummary *summary, const DdSession *session)
{
  g_autofree char *id = g_strndup (summary->id, SHORT_ID);
  g_autofree char *product = dd_case_words_product (summary);
  g_autofree char *state = dd_case_words_state (summary);
  g_autofree char *next = dd_case_words_next (summary);
  g_autofree char *due = dd_case_words_due (session->calendar, summary->next_due, session->now);
  g_autofree char *deadline =
      dd_case_words_day (session->calendar, summary->deadline, session->now);
  g_autofree char *finish =
      dd_case_words_day (session->calendar, summary->planned_finish, session->now);
  g_autofree char *risk = dd_case_words_risk (summary, session->calendar);

  dd_table_add_row (table, get_style (summary, session),
                    (const char *const[]){ id, summary->customer, product, state, next, due,
                                           deadline, finish, risk });
}

char *
dd_case_rows_to_text (GPtrArray *cases, const DdSession *session)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE, DD_TABLE_OPTIONAL,
                                   DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE, DD_TABLE_PLAIN,
                                   DD_TABLE_PLAIN, DD_TABLE_OPTIONAL, DD_TABLE_PLAIN };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *owners = dd_words_owner_legend ();
  g_autofree char *legend = g_strdup_printf ("%s.", owners);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *body = NULL;
  GString *text;

  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ _ ("Case"), _ ("Customer"), _ ("Product"), _ ("State"),
                                           _ ("Next"), _ ("Due"), _ ("Deadline"), _ ("Finish"),
                                           _ ("Risk") });
  for (guint i = 0; i < cases->len; i++)
    add_row (table, g_ptr_array_index (cases, i), session);
  body = dd_table_to_text (table, &session->terminal);
  text = g_string_new (body);
  g_string_append_c (text, '\n');
  dd_text_append_paragraph (lines, legend, session->terminal.width, 0);
  dd_terminal_append (&session->terminal, text, DD_STYLE_FAINT, lines->str);
  return g_string_free (text, FALSE);
}

/* --- JSON --- */

static void
add_next (const DdCaseSummary *summary, JsonBuilder *builder, const DdSession *session)
{
  g_autofree char *owner = dd_owner_to_text (summary->next_owner);

  if (summary->next_activity == NULL)
    {
      dd_json_add_string (builder, "next", NULL);
      return;
    }
  dd_json_begin_object (builder, "next");
  dd_json_add_string (builder, "activity", summary->next_activity);
  dd_json_add_string (builder, "name", summary->next_name);
  dd_json_add_string (builder, "owner", owner);
  dd_json_add_instant (builder, "due", session->calendar, summary->next_due);
  json_builder_end_object (builder);
}

/* The wait that is open, the whole case's before an activity's. */
static void
add_wait (const DdCaseSummary *summary, JsonBuilder *builder)
{
  if (!summary->waiting)
    {
      dd_json_add_string (builder, "waiting", NULL);
      return;
    }
  dd_json_begin_object (builder, "waiting");
  dd_json_add_string (builder, "for", dd_enum_get_nick (dd_party_get_type (), summary->wait_party));
  dd_json_add_string (builder, "reason", summary->wait_reason);
  json_builder_end_object (builder);
}

static void
add_dates (const DdCaseSummary *summary, JsonBuilder *builder, const DdSession *session)
{
  DdCalendar *calendar = session->calendar;

  dd_json_add_string (builder, "deadline", summary->deadline_date);
  dd_json_add_instant (builder, "start", calendar, summary->planned_start);
  dd_json_add_instant (builder, "finish", calendar, summary->planned_finish);
  dd_json_add_instant (builder, "latest_start", calendar, summary->latest_start);
  dd_json_add_instant (builder, "closed_at", calendar, summary->closed_at);
  dd_json_add_boolean (builder, "at_risk", summary->at_risk);
  dd_json_add_string (builder, "plan_error", summary->plan_error);
}

void
dd_case_rows_add_members (const DdCaseSummary *summary,
                          JsonBuilder *builder,
                          const DdSession *session)
{
  dd_json_add_string (builder, "id", summary->id);
  dd_json_add_string (builder, "title", summary->title);
  dd_json_add_string (builder, "customer", summary->customer);
  dd_json_add_string (builder, "service", summary->service_id);
  dd_json_add_string (builder, "product", summary->product);
  dd_json_add_string (builder, "current_version", summary->current_version);
  dd_json_add_string (builder, "target_version", summary->target_version);
  dd_json_add_string (builder, "manager", summary->manager);
  dd_json_add_string (builder, "consultant", summary->consultant);
  dd_json_add_string (builder, "state",
                      dd_enum_get_nick (dd_case_state_get_type (), summary->state));
  add_wait (summary, builder);
  add_next (summary, builder, session);
  add_dates (summary, builder, session);
}

char *
dd_case_rows_to_json (GPtrArray *cases, const DdSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "cases");
  for (guint i = 0; i < cases->len; i++)
    {
      json_builder_begin_object (builder);
      dd_case_rows_add_members (g_ptr_array_index (cases, i), builder, session);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- One --- */

/* "Running. Next: C · Prepare Environment, tomorrow. Finish Mon 30 Nov, 3 days to spare." */
static char *
tell (const DdCaseSummary *summary, const DdSession *session)
{
  g_autofree char *state = dd_case_words_state (summary);
  g_autofree char *next = dd_case_words_next (summary);
  g_autofree char *due = dd_case_words_due (session->calendar, summary->next_due, session->now);
  g_autofree char *finish =
      dd_case_words_day (session->calendar, summary->planned_finish, session->now);
  g_autofree char *risk = dd_case_words_risk (summary, session->calendar);

  if (next[0] == '\0')
    /* Translators: a case's state, as a sentence: "Closed." */
    return g_strdup_printf (_ ("%s."), state);
  if (summary->deadline == DD_INTEGER_NONE)
    /* Translators: a case's state, what is next, when that is due, and when all is finished */
    return g_strdup_printf (_ ("%s. Next: %s, %s. Finish %s."), state, next, due, finish);
  /* Translators: the same, and how that stands to the deadline: "3 days to spare" */
  return g_strdup_printf (_ ("%s. Next: %s, %s. Finish %s, %s."), state, next, due, finish, risk);
}

char *
dd_case_rows_tell_one (const char *id, const DdSession *session, GError **error)
{
  g_autoptr (DdCaseSummary) summary =
      dd_case_summary_load (session->connection, id, session->calendar, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (summary == NULL)
    return NULL;
  if (!session->json)
    return dd_text_to_line (tell (summary, session));
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  dd_case_rows_add_members (summary, builder, session);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}
