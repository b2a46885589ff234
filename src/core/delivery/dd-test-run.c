/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a test run. */

#include "config.h"

#include "delivery/dd-test-run.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdTestRunKind,
                    dd_test_run_kind,
                    G_DEFINE_ENUM_VALUE (DD_TEST_RUN_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (DD_TEST_RUN_RETEST, "retest"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("name") },
  { "kind", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("kind"), .type = dd_test_run_kind_get_type },
  { "started_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("start") },
  { "finished_at", DD_FIELD_INSTANT, 0, N_ ("finish") },
  { "tester", DD_FIELD_TEXT, 0, N_ ("tester") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdTestRun, dd_test_run, "test_runs", N_ ("test run"))
