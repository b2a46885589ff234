/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of a case in the window: one at a time, over the place from which it was opened. */

#include "config.h"

#include "case/dd-case-page.h"
#include "dd-window-private.h"

static DdCasePage *
get_case_page (DdWindow *self)
{
  DdPage *page = dd_window_get_page (self);

  return DD_IS_CASE_PAGE (page) ? DD_CASE_PAGE (page) : NULL;
}

/* Takes a page that is not shown any more out of the window: when it comes back it is loaded anew.
 */
static void
remove_case_pages (DdWindow *self, GtkWidget *except)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (DD_IS_CASE_PAGE (child) && child != except)
        gtk_stack_remove (self->pages, child);
      child = next;
    }
}

static void
update_title (DdPage *page, GParamSpec *pspec, DdWindow *self)
{
  if (dd_window_get_page (self) == page)
    dd_window_update_title (self);
}

static DdPage *
add_case_page (DdWindow *self, const char *case_id)
{
  DdPage *page = DD_PAGE (dd_case_page_new (self->context, case_id));

  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self, 0);
  gtk_stack_add_child (self->pages, GTK_WIDGET (page));
  return page;
}

void
dd_window_show_case (DdWindow *self, const char *case_id)
{
  DdCasePage *shown;
  DdPage *page;

  g_return_if_fail (DD_IS_WINDOW (self));
  g_return_if_fail (case_id != NULL);
  if (!dd_window_is_open (self))
    {
      dd_window_ask (self, "win.case", g_variant_new_string (case_id));
      return;
    }
  shown = get_case_page (self);
  if (shown != NULL && g_str_equal (dd_case_page_get_case_id (shown), case_id))
    return;
  page = add_case_page (self, case_id);
  dd_window_show_page (self, page);
  remove_case_pages (self, GTK_WIDGET (page));
}

void
dd_window_show_activity (DdWindow *self, const char *case_id, const char *activity)
{
  g_return_if_fail (DD_IS_WINDOW (self));
  g_return_if_fail (activity != NULL);
  if (!dd_window_is_open (self))
    {
      dd_window_ask (self, "win.activity", g_variant_new ("(ss)", case_id, activity));
      return;
    }
  dd_window_show_case (self, case_id);
  dd_case_page_select (get_case_page (self), activity);
}

gboolean
dd_window_go_back (DdWindow *self)
{
  g_return_val_if_fail (DD_IS_WINDOW (self), FALSE);
  if (get_case_page (self) == NULL)
    return FALSE;
  dd_window_show_place (self, dd_places[MAX (self->place, 0)].name);
  if (get_case_page (self) == NULL)
    remove_case_pages (self, NULL);
  return TRUE;
}
