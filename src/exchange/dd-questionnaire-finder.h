/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * Which questionnaire new cases of a service are asked: of the user's own files "*.xml" in one
 * folder the one of the latest edition (of several the first in the order of names), or else the
 * one that ships. A file that cannot be used harms no other, but one that is named after the
 * service is told: whoever asks for "cx-process" while a broken cx-process.xml lies in the folder
 * gets the error, not other questions.
 *
 * Nothing is kept: each call reads what is there now.
 */

/* Returns: (transfer full): the folder of this user's own questionnaires,
 * "$XDG_DATA_HOME/drydock/questionnaires"; it need not exist */
char *dd_questionnaire_finder_user_folder (void);

/* Finds what new cases of @service are asked, looking in the folder whose path @folder (nullable:
 * none) is; from any thread. @questionnaire and @bytes (out) (transfer full) are NULL when there
 * is nothing.
 * Returns: FALSE with @error when there is something but it cannot be used */
gboolean dd_questionnaire_finder_find (gpointer folder, const char *service,
                                       DdQuestionnaire **questionnaire, GBytes **bytes,
                                       GError **error);

G_END_DECLS
