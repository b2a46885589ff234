/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a baseline. */

#include "config.h"

#include "delivery/dd-case-baseline.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("name") },
  { "agreed_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of the agreement") },
  { "agreed_by", DD_FIELD_TEXT, 0, N_ ("person who agreed") },
  { "start_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("agreed start") },
  /* that of the deadline, so without support */
  { "finish_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("agreed finish") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdCaseBaseline, dd_case_baseline, "baselines", N_ ("baseline"))
