/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-edition-move.h"
#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * DdAnswersFile: what a customer sends back: the answers to one questionnaire of one case, who gave
 * them, and what they were started from, so that it can be told what the customer changed and what
 * was changed here meanwhile.
 *
 * The file is JSON: an object with the members "format" ("drydock-answers"), "version" (1), "case",
 * "questionnaire" ("id", "edition", "hash"), "language", "answered_by", "saved_at" (ISO 8601, UTC),
 * "answers", "started_from" (both: question → value) and "checksum": the SHA-256 of the document
 * without it, in canonical form (dd-canonical-json.h). The checksum guards against damage on the
 * way, not against people: what is read is judged like any input.
 *
 * Answers to hidden questions are in neither "answers" nor "started_from".
 */

#define DD_ANSWERS_FILE_FORMAT    "drydock-answers"
#define DD_ANSWERS_FILE_VERSION   1
#define DD_ANSWERS_FILE_EXTENSION ".drydock-answers"
#define DD_ANSWERS_FILE_MIME      "application/vnd.drydock.answers+json"

/* Larger files are refused. */
#define DD_ANSWERS_FILE_MAX_BYTES (16 * 1024 * 1024)

/* More characters in the name of who answered are refused. */
#define DD_ANSWERS_FILE_MAX_NAME 200

#define DD_ANSWERS_FILE_ERROR (dd_answers_file_error_quark ())

/**
 * DdAnswersFileError:
 * @DD_ANSWERS_FILE_ERROR_FORMAT: no answers file, or none that this Drydock can read
 * @DD_ANSWERS_FILE_ERROR_SIZE: too large, or nested too deep
 * @DD_ANSWERS_FILE_ERROR_DAMAGED: it was an answers file, and is not complete or changed on the way
 * @DD_ANSWERS_FILE_ERROR_CASE: it belongs to another case
 * @DD_ANSWERS_FILE_ERROR_QUESTIONNAIRE: it answers another questionnaire
 * @DD_ANSWERS_FILE_ERROR_EDITION: it answers another edition of the questionnaire
 * @DD_ANSWERS_FILE_ERROR_ANSWER: an answer is to no question, or of another kind than was asked for
 */
typedef enum
{
  DD_ANSWERS_FILE_ERROR_FORMAT,
  DD_ANSWERS_FILE_ERROR_SIZE,
  DD_ANSWERS_FILE_ERROR_DAMAGED,
  DD_ANSWERS_FILE_ERROR_CASE,
  DD_ANSWERS_FILE_ERROR_QUESTIONNAIRE,
  DD_ANSWERS_FILE_ERROR_EDITION,
  DD_ANSWERS_FILE_ERROR_ANSWER,
} DdAnswersFileError;

/* The error domain of answers files. */
GQuark dd_answers_file_error_quark (void);

typedef struct
{
  char *case_id;            /* (owned) */
  char *questionnaire_id;   /* (owned) */
  gint64 edition;           /* for people: the hash decides */
  char *questionnaire_hash; /* (owned): of the very questionnaire that was asked */
  char *language;           /* (owned): in which it was asked, "de"; may be empty */
  char *answered_by;        /* (owned): a name, in one line, not blank */
  gint64 saved_at;          /* an instant, of the customer's clock */
  DdAnswers *answers;       /* (owned) */
  DdAnswers *started_from;  /* (owned) */
} DdAnswersFile;

/* Frees @self. */
void dd_answers_file_free (DdAnswersFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAnswersFile, dd_answers_file_free)

/* Reads @length bytes at @text. Every message is one sentence that begins with @origin, a name for
 * the file. Linear.
 * Returns: (transfer full): the file, or NULL with DD_ANSWERS_FILE_ERROR_FORMAT, _SIZE, _DAMAGED or
 * _ANSWER */
DdAnswersFile *dd_answers_file_parse (const char *text, gsize length, const char *origin,
                                      GError **error);

/* Reads the file at @path.
 * Returns: (transfer full): the file, or NULL with the errors above or a DdFileError */
DdAnswersFile *dd_answers_file_load (const char *path, GError **error);

/* Returns: (transfer full): @self as a file's text, to the letter as the page writes it */
char *dd_answers_file_to_text (const DdAnswersFile *self);

/* Whether @self belongs to the case @case_id, and @questionnaire is what its answers are to, each of
 * a kind that was asked for. Ranges and patterns are not judged: whoever answers may be wrong.
 * @origin begins the message.
 * Returns: FALSE with DD_ANSWERS_FILE_ERROR_CASE, _QUESTIONNAIRE, _EDITION or _ANSWER */
gboolean dd_answers_file_check (const DdAnswersFile *self, const char *case_id,
                                DdQuestionnaire *questionnaire, const char *origin,
                                GError **error);

/* Brings @self, which dd_answers_file_check() has let pass for the edition @from, to the edition @to: a
 * case may have moved on while the customer had the page.
 * Returns: (transfer full): what became of the answers; the dropped ones are not in @self any more */
DdEditionMove *dd_answers_file_move (DdAnswersFile *self, DdQuestionnaire *from,
                                     DdQuestionnaire *to);

G_END_DECLS
