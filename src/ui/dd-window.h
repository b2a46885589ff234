/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-page.h"

G_BEGIN_DECLS

/*
 * DdWindow: the one window: the places on the left, the page on the right, toasts above both.
 *
 * While the database opens it shows nothing; when that fails it says why and what can be done. Pages
 * are made when they are first shown. What pages ask of the window are actions: "win.place" (s: a
 * place), "win.case" (s: a case's id), "win.activity" (ss: a case's id, and an activity's in the
 * definition), "win.find" (s: words, among the cases), "win.answers" (s: the URI of an answers file),
 * "win.back", "win.new-case", "win.undo", "win.redo".
 */
#define DD_TYPE_WINDOW (dd_window_get_type ())
G_DECLARE_FINAL_TYPE (DdWindow, dd_window, DD, WINDOW, AdwApplicationWindow)

/* Returns: (transfer none): a new window over @context, which is opened if it is not yet */
DdWindow *dd_window_new (GtkApplication *application, DdContext *context);

/* Returns: (transfer none): what the window's pages share */
DdContext *dd_window_get_context (DdWindow *self);

/* Activates the window's action @action with @target (nullable, floating) as soon as the database is
 * open; of several that are asked for before that, the last. */
void dd_window_ask (DdWindow *self, const char *action, GVariant *target);

/* Shows the place "cases", "timeline" or "services". An unknown one is ignored. */
void dd_window_show_place (DdWindow *self, const char *place);

/* Shows the case with the id @case_id on a page of its own, from which dd_window_go_back() leads back to
 * where the user was. While the database opens it is remembered. */
void dd_window_show_case (DdWindow *self, const char *case_id);

/* The same, with the activity @activity (its id in the service's definition) selected in the plan. */
void dd_window_show_activity (DdWindow *self, const char *case_id, const char *activity);

/* Shows the place from which the case that is shown was opened. Returns: whether a case was shown */
gboolean dd_window_go_back (DdWindow *self);

/* Returns: whether the database was opened, or could not be: the window shows one or the other */
gboolean dd_window_is_settled (DdWindow *self);

/* Returns: (transfer none) (nullable): why the database could not be opened, as the window says it;
 * NULL when it was */
const char *dd_window_get_failure (DdWindow *self);

/* Returns: (transfer none) (nullable): what the window says at its foot about the database that it has
 * open: that the file is gone, or has no backup of today */
const char *dd_window_get_notice (DdWindow *self);

/* Returns: (transfer none) (nullable): the page that is shown */
DdPage *dd_window_get_page (DdWindow *self);

/* Says @message for a few seconds, with a button Undo when @undo. For any widget in a window: it
 * finds the window that @widget is in. */
void dd_window_toast (GtkWidget *widget, const char *message, gboolean undo);

/* Says what went wrong with @error, in the window that @widget is in. */
void dd_window_toast_error (GtkWidget *widget, const GError *error);

G_END_DECLS
