/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a log entry. */

#include "config.h"

#include "delivery/dd-log-entry.h"

#include "delivery/dd-case-activity.h"
#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdLogKind,
                    dd_log_kind,
                    G_DEFINE_ENUM_VALUE (DD_LOG_STEP, "step"),
                    G_DEFINE_ENUM_VALUE (DD_LOG_SETTING, "setting"),
                    G_DEFINE_ENUM_VALUE (DD_LOG_OBSERVATION, "observation"),
                    G_DEFINE_ENUM_VALUE (DD_LOG_ATTACHMENT, "attachment"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "activity_id", DD_FIELD_REFERENCE, 0, N_ ("activity"), .target = &dd_case_activity_entity },
  { "kind", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("kind"), .type = dd_log_kind_get_type },
  { "happened_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time") },
  /* what was done or seen */
  { "text", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("text") },
  { "command", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("command") },
  { "expected", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("expected result") },
  { "seen", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("result") },
  /* how long it took */
  { "minutes", DD_FIELD_INTEGER, 0, N_ ("minutes"), .minimum = 0, .maximum = 999999 },
  { "file_name", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("attached file") },
  /* kept inside, see DdContent */
  { "content_hash", DD_FIELD_TEXT, 0, N_ ("attached content") },
  { "author", DD_FIELD_TEXT, 0, N_ ("author") },
};

DD_DEFINE_RECORD (DdLogEntry, dd_log_entry, "log_entries", N_ ("log entry"))
