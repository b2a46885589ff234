/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-alarm.h"

#include "time/dd-calendar.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _DdAlarm
{
  int fd;
  GSource *source; /* (owned) */
  DdAlarmFunc func;
  gpointer user_data;
};

/* Later than every instant that there is. */
#define NEVER G_GINT64_CONSTANT (32503680000)

static gboolean
on_ready (int fd, GIOCondition condition, gpointer user_data)
{
  DdAlarm *self = user_data;
  guint64 times;

  if (read (fd, &times, sizeof times) == sizeof times)
    self->func (FALSE, self->user_data);
  else if (errno == ECANCELED)
    self->func (TRUE, self->user_data);
  return G_SOURCE_CONTINUE;
}

DdAlarm *
dd_alarm_new (DdAlarmFunc func, gpointer user_data)
{
  DdAlarm *self = g_new0 (DdAlarm, 1);

  self->func = func;
  self->user_data = user_data;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->fd < 0)
    g_error ("No timer can be made: %s", g_strerror (errno));
  self->source = g_unix_fd_source_new (self->fd, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_ready), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return self;
}

void
dd_alarm_free (DdAlarm *self)
{
  g_source_destroy (self->source);
  g_source_unref (self->source);
  close (self->fd);
  g_free (self);
}

void
dd_alarm_set (DdAlarm *self, gint64 at)
{
  struct itimerspec when = { .it_value.tv_sec = NEVER };

  g_return_if_fail (self != NULL);
  /* Zero would turn it off. */
  if (at != DD_INSTANT_NONE)
    when.it_value.tv_sec = CLAMP (at, 1, NEVER);
  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    g_error ("The timer cannot be set: %s", g_strerror (errno));
}
