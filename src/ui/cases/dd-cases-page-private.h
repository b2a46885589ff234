/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cases/dd-case-feed.h"
#include "cases/dd-case-filter.h"
#include "cases/dd-case-hits.h"
#include "cases/dd-case-scene.h"
#include "cases/dd-cases-filter-bar.h"
#include "cases/dd-cases-page.h"

G_BEGIN_DECLS

/* What the files of the page share. */
struct _DdCasesPage
{
  DdPage parent_instance;

  /* Owned references */
  DdCaseFeed *feed;
  DdCaseFilter *filter;
  DdCaseScene *scene;
  DdCaseHits *hits;
  GtkSingleSelection *selection;
  GtkWidget *popover; /* (nullable): the context menu, made when it is first asked for */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkMenuButton *view_button;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  DdCasesFilterBar *filter_bar;
  GtkStack *states;
  AdwSqueezer *squeezer;
  GtkWidget *wide;
  GtkColumnView *columns;
  GtkListView *rows;
  AdwStatusPage *failure;
  GMenuModel *context_menu;
};

/* Makes the columns, as the settings have them, and the menu of the view. */
void dd_cases_page_init_view (DdCasesPage *self);

/* Returns: (transfer none) (nullable): what is known of the selected case */
DdCaseSummary *dd_cases_page_get_selected (DdCasesPage *self);

/* Installs what can be done with the selected case, and the keys for it. */
void dd_cases_page_class_install_actions (GtkWidgetClass *widget_class);

/* Lets only be done what can be done with what is selected. */
void dd_cases_page_update_actions (DdCasesPage *self);

/* Installs what can be done to the selected case. */
void dd_cases_page_class_install_edits (GtkWidgetClass *widget_class);

/* Lets only be done to the selected case what can be. */
void dd_cases_page_update_edits (DdCasesPage *self);

/* Shows the context menu where the pointer is clicked on a case. */
void dd_cases_page_init_menu (DdCasesPage *self);

G_END_DECLS
