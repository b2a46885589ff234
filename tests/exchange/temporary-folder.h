/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder for the files of one test, removed with all it holds. */
typedef struct
{
  char *path; /* (owned) */
} TemporaryFolder;

/* Returns: (transfer full): a new, empty folder */
TemporaryFolder *temporary_folder_new (void);

/* Removes the folder and frees @self. */
void temporary_folder_free (TemporaryFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TemporaryFolder, temporary_folder_free)

/* Returns: (transfer full): the path of @name in the folder, whether it is there or not */
char *temporary_folder_path (TemporaryFolder *self, const char *name);

/* Writes @length bytes (-1: up to the NUL) of @content to @name, and makes the folders above it.
 * Returns: (transfer full): its path */
char *temporary_folder_write (TemporaryFolder *self, const char *name, const char *content,
                              gssize length);

G_END_DECLS
