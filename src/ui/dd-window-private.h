/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-window.h"

G_BEGIN_DECLS

/* What the files of the window share. */
struct _DdWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned references */
  DdContext *context;
  GCancellable *opening;
  char *wanted_action; /* (nullable): to be activated when the database is open */
  GVariant *wanted_target; /* (nullable): with this */

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *states;
  GtkBox *content;
  AdwStatusPage *failure;
  GtkBox *failure_actions;
  AdwLeaflet *leaflet;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkListBox *places;
  GtkStack *pages;

  GtkWidget *notice; /* (nullable): at the foot of @content */

  int place; /* in dd_places: the one that is shown, or behind the case that is; -1: none yet */
};

/* A place of the sidebar. */
typedef struct
{
  const char *name;
  const char *title; /* to be translated */
  const char *icon;
  GType (*get_type) (void);
} DdPlace;

/* The places in their order; the last has no name. */
extern const DdPlace dd_places[];

/* Shows @page, which is in the stack of pages. */
void dd_window_show_page (DdWindow *self, DdPage *page);

/* Makes the title of the page that shows the window's. */
void dd_window_update_title (DdWindow *self);

/* Returns: whether the database is open, and the window shows it */
gboolean dd_window_is_open (DdWindow *self);

/* Does what was asked for before the database was open. */
void dd_window_do_wanted (DdWindow *self);

/* Opens the context's database, and shows the window's content or why it could not. */
void dd_window_open (DdWindow *self);

/* Says at the foot of the window what happens to the database while it is open. */
void dd_window_watch_database (DdWindow *self);

/* Takes away what was said there: the database was opened again. */
void dd_window_hide_notice (DdWindow *self);

/* Shows that the database could not be opened because of @error, with what can be done about it. */
void dd_window_show_failure (DdWindow *self, const GError *error);

/* Lets sample cases be added only while there are none, and removed only while there are some. */
void dd_window_update_samples (DdWindow *self);

/* Installs what is done with sample cases. */
void dd_window_class_install_samples (GtkWidgetClass *widget_class);

/* Installs the window's actions and their keys. */
void dd_window_class_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
