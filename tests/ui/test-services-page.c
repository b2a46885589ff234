/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "services/dd-services-page.h"

#include <glib/gstdio.h>

static DdServicesPage *
open_page (UiTest *self)
{
  ui_test_open_window (self);
  dd_window_show_place (self->window, "services");
  g_assert_true (DD_IS_SERVICES_PAGE (dd_window_get_page (self->window)));
  return DD_SERVICES_PAGE (dd_window_get_page (self->window));
}

static GFile *
write_definition (UiTest *self, const char *name, const char *text)
{
  GFile *file = g_file_new_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static void
test_shows_what_a_document_states (UiTest *self, gconstpointer data)
{
  static const char *const texts[] = { "Respond to Request", "N/A", "Max 1 week",
                                       "10 working days" };
  DdServicesPage *page = open_page (self);

  dd_services_page_show (page, "cx-process");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, texts[i]));
}

static void
test_shows_the_other_service (UiTest *self, gconstpointer data)
{
  DdServicesPage *page = open_page (self);

  dd_services_page_show (page, "messenger");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 - 2 weeks"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "19 working days"));
}

static void
test_adds_and_keeps_a_definition (UiTest *self, gconstpointer data)
{
  DdServicesPage *page = open_page (self);
  g_autoptr (GFile) file =
      write_definition (self, "mine.xml",
                        "<service id='mine' product='My Product' document-version='1'>"
                        "<phase name='All'><activity id='pack' name='Pack It'/></phase></service>");

  dd_services_page_add_file (page, file);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Pack It"));
  /* A second time there is one already. */
  dd_services_page_add_file (page, file);
  g_assert_true (gtk_info_bar_get_revealed (
      GTK_INFO_BAR (ui_test_find (GTK_WIDGET (page), GTK_TYPE_INFO_BAR, NULL))));
}

static void
test_refuses_in_place_what_is_wrong (UiTest *self, gconstpointer data)
{
  DdServicesPage *page = open_page (self);
  g_autoptr (GFile) file = write_definition (
      self, "bad.xml",
      "<service id='bad' product='Bad' document-version='1'>\n"
      "<phase name='All'><cell duration='3 fortnights'><activity id='a'/></cell></phase></service>");
  GtkInfoBar *refusal;
  GtkWidget *label;

  dd_services_page_add_file (page, file);
  refusal = GTK_INFO_BAR (ui_test_find (GTK_WIDGET (page), GTK_TYPE_INFO_BAR, NULL));
  label = ui_test_find (GTK_WIDGET (refusal), GTK_TYPE_LABEL, NULL);
  g_assert_true (gtk_info_bar_get_revealed (refusal));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "bad.xml:2"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "3 fortnights"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (UiTest *, gconstpointer);
  } tests[] = {
    { "/services-page/shows-what-a-document-states", test_shows_what_a_document_states },
    { "/services-page/shows-the-other-service", test_shows_the_other_service },
    { "/services-page/adds-and-keeps-a-definition", test_adds_and_keeps_a_definition },
    { "/services-page/refuses-in-place-what-is-wrong", test_refuses_in_place_what_is_wrong },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, UiTest, NULL, ui_test_set_up, tests[i].test, ui_test_tear_down);
  return g_test_run ();
}
