/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chance for sample cases: the same seed, the same sample. */

/* Returns: (transfer full): a source of chance for the matter @number of @seed, independent of those
 * of other numbers: a case is the same however many there are */
GRand *dd_sample_random_new (guint64 seed, guint number);

/* Returns: whether a thing happens that does so in @percent of all cases */
gboolean dd_sample_random_chance (GRand *rand, guint percent);

/* Returns: working minutes between @low and @high, both included, in whole quarters of an hour */
gint64 dd_sample_random_minutes (GRand *rand, gint64 low, gint64 high);

/* Returns: one of @words (array zero-terminated=1) */
const char *dd_sample_random_pick (GRand *rand, const char *const *words);

/* Returns: (transfer full): the id of the thing @name of the sample of @seed */
char *dd_sample_random_make_id (guint64 seed, const char *name, guint number);

G_END_DECLS
