/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdFindingState:
 * @DD_FINDING_CLEAR: the exclusion does not apply
 * @DD_FINDING_UNKNOWN: an answer is missing
 * @DD_FINDING_CONDITIONAL: it depends on what is still to come
 * @DD_FINDING_TRIGGERED: it applies
 *
 * What the rule of an exclusion says.
 */
typedef enum
{
  DD_FINDING_CLEAR,
  DD_FINDING_UNKNOWN,
  DD_FINDING_CONDITIONAL,
  DD_FINDING_TRIGGERED,
} DdFindingState;

/* The enum type of DdFindingState; the nicks are what is stored. */
GType dd_finding_state_get_type (void) G_GNUC_CONST;

/**
 * DdFindingOverride:
 * @DD_FINDING_OVERRIDE_NONE: the rule counts
 * @DD_FINDING_OVERRIDE_CLEAR: somebody decided that it does not apply
 * @DD_FINDING_OVERRIDE_TRIGGERED: somebody decided that it applies
 *
 * What somebody decided in place of the rule.
 */
typedef enum
{
  DD_FINDING_OVERRIDE_NONE,
  DD_FINDING_OVERRIDE_CLEAR,
  DD_FINDING_OVERRIDE_TRIGGERED,
} DdFindingOverride;

/* The enum type of DdFindingOverride; the nicks are what is stored. */
GType dd_finding_override_get_type (void) G_GNUC_CONST;

/* DdFinding: the outcome of one exclusion of the service for one case. */
#define DD_TYPE_FINDING (dd_finding_get_type ())
DD_DECLARE_RECORD (DdFinding, dd_finding, FINDING)

G_END_DECLS
