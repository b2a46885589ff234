/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reminder-fixture.h"

#include "dd-case-actions.h"
#include "dd-preferences.h"

static void
append_reminders (GString *text, const char *name, GPtrArray *reminders)
{
  if (reminders->len == 0)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = reminders->pdata[i];

      g_string_append_printf (text, "%s %s %s", i > 0 ? "," : "",
                              dd_reminder_kind_get_nick (reminder->kind), reminder->matter);
    }
}

/* Ids without the case. */
static void
append_ids (GString *text, GPtrArray *ids)
{
  if (ids->len == 0)
    return;
  g_string_append_printf (text, "%swithdraw", text->len > 0 ? "; " : "");
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      const char *slash = strchr (id, '/');

      g_string_append_printf (text, "%s %s", i > 0 ? "," : "", slash != NULL ? slash + 1 : id);
    }
}

static char *
describe (const DdReminderRound *round)
{
  GString *text = g_string_new (NULL);

  append_reminders (text, "show", round->show);
  append_reminders (text, "gathered", round->gathered);
  append_reminders (text, "replace", round->replace);
  append_ids (text, round->withdraw);
  if (round->wake != DD_INSTANT_NONE)
    {
      g_autofree char *wake = dd_calendar_format (round->calendar, round->wake, "%-d %H:%M");
      g_string_append_printf (text, "%swake %s", text->len > 0 ? "; " : "", wake);
    }
  return g_string_free (text, FALSE);
}

static DdReminderRound *
take (DdReminderDesk *desk, DdConnection *connection, gint64 now)
{
  g_autoptr (GError) error = NULL;
  DdReminderRound *round = dd_reminder_desk_take_round (desk, connection, now, &error);

  g_assert_no_error (error);
  return round;
}

char *
reminder_fixture_take (DdReminderDesk *desk, DdConnection *connection, const char *now)
{
  g_autoptr (DdReminderRound) round = take (desk, connection, case_fixture_at (now));

  return round->wake == case_fixture_at (now) ? g_strdup ("catching up") : describe (round);
}

/* What a round claims wakes it at the end of the claim; what is told of is the round after. */
void
reminder_fixture_check (DdReminderDesk *desk,
                        DdConnection *connection,
                        const char *now,
                        const char *expected)
{
  gint64 at = case_fixture_at (now);
  g_autoptr (DdReminderRound) round = take (desk, connection, at);
  g_autoptr (DdReminderRound) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  while (round->wake == at)
    {
      dd_reminder_round_free (round);
      round = take (desk, connection, at);
    }
  dd_reminder_desk_confirm (desk, connection, &error);
  g_assert_no_error (error);
  after = take (desk, connection, at);
  g_assert_cmpuint (after->show->len + after->gathered->len, ==, 0);
  round->wake = after->wake;
  text = describe (round);
  g_assert_cmpstr (text, ==, expected);
}

void
reminder_fixture_step (DdConnection *connection,
                       const char *case_id,
                       DdCaseStepKind kind,
                       const char *activity,
                       const char *now)
{
  const DdActor actor = { .user = "Anna", .now = case_fixture_at (now) };
  const DdCaseStep step = { .kind = kind, .activity = activity, .text = "because" };
  g_autoptr (GError) error = NULL;

  dd_case_actions_take (connection, &actor, case_id, &step, &error);
  g_assert_no_error (error);
}

void
reminder_fixture_prefer (DdConnection *connection,
                         const char *case_id,
                         const char *name,
                         const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdPreference) preference = dd_preferences_load (connection, case_id, name, &error);

  g_assert_no_error (error);
  dd_record_set_text (DD_RECORD (preference), "value", value);
  case_fixture_save (connection, DD_RECORD (preference), 1000);
}
