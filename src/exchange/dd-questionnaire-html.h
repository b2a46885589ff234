/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-questionnaire-export.h"

G_BEGIN_DECLS

/*
 * A questionnaire as one HTML file that opens in any browser, offline: it asks what Drydock would
 * ask, judges answers as Drydock does, keeps them in the browser while they are typed, and saves the
 * answers file (dd-answers-file.h) to mail back.
 *
 * The page consists of resources/questionnaires/: page.html with form.css, the scripts, and the
 * questionnaire as JSON. Its content security policy lets it run these scripts, to the letter, and
 * nothing else: it cannot load or send anything, and no text in it can become markup or script.
 */

/* Writes the page. Linear in the questionnaire and its answers.
 * Returns: (transfer full): the file's text */
char *dd_questionnaire_html_write (const DdQuestionnaireExport *export);

G_END_DECLS
