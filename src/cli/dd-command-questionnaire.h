/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* The commands about the questionnaire of a case. Each returns (transfer full) the text, or NULL with
 * @error. */

/* "questionnaire show": what is asked, answered and missing. */
char *dd_command_questionnaire_show (DdCommandLine *line, GError **error);

/* "questionnaire set": answers questions. */
char *dd_command_questionnaire_set (DdCommandLine *line, GError **error);

/* "questionnaire export": writes it as a page or on paper. */
char *dd_command_questionnaire_export (DdCommandLine *line, GError **error);

/* "questionnaire import": takes what a customer answered. */
char *dd_command_questionnaire_import (DdCommandLine *line, GError **error);

G_END_DECLS
