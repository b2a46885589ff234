/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Random figures for forecasts: a uniform number as a pure function of seed, run and draw, and the
 * laws that turn it into durations. Each costs a few multiplications and at most one square root,
 * which IEEE 754 rounds the same everywhere: the same seed gives the same forecast on every
 * machine. A generator with a state would give each thread other numbers; there must be none here.
 */
#include "config.h"

#include "plan/dd-draw.h"

#include <math.h>

/* 2^64 divided by the golden ratio, odd: its multiples spread evenly over all 64 bits. */
#define STRIDE G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): each bit of the result depends on each
 * bit of @x. */
static guint64
mix (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

double
dd_draw_uniform (guint64 seed, guint run, guint draw)
{
  guint64 stream = mix (mix (seed) + STRIDE * ((guint64) run + 1));
  guint64 bits = mix (stream + STRIDE * ((guint64) draw + 1));

  /* The upper 53 bits are as many as a double can tell apart. */
  return (bits >> 11) * 0x1p-53;
}

gint64
dd_draw_triangular (double u, gint64 lower, gint64 mode, gint64 upper)
{
  double width = upper - lower;
  double rise = mode - lower;
  double fall = upper - mode;

  g_return_val_if_fail (lower <= mode && mode <= upper, lower);

  if (u * width < rise)
    return llround (lower + sqrt (u * width * rise));
  return llround (upper - sqrt ((1.0 - u) * width * fall));
}

guint
dd_draw_index (double u, guint n)
{
  g_return_val_if_fail (n > 0, 0);

  return MIN ((guint) (u * n), n - 1);
}
