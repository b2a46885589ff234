/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-context.h"
#include "reminders/dd-reminder-preferences.h"

G_BEGIN_DECLS

/* Preferences of reminders between the window and the database. */

/* What is stored. */
typedef struct
{
  DdReminderPreferences everybodys;
  DdReminderPreferences cases;              /* of one case; else the same */
  gboolean own[DD_N_REMINDER_KINDS];        /* the case has one of its own, by DdReminderKind */
} DdReminderStored;

/* Reads the preferences of everybody, and with @case_id (nullable) those of the case. */
void dd_reminder_store_load_async (DdContext *context, const char *case_id,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Gives in @stored what was read. Returns: FALSE with what failed */
gboolean dd_reminder_store_load_finish (DdContext *context, GAsyncResult *result,
                                        DdReminderStored *stored, GError **error);

/* Stores @text (nullable: what holds for all cases) as the preference @name of @case_id
 * (nullable: of everybody), in an action that can be undone. */
void dd_reminder_store_save_async (DdContext *context, const char *case_id, const char *name,
                                   const char *text, GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Returns: FALSE with what failed */
gboolean dd_reminder_store_save_finish (DdContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
