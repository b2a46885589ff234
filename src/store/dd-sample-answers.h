/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"

G_BEGIN_DECLS

/* The customer's answers to the questionnaire of a sample case, and what is decided about what they
 * come to: an override, a paid engagement. A DdSampleTell. */
DdAction *dd_sample_answers_take (DdSampleCase *self, const DdSampleEvent *event, GError **error);

G_END_DECLS
