/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdTestRunKind:
 * @DD_TEST_RUN_FIRST: first
 * @DD_TEST_RUN_RETEST: retest
 *
 * Whether everything is tested, or again what had failed.
 */
typedef enum
{
  DD_TEST_RUN_FIRST,
  DD_TEST_RUN_RETEST,
} DdTestRunKind;

/* The enum type of DdTestRunKind; the nicks are what is stored. */
GType dd_test_run_kind_get_type (void) G_GNUC_CONST;

/* DdTestRun: one pass through the non-functional tests. */
#define DD_TYPE_TEST_RUN (dd_test_run_get_type ())
DD_DECLARE_RECORD (DdTestRun, dd_test_run, TEST_RUN)

G_END_DECLS
