/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case-file.h"

G_BEGIN_DECLS

/*
 * The required inputs of a case, and the gates that name them.
 *
 * Both tell one thing. A gate is met when every input that it names is, from the latest of their
 * times on, and whoever marks a gate as met says that its inputs are there. When an input is
 * withdrawn, each gate that names it is open again. All of it is one change of the file, so that an
 * undo takes all of it back. A gate that names no input, or that was skipped, is left to itself.
 *
 * Like the rules (dd-case-rules.h), each function changes the file's records, or refuses with a
 * DdCaseError and changes nothing.
 */

/* Notes that @input (its id in the definition) was there at instant @at, as @by says on @evidence
 * (nullable). What was noted of it before is corrected. */
gboolean dd_case_inputs_meet (DdCaseFile *file, const char *input, const char *evidence,
                              const char *by, gint64 at, GError **error);

/* Notes that @input, which counted as met, is not there. */
gboolean dd_case_inputs_withdraw (DdCaseFile *file, const char *input, GError **error);

/* Marks @gate as met at instant @at, on @evidence (nullable), and those of its inputs that were not
 * noted yet. */
gboolean dd_case_inputs_meet_gate (DdCaseFile *file, DdRecord *gate, const char *evidence,
                                   const char *by, gint64 at, GError **error);

G_END_DECLS
