/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-draw.h"

/* The stream is part of what a seed means: a forecast that was shown must come out again. */
static void
test_uniform_is_fixed (void)
{
  g_assert_cmpfloat_with_epsilon (dd_draw_uniform (0, 0, 0), 0.652448486374032, 1e-12);
  g_assert_cmpfloat_with_epsilon (dd_draw_uniform (1, 2, 3), 0.793978792557222, 1e-12);
  g_assert_cmpfloat_with_epsilon (dd_draw_uniform (G_MAXUINT64, G_MAXUINT, G_MAXUINT),
                                  0.036150670503845, 1e-12);
}

/* Each argument matters, and the arguments do not stand for each other. */
static void
test_uniform_depends_on_all (void)
{
  double u = dd_draw_uniform (7, 8, 9);

  g_assert_cmpfloat (dd_draw_uniform (8, 8, 9), !=, u);
  g_assert_cmpfloat (dd_draw_uniform (7, 9, 9), !=, u);
  g_assert_cmpfloat (dd_draw_uniform (7, 8, 10), !=, u);
  g_assert_cmpfloat (dd_draw_uniform (7, 9, 8), !=, u);
}

/* A hundred bins of a million figures: each is filled to within six standard deviations, along
 * runs as well as along draws and seeds. */
static void
test_uniform_is_even (void)
{
  for (int axis = 0; axis < 3; axis++)
    {
      guint bins[100] = { 0 };

      for (guint i = 0; i < 1000000; i++)
        {
          double u = dd_draw_uniform (axis == 0 ? i : 5, axis == 1 ? i : 5, axis == 2 ? i : 5);

          g_assert_true (u >= 0.0 && u < 1.0);
          bins[(int) (u * 100)]++;
        }
      for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
        g_assert_cmpint (ABS ((int) bins[i] - 10000), <, 600);
    }
}

/* Neighbouring runs and draws know nothing of each other: no correlation beyond chance. */
static void
test_uniform_is_independent (void)
{
  const guint n = 1000000;
  double runs = 0, draws = 0;

  for (guint i = 0; i < n; i++)
    {
      double u = dd_draw_uniform (3, i, 0) - 0.5;

      runs += u * (dd_draw_uniform (3, i + 1, 0) - 0.5);
      draws += u * (dd_draw_uniform (3, i, 1) - 0.5);
    }
  /* The standard deviation of a product of two is 1/12. */
  g_assert_cmpfloat (ABS (runs / n), <, 6.0 / 12.0 / 1000.0);
  g_assert_cmpfloat (ABS (draws / n), <, 6.0 / 12.0 / 1000.0);
}

static const struct
{
  double u;
  gint64 lower, mode, upper;
  gint64 figure;
} triangles[] = {
  { 0.0, 0, 50, 100, 0 },           { 0.5, 0, 50, 100, 50 },
  { 0.125, 0, 50, 100, 25 },        { 0.875, 0, 50, 100, 75 },
  { 0.999999999, 0, 50, 100, 100 }, { 0.0, 2400, 2400, 4800, 2400 },
  { 0.75, 2400, 2400, 4800, 3600 }, { 0.25, 0, 100, 100, 50 },
  { 0.0, 480, 480, 480, 480 },      { 0.5, 480, 480, 480, 480 },
  { 0.99, 480, 480, 480, 480 },     { 0.5, 0, 0, 0, 0 },
};

static void
test_triangular (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (triangles); i++)
    g_assert_cmpint (dd_draw_triangular (triangles[i].u, triangles[i].lower, triangles[i].mode,
                                         triangles[i].upper),
                     ==, triangles[i].figure);
}

/* Of a triangular law the mean is the mean of its three figures. */
static void
test_triangular_mean (void)
{
  const guint n = 1000000;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += dd_draw_triangular ((i + 0.5) / n, 2400, 3000, 4800);
  g_assert_cmpfloat_with_epsilon (sum / n, (2400 + 3000 + 4800) / 3.0, 0.1);
}

/* A larger number never gives a smaller figure, and none is outside. */
static void
test_triangular_rises (void)
{
  for (gint64 mode = 0; mode <= 200; mode += 20)
    for (gint64 i = 0, last = 0; i < 1000; i++)
      {
        gint64 figure = dd_draw_triangular (i / 1000.0, 0, mode, 200);

        g_assert_cmpint (figure, >=, last);
        g_assert_cmpint (figure, <=, 200);
        last = figure;
      }
}

static void
test_index (void)
{
  guint counts[7] = { 0 };

  for (guint i = 0; i < 7000; i++)
    counts[dd_draw_index ((i + 0.5) / 7000, 7)]++;
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (counts[i], ==, 1000);
  g_assert_cmpuint (dd_draw_index (0.0, 1), ==, 0);
  g_assert_cmpuint (dd_draw_index (0x1.fffffffffffffp-1, G_MAXUINT), <, G_MAXUINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/uniform/fixed", test_uniform_is_fixed);
  g_test_add_func ("/draw/uniform/depends-on-all", test_uniform_depends_on_all);
  g_test_add_func ("/draw/uniform/even", test_uniform_is_even);
  g_test_add_func ("/draw/uniform/independent", test_uniform_is_independent);
  g_test_add_func ("/draw/triangular/table", test_triangular);
  g_test_add_func ("/draw/triangular/mean", test_triangular_mean);
  g_test_add_func ("/draw/triangular/rises", test_triangular_rises);
  g_test_add_func ("/draw/index", test_index);
  return g_test_run ();
}
