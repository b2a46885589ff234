/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-form.h"

G_BEGIN_DECLS

/*
 * What becomes of the answers when others are taken: per question, for a person to look at first.
 */

/**
 * DdDifferenceKind:
 * @DD_DIFFERENCE_EQUAL: both say the same
 * @DD_DIFFERENCE_ADDED: it was not answered before
 * @DD_DIFFERENCE_CHANGED: it was answered otherwise
 * @DD_DIFFERENCE_CLEARED: it was answered, is still asked, and is not answered any more
 * @DD_DIFFERENCE_INVALID: it is added or changed to something that does not suit the question
 * @DD_DIFFERENCE_HIDDEN: it is answered although it is not asked with the new answers
 * @DD_DIFFERENCE_UNKNOWN: the questionnaire has no such question
 */
typedef enum
{
  DD_DIFFERENCE_EQUAL,
  DD_DIFFERENCE_ADDED,
  DD_DIFFERENCE_CHANGED,
  DD_DIFFERENCE_CLEARED,
  DD_DIFFERENCE_INVALID,
  DD_DIFFERENCE_HIDDEN,
  DD_DIFFERENCE_UNKNOWN,
} DdDifferenceKind;

typedef struct
{
  DdDifferenceKind kind;
  char *id;                   /* the question's */
  const DdQuestion *question; /* (nullable) (unowned): the questionnaire's; NULL if unknown */
  DdAnswerValue *before;      /* (nullable) (owned) */
  DdAnswerValue *after;       /* (nullable) (owned) */
  char *message;              /* (nullable): why it is invalid: the first issue */
} DdDifference;

/* Compares @before with @after, which says all: a question that is asked with the new answers and has
 * none there is cleared. One that is not asked with them and is not answered in them does not
 * appear: it keeps what it has. @facts (nullable) are those of the case.
 * Returns: (transfer full) (element-type DdDifference): in document order those that either answers,
 *   then the unknown ones of @after sorted by id */
GPtrArray *dd_answers_compare (DdQuestionnaire *questionnaire, const DdFacts *facts,
                               const DdAnswers *before, const DdAnswers *after);

/* Returns: whether taking @kind changes an answer: added, changed, cleared, invalid */
gboolean dd_difference_kind_is_change (DdDifferenceKind kind);

G_END_DECLS
