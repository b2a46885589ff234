/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a required input. */

#include "config.h"

#include "delivery/dd-input-evidence.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* its id in the definition */
  { "input", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("input") },
  /* null: not yet */
  { "met_at", DD_FIELD_INSTANT, 0, N_ ("time it was met") },
  { "evidence", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("evidence") },
  { "recorded_by", DD_FIELD_TEXT, 0, N_ ("person who recorded it") },
};

DD_DEFINE_RECORD (DdInputEvidence, dd_input_evidence, "input_evidence", N_ ("required input"))
