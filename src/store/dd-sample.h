/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/* Who added the team, as the journal has it. */
#define DD_SAMPLE_USER "Drydock"

/* The most cases that one sample has. */
#define DD_SAMPLE_MAX_CASES 100000

/* Tells that @done of @total is done. Called on the connection's thread, some hundred times at most. */
typedef void (*DdSampleProgress) (guint done, guint total, gpointer data);

/* Makes @n_cases (1 to DD_SAMPLE_MAX_CASES) believable cases of invented customers, so that every
 * place of the program has something to show: from the day of @now, an instant, back over several
 * years, each lived through by an invented team and journalled as if it had been, and planned as of
 * that day. The first three are one on time in Execution, one that waits for access and is
 * endangered, and one in support.
 *
 * The same @seed, number and day make the same content in the same database. What is in it already
 * stays, and customers and people of the same name are taken for the same. One transaction; linear
 * in @n_cases, some two milliseconds each.
 * @progress: (nullable)
 * Returns: FALSE with DD_STORE_ERROR_CONSTRAINT when there are cases of this seed already, or with
 * what failed; nothing was made then */
gboolean dd_sample_make (DdConnection *connection, guint n_cases, guint64 seed, gint64 now,
                         DdSampleProgress progress, gpointer data, GError **error);

G_END_DECLS
