/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-reminders.h"

#include "dd-json.h"
#include "dd-option.h"
#include "dd-reminder-inbox.h"
#include "dd-reminder-schedule.h"
#include "dd-session.h"
#include "dd-table.h"

#include <glib/gi18n-lib.h>

/* How far ahead is looked, unless somebody says so. */
#define AHEAD (14 * G_GINT64_CONSTANT (86400))

/* What is asked for; a text that was not given is NULL. */
typedef struct
{
  char *from;  /* (owned) (nullable) */
  char *to;    /* (owned) (nullable) */
  char *until; /* (owned) (nullable): of a snooze */
  DdReminderSnooze snooze;
  const char *key;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- Text and JSON --- */

static DdStyle
get_style (const DdReminderEntry *entry)
{
  if (dd_reminder_kind_get_urgency (entry->reminder->kind) == DD_URGENCY_CRITICAL)
    return DD_STYLE_ALERT;
  return entry->state == DD_REMINDER_DONE ? DD_STYLE_FAINT : DD_STYLE_PLAIN;
}

static const char *
get_state_words (const DdReminderEntry *entry, gint64 now)
{
  switch (entry->state)
    {
    case DD_REMINDER_SCHEDULED:
      return entry->wake <= now ? _ ("due") : _ ("to come");
    case DD_REMINDER_CLAIMED:
    case DD_REMINDER_TOLD:
      return _ ("told");
    case DD_REMINDER_SNOOZED:
      return _ ("put off");
    case DD_REMINDER_DONE:
      return _ ("done");
    }
  g_return_val_if_reached (NULL);
}

static void
add_row (DdTable *table, const DdReminderEntry *entry, const DdSession *session)
{
  gint64 when = entry->state == DD_REMINDER_SNOOZED ? entry->wake : entry->reminder->due;
  g_autofree char *due = dd_calendar_format (session->calendar, when, "%Y-%m-%d %H:%M");
  g_autofree char *title = dd_reminder_get_title (entry->reminder);

  dd_table_add_row (table, get_style (entry),
                    (const char *const[]){ due, get_state_words (entry, session->now), title,
                                           entry->key });
}

static char *
entries_to_text (GPtrArray *entries, const DdSession *session)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE,
                                   DD_TABLE_OPTIONAL };
  g_autoptr (DdTable) table = NULL;

  if (entries->len == 0)
    return g_strdup (_ ("No reminders.\n"));
  table = dd_table_new (columns, G_N_ELEMENTS (columns));
  dd_table_add_row (table, DD_STYLE_HEADING,
                    (const char *const[]){ _ ("Due"), _ ("State"), _ ("Reminder"), _ ("Key") });
  for (guint i = 0; i < entries->len; i++)
    add_row (table, entries->pdata[i], session);
  return dd_table_to_text (table, &session->terminal);
}

static void
add_entry (JsonBuilder *builder, const DdReminderEntry *entry, DdCalendar *calendar)
{
  const DdReminder *reminder = entry->reminder;
  g_autofree char *title = dd_reminder_get_title (reminder);
  g_autofree char *body = dd_reminder_get_body (reminder, calendar);
  DdReminderUrgency urgency = dd_reminder_kind_get_urgency (reminder->kind);

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "key", entry->key);
  dd_json_add_string (builder, "case", reminder->case_id);
  dd_json_add_string (builder, "customer", reminder->customer);
  dd_json_add_string (builder, "product", reminder->product);
  dd_json_add_string (builder, "matter", reminder->matter);
  dd_json_add_string (builder, "kind", dd_reminder_kind_get_nick (reminder->kind));
  dd_json_add_string (builder, "urgency", dd_reminder_urgency_get_nick (urgency));
  dd_json_add_string (builder, "state", dd_reminder_state_get_nick (entry->state));
  dd_json_add_instant (builder, "due", calendar, reminder->due);
  dd_json_add_instant (builder, "about", calendar, reminder->about);
  dd_json_add_instant (builder, "told_at", calendar, entry->told_at);
  dd_json_add_instant (builder, "snoozed_until", calendar, entry->snoozed_until);
  dd_json_add_string (builder, "title", title);
  dd_json_add_string (builder, "body", body);
  json_builder_end_object (builder);
}

