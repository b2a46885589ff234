/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdLogKind:
 * @DD_LOG_STEP: something that the Playbook will say
 * @DD_LOG_SETTING: a setting that was applied again
 * @DD_LOG_OBSERVATION: anything seen
 * @DD_LOG_ATTACHMENT: a screenshot or a file
 *
 * What a log entry tells.
 */
typedef enum
{
  DD_LOG_STEP,
  DD_LOG_SETTING,
  DD_LOG_OBSERVATION,
  DD_LOG_ATTACHMENT,
} DdLogKind;

/* The enum type of DdLogKind; the nicks are what is stored. */
GType dd_log_kind_get_type (void) G_GNUC_CONST;

/* DdLogEntry: what was written down while the upgrade ran. */
#define DD_TYPE_LOG_ENTRY (dd_log_entry_get_type ())
DD_DECLARE_RECORD (DdLogEntry, dd_log_entry, LOG_ENTRY)

G_END_DECLS
