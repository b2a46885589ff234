/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * BenchFrames: what the frames of a window cost whose content scrolls.
 *
 * A frame is what its frame clock does from "before-paint" to "after-paint". Judge by the work, the
 * thread's processor time, which is all of drawing in software; the time by the clock on the wall
 * has in it what else the machine does. The content's own part is what its own size_allocate () and
 * snapshot () take in these very frames.
 */
typedef struct
{
  GArray *work;  /* (owned) (element-type double): ms of whole frames */
  GArray *times; /* (owned) (element-type double): ms of the same by the wall's clock */
  GArray *own;   /* (owned) (element-type double): ms of work that is the content's own */
} BenchFrames;

/* Makes @self empty. */
void bench_frames_init (BenchFrames *self);

/* Frees what @self holds. */
void bench_frames_clear (BenchFrames *self);

/* Opens a window of @width by @height pixels with @content (transfer full) in a scrolled window,
 * scrolls it by some pixels a frame, from the top again at the end, adds @n frames to @self, and
 * closes it. Those in which the window appears are not counted. */
void bench_frames_add (BenchFrames *self, GtkWidget *content, int width, int height, guint n);

/* Sorts @values (element-type double). Returns: what @part (0 to 1) of them are at most */
double bench_frames_percentile (GArray *values, double part);

G_END_DECLS
