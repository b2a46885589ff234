/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Kills a program in the middle of its edits, again and again, and looks at what is left.
 *
 * The program is another run of the one that uses this: its main() first calls
 * crash_harness_run_child(). It makes one action after the other, each of several rows and a kept
 * content, through DdDatabase and the journal, and acknowledges each one that was committed.
 */

/* What came of it all. */
typedef struct
{
  guint kills;
  guint acknowledged; /* actions */
  guint kept;         /* actions that were committed, acknowledged or not */
} CrashHarnessResult;

/* Returns: whether this run is the program to be killed; it has done its work then, which only ends
 * by itself when it failed */
gboolean crash_harness_run_child (int argc, char *argv[]);

/* Kills it @rounds times at instants that come from @seed, and after each looks whether the
 * database is sound, has every acknowledged action and no half of any. Fails the test, naming the
 * seed, if not. */
CrashHarnessResult crash_harness_run (guint rounds, guint32 seed);

G_END_DECLS
