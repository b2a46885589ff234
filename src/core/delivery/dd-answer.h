/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdAnswer: what was answered to one question of a case's questionnaire. */
#define DD_TYPE_ANSWER (dd_answer_get_type ())
DD_DECLARE_RECORD (DdAnswer, dd_answer, ANSWER)

G_END_DECLS
