/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/*
 * DdFormSections: the sections of the form with how far each is. Choosing one activates
 * "form.section" (s: its id; empty: the answers that are no longer asked for).
 */
#define DD_TYPE_FORM_SECTIONS (dd_form_sections_get_type ())
G_DECLARE_FINAL_TYPE (DdFormSections, dd_form_sections, DD, FORM_SECTIONS, AdwBin)

/* Lists the sections of @session's questionnaire anew. */
void dd_form_sections_fill (DdFormSections *self, DdFormSession *session);

/* Shows what @session has now. */
void dd_form_sections_update (DdFormSections *self, DdFormSession *session);

/* Marks the section with @id as the one that is shown. */
void dd_form_sections_select (DdFormSections *self, const char *id);

G_END_DECLS
