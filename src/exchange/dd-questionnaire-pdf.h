/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-paper.h"
#include "dd-questionnaire-export.h"

G_BEGIN_DECLS

/* A questionnaire on paper. With @blank it is to be filled in by hand: every question, with what
 * it depends on in words, lines to write on and boxes to cross. Otherwise it has the questions
 * that are asked, with their answers. Linear in both.
 * Returns: (transfer full): the PDF, or NULL with a DdPaperError */
GBytes *dd_questionnaire_pdf_write (const DdQuestionnaireExport *export, DdPaperSize size,
                                    gboolean blank, GError **error);

G_END_DECLS
