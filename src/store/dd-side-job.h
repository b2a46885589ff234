/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DdSideJob: work on a thread of its own, beside that of the connection, which begins after a pause.
 *
 * For what reads the whole file: while a program starts, the disk and the processor belong to what
 * somebody waits for.
 */
typedef struct _DdSideJob DdSideJob;

/* What is to be done, until @cancellable is cancelled. */
typedef void (*DdSideJobFunc) (gpointer data, GCancellable *cancellable);

/* Lets @func be called with @data (unowned) on a new thread, after @pause_ms milliseconds.
 * Returns: (transfer full): the job, to be ended by dd_side_job_finish() or dd_side_job_drop() */
DdSideJob *dd_side_job_new (const char *name, guint pause_ms, DdSideJobFunc func, gpointer data);

/* Lets it begin at once, waits until it is done, and frees it. */
void dd_side_job_finish (DdSideJob *self);

/* Lets it not begin any more, or cancels it, waits until it is over, and frees it. */
void dd_side_job_drop (DdSideJob *self);

G_END_DECLS
