/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a wait. */

#include "config.h"

#include "delivery/dd-case-wait.h"

#include "delivery/dd-case-activity.h"
#include "delivery/dd-case.h"
#include "delivery/dd-plan-enums.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* null: the whole case */
  { "activity_id", DD_FIELD_REFERENCE, 0, N_ ("activity"), .target = &dd_case_activity_entity },
  { "party", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("party waited for"), .type = dd_party_get_type },
  { "reason", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("reason") },
  { "started_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("beginning") },
  /* null: it is open */
  { "finished_at", DD_FIELD_INSTANT, 0, N_ ("end") },
};

DD_DEFINE_RECORD (DdCaseWait, dd_case_wait, "waits", N_ ("wait"))
