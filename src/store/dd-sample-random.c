/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Chance and ids of a sample, out of its seed alone. O(1), a few microseconds for a new source.
 * Must not happen: a draw whose number depends on the clock, the machine or the order of a hash
 * table.
 */

#include "config.h"

#include "dd-sample-random.h"

#include "delivery/dd-record-id.h"

#define QUARTER 15

GRand *
dd_sample_random_new (guint64 seed, guint number)
{
  const guint32 seeds[] = { (guint32) (seed >> 32), (guint32) seed, number };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

gboolean
dd_sample_random_chance (GRand *rand, guint percent)
{
  return g_rand_int_range (rand, 0, 100) < (gint32) percent;
}

gint64
dd_sample_random_minutes (GRand *rand, gint64 low, gint64 high)
{
  g_return_val_if_fail (low <= high && high < G_MAXINT32, low);

  return g_rand_int_range (rand, (gint32) (low / QUARTER), (gint32) (high / QUARTER) + 1) * QUARTER;
}

const char *
dd_sample_random_pick (GRand *rand, const char *const *words)
{
  guint n = g_strv_length ((GStrv) words);

  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

char *
dd_sample_random_make_id (guint64 seed, const char *name, guint number)
{
  g_autofree char *from =
      g_strdup_printf ("sample %" G_GUINT64_FORMAT " %s %u", seed, name, number);

  return dd_record_id_derive (from, NULL);
}
