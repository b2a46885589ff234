/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DdBackground: keeps the program running when its last window is closed, and starts it at login,
 * if the user wants that: the settings "run-in-background" and "start-at-login", which it
 * follows.
 *
 * The user is asked once, when the last window is closed for the first time. In a sandbox the
 * desktop is asked too, and what it does not allow is switched off again.
 *
 * Signals:
 * - "refused" (words: utf8): what was switched on could not be, in a sentence
 */
#define DD_TYPE_BACKGROUND (dd_background_get_type ())
G_DECLARE_FINAL_TYPE (DdBackground, dd_background, DD, BACKGROUND, GObject)

/* Returns: (transfer full): the keeper of @application, of which it holds no reference, by
 * @settings */
DdBackground *dd_background_new (GApplication *application, GSettings *settings);

/* The last window of the program, @window, is to be closed. If the user was never asked they are
 * now, and the window is closed after the answer, unless that is that it should stay.
 * Returns: whether the user is asked, and the window stays for now */
gboolean dd_background_ask (DdBackground *self, GtkWindow *window);

/* Lets the program end whatever the settings are: the user wants it to. */
void dd_background_release (DdBackground *self);

G_END_DECLS
