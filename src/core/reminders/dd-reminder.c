/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A reminder, its names, and its place among others.
 */

#include "config.h"

#include "reminders/dd-reminder.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (DdReminder, dd_reminder, dd_reminder_copy, dd_reminder_free)

DdReminder *
dd_reminder_copy (const DdReminder *self)
{
  DdReminder *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->case_id = g_strdup (self->case_id);
  copy->matter = g_strdup (self->matter);
  copy->subject = g_strdup (self->subject);
  copy->customer = g_strdup (self->customer);
  copy->product = g_strdup (self->product);
  return copy;
}

void
dd_reminder_free (DdReminder *self)
{
  g_free (self->case_id);
  g_free (self->matter);
  g_free (self->subject);
  g_free (self->customer);
  g_free (self->product);
  g_free (self);
}

char *
dd_reminder_dup_key (const DdReminder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->case_id, "/", self->matter, "/", dd_reminder_kind_get_nick (self->kind),
                      NULL);
}

char *
dd_reminder_dup_notification_id (const DdReminder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->case_id, "/", self->matter, NULL);
}

int
dd_reminder_compare (const DdReminder *first, const DdReminder *second)
{
  DdReminderUrgency first_urgency = dd_reminder_kind_get_urgency (first->kind);
  DdReminderUrgency second_urgency = dd_reminder_kind_get_urgency (second->kind);
  int order;

  if (first_urgency != second_urgency)
    return first_urgency > second_urgency ? -1 : 1;
  if (first->due != second->due)
    return first->due < second->due ? -1 : 1;
  order = strcmp (first->case_id, second->case_id);
  if (order == 0)
    order = strcmp (first->matter, second->matter);
  return order != 0 ? order : (int) first->kind - (int) second->kind;
}
