/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case/dd-case-page-words.h"
#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* BenchGantt: the Gantt chart of one case of a network of any size, and what its tooltips say. */
typedef struct
{
  DdPlanInputs inputs; /* as far as tooltips need them; what it refers to is owned */
  DdCasePlan plan;     /* the same; its inputs are the ones above */
  DdChart *chart;      /* (owned) */
} BenchGantt;

/* Returns: (transfer full): the chart of @n activities; the program ends when there can be none */
BenchGantt *bench_gantt_new (guint n);

/* Frees @self. */
void bench_gantt_free (BenchGantt *self);

/* What the case's page says of a row of @gantt, a BenchGantt. A DdChartTooltipFunc. */
char *bench_gantt_describe (DdChart *chart, guint row, guint bar, gpointer gantt);

G_END_DECLS
