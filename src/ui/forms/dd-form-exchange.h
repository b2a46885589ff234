/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dd-context.h"
#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/* The questionnaire out to the customer and back, with the choice of a file; what was done, or
 * went wrong, is said in the window that @widget is in. */

/* Asks for a file and writes the questionnaire of @session's case as @format: "html", "pdf" or
 * "blank". */
void dd_form_exchange_export (GtkWidget *widget, DdFormSession *session, const char *format);

/* Asks for an answers file, and shows what taking it comes to. */
void dd_form_exchange_import (GtkWidget *widget, DdFormSession *session);

/* Shows what taking the answers file @file comes to, over the page of the case that it names.
 * @widget is a window, or in one, whose database is open. */
void dd_form_exchange_receive (GtkWidget *widget, DdContext *context, GFile *file);

/* Shows what taking the answers file @file comes to. */
void dd_form_exchange_open (GtkWidget *widget, DdFormSession *session, GFile *file);

G_END_DECLS
