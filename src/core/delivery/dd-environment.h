/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdEnvironmentRole:
 * @DD_ENVIRONMENT_DEVELOPMENT: development
 * @DD_ENVIRONMENT_STAGING: staging
 * @DD_ENVIRONMENT_TEST: test
 * @DD_ENVIRONMENT_PRODUCTION: production
 * @DD_ENVIRONMENT_OTHER: other
 *
 * What an environment is for.
 */
typedef enum
{
  DD_ENVIRONMENT_DEVELOPMENT,
  DD_ENVIRONMENT_STAGING,
  DD_ENVIRONMENT_TEST,
  DD_ENVIRONMENT_PRODUCTION,
  DD_ENVIRONMENT_OTHER,
} DdEnvironmentRole;

/* The enum type of DdEnvironmentRole; the nicks are what is stored. */
GType dd_environment_role_get_type (void) G_GNUC_CONST;

/**
 * DdRolloutState:
 * @DD_ROLLOUT_PLANNED: planned
 * @DD_ROLLOUT_RUNNING: running
 * @DD_ROLLOUT_DONE: done
 * @DD_ROLLOUT_FAILED: failed
 * @DD_ROLLOUT_NOT_NEEDED: not needed
 *
 * How far the upgrade is in an environment.
 */
typedef enum
{
  DD_ROLLOUT_PLANNED,
  DD_ROLLOUT_RUNNING,
  DD_ROLLOUT_DONE,
  DD_ROLLOUT_FAILED,
  DD_ROLLOUT_NOT_NEEDED,
} DdRolloutState;

/* The enum type of DdRolloutState; the nicks are what is stored. */
GType dd_rollout_state_get_type (void) G_GNUC_CONST;

/* DdEnvironment: one of a customer's installations. */
#define DD_TYPE_ENVIRONMENT (dd_environment_get_type ())
DD_DECLARE_RECORD (DdEnvironment, dd_environment, ENVIRONMENT)

G_END_DECLS
