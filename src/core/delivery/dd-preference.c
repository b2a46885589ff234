/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a preference. */

#include "config.h"

#include "delivery/dd-preference.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  /* null: all cases */
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_OWNER, N_ ("case"), .target = &dd_case_entity },
  /* "calendar": the vendor's working calendar */
  { "key", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("name") },
  { "value", DD_FIELD_TEXT, 0, N_ ("value") },
};

DD_DEFINE_RECORD (DdPreference, dd_preference, "preferences", N_ ("preference"))
