/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a Playbook step. */

#include "config.h"

#include "delivery/dd-playbook-step.h"

#include "delivery/dd-case.h"
#include "delivery/dd-log-entry.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* the one it was made from */
  { "log_entry_id", DD_FIELD_REFERENCE, 0, N_ ("log entry"), .target = &dd_log_entry_entity },
  { "position", DD_FIELD_INTEGER, DD_FIELD_REQUIRED, N_ ("position"), .minimum = 0,
    .maximum = 999999 },
  { "section", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("section") },
  { "title", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("title") },
  { "instruction", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("instruction") },
  { "command", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("command") },
  { "expected", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("expected result") },
  { "minutes", DD_FIELD_INTEGER, 0, N_ ("minutes"), .minimum = 0, .maximum = 999999 },
};

DD_DEFINE_RECORD (DdPlaybookStep, dd_playbook_step, "playbook_steps", N_ ("Playbook step"))
