/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number from 0 to below 1, uniform and independent for each @run and @draw of a @seed. It is a
 * hash of the three and has no state, so any thread can ask for any draw in any order. */
double dd_draw_uniform (guint64 seed, guint run, guint draw);

/* Turns a uniform @u into a figure of the triangular law from @lower to @upper with its peak at
 * @mode (@lower ≤ @mode ≤ @upper), to the nearest whole number: the larger @u, the larger the
 * figure. When the ends are the same it is they. */
gint64 dd_draw_triangular (double u, gint64 lower, gint64 mode, gint64 upper);

/* Turns a uniform @u into one of 0 to @n - 1, each as likely as the other. @n is 1 or more. */
guint dd_draw_index (double u, guint n);

G_END_DECLS
