/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * DdFileWatch: tells that something was written into a database's file, or its log beside it.
 *
 * It costs nothing until then, unlike the database's own watching, which wakes four times a
 * second but is exact and works on every file system. For when nobody looks, and a change that is
 * seen later is not seen too late.
 */
typedef struct _DdFileWatch DdFileWatch;

/* Calls @func in the main loop when something was written, once for many writes.
 * Returns: (transfer full): a watch of the database at @path */
DdFileWatch *dd_file_watch_new (const char *path, void (*func) (gpointer user_data),
                                gpointer user_data);

/* Frees a watch. */
void dd_file_watch_free (DdFileWatch *self);

G_END_DECLS
