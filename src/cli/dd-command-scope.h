/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* The commands about what is in scope. Each returns (transfer full) the text, or NULL with @error. */

/* "scope": whether the customer is eligible, what is in scope and why, what has to be there. */
char *dd_command_scope_show (DdCommandLine *line, GError **error);

/* "scope override": decides about an exclusion in place of its rule. */
char *dd_command_scope_override (DdCommandLine *line, GError **error);

/* "scope input": records that a required input is there, or is not. */
char *dd_command_scope_input (DdCommandLine *line, GError **error);

/* "scope engage": proposes the paid engagement that a finding leads to. */
char *dd_command_scope_engage (DdCommandLine *line, GError **error);

/* "scope engagement": moves a paid engagement on. */
char *dd_command_scope_engagement (DdCommandLine *line, GError **error);

G_END_DECLS
