/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdTestOutcome:
 * @DD_TEST_NOT_RUN: not-run
 * @DD_TEST_PASSED: passed
 * @DD_TEST_FAILED: failed
 * @DD_TEST_BLOCKED: something else keeps it from running
 *
 * What a test showed.
 */
typedef enum
{
  DD_TEST_NOT_RUN,
  DD_TEST_PASSED,
  DD_TEST_FAILED,
  DD_TEST_BLOCKED,
} DdTestOutcome;

/* The enum type of DdTestOutcome; the nicks are what is stored. */
GType dd_test_outcome_get_type (void) G_GNUC_CONST;

/* DdTestResult: what one test of a run showed. */
#define DD_TYPE_TEST_RESULT (dd_test_result_get_type ())
DD_DECLARE_RECORD (DdTestResult, dd_test_result, TEST_RESULT)

G_END_DECLS
