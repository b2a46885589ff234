/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-reminder-notices.h"

#include "dd-reminder-desk.h"

#include <glib/gi18n.h>

static void
add_snooze (DdNotice *notice, DdReminderSnooze snooze)
{
  g_autofree char *name =
      g_strconcat (DD_REMINDER_NOTICE_SNOOZE, dd_snooze_get_nick (snooze), NULL);

  dd_notice_add_action (notice, name, dd_snooze_to_words (snooze));
}

/* Mostly tomorrow is the next working day. */
static void
add_snoozes (DdNotice *notice, DdCalendar *calendar, gint64 now)
{
  gint64 tomorrow = dd_snooze_get_end (DD_SNOOZE_TOMORROW, calendar, now);

  add_snooze (notice, DD_SNOOZE_HOUR);
  add_snooze (notice, DD_SNOOZE_TOMORROW);
  if (dd_snooze_get_end (DD_SNOOZE_NEXT_WORKING_DAY, calendar, now) != tomorrow)
    add_snooze (notice, DD_SNOOZE_NEXT_WORKING_DAY);
}

DdNotice *
dd_reminder_notices_make (const DdReminder *reminder, DdCalendar *calendar, gint64 now)
{
  g_autofree char *id = dd_reminder_dup_notification_id (reminder);
  g_autofree char *title = dd_reminder_get_title (reminder);
  g_autofree char *body = dd_reminder_get_body (reminder, calendar);
  DdNotice *notice = dd_notice_new (id, title, body, dd_reminder_kind_get_urgency (reminder->kind));

  dd_notice_add_action (notice, DD_NOTICE_DEFAULT, _ ("Open"));
  /* Of an activity it is said what is meant: not only the reminder is done. */
  dd_notice_add_action (notice, DD_REMINDER_NOTICE_DONE,
                        reminder->kind == DD_REMINDER_ACTIVITY_DUE ? _ ("Mark Done") : _ ("Done"));
  add_snoozes (notice, calendar, now);
  return notice;
}

DdNotice *
dd_reminder_notices_gather (GPtrArray *reminders)
{
  g_autofree char *title = dd_reminders_get_title (reminders);
  g_autofree char *body = dd_reminders_get_body (reminders);
  DdNotice *notice = dd_notice_new (DD_REMINDER_GATHERED_ID, title, body, DD_URGENCY_LOW);

  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = g_ptr_array_index (reminders, i);

      notice->urgency = MAX (notice->urgency, dd_reminder_kind_get_urgency (reminder->kind));
    }
  dd_notice_add_action (notice, DD_NOTICE_DEFAULT, _ ("Open"));
  return notice;
}
