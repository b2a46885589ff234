/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Kinds of reminders: each has a word of its own, and comes at a time that makes sense for it.
 */

#include "config.h"

#include "reminders/dd-reminder-kind.h"

static void
test_nicks (void)
{
  for (guint i = 0; i < DD_N_REMINDER_KINDS; i++)
    {
      DdReminderKind kind;

      g_assert_true (dd_reminder_kind_find (dd_reminder_kind_get_nick ((DdReminderKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_nonnull (dd_reminder_kind_to_words (kind));
    }
}

static void
test_unknown (void)
{
  DdReminderKind kind;

  g_assert_false (dd_reminder_kind_find ("activity", &kind));
  g_assert_false (dd_reminder_kind_find ("", &kind));
}

/* What comes at an instant of its own has no lead, everything else has. */
static void
test_leads (void)
{
  for (guint i = 0; i < DD_N_REMINDER_KINDS; i++)
    {
      DdReminderKind kind = (DdReminderKind) i;

      g_assert_true ((dd_reminder_kind_get_usual_lead (kind).count == 0)
                     == (dd_reminder_kind_get_timing (kind) == DD_REMINDER_AT));
    }
}

/* What is broken is told loudest. */
static void
test_urgency (void)
{
  g_assert_cmpuint (dd_reminder_kind_get_urgency (DD_REMINDER_RESPONSE_BREACHED), ==,
                    DD_URGENCY_CRITICAL);
  g_assert_cmpuint (dd_reminder_kind_get_urgency (DD_REMINDER_DEADLINE_MISSED), ==,
                    DD_URGENCY_CRITICAL);
  g_assert_cmpuint (dd_reminder_kind_get_urgency (DD_REMINDER_ACTIVITY_DUE), ==, DD_URGENCY_NORMAL);
  g_assert_cmpuint (dd_reminder_kind_get_urgency (DD_REMINDER_ACTIVITY_START), ==, DD_URGENCY_LOW);
  g_assert_cmpstr (dd_reminder_urgency_get_nick (DD_URGENCY_CRITICAL), ==, "critical");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-kind/nicks", test_nicks);
  g_test_add_func ("/reminder-kind/unknown", test_unknown);
  g_test_add_func ("/reminder-kind/leads", test_leads);
  g_test_add_func ("/reminder-kind/urgency", test_urgency);
  return g_test_run ();
}
