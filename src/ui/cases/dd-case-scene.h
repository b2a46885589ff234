/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cases/dd-case-columns.h"
#include "cases/dd-case-filter.h"
#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdCaseScene: what all cells of a list of cases are written with: the calendar, the clock, and the
 * words of the search. Signal "changed": cells are to be written again.
 */
#define DD_TYPE_CASE_SCENE (dd_case_scene_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseScene, dd_case_scene, DD, CASE_SCENE, GObject)

/* Returns: (transfer full): the scene of @context and @filter */
DdCaseScene *dd_case_scene_new (DdContext *context, DdCaseFilter *filter);

/* Returns: what texts are made with now; the calendar is the context's */
DdCaseMoment dd_case_scene_get_moment (DdCaseScene *self);

/* Returns: (transfer none) (array zero-terminated=1): the words that are searched for, folded */
const char *const *dd_case_scene_get_words (DdCaseScene *self);

G_END_DECLS
