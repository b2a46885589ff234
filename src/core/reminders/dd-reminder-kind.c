/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Kinds of reminders: one table.
 */

#include "config.h"

#include "reminders/dd-reminder-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *nick;
  const char *words; /* untranslated */
  DdReminderUrgency urgency;
  DdReminderTiming timing;
  DdSpan lead;
} Kind;

#define NONE                                                                                       \
  {                                                                                                \
    0, DD_DURATION_DAY                                                                             \
  }

static const Kind kinds[DD_N_REMINDER_KINDS] = {
  [DD_REMINDER_ACTIVITY_START] = { "activity-start",
                                   N_ ("Before an activity starts"),
                                   DD_URGENCY_LOW,
                                   DD_REMINDER_BEFORE,
                                   { 1, DD_DURATION_DAY } },
  [DD_REMINDER_ACTIVITY_DUE] = { "activity-due",
                                 N_ ("Before an activity is due"),
                                 DD_URGENCY_NORMAL,
                                 DD_REMINDER_BEFORE,
                                 { 1, DD_DURATION_DAY } },
  [DD_REMINDER_RESPONSE_HALF] = { "response-half",
                                  N_ ("When half of the time for a response is over"),
                                  DD_URGENCY_LOW, DD_REMINDER_AT, NONE },
  [DD_REMINDER_RESPONSE_SOON] = { "response-soon",
                                  N_ ("Before the time for a response is over"),
                                  DD_URGENCY_NORMAL,
                                  DD_REMINDER_BEFORE,
                                  { 2, DD_DURATION_HOUR } },
  [DD_REMINDER_RESPONSE_BREACHED] = { "response-breached",
                                      N_ ("When the time for a response is over"),
                                      DD_URGENCY_CRITICAL, DD_REMINDER_AT, NONE },
  [DD_REMINDER_WAIT_OLD] = { "wait-old",
                             N_ ("After a wait began"),
                             DD_URGENCY_NORMAL,
                             DD_REMINDER_AFTER,
                             { 3, DD_DURATION_DAY } },
  [DD_REMINDER_QUESTIONNAIRE_LATE] = { "questionnaire-late",
                                       N_ ("After the questionnaire was sent and is not back"),
                                       DD_URGENCY_NORMAL,
                                       DD_REMINDER_AFTER,
                                       { 3, DD_DURATION_DAY } },
  [DD_REMINDER_DEADLINE_NEAR] = { "deadline-near",
                                  N_ ("Before the plan begins to miss the deadline"),
                                  DD_URGENCY_NORMAL,
                                  DD_REMINDER_BEFORE,
                                  { 2, DD_DURATION_DAY } },
  [DD_REMINDER_DEADLINE_MISSED] = { "deadline-missed",
                                    N_ ("When the plan does not meet the deadline any more"),
                                    DD_URGENCY_CRITICAL, DD_REMINDER_AT, NONE },
  [DD_REMINDER_SUPPORT_ENDING] = { "support-ending",
                                   N_ ("Before the support window closes"),
                                   DD_URGENCY_LOW,
                                   DD_REMINDER_BEFORE,
                                   { 1, DD_DURATION_DAY } },
  [DD_REMINDER_NEXT_REQUEST] = { "next-request",
                                 N_ ("Before the next request must be made"),
                                 DD_URGENCY_LOW,
                                 DD_REMINDER_BEFORE,
                                 { 1, DD_DURATION_WEEK } },
};

const char *
dd_reminder_kind_get_nick (DdReminderKind kind)
{
  g_return_val_if_fail (kind < DD_N_REMINDER_KINDS, NULL);

  return kinds[kind].nick;
}

gboolean
dd_reminder_kind_find (const char *nick, DdReminderKind *kind)
{
  g_return_val_if_fail (nick != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < DD_N_REMINDER_KINDS; i++)
    if (strcmp (kinds[i].nick, nick) == 0)
      {
        *kind = (DdReminderKind) i;
        return TRUE;
      }
  return FALSE;
}

DdReminderUrgency
dd_reminder_kind_get_urgency (DdReminderKind kind)
{
  g_return_val_if_fail (kind < DD_N_REMINDER_KINDS, DD_URGENCY_NORMAL);

  return kinds[kind].urgency;
}

const char *
dd_reminder_urgency_get_nick (DdReminderUrgency urgency)
{
  static const char *const nicks[] = { "low", "normal", "critical" };

  g_return_val_if_fail (urgency < G_N_ELEMENTS (nicks), NULL);

  return nicks[urgency];
}

DdReminderTiming
dd_reminder_kind_get_timing (DdReminderKind kind)
{
  g_return_val_if_fail (kind < DD_N_REMINDER_KINDS, DD_REMINDER_AT);

  return kinds[kind].timing;
}

DdSpan
dd_reminder_kind_get_usual_lead (DdReminderKind kind)
{
  g_return_val_if_fail (kind < DD_N_REMINDER_KINDS, ((DdSpan) NONE));

  return kinds[kind].lead;
}

const char *
dd_reminder_kind_to_words (DdReminderKind kind)
{
  g_return_val_if_fail (kind < DD_N_REMINDER_KINDS, NULL);

  return _ (kinds[kind].words);
}
