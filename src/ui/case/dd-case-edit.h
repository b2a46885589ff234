/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "plan/dd-progress.h"

G_BEGIN_DECLS

/**
 * DdCaseEditKind:
 * @DD_CASE_EDIT_START: starts the activity
 * @DD_CASE_EDIT_FINISH: marks it done; a gate: met, with @text as its evidence, at @instant
 * @DD_CASE_EDIT_SKIP: decides that it will not be done, because of @text
 * @DD_CASE_EDIT_WAIT: it, or the whole case, waits for @party because of @text
 * @DD_CASE_EDIT_RESUME: ends that wait
 * @DD_CASE_EDIT_DURATION: gives it @minutes (-1: the documented duration) because of @text
 * @DD_CASE_EDIT_NOT_BEFORE: has it start at @instant or later (DD_INSTANT_NONE: whenever it can)
 * @DD_CASE_EDIT_ASSIGN: gives it to the person @text (nullable: nobody)
 * @DD_CASE_EDIT_NOTE: makes @text (nullable) its note
 * @DD_CASE_EDIT_LINK: adds a link to @address, called @text (nullable: as the address)
 * @DD_CASE_EDIT_UNLINK: removes the link whose id is @text
 * @DD_CASE_EDIT_MEET_INPUT: the required input @subject is there, with @text (nullable) as its
 *   evidence, since @instant
 * @DD_CASE_EDIT_WITHDRAW_INPUT: the required input @subject is not there after all
 * @DD_CASE_EDIT_INCLUDE: decides because of @text that the exclusion @subject does not hold
 * @DD_CASE_EDIT_EXCLUDE: decides because of @text that it does
 * @DD_CASE_EDIT_FOLLOW_RULE: leaves the exclusion @subject to its rule again
 * @DD_CASE_EDIT_ENGAGE: proposes a paid engagement for the exclusion @subject, for @text (nullable)
 * @DD_CASE_EDIT_MOVE_ENGAGEMENT: moves the engagement whose id is @subject on to the state @text
 * @DD_CASE_EDIT_AGREE: keeps today's plan as what was agreed with @text (nullable)
 */
typedef enum
{
  DD_CASE_EDIT_START,
  DD_CASE_EDIT_FINISH,
  DD_CASE_EDIT_SKIP,
  DD_CASE_EDIT_WAIT,
  DD_CASE_EDIT_RESUME,
  DD_CASE_EDIT_DURATION,
  DD_CASE_EDIT_NOT_BEFORE,
  DD_CASE_EDIT_ASSIGN,
  DD_CASE_EDIT_NOTE,
  DD_CASE_EDIT_LINK,
  DD_CASE_EDIT_UNLINK,
  DD_CASE_EDIT_MEET_INPUT,
  DD_CASE_EDIT_WITHDRAW_INPUT,
  DD_CASE_EDIT_INCLUDE,
  DD_CASE_EDIT_EXCLUDE,
  DD_CASE_EDIT_FOLLOW_RULE,
  DD_CASE_EDIT_ENGAGE,
  DD_CASE_EDIT_MOVE_ENGAGEMENT,
  DD_CASE_EDIT_AGREE,
} DdCaseEditKind;
#define DD_N_CASE_EDITS 19

/* What a user does to a case: one action in the journal. */
typedef struct
{
  DdCaseEditKind kind;
  char *case_id;  /* (owned) */
  char *activity; /* (owned) (nullable): its id in the definition; NULL: the whole case */
  char *text;     /* (owned) (nullable) */
  char *address;  /* (owned) (nullable): of a link */
  char *subject;  /* (owned) (nullable): what of the case, where it is no activity */
  DdParty party;
  gint64 minutes;
  gint64 instant;
  char *user;     /* (owned) */
  gint64 now;
} DdCaseEdit;

/* Returns: (transfer full): an edit of @activity (nullable: the whole case) */
DdCaseEdit *dd_case_edit_new (DdCaseEditKind kind, const char *activity);

/* Returns: (transfer full): the same edit once more */
DdCaseEdit *dd_case_edit_copy (const DdCaseEdit *self);

/* Frees an edit. */
void dd_case_edit_free (gpointer self);

/* Does the edit @data: a DdConnectionFunc. */
gboolean dd_case_edit_run (DdConnection *connection, gpointer data, GError **error);

/* Says what was done with the activity @name (nullable: the whole case), for a toast.
 * Returns: (transfer full): the translated sentence, without a full stop */
char *dd_case_edit_to_words (const DdCaseEdit *self, const char *name);

G_END_DECLS
