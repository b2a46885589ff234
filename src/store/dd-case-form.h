/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-answer.h"
#include "delivery/dd-case.h"
#include "form/dd-edition-move.h"
#include "form/dd-form.h"

G_BEGIN_DECLS

/*
 * DdCaseForm: the questionnaire of a stored case with what was answered.
 *
 * A case that has answers keeps the edition they were given to (its bytes are in the journal, by
 * their hash in the case): another edition changes nothing by itself. One without answers is asked
 * what is asked of new cases, and the first answer pins that. Loaded at one go, from one moment of
 * the database; what is in it is only read. Reference counted (atomically), and bound to no
 * thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  DdCase *record;                 /* (owned) */
  DdQuestionnaire *questionnaire; /* (owned) (nullable): what the case is asked; NULL when its
                                     service has none, or with a @problem */
  GBytes *bytes;                  /* (owned) (nullable): what it was read from */
  gboolean pinned;                /* the case keeps that edition */
  DdQuestionnaire *current;       /* (owned) (nullable): what new cases are asked */
  GBytes *current_bytes;          /* (owned) (nullable) */
  GHashTable *rows;               /* (owned) (element-type utf8 DdAnswer): by question, also of
                                     other editions */
  DdAnswers *answers;             /* (owned): the values of the rows */
  DdFacts *facts;                 /* (owned): what conditions look at beside them */
  GError *problem;                /* (owned) (nullable): why there is no questionnaire, or no
                                     current one */
} DdCaseForm;

#define DD_TYPE_CASE_FORM (dd_case_form_get_type ())

/* The boxed type of DdCaseForm. */
GType dd_case_form_get_type (void) G_GNUC_CONST;

/* Finds what new cases of @service are asked, with the bytes that it was read from: both (out)
 * (transfer full), NULL when there is nothing. Called on the connection's thread.
 * Returns: FALSE with @error when there is something but it cannot be used */
typedef gboolean (*DdCaseFormFinder) (gpointer data, const char *service,
                                      DdQuestionnaire **questionnaire, GBytes **bytes,
                                      GError **error);

/* Loads the questionnaire of the case @case_id. What new cases are asked comes from @find
 * (nullable: nothing), which gets @data. A questionnaire that cannot be had is no failure: it is
 * told as the problem.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdCaseForm *dd_case_form_load (DdConnection *connection, const char *case_id, DdCaseFormFinder find,
                               gpointer data, GError **error);

/* Returns: (transfer full): @self with one more reference */
DdCaseForm *dd_case_form_ref (DdCaseForm *self);

/* Gives one reference back; the last frees @self. */
void dd_case_form_unref (DdCaseForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCaseForm, dd_case_form_unref)

/* Returns: (transfer none) (nullable): the row of @question, which holds the answer, a note, a
 * mark */
DdRecord *dd_case_form_find_row (DdCaseForm *self, const char *question);

/* Returns: (transfer full): the form with the answers, for @self with a questionnaire */
DdForm *dd_case_form_make_form (DdCaseForm *self);

/* The answers to questions that its questionnaire does not have: those that an edition dropped.
 * Returns: (transfer full) (element-type DdAnswer): the rows, sorted by question */
GPtrArray *dd_case_form_list_dropped (DdCaseForm *self);

/* Returns: whether new cases are asked another edition than this one */
gboolean dd_case_form_can_move (DdCaseForm *self);

/* What a move to the current edition comes to, for @self that can move.
 * Returns: (transfer full): what becomes of each answer */
DdEditionMove *dd_case_form_preview_move (DdCaseForm *self);

G_END_DECLS
