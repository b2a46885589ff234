/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dd-context.h"
#include "delivery/dd-case-step.h"

G_BEGIN_DECLS

/* What is done to a case from a list, without its page: each is one action of the user, told in a
 * toast of the window that @widget is in, with Undo; or the toast says why it was not done. */

/* Takes @step with the case @case_id. @words tell that it was taken. */
void dd_case_quick_take (GtkWidget *widget, DdContext *context, const char *case_id,
                         const DdCaseStep *step, const char *words);

/* Deletes the case @case_id, called @title, with all its parts. */
void dd_case_quick_delete (GtkWidget *widget, DdContext *context, const char *case_id,
                           const char *title);

G_END_DECLS
