/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-session.h"

G_BEGIN_DECLS

/*
 * DdFormSectionView: the questions of one section below each other.
 *
 * The first rows are made at once, the others when there is nothing else to do, so that a section
 * of hundreds opens as fast as one of ten. Conditions look at earlier questions, so that what
 * comes and goes lies below the question that is being answered.
 */
#define DD_TYPE_FORM_SECTION_VIEW (dd_form_section_view_get_type ())
G_DECLARE_FINAL_TYPE (DdFormSectionView, dd_form_section_view, DD, FORM_SECTION_VIEW, AdwBin)

/* Returns: (transfer floating): the questions of @section of @session's questionnaire */
GtkWidget *dd_form_section_view_new (DdFormSession *session, const DdSection *section);

/* Shows what the session has now of @question (nullable: of all). */
void dd_form_section_view_update (DdFormSectionView *self, const char *question);

/* Puts the focus where @question of the section is answered. */
void dd_form_section_view_focus (DdFormSectionView *self, const DdQuestion *question);

/* Returns: whether all rows were made */
gboolean dd_form_section_view_is_complete (DdFormSectionView *self);

G_END_DECLS
