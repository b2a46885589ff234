/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdPlaybookStep: one step of the Playbook as it is being written. */
#define DD_TYPE_PLAYBOOK_STEP (dd_playbook_step_get_type ())
DD_DECLARE_RECORD (DdPlaybookStep, dd_playbook_step, PLAYBOOK_STEP)

G_END_DECLS
