/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of an answer. */

#include "config.h"

#include "delivery/dd-answer.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* its id in the questionnaire */
  { "question", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("question") },
  /* null: not answered */
  { "value", DD_FIELD_JSON, DD_FIELD_SEARCHED, N_ ("answer") },
  { "answered_by", DD_FIELD_TEXT, 0, N_ ("person who answered") },
  { "answered_at", DD_FIELD_INSTANT, 0, N_ ("time of the answer") },
  { "ask_customer", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED, N_ ("mark to ask the customer") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdAnswer, dd_answer, "answers", N_ ("answer"))
