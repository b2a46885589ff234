/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-window.h"

G_BEGIN_DECLS

/*
 * DdApplication: the program: one instance for each database, its command line, and what belongs to
 * no window (preferences, about, quit, reminders). "drydock:CASE" as an argument opens that case.
 *
 * With --gapplication-service it starts without a window. It ends with its last window, unless the
 * user wants it to stay in the background (notify/dd-background.h).
 */
#define DD_TYPE_APPLICATION (dd_application_get_type ())
G_DECLARE_FINAL_TYPE (DdApplication, dd_application, DD, APPLICATION, AdwApplication)

/* Returns: (transfer full): the program */
DdApplication *dd_application_new (void);

/* Returns: (transfer none): what all of the program shares; it is there from the start-up on */
DdContext *dd_application_get_context (DdApplication *self);

/* Returns: (transfer none): the window, a new one if there is none; it is not presented */
DdWindow *dd_application_ensure_window (DdApplication *self);

G_END_DECLS
