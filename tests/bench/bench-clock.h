/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What benchmarks have in common: the clock, and an end when something is not as it should be. */

/* Runs once what @data describes. */
typedef void (*BenchWork) (gpointer data);

/* The shortest of @tries runs of @work: the rest is what else the machine did. */
double bench_best_milliseconds (BenchWork work, gpointer data, guint tries);

/* Ends the program with @error (nullable) on stderr. */
void bench_stop_on_error (const GError *error);

G_END_DECLS
