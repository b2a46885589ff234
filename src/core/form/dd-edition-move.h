/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * The move of a case's answers from the edition of a questionnaire that they were given to, to
 * another. Nothing gets lost: every answer is an entry here, and one that has no place any more is
 * listed with its value.
 *
 * A question goes on under its own id, or under that which names it in "was"; choices and columns
 * likewise. An answer of another type is taken over if it says the same there: one line as a
 * paragraph, a choice as the only one of several, anything of one line as text.
 */

/**
 * DdMoveOutcome:
 * @DD_MOVE_KEPT: as it was, to the same question
 * @DD_MOVE_MAPPED: to a question of another id, or with its value put in the new edition's terms
 * @DD_MOVE_CHECK: taken over, but it does not suit the new question; somebody must look at it
 * @DD_MOVE_DROPPED: no question of the new edition can hold it
 */
typedef enum
{
  DD_MOVE_KEPT,
  DD_MOVE_MAPPED,
  DD_MOVE_CHECK,
  DD_MOVE_DROPPED,
} DdMoveOutcome;

typedef struct
{
  DdMoveOutcome outcome;
  char *from;                  /* id of the question that was answered */
  const DdQuestion *question;  /* (nullable) (unowned): the new one; NULL if dropped */
  DdAnswerValue *before;       /* (owned) */
  DdAnswerValue *after;        /* (nullable) (owned): NULL if dropped */
  char *reason;                /* (nullable): of a check or a drop, one sentence, translated */
} DdEditionMoveEntry;

typedef struct
{
  GPtrArray *entries; /* (element-type DdEditionMoveEntry) (owned): those with a new question in its
                         document order, then the dropped ones sorted by id */
  DdAnswers *answers; /* (owned): to the new edition's questions; the dropped ones are not in it */
} DdEditionMove;

/* Moves @answers, given to @old (nullable: it cannot be had any more), to @now. An answer to an id
 * that @old does not know is moved like the others if @now does. Linear.
 * Returns: (transfer full): what becomes of them */
DdEditionMove *dd_edition_move_new (const DdQuestionnaire *old, const DdAnswers *answers,
                                    DdQuestionnaire *now);

/* Frees @self; the questions in it are the new questionnaire's. */
void dd_edition_move_free (DdEditionMove *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdEditionMove, dd_edition_move_free)

/* Returns: how many entries end with @outcome */
guint dd_edition_move_count (const DdEditionMove *self, DdMoveOutcome outcome);

G_END_DECLS