static char *
entries_to_json (GPtrArray *entries, const DdSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "reminders");
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, entries->pdata[i], session->calendar);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- The list --- */

static GPtrArray *
list_between (DdSession *session, const Request *request, GError **error)
{
  gint64 from;
  gint64 to;

  if (!dd_option_parse_instant (session->calendar, "--from", request->from, FALSE, &from, error)
      || !dd_option_parse_instant (session->calendar, "--to", request->to, TRUE, &to, error))
    return NULL;
  if (from == DD_INSTANT_NONE)
    from = session->now;
  return dd_reminder_inbox_list (session->connection, from,
                                 to == DD_INSTANT_NONE ? from + AHEAD : to, error);
}

/* The inbox, and below it what comes. */
static GPtrArray *
list_open (DdSession *session, GError **error)
{
  g_autoptr (GPtrArray) inbox = dd_reminder_inbox_load (session->connection, error);
  GPtrArray *coming;

  if (inbox == NULL)
    return NULL;
  coming = dd_reminder_inbox_list_coming (session->connection, session->now + AHEAD, error);
  if (coming == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (inbox, coming);
  return g_steal_pointer (&inbox);
}

static char *
list (DdSession *session, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) entries = NULL;

  if (!dd_reminder_schedule_update (session->connection, session->now, error))
    return NULL;
  entries = request->from != NULL || request->to != NULL ? list_between (session, request, error)
                                                         : list_open (session, error);
  if (entries == NULL)
    return NULL;
  return session->json ? entries_to_json (entries, session) : entries_to_text (entries, session);
}

char *
dd_command_reminders (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_auto (Request) request = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &request.from,
      N_ ("Those due from this date or instant on (default: now)"), N_ ("T") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &request.to,
      N_ ("Those due before this instant, or by this date (default: two weeks later)"), N_ ("T") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, list, &request, error);
}

/* --- Answers --- */

/* What became of the reminder @key. */
static char *
tell (DdSession *session, const char *key, GError **error)
{
  g_autoptr (DdReminderEntry) entry = dd_reminder_entry_load (session->connection, key, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  if (entry == NULL)
    return NULL;
  g_ptr_array_add (entries, entry);
  return session->json ? entries_to_json (entries, session) : entries_to_text (entries, session);
}

static char *
snooze (DdSession *session, gpointer data, GError **error)
{
  const Request *request = data;

  if (!dd_reminder_inbox_snooze (session->connection, request->key, request->snooze, session->now,
                                 error))
    return NULL;
  return tell (session, request->key, error);
}

static char *
finish (DdSession *session, gpointer data, GError **error)
{
  const Request *request = data;

  if (!dd_reminder_inbox_done (session->connection, request->key, session->now, error))
    return NULL;
  return tell (session, request->key, error);
}

static gboolean
parse_snooze (Request *request, GError **error)
{
  request->snooze = DD_SNOOZE_HOUR;
  if (request->until == NULL || dd_snooze_find (request->until, &request->snooze))
    return TRUE;
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
               _ ("--until: %s is not hour, tomorrow or next-working-day"), request->until);
  return FALSE;
}

char *
dd_command_reminders_snooze (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_auto (Request) request = { NULL };
  const GOptionEntry entries[] = {
    { "until", 'u', 0, G_OPTION_ARG_FILENAME, &request.until,
      N_ ("hour, tomorrow or next-working-day (default: hour)"), N_ ("WHEN") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error) || !parse_snooze (&request, error))
    return NULL;
  request.key = line->arguments[0];
  return dd_session_run (line, &options, DD_SESSION_CHANGE, snooze, &request, error);
}

char *
dd_command_reminders_done (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_auto (Request) request = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  request.key = line->arguments[0];
  return dd_session_run (line, &options, DD_SESSION_CHANGE, finish, &request, error);
}
