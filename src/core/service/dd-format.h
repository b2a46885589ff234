/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-format.h"

G_BEGIN_DECLS

/*
 * The vocabulary of service definitions as one table: which elements there are, what they may stand
 * in, their attributes, and where in DdService each of them has its place. The parser reads by it
 * and the writer writes by it, so neither can know a name that the other does not. It says the same
 * as resources/services/service.rng, which is for everybody else.
 */

typedef enum
{
  DD_FORMAT_SERVICE,
  DD_FORMAT_SUMMARY,
  DD_FORMAT_FREQUENCY,
  DD_FORMAT_ELIGIBILITY,
  DD_FORMAT_INPUT,
  DD_FORMAT_OUTPUT,
  DD_FORMAT_STEP,
  DD_FORMAT_STEP_TEXT,
  DD_FORMAT_STEP_PART, /* a step inside a step */
  DD_FORMAT_TIMELINE,
  DD_FORMAT_REQUEST,
  DD_FORMAT_FIELD,
  DD_FORMAT_NEXT_STEP,
  DD_FORMAT_EXCLUSION,
  DD_FORMAT_EXCLUSION_TEXT,
  DD_FORMAT_WHEN,
  DD_FORMAT_ALL,
  DD_FORMAT_ANY,
  DD_FORMAT_NOT,
  DD_FORMAT_EQUALS,
  DD_FORMAT_CONTAINS,
  DD_FORMAT_GREATER,
  DD_FORMAT_ANSWERED,
  DD_FORMAT_FACT,
  DD_FORMAT_HEADLINE,
  DD_FORMAT_QUESTION_ANSWER,
  DD_FORMAT_QUESTION,
  DD_FORMAT_ANSWER,
  DD_FORMAT_PHASE,
  DD_FORMAT_MILESTONE,
  DD_FORMAT_CELL,
  DD_FORMAT_ACTIVITY,
  DD_FORMAT_DETAIL,
} DdFormatElementId;
#define DD_N_FORMAT_ELEMENTS (DD_FORMAT_DETAIL + 1)

/* Returns: (transfer none): the vocabulary of services, with whatever a reader of one needs */
const DdMarkupVocabulary *dd_format_get_vocabulary (void);

/* Returns: (transfer none): the element @id */
const DdMarkupElement *dd_format_get (DdFormatElementId id);

G_END_DECLS
