/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* The commands about cases. Each returns (transfer full) the text, or NULL with @error. */

/* "case new": opens a case and says whether its dates can be kept. */
char *dd_command_case_new (DdCommandLine *line, GError **error);

/* "case list": the cases, what is due first before all. */
char *dd_command_case_list (DdCommandLine *line, GError **error);

/* "case show": everything about one case. */
char *dd_command_case_show (DdCommandLine *line, GError **error);

/* "case set": gives a case, or its activities, values. */
char *dd_command_case_set (DdCommandLine *line, GError **error);

/* "case start": begins an activity. */
char *dd_command_case_start (DdCommandLine *line, GError **error);

/* "case done": ends an activity, meets a gate. */
char *dd_command_case_done (DdCommandLine *line, GError **error);

/* "case skip": decides that an activity will not be done. */
char *dd_command_case_skip (DdCommandLine *line, GError **error);

/* "case wait": begins a wait of an activity or of the whole case. */
char *dd_command_case_wait (DdCommandLine *line, GError **error);

/* "case resume": ends the waits of a case. */
char *dd_command_case_resume (DdCommandLine *line, GError **error);

/* "case close": ends a case. */
char *dd_command_case_close (DdCommandLine *line, GError **error);

G_END_DECLS
