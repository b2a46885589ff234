/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "temporary-folder.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* drydockctl, run from outside in a folder of its own that holds the files that tests name: good
 * ones and bad ones, and services of the user. */

/* What a run left. */
typedef struct
{
  int status;
  char *output; /* (owned) */
  char *errors; /* (owned) */
} ProgramOutcome;

/* Frees what @outcome holds. */
void program_outcome_clear (ProgramOutcome *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProgramOutcome, program_outcome_clear)

/* Begins the tests of the program whose path is the one argument: g_test_init(), and the folder. */
void program_init (int *argc, char ***argv);

/* Runs the tests and removes the folder.
 * Returns: what main() returns */
int program_run_tests (void);

/* Returns: (transfer none): the program's path, whatever folder it is started in */
const char *program_get_path (void);

/* Returns: (transfer none): the folder that it runs in */
TemporaryFolder *program_get_folder (void);

/* Runs the program with @arguments, split at their spaces, on a terminal of @columns. */
ProgramOutcome program_run_wide (const char *arguments, const char *columns);

/* The same in 100 columns. */
ProgramOutcome program_run (const char *arguments);

/* Returns: (transfer full): what it prints for @arguments, which it must take without a word on
 * standard error */
char *program_run_well (const char *arguments);

/* Returns: (transfer full): the same, read as JSON */
JsonNode *program_run_json (const char *arguments);

/* Returns: (transfer none) (nullable): the string at @path in @node, members and indices joined by
 * dots: "activities.0.id" */
const char *program_get_string (JsonNode *node, const char *path);

/* The strings that @member has in the objects of @array are @expected, joined by ", ". */
void program_assert_strings (JsonNode *node, const char *array, const char *member,
                             const char *expected);

G_END_DECLS
