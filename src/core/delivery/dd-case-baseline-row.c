/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a row of a baseline. */

#include "config.h"

#include "delivery/dd-case-baseline-row.h"

#include "delivery/dd-case-baseline.h"
#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "baseline_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("baseline"),
    .target = &dd_case_baseline_entity },
  /* the activity's id in the definition */
  { "definition_id", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("activity") },
  /* as it was called then */
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("name") },
  { "start_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("agreed start") },
  { "finish_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("agreed finish") },
  { "duration_minutes", DD_FIELD_INTEGER, DD_FIELD_REQUIRED,
    N_ ("agreed duration in working minutes"), .minimum = 0, .maximum = 99999999 },
};

DD_DEFINE_RECORD (DdCaseBaselineRow,
                  dd_case_baseline_row,
                  "baseline_rows",
                  N_ ("row of a baseline"))
