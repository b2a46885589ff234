/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * DdAlarm: rings when the machine's clock comes to an instant.
 *
 * It is the clock on the wall that counts, not how long the program waited: an instant that
 * passed while the machine slept, or that the clock was set past, rings at once. It also rings
 * when the clock was set in any other way, because whoever waits for an instant must look at the
 * clock again. Until then it costs nothing: nobody wakes up to look.
 */
typedef struct _DdAlarm DdAlarm;

/* Called in the main loop. @clock_was_set: the clock jumped, or the machine slept; the instant may
 * have come too or not. The alarm rings no more until it is set again. */
typedef void (*DdAlarmFunc) (gboolean clock_was_set, gpointer user_data);

/* Returns: (transfer full): an alarm that is not set; it belongs to the thread's default main
 * context */
DdAlarm *dd_alarm_new (DdAlarmFunc func, gpointer user_data);

/* Frees an alarm; not from within its own function. */
void dd_alarm_free (DdAlarm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAlarm, dd_alarm_free)

/* Lets it ring at @at, in Unix seconds, instead of when it was to ring before: at once when that
 * has passed. With DD_INSTANT_NONE it only rings when the clock is set. */
void dd_alarm_set (DdAlarm *self, gint64 at);

G_END_DECLS
