/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * DdStatement: one prepared SQL statement with its parameters and its current row.
 *
 * Got from dd_connection_prepare(), used on the connection's thread, released (g_autoptr) back into
 * the connection's cache. Parameters count from 1, as ?1 does; columns from 0. What is not bound is
 * NULL.
 *
 *     g_autoptr (DdStatement) statement = dd_connection_prepare (connection, sql, what, error);
 *     gboolean row;
 *
 *     if (statement == NULL)
 *       return FALSE;
 *     dd_statement_bind_text (statement, 1, id, -1);
 *     while (dd_statement_step (statement, &row, error) && row)
 *       use (dd_statement_get_text (statement, 0));
 *
 * Binding returns nothing: the first value that is refused is remembered, and every step or run
 * fails with the reason, without running anything, until the statement is reset.
 */
typedef struct _DdStatement DdStatement;

/* Gives the statement back to its connection, with its parameters and row forgotten. */
void dd_statement_release (DdStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdStatement, dd_statement_release)

/* Binds @text (nullable: SQL NULL), copied; @length in bytes, or -1 when zero-terminated. Text that
 * is not UTF-8 or has a NUL inside is refused (DD_STORE_ERROR_CONSTRAINT). */
void dd_statement_bind_text (DdStatement *self, int index, const char *text, gssize length);

/* Binds a whole number. */
void dd_statement_bind_int64 (DdStatement *self, int index, gint64 value);

/* Binds @bytes (nullable: SQL NULL), copied. */
void dd_statement_bind_blob (DdStatement *self, int index, GBytes *bytes);

/* Binds SQL NULL. */
void dd_statement_bind_null (DdStatement *self, int index);

/* Goes to the next row; @row tells whether there is one.
 * Returns: FALSE with @error when the statement failed */
gboolean dd_statement_step (DdStatement *self, gboolean *row, GError **error);

/* Runs the statement to its end, dropping rows, and makes it ready to be bound and run again (its
 * parameters keep their values).
 * Returns: FALSE with @error when the statement failed */
gboolean dd_statement_run (DdStatement *self, GError **error);

/* Makes the statement ready to run again; its parameters keep their values, and a refusal is
 * forgotten. */
void dd_statement_reset (DdStatement *self);

/* Returns: whether @column of the current row is NULL */
gboolean dd_statement_is_null (DdStatement *self, int column);

/* Returns: (transfer none) (nullable): @column of the current row, valid until the next step, reset
 * or release; NULL for NULL */
const char *dd_statement_get_text (DdStatement *self, int column);

/* Returns: @column of the current row, 0 for NULL */
gint64 dd_statement_get_int64 (DdStatement *self, int column);

/* Returns: (transfer full) (nullable): a copy of @column of the current row; NULL for NULL */
GBytes *dd_statement_get_blob (DdStatement *self, int column);

G_END_DECLS
