/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a support call. */

#include "config.h"

#include "delivery/dd-support-call.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "called_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of the call") },
  { "caller", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("caller") },
  { "subject", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME,
    N_ ("subject") },
  { "description", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("description") },
  /* a condition of support */
  { "replicated", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED,
    N_ ("replication in the upgraded environment") },
  /* as it was judged */
  { "admissible", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED, N_ ("admission") },
  { "resolution", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("resolution") },
  { "resolved_at", DD_FIELD_INSTANT, 0, N_ ("time of the resolution") },
  { "minutes", DD_FIELD_INTEGER, 0, N_ ("minutes"), .minimum = 0, .maximum = 999999 },
};

DD_DEFINE_RECORD (DdSupportCall, dd_support_call, "support_calls", N_ ("support call"))
