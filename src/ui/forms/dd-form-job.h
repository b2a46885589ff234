/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-form-edit.h"
#include "dd-context.h"

G_BEGIN_DECLS

/* What the session has done on the database's thread: values that it owns, and
 * DdConnectionFuncs. */

/* Loading. */
typedef struct
{
  char *case_id;                     /* (owned) */
  char *folder;                      /* (owned): of the user's own questionnaires */
  guint serial;                      /* which load it is */
  DdCaseForm *form;                  /* (owned) (nullable): what was loaded */
} DdFormLoad;

/* Returns: (transfer full): the load number @serial of the case @case_id */
DdFormLoad *dd_form_load_new (const char *case_id, guint serial);

/* Frees a load. */
void dd_form_load_free (gpointer self);

/* Loads: @data is a DdFormLoad. */
gboolean dd_form_load_run (DdConnection *connection, gpointer data, GError **error);

/* One edit of a question, or, without one, the move to another edition. */
typedef struct
{
  char *case_id;          /* (owned) */
  char *user;             /* (owned) */
  gint64 now;
  DdCaseForm *form;       /* (owned): what the person sees */
  DdCaseFormEditKind kind;
  char *question;         /* (owned) (nullable): NULL: move */
  DdAnswerValue *value;   /* (owned) (nullable) */
  DdAnswerValue *seen;    /* (owned) (nullable) */
  gboolean ask;
  char *note;             /* (owned) (nullable) */
} DdFormJob;

/* Returns: (transfer full): an edit of @question (nullable: the move) as the context's user */
DdFormJob *dd_form_job_new (DdContext *context, const char *case_id, DdCaseForm *form,
                            DdCaseFormEditKind kind, const char *question);

/* Frees a job. */
void dd_form_job_free (gpointer self);

/* Does it: @data is a DdFormJob. */
gboolean dd_form_job_run (DdConnection *connection, gpointer data, GError **error);

G_END_DECLS
