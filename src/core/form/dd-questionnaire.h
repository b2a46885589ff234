/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"
#include "markup/dd-condition.h"

G_BEGIN_DECLS

/*
 * DdQuestionnaire: what is asked about a case of one service.
 *
 * A tree of plain values, built once by the parser (dd-questionnaire-parser.h), immutable
 * afterwards and reference counted (atomically); any thread may read it. Every string is owned by
 * the questionnaire and lives as long as it does. Lists are never NULL and in document order.
 *
 * Conditions look at earlier questions only, so that one walk in document order decides what is
 * visible.
 */

/**
 * DdQuestionType:
 * @DD_QUESTION_TEXT: one line
 * @DD_QUESTION_PARAGRAPH: several lines
 * @DD_QUESTION_INTEGER: a whole number
 * @DD_QUESTION_VERSION: a version (dd-version.h)
 * @DD_QUESTION_DATE: a day, "2026-12-01"
 * @DD_QUESTION_CHOICE: one of the choices
 * @DD_QUESTION_CHOICES: any number of the choices
 * @DD_QUESTION_YES_NO: "yes" or "no"
 * @DD_QUESTION_TABLE: rows of cells
 * @DD_QUESTION_ACKNOWLEDGEMENT: a statement to agree with
 */
typedef enum
{
  DD_QUESTION_TEXT,
  DD_QUESTION_PARAGRAPH,
  DD_QUESTION_INTEGER,
  DD_QUESTION_VERSION,
  DD_QUESTION_DATE,
  DD_QUESTION_CHOICE,
  DD_QUESTION_CHOICES,
  DD_QUESTION_YES_NO,
  DD_QUESTION_TABLE,
  DD_QUESTION_ACKNOWLEDGEMENT,
} DdQuestionType;

/**
 * DdRequirement:
 * @DD_REQUIREMENT_NO: may be left open
 * @DD_REQUIREMENT_SOFT: left open, it warns and lets pass
 * @DD_REQUIREMENT_YES: must be answered
 */
typedef enum
{
  DD_REQUIREMENT_NO,
  DD_REQUIREMENT_SOFT,
  DD_REQUIREMENT_YES,
} DdRequirement;

typedef struct _DdQuestionnaire DdQuestionnaire;
typedef struct _DdSection DdSection;
typedef struct _DdQuestion DdQuestion;

/* One of the answers that a question offers. */
typedef struct
{
  char *value;    /* an id, unique in its question */
  char *label;
  GPtrArray *was; /* (element-type utf8): values of earlier editions that mean the same */
} DdChoice;

/* What a text (text, paragraph, version) must look like. */
typedef struct
{
  char *match;    /* of all of the text; see dd-question-pattern.h */
  char *message;  /* what to say when it does not: "Enter a host name without its domain." */
  GRegex *regex;  /* (owned): what matches it */
  int line;
} DdQuestionPattern;

/* Between what an answer must lie: an integer or a version itself, a date's day, how many
 * characters (code points) a text or paragraph has, how many choices are taken, how many rows a
 * table has. */
typedef struct
{
  char *min;      /* (nullable): at least this, as it is written */
  char *max;      /* (nullable): at most this */
  char *message;
  int line;
} DdQuestionRange;

/* A question, or a column of a table: then it has no columns and no conditions, its type is text,
 * paragraph, integer, version, date, choice or yes-no, and it is required of every row. */
struct _DdQuestion
{
  char *id;                  /* unique in the questionnaire, of a column in its table */
  char *label;
  char *help;                /* (nullable) */
  GPtrArray *when;           /* (element-type DdCondition) (owned): asked if any holds, if any is */
  DdQuestionType type;
  DdRequirement required;
  GPtrArray *choices;        /* (element-type DdChoice) (owned): of choice, choices; else empty */
  GPtrArray *columns;        /* (element-type DdQuestion) (owned): of a table, else empty */
  GPtrArray *patterns;       /* (element-type DdQuestionPattern) (owned): all must match */
  GPtrArray *ranges;         /* (element-type DdQuestionRange) (owned): it must lie in all */
  GPtrArray *was;            /* (element-type utf8): its ids in earlier editions */
  const DdSection *section;  /* (unowned) */
  const DdQuestion *table;   /* (nullable) (unowned): of a column the question it belongs to */
  guint index;               /* in the questionnaire's questions, of a column in its table's */
  int line;                  /* of the file, from 1 */
};

/* A part of a questionnaire with a heading. */
struct _DdSection
{
  char *id;
  char *title;
  char *help;            /* (nullable) */
  GPtrArray *when;       /* (element-type DdCondition) (owned): as a question's, for all in it */
  GPtrArray *questions;  /* (element-type DdQuestion) (owned) */
  guint index;           /* in the questionnaire's sections */
  int line;
};

#define DD_TYPE_QUESTIONNAIRE (dd_questionnaire_get_type ())

struct _DdQuestionnaire
{
  gatomicrefcount ref_count;
  char *id;
  char *service;          /* the id of the service that it is asked for */
  int edition;            /* from 1; a later one takes the place of an earlier */
  char *title;
  char *summary;          /* (nullable): what it is for, said before the first section */
  char *origin;           /* what the parser was told: a file's name */
  char *hash;             /* of the bytes it was read from: SHA-256 in hexadecimal */
  GPtrArray *sections;    /* (element-type DdSection) (owned) */
  GPtrArray *questions;   /* (element-type DdQuestion) (unowned): of all sections */
  GHashTable *questions_by_id; /* (element-type utf8 DdQuestion) (unowned) */
};

/* The boxed type of DdQuestionnaire. */
GType dd_questionnaire_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): @self with one more reference */
DdQuestionnaire *dd_questionnaire_ref (DdQuestionnaire *self);

/* Gives one reference back; the last frees @self. */
void dd_questionnaire_unref (DdQuestionnaire *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdQuestionnaire, dd_questionnaire_unref)

/* O(1). Returns: (transfer none) (nullable): the question with @id */
const DdQuestion *dd_questionnaire_find_question (const DdQuestionnaire *self, const char *id);

/* Returns: (transfer none) (nullable): the column of the table @self with @id */
const DdQuestion *dd_question_find_column (const DdQuestion *self, const char *id);

/* Returns: (transfer none) (nullable): the choice of @self with @value */
const DdChoice *dd_question_find_choice (const DdQuestion *self, const char *value);

/* @value (nullable) as a person reads it who is asked @self: choices, yes and no by their labels,
 * translated; dates as they are; a table as rows in lines, cells with commas, columns in document
 * order. What is not of this question's kind is shown as it is.
 * Returns: (transfer full): it; "" when there is none */
char *dd_question_describe (const DdQuestion *self, const DdAnswerValue *value);

/* Returns: the shape that answers of @type have */
DdAnswerShape dd_question_type_get_shape (DdQuestionType type);

/* Returns: (transfer none): the format's word: "text", "yes-no", … */
const char *dd_question_type_to_text (DdQuestionType type);

/* Returns: (transfer none): the format's word: "no", "soft", "yes" */
const char *dd_requirement_to_text (DdRequirement required);

G_END_DECLS
