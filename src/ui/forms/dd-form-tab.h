/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/*
 * DdFormTab: the questionnaire of a case: its sections with how far each is, the questions of one
 * of them, what is missing.
 *
 * Actions: "form.section" (s: its id), "form.next-section" (Ctrl+Page Down),
 * "form.previous-section" (Ctrl+Page Up), "form.go-to" (s: a question's id, which gets the focus),
 * "form.move" (to a new edition), "form.save", "form.export" (s: "html", "pdf",
 * "blank"), "form.import".
 */
#define DD_TYPE_FORM_TAB (dd_form_tab_get_type ())
G_DECLARE_FINAL_TYPE (DdFormTab, dd_form_tab, DD, FORM_TAB, AdwBin)

/* Shows the questionnaire of the case @case_id, which is loaded when the tab is first shown. Call
 * it once. */
void dd_form_tab_set_case (DdFormTab *self, DdContext *context, const char *case_id);

/* Returns: (transfer none) (nullable): what it shows; NULL before it was first shown */
DdFormSession *dd_form_tab_get_session (DdFormTab *self);

/* Tells it whether there is room for the sections beside the questions. */
void dd_form_tab_set_narrow (DdFormTab *self, gboolean narrow);

/* Opens the list of what is missing, with the words to find a question.
 * Returns: whether there is one */
gboolean dd_form_tab_find (DdFormTab *self);

G_END_DECLS
