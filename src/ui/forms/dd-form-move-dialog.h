/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/*
 * DdFormMoveDialog: what becomes of the answers when the case moves to the edition of the
 * questionnaire that new cases are asked; and the button that does it. "dialog.move" moves.
 */
#define DD_TYPE_FORM_MOVE_DIALOG (dd_form_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DdFormMoveDialog, dd_form_move_dialog, DD, FORM_MOVE_DIALOG, AdwWindow)

/* Shows, over the window of @parent, what a move of @session's case comes to.
 * Returns: (transfer none): the dialog, shown */
DdFormMoveDialog *dd_form_move_dialog_open (GtkWidget *parent, DdFormSession *session);

G_END_DECLS
