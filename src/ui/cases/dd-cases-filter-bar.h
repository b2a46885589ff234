/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "cases/dd-case-filter.h"
#include "dd-service-catalog.h"

G_BEGIN_DECLS

/* DdCasesFilterBar: the conditions of a DdCaseFilter as a row of chips to switch. */
#define DD_TYPE_CASES_FILTER_BAR (dd_cases_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DdCasesFilterBar, dd_cases_filter_bar, DD, CASES_FILTER_BAR, GtkWidget)

/* Switches @filter from now on. For once. */
void dd_cases_filter_bar_set_filter (DdCasesFilterBar *self, DdCaseFilter *filter);

/* Has a chip for each service of @catalog. */
void dd_cases_filter_bar_set_services (DdCasesFilterBar *self, DdServiceCatalog *catalog);

G_END_DECLS
