/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/* The answers that the case's edition of the questionnaire does not ask for any more, with who
 * gave them and when: nothing of them is lost.
 * Returns: (transfer floating): a list of them as they are now */
GtkWidget *dd_form_dropped_new (DdFormSession *session);

G_END_DECLS
