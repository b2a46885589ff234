/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdNewCaseWindow: a request becomes a case: product, customer, versions, the fields of the request,
 * and at every key whether it can be met.
 *
 * Nothing is stored before "Create"; then it is one action, and the window it stands before shows
 * the case. When that fails the window says why, and keeps what was typed.
 */
#define DD_TYPE_NEW_CASE_WINDOW (dd_new_case_window_get_type ())
G_DECLARE_FINAL_TYPE (DdNewCaseWindow, dd_new_case_window, DD, NEW_CASE_WINDOW, AdwWindow)

/* Returns: (transfer none): a new window before @parent */
DdNewCaseWindow *dd_new_case_window_new (GtkWindow *parent, DdContext *context);

/* Fills the fields from the text of a support portal's case.
 * Returns: (transfer full): what could not be read, a sentence each; empty when all is well */
GStrv dd_new_case_window_fill (DdNewCaseWindow *self, const char *text);

G_END_DECLS
