/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * Whether an answer suits its question.
 *
 * First its shape and type ("Enter a date."), then the question's own patterns and ranges, in
 * document order, each with its own message; the first that fails is told. A table is checked cell
 * by cell. Text may have 20,000 characters (code points), one line of it 1,000; only a paragraph
 * has line ends; no control characters but tabs.
 */

/**
 * DdIssueKind:
 * @DD_ISSUE_MISSING: it is required, and not answered
 * @DD_ISSUE_INVALID: what is answered does not suit the question
 */
typedef enum
{
  DD_ISSUE_MISSING,
  DD_ISSUE_INVALID,
} DdIssueKind;

/**
 * DdSeverity:
 * @DD_SEVERITY_WARNING: it lets pass: something soft-required is missing
 * @DD_SEVERITY_ERROR: the questionnaire is not complete with it
 */
typedef enum
{
  DD_SEVERITY_WARNING,
  DD_SEVERITY_ERROR,
} DdSeverity;

/* What is wrong with an answer. */
typedef struct
{
  const DdQuestion *question; /* (unowned): the questionnaire's */
  int row;                    /* of a table, from 0; -1: it is about the whole answer */
  const DdQuestion *column;   /* (nullable) (unowned): of a table */
  DdIssueKind kind;
  DdSeverity severity;
  char *message;              /* one sentence, translated */
} DdFormIssue;

#define DD_FORM_MAX_TEXT 20000
#define DD_FORM_MAX_LINE 1000

/* Checks @value (nullable: not answered) as the answer to @question. Linear in the value.
 * Returns: (transfer full) (element-type DdFormIssue): what is wrong with it, for a table row after
 *   row; empty when all is well */
GPtrArray *dd_question_check (const DdQuestion *question, const DdAnswerValue *value);

/* Checks a @cell (nullable: empty) of @column alone, for an editor of tables.
 * Returns: (transfer full) (nullable): what is wrong with it, a sentence; NULL when all is well or
 *   it is empty */
char *dd_question_check_cell (const DdQuestion *column, const DdAnswerValue *cell);

G_END_DECLS
