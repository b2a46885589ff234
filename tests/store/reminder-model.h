/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "reminders/dd-reminder-snooze.h"

G_BEGIN_DECLS

/*
 * ReminderModel: telling reminders as naively as can be, to compare with: nothing is stored, nobody
 * sleeps, nothing is claimed. It keeps what it was told of each case in memory, is asked once a minute,
 * and looks at every reminder each time.
 */
typedef struct _ReminderModel ReminderModel;

/* Returns: (transfer full): a model that knows of no case */
ReminderModel *reminder_model_new (void);

/* Frees @self. */
void reminder_model_free (ReminderModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReminderModel, reminder_model_free)

/* Something of the case was changed by @now. */
void reminder_model_look (ReminderModel *self, DdConnection *connection, const char *case_id,
                          gint64 now);

/* Something was changed that may concern every case. */
void reminder_model_look_at_all (ReminderModel *self, DdConnection *connection, gint64 now);

/* Returns: (transfer full) (element-type utf8): the keys of what is to be told at @now, which must not
 * be quiet */
GPtrArray *reminder_model_poll (ReminderModel *self, DdConnection *connection, gint64 now);

/* Whether @now is within the usual quiet hours by the clock of @calendar's zone. */
gboolean reminder_model_is_quiet (DdCalendar *calendar, gint64 now);

/* A reader put @key off until @until, or (0) is done with it. */
void reminder_model_answer (ReminderModel *self, const char *key, gint64 until);

/* Returns: whether @key was told, and is neither over nor answered */
gboolean reminder_model_is_open (ReminderModel *self, const char *key);

G_END_DECLS
