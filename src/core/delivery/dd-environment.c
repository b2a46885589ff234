/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of an environment. */

#include "config.h"

#include "delivery/dd-environment.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdEnvironmentRole,
                    dd_environment_role,
                    G_DEFINE_ENUM_VALUE (DD_ENVIRONMENT_DEVELOPMENT, "development"),
                    G_DEFINE_ENUM_VALUE (DD_ENVIRONMENT_STAGING, "staging"),
                    G_DEFINE_ENUM_VALUE (DD_ENVIRONMENT_TEST, "test"),
                    G_DEFINE_ENUM_VALUE (DD_ENVIRONMENT_PRODUCTION, "production"),
                    G_DEFINE_ENUM_VALUE (DD_ENVIRONMENT_OTHER, "other"))

G_DEFINE_ENUM_TYPE (DdRolloutState,
                    dd_rollout_state,
                    G_DEFINE_ENUM_VALUE (DD_ROLLOUT_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (DD_ROLLOUT_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (DD_ROLLOUT_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (DD_ROLLOUT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (DD_ROLLOUT_NOT_NEEDED, "not-needed"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* "Production" */
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("name") },
  { "role", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("role"), .type = dd_environment_role_get_type },
  /* of the upgrade there */
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_rollout_state_get_type },
  /* the one of the service */
  { "upgraded_here", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED,
    N_ ("choice as the environment that is upgraded") },
  { "version", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("version") },
  { "host", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("host") },
  /* an object: what the Playbook says there */
  { "variables", DD_FIELD_JSON, 0, N_ ("Playbook variables") },
  /* never the credentials */
  { "credentials_kept", DD_FIELD_TEXT, 0, N_ ("place where credentials are kept") },
  { "upgraded_at", DD_FIELD_INSTANT, 0, N_ ("time of the upgrade") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdEnvironment, dd_environment, "environments", N_ ("environment"))
