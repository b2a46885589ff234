/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * DdAnswerValue: what was answered to one question. Immutable and reference counted (atomically).
 *
 * A value is always in its canonical form, so that two values are equal exactly when their JSON is:
 *  - a text, kept to the last character; line ends are "\n";
 *  - a whole number that JavaScript holds exactly;
 *  - true, of an acknowledgement;
 *  - a list of texts: the choices that were taken, each once, sorted by their bytes;
 *  - a table: rows of cells, each a text or a whole number, named after columns and sorted by those
 *    names; rows without any cell are left out.
 * "Not answered" is no value at all: NULL. Null, false, [], and a text of nothing but blanks
 * (spaces, tabs, line ends) are not answered, neither as an answer nor as a cell.
 *
 * A value knows its shape but not its question: whether it fits is said by DdForm. Text is UTF-8
 * without U+0000.
 */
typedef struct _DdAnswerValue DdAnswerValue;

/**
 * DdAnswerShape:
 * @DD_ANSWER_TEXT: of text, paragraph, version, date ("2026-12-01"), choice (its value), yes-no
 *   ("yes", "no")
 * @DD_ANSWER_INTEGER: of integer
 * @DD_ANSWER_TRUE: of acknowledgement
 * @DD_ANSWER_LIST: of choices
 * @DD_ANSWER_TABLE: of table
 */
typedef enum
{
  DD_ANSWER_TEXT,
  DD_ANSWER_INTEGER,
  DD_ANSWER_TRUE,
  DD_ANSWER_LIST,
  DD_ANSWER_TABLE,
} DdAnswerShape;

#define DD_TYPE_ANSWER_VALUE (dd_answer_value_get_type ())
#define DD_ANSWER_ERROR      (dd_answer_error_quark ())

/* The largest whole number that JavaScript holds exactly; the smallest is its negative. */
#define DD_ANSWER_MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

/* More bytes of JSON than this are refused as one answer. */
#define DD_ANSWER_MAX_BYTES (4 * 1024 * 1024)

/* More rows than this are refused in one table. */
#define DD_ANSWER_MAX_ROWS 10000

/**
 * DdAnswerError:
 * @DD_ANSWER_ERROR_JSON: no JSON, or too much of it
 * @DD_ANSWER_ERROR_SHAPE: JSON that is no answer: a fraction, an object, a list of different things
 */
typedef enum
{
  DD_ANSWER_ERROR_JSON,
  DD_ANSWER_ERROR_SHAPE,
} DdAnswerError;

/* The error domain of answers. */
GQuark dd_answer_error_quark (void);

/* The boxed type of DdAnswerValue. */
GType dd_answer_value_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full) (nullable): @text as an answer; NULL when it is blank, or no UTF-8 */
DdAnswerValue *dd_answer_value_new_text (const char *text);

/* @number lies between plus and minus DD_ANSWER_MAX_INTEGER. Returns: (transfer full): it */
DdAnswerValue *dd_answer_value_new_integer (gint64 number);

/* Returns: (transfer full): true */
DdAnswerValue *dd_answer_value_new_true (void);

/* Returns: (transfer full) (nullable): @choices, NULL when there are none */
DdAnswerValue *dd_answer_value_new_list (const char *const *choices);

/* Reads JSON of @length bytes, -1 when zero-terminated. What is no longer than DD_ANSWER_MAX_BYTES
 * is read in linear time. @value may be NULL to know only whether it is an answer.
 * Returns: whether it is an answer or "not answered", with @value (transfer full) (nullable) set;
 *   otherwise FALSE with @error in one sentence, and @value untouched */
gboolean dd_answer_value_from_json (const char *json, gssize length, DdAnswerValue **value,
                                    GError **error);

/* Whether json-glib can be trusted with @json of @length bytes: its brackets lie in each other at
 * most @max_depth deep, and no text in it has a U+0000. To be asked before a document that holds
 * answers is read. Linear. */
gboolean dd_answer_json_is_safe (const char *json, gsize length, int max_depth);

/* dd_answer_value_from_json() of a part of a document that was read already. */
gboolean dd_answer_value_from_node (JsonNode *node, DdAnswerValue **value, GError **error);

/* Returns: (transfer full): canonical JSON without needless blanks; "null" for no @self (nullable).
 * Non-ASCII characters stand as themselves. */
char *dd_answer_value_to_json (const DdAnswerValue *self);

/* Returns: (transfer full): the same as a node */
JsonNode *dd_answer_value_to_node (const DdAnswerValue *self);

/* Returns: (transfer full): @self (not NULL) with one more reference */
DdAnswerValue *dd_answer_value_ref (const DdAnswerValue *self);

/* Gives one reference back; the last frees @self. */
void dd_answer_value_unref (DdAnswerValue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAnswerValue, dd_answer_value_unref)

/* Returns: whether both (nullable) say the same */
gboolean dd_answer_value_equal (const DdAnswerValue *first, const DdAnswerValue *second);

/* Returns: what shape @self has */
DdAnswerShape dd_answer_value_get_shape (const DdAnswerValue *self);

/* Returns: (transfer none) (nullable): a text's text; NULL for other shapes, or no @self */
const char *dd_answer_value_get_text (const DdAnswerValue *self);

/* Returns: an integer's number; 0 for other shapes */
gint64 dd_answer_value_get_integer (const DdAnswerValue *self);

/* Returns: (transfer none): a list's choices, ending with NULL; empty for other shapes */
const char *const *dd_answer_value_get_list (const DdAnswerValue *self);

/* Returns: whether @self (nullable) is a list with @choice. Logarithmic. */
gboolean dd_answer_value_has_choice (const DdAnswerValue *self, const char *choice);

/* Returns: how many rows a table has; 0 for other shapes */
guint dd_answer_value_get_n_rows (const DdAnswerValue *self);

/* The cell of @column in row @row (from 0, less than dd_answer_value_get_n_rows()).
 * Returns: (transfer none) (nullable): a text or an integer, NULL when it is empty */
const DdAnswerValue *dd_answer_value_get_cell (const DdAnswerValue *self, guint row,
                                               const char *column);

/* Returns: (transfer container) (element-type utf8): the names of the columns that any row has a
 *   cell in, sorted; the names are the table's. Empty for other shapes. */
GPtrArray *dd_answer_value_list_columns (const DdAnswerValue *self);

/* As a person reads it who does not know the question: a text as it is, a number in digits, true as
 * "Yes", translated, a list with commas, a table with its cells one after the other. For
 * search, comparisons and messages. Choices are told by their values; dd_question_describe() knows
 * their labels. Returns: (transfer full): it; "" for no @self (nullable) */
char *dd_answer_value_to_words (const DdAnswerValue *self);

/*
 * DdAnswerTable: the rows of a table while they are put together. Add a row, then its cells; empty
 * cells and rows may be added and are left out.
 */
typedef struct _DdAnswerTable DdAnswerTable;

/* Returns: (transfer full): a table without rows */
DdAnswerTable *dd_answer_table_new (void);

/* Frees @self. */
void dd_answer_table_free (DdAnswerTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAnswerTable, dd_answer_table_free)

/* Begins a row. */
void dd_answer_table_add_row (DdAnswerTable *self);

/* Sets the cell of @column in the newest row to @value (nullable: empty), a text or an integer. */
void dd_answer_table_set_cell (DdAnswerTable *self, const char *column,
                               const DdAnswerValue *value);

/* Ends and frees @self (transfer full).
 * Returns: (transfer full) (nullable): the table, NULL when it has no cell */
DdAnswerValue *dd_answer_table_end (DdAnswerTable *self);

G_END_DECLS
