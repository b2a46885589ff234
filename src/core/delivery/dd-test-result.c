/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a test result. */

#include "config.h"

#include "delivery/dd-test-result.h"

#include "delivery/dd-case.h"
#include "delivery/dd-test-run.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdTestOutcome,
                    dd_test_outcome,
                    G_DEFINE_ENUM_VALUE (DD_TEST_NOT_RUN, "not-run"),
                    G_DEFINE_ENUM_VALUE (DD_TEST_PASSED, "passed"),
                    G_DEFINE_ENUM_VALUE (DD_TEST_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (DD_TEST_BLOCKED, "blocked"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "run_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("test run"),
    .target = &dd_test_run_entity },
  { "test", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("test") },
  { "outcome", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("outcome"), .type = dd_test_outcome_get_type },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdTestResult, dd_test_result, "test_results", N_ ("test result"))
