/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dd-database.h"
#include "dd-service-catalog.h"
#include "delivery/dd-action.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdContext: what every page of the window shares: the database, the services, the vendor's
 * calendar, the user's name, the settings, and the clock. Passed down, so that no page reaches for
 * a global, and a test can make one of its own.
 *
 * Signals:
 * - "opened": the database is open; once more when another window asked for it
 * - "changed": something in the database changed, by this window or by another process
 * - "calendar-changed": everybody's working calendar is another, by this window or another process
 * - "services-changed": a service was added or removed
 * - "minute-changed": a minute of the clock is over (the line of now moves); while it is attended
 * - "day-changed": it is another day
 * - "clock-set": the clock jumped, or the machine slept: it may be any instant now
 */
#define DD_TYPE_CONTEXT (dd_context_get_type ())
G_DECLARE_FINAL_TYPE (DdContext, dd_context, DD, CONTEXT, GObject)

/* A context for the database at @path (nullable: the default one), with @settings. Nothing is
 * opened yet.
 * Returns: (transfer full): a new context */
DdContext *dd_context_new (const char *path, GSettings *settings);

/* Opens the database, makes it if there is none, and brings it up to date. */
void dd_context_open_async (DdContext *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/* Returns: whether the database is open; FALSE with a DdStoreError */
gboolean dd_context_open_finish (DdContext *self, GAsyncResult *result, GError **error);

/* Returns: whether the database was opened */
gboolean dd_context_is_open (DdContext *self);

/* Returns: (transfer none): the database */
DdDatabase *dd_context_get_database (DdContext *self);

/* Commits @action (transfer full) to the journal: on the disk as a whole, or not at all. */
void dd_context_commit_async (DdContext *self, DdAction *action, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/* Returns: whether it was committed; FALSE with the errors of dd_journal_commit() */
gboolean dd_context_commit_finish (DdContext *self, GAsyncResult *result, GError **error);

/* Returns: (transfer none): the services there are */
DdServiceCatalog *dd_context_get_catalog (DdContext *self);

/* Reads the services again, after one was added or removed. */
void dd_context_reload_services (DdContext *self);

/* Returns: (transfer none): everybody's working calendar, as the database has it; before that is
 * open, the usual week in the machine's own zone */
DdCalendar *dd_context_get_calendar (DdContext *self);

/* Returns: (transfer none) (nullable): why the calendar that the database has could not be read, so
 * that there is another instead */
const GError *dd_context_get_calendar_error (DdContext *self);

/* Returns: (transfer none): the settings */
GSettings *dd_context_get_settings (DdContext *self);

/* Returns: (transfer full): who is named in the history */
char *dd_context_get_user (DdContext *self);

/* Returns: the instant that it is now, or that a test has set */
gint64 dd_context_get_now (DdContext *self);

/* Makes @now the instant that it is, from now on: for pictures and tests that must not change from
 * day to day. */
void dd_context_set_now (DdContext *self, gint64 now);

/* Returns: what the machine's clock shows when it is @at (DD_INSTANT_NONE: never), for a DdAlarm;
 * the same unless a test has set the instant */
gint64 dd_context_get_clock_time (DdContext *self, gint64 at);

/* Whether somebody looks, which is so at first. While nobody does (the last window was closed),
 * no minutes are told, only days, and the database is not asked for what other processes do but
 * waits to be told by the file system: nothing happens between what happens. */
void dd_context_set_attended (DdContext *self, gboolean attended);

/* Looks whether the machine is in another time zone now, which is done by itself when the
 * system's is set. */
void dd_context_look_at_zone (DdContext *self);

G_END_DECLS
