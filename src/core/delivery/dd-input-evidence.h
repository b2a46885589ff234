/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdInputEvidence: whether a required input of the service is there, and how one knows. */
#define DD_TYPE_INPUT_EVIDENCE (dd_input_evidence_get_type ())
DD_DECLARE_RECORD (DdInputEvidence, dd_input_evidence, INPUT_EVIDENCE)

G_END_DECLS
