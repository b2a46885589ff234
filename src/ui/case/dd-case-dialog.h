/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/*
 * DdCaseDialog: asks for what an edit of a case still lacks: a reason, a date, a person.
 *
 * It does the edit itself and closes when that is done; what goes wrong it says in place, and keeps what
 * was typed.
 */
#define DD_TYPE_CASE_DIALOG (dd_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseDialog, dd_case_dialog, DD, CASE_DIALOG, AdwWindow)

/* Asks, over the window of @parent, what @edit (transfer full) of @session's case needs. What it has
 * already is filled in.
 * Returns: (transfer none): the dialog, shown */
DdCaseDialog *dd_case_dialog_open (GtkWidget *parent, DdCaseSession *session, DdCaseEdit *edit);

G_END_DECLS
