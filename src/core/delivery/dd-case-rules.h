/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case-file.h"
#include "plan/dd-progress.h"

G_BEGIN_DECLS

/*
 * What may be done with a case as it stands, and what that comes to.
 *
 * Each function changes the file's records, or refuses with a DdCaseError and changes nothing. The
 * state of the case follows from the rest: requested until something is started, waiting while a
 * wait of the whole case is open, running otherwise, until it is closed or cancelled.
 */

#define DD_CASE_ERROR (dd_case_error_quark ())

/**
 * DdCaseError:
 * @DD_CASE_ERROR_STATE: not as things stand: done already, nothing to resume, the case is closed
 * @DD_CASE_ERROR_REASON: it needs a reason, and there is none
 * @DD_CASE_ERROR_UNKNOWN: the case has no such activity
 * @DD_CASE_ERROR_TIME: it cannot have been done at that time
 */
typedef enum
{
  DD_CASE_ERROR_STATE,
  DD_CASE_ERROR_REASON,
  DD_CASE_ERROR_UNKNOWN,
  DD_CASE_ERROR_TIME,
} DdCaseError;

/* The error domain of these rules. */
GQuark dd_case_error_quark (void);

/* Refuses a case that is closed or cancelled, which nothing changes any more. */
gboolean dd_case_rules_check_open (DdCaseFile *file, GError **error);

/* Starts @activity at @now; a gate is not started but met. */
gboolean dd_case_rules_start (DdCaseFile *file, DdRecord *activity, gint64 now, GError **error);

/* Marks @activity done at @now (a gate: met, with @evidence, nullable) and ends its wait. One that
 * was never started has no actual start: how long it took is not known. */
gboolean dd_case_rules_finish (DdCaseFile *file, DdRecord *activity, const char *evidence,
                               gint64 now, GError **error);

/* Finds that @gate, which counted as met, is not: it is open again, and its evidence gone. */
gboolean dd_case_rules_reopen (DdCaseFile *file, DdRecord *gate, GError **error);

/* Decides that @activity will not be done, for @reason, and ends its wait at @now. */
gboolean dd_case_rules_skip (DdCaseFile *file, DdRecord *activity, const char *reason, gint64 now,
                             GError **error);

/* Begins a wait of @activity, or of the whole case when that is NULL, for @party. @id (nullable: a
 * random one) is the new row's. */
gboolean dd_case_rules_wait (DdCaseFile *file, DdRecord *activity, DdParty party,
                             const char *reason, const char *id, gint64 now, GError **error);

/* Ends the wait of @activity, or of the whole case when that is NULL. */
gboolean dd_case_rules_resume (DdCaseFile *file, DdRecord *activity, gint64 now, GError **error);

/* Ends every wait that is open, of the case and of its activities. */
gboolean dd_case_rules_resume_all (DdCaseFile *file, gint64 now, GError **error);

/* Closes the case as delivered: nothing may be running any more. Ends all waits. */
gboolean dd_case_rules_close (DdCaseFile *file, const char *note, gint64 now, GError **error);

/* Ends the case without delivery, for @reason. Ends all waits. */
gboolean dd_case_rules_cancel (DdCaseFile *file, const char *reason, gint64 now, GError **error);

G_END_DECLS
