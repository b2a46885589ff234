/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record-fixture.h"

G_BEGIN_DECLS

/*
 * Several processes that count in one row, each by itself: reads the number, adds one, saves, and
 * starts again when somebody else was quicker. A lost update, or a lock that reaches the caller, and
 * the sum is wrong or the process fails.
 */

/* Makes the row in the database of @path. */
void counting_prepare (const char *path);

/* Counts in the database of @path as @user, @times times, or until @seconds are over (0: no such
 * end). Prints how often it counted and how often somebody was quicker.
 * Returns: the exit status of the process */
int counting_run (const char *path, const char *user, guint times, double seconds);

/* Starts @n processes of this program with the arguments "count PATH USER TIMES SECONDS" each, and
 * waits for all; fails the test when one fails. Returns: the sum of what they counted */
guint counting_spawn (const char *program, const char *path, guint n, guint times, double seconds);

/* Returns: the number in the row */
guint counting_get (const char *path);

/* Whether the arguments are those of counting_spawn(); @status is what main() must return then. */
gboolean counting_main (int argc, char *argv[], int *status);

G_END_DECLS
