/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-reminder-notices.h"

#include "dd-reminder-desk.h"

/* Friday 2026-12-04 10:00 UTC */
#define FRIDAY G_GINT64_CONSTANT (1796378400)
#define DAY    G_GINT64_CONSTANT (86400)

static DdReminder *
make_reminder (DdReminderKind kind, const char *matter)
{
  const DdReminder reminder = { .case_id = (char *) "case",
                                .matter = (char *) matter,
                                .kind = kind,
                                .due = FRIDAY,
                                .about = FRIDAY + DAY,
                                .subject = (char *) "Backup",
                                .customer = (char *) "Acme",
                                .product = (char *) "CX Process" };

  return dd_reminder_copy (&reminder);
}

/* The actions in one line: "default Open, done Done". */
static char *
describe (const DdNotice *notice)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < notice->actions->len; i++)
    {
      const DdNoticeAction *action = g_ptr_array_index (notice->actions, i);

      g_string_append_printf (line, "%s%s %s", i > 0 ? ", " : "", action->name, action->label);
    }
  return g_string_free (line, FALSE);
}

static const struct
{
  const char *name;
  DdReminderKind kind;
  const char *matter;
  gint64 now;
  DdReminderUrgency urgency;
  const char *actions;
} rows[] = {
  { "on-a-friday", DD_REMINDER_ACTIVITY_START, "activity:backup", FRIDAY, DD_URGENCY_LOW,
    "default Open, done Done, snooze-hour In 1 Hour, snooze-tomorrow Tomorrow, "
    "snooze-next-working-day Next Working Day" },
  { "on-a-thursday", DD_REMINDER_RESPONSE_BREACHED, "response:first", FRIDAY - DAY,
    DD_URGENCY_CRITICAL,
    "default Open, done Done, snooze-hour In 1 Hour, snooze-tomorrow Tomorrow" },
  { "of-what-is-due", DD_REMINDER_ACTIVITY_DUE, "activity:backup", FRIDAY - DAY, DD_URGENCY_NORMAL,
    "default Open, done Mark Done, snooze-hour In 1 Hour, snooze-tomorrow Tomorrow" },
};

static void
test_makes_notices (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DdReminder) reminder = make_reminder (rows[i].kind, rows[i].matter);
      g_autofree char *id = dd_reminder_dup_notification_id (reminder);
      g_autofree char *title = dd_reminder_get_title (reminder);
      g_autoptr (DdNotice) notice = dd_reminder_notices_make (reminder, calendar, rows[i].now);
      g_autofree char *actions = describe (notice);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (notice->id, ==, id);
      g_assert_cmpstr (notice->title, ==, title);
      g_assert_cmpint (notice->urgency, ==, rows[i].urgency);
      g_assert_cmpstr (actions, ==, rows[i].actions);
    }
}

static void
test_gathers_many (void)
{
  g_autoptr (GPtrArray) reminders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  g_autoptr (DdNotice) notice = NULL;
  g_autofree char *actions = NULL;

  g_ptr_array_add (reminders, make_reminder (DD_REMINDER_ACTIVITY_DUE, "activity:backup"));
  g_ptr_array_add (reminders, make_reminder (DD_REMINDER_DEADLINE_MISSED, "deadline"));
  g_ptr_array_add (reminders, make_reminder (DD_REMINDER_ACTIVITY_START, "activity:test"));
  notice = dd_reminder_notices_gather (reminders);
  actions = describe (notice);
  g_assert_cmpstr (notice->id, ==, DD_REMINDER_GATHERED_ID);
  g_assert_cmpstr (notice->title, ==, "3 reminders");
  g_assert_cmpint (notice->urgency, ==, DD_URGENCY_CRITICAL);
  g_assert_cmpstr (actions, ==, "default Open");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-notices/makes-notices", test_makes_notices);
  g_test_add_func ("/reminder-notices/gathers-many", test_gathers_many);
  return g_test_run ();
}
