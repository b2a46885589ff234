/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/*
 * DdFormFinder: what is missing, or the questions in which the words stand that one types; going
 * to one activates "form.go-to" (s: the question's id).
 *
 * Keys: Down goes from the words into the list, Enter to its first question.
 */
#define DD_TYPE_FORM_FINDER (dd_form_finder_get_type ())
G_DECLARE_FINAL_TYPE (DdFormFinder, dd_form_finder, DD, FORM_FINDER, GtkPopover)

/* Lists what @session has, now and whenever it is shown. */
void dd_form_finder_set_session (DdFormFinder *self, DdFormSession *session);

G_END_DECLS
