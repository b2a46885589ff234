/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdPage: a place in the window: Cases, Timeline, Services, a case.
 *
 * A page has its own header bar and content, a title (which the window shows too), and the context
 * that all pages share. The window tells it whether it stands alone ("folded": the sidebar is not
 * beside it); its template shows the button back to the sidebar then.
 */
#define DD_TYPE_PAGE (dd_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdPage, dd_page, DD, PAGE, AdwBin)

struct _DdPageClass
{
  AdwBinClass parent_class;

  /* The page is shown: read what may have changed. May be NULL. */
  void (*shown) (DdPage *self);

  /* Ctrl+F: put the focus where one searches. Returns: whether there is such a place. May be NULL. */
  gboolean (*search) (DdPage *self);
};

/* Returns: (transfer none): what all pages share */
DdContext *dd_page_get_context (DdPage *self);

/* Returns: (transfer none): the page's title, translated */
const char *dd_page_get_title (DdPage *self);

/* Sets the title; the window follows. */
void dd_page_set_title (DdPage *self, const char *title);

/* Tells the page that it is shown now. */
void dd_page_shown (DdPage *self);

/* Asks the page to put the focus into its search. Returns: whether it has one */
gboolean dd_page_search (DdPage *self);

G_END_DECLS
