/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-form.h"

G_BEGIN_DECLS

/* A case's questionnaire as it goes out, as a page (dd-questionnaire-html.h) or on paper
 * (dd-questionnaire-pdf.h). */
typedef struct
{
  DdQuestionnaire *questionnaire; /* (unowned) */
  const DdAnswers *answers;       /* (unowned): all there are; those to hidden questions stay here */
  const DdFacts *facts;           /* (unowned) (nullable) */
  const char *case_id;            /* (unowned) */
  const char *about;              /* (unowned): what the case is, in one line: "Acme, CX Process" */
} DdQuestionnaireExport;

/* Returns: (transfer full): the language that the program speaks, as HTML names it: "de", "pt-BR";
 * "en" where nothing is translated */
char *dd_questionnaire_export_get_language (void);

/* Returns: whether @self is written from right to left, as its title is */
gboolean dd_questionnaire_export_is_rtl (const DdQuestionnaireExport *self);

/* Returns: (transfer none): @text of a questionnaire in the program's language; @text itself, NULL
 * too, if it is not translated */
const char *dd_questionnaire_export_translate (const char *text);

/* Returns: (transfer full): a name for a file of @self with @extension (".html"): the questionnaire's
 * and the beginning of the case's id */
char *dd_questionnaire_export_make_name (const DdQuestionnaireExport *self,
                                         const char *extension);

G_END_DECLS
