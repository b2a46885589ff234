/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-file.h"

G_BEGIN_DECLS

/*
 * DdFormImportDialog: what taking an answers file comes to, question by question; each can be left
 * out. What was changed on both sides is taken only where one says so. "dialog.take" takes.
 */
#define DD_TYPE_FORM_IMPORT_DIALOG (dd_form_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DdFormImportDialog, dd_form_import_dialog, DD, FORM_IMPORT_DIALOG, AdwWindow)

/* Shows, over the window of @parent, what @import (transfer full), which was read, comes to.
 * Returns: (transfer none): the dialog, shown */
DdFormImportDialog *dd_form_import_dialog_open (GtkWidget *parent, DdContext *context,
                                                DdFormImport *import);

G_END_DECLS
