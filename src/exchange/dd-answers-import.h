/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-answers-file.h"
#include "form/dd-form.h"

G_BEGIN_DECLS

/*
 * What taking an answers file would come to, question by question, for a person to look at first.
 * The answers as they are here, those that the customer started from, and those that came back tell
 * apart who changed what.
 */

/**
 * DdImportKind:
 * @DD_IMPORT_EQUAL: both say the same
 * @DD_IMPORT_NEW: the customer answered what was not answered
 * @DD_IMPORT_CHANGED: the customer answered otherwise
 * @DD_IMPORT_CLEARED: the customer took the answer away
 * @DD_IMPORT_KEPT: changed here since the export, and the customer left it as it was
 * @DD_IMPORT_CONFLICT: changed here since the export, and otherwise by the customer
 */
typedef enum
{
  DD_IMPORT_EQUAL,
  DD_IMPORT_NEW,
  DD_IMPORT_CHANGED,
  DD_IMPORT_CLEARED,
  DD_IMPORT_KEPT,
  DD_IMPORT_CONFLICT,
} DdImportKind;

typedef struct
{
  DdImportKind kind;
  const DdQuestion *question;   /* (unowned): the questionnaire's */
  DdAnswerValue *started_from;  /* (nullable) (owned) */
  DdAnswerValue *here;          /* (nullable) (owned) */
  DdAnswerValue *answer;        /* (nullable) (owned): the customer's */
  char *problem;                /* (nullable) (owned): why that does not suit the question */
  gboolean take;                /* to be taken; FALSE for conflicts until somebody decides */
} DdImportEntry;

/* Frees @self. */
void dd_import_entry_free (DdImportEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdImportEntry, dd_import_entry_free)

/* Compares @file, which dd_answers_file_check() has let pass, with the answers @here. Linear.
 * Returns: (transfer full) (element-type DdImportEntry): in document order the questions that the
 *   file is about; hidden ones are not */
GPtrArray *dd_answers_import_preview (DdQuestionnaire *questionnaire, const DdAnswers *here,
                                      const DdAnswersFile *file);

/* Returns: how many of @entries are of @kind */
guint dd_answers_import_count (GPtrArray *entries, DdImportKind kind);

/* Returns: (transfer none): @kind in one word for files and scripts: "new", "conflict" */
const char *dd_import_kind_to_text (DdImportKind kind);

/* Returns: (transfer none): @kind for people, translated */
const char *dd_import_kind_to_words (DdImportKind kind);

G_END_DECLS
