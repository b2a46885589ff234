/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-questionnaire-export.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the page of a questionnaire (dd-questionnaire-html.h) works with: identity, sections,
 * questions, conditions, the answers to visible questions, the fields and facts that conditions look
 * at, and everything that it says, translated.
 * Returns: (transfer full): an object */
JsonNode *dd_questionnaire_json_make (const DdQuestionnaireExport *export);

G_END_DECLS
