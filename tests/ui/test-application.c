/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the program does with what the desktop gives it to open: links to cases, answers files. */

#include "config.h"

#include "case-seed.h"
#include "case/dd-case-page.h"
#include "dd-answers-file.h"
#include "dd-application.h"
#include "dd-questionnaire-finder.h"
#include "ui-test.h"

#include <glib/gstdio.h>

static DdApplication *application;

static void
fill_database (void)
{
  g_autoptr (DdDatabase) database = dd_database_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 3;

  dd_database_open_sync (database, CASE_SEED_NOW, &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, case_seed_fill, &n, &error);
  g_assert_no_error (error);
  dd_database_close_sync (database);
}

/* --- What is shown --- */

static DdWindow *
get_window (void)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (; windows != NULL; windows = windows->next)
    if (DD_IS_WINDOW (windows->data))
      return windows->data;
  return NULL;
}

static gboolean
shows_case (const char *id)
{
  DdPage *page = get_window () != NULL ? dd_window_get_page (get_window ()) : NULL;

  return DD_IS_CASE_PAGE (page) && g_str_equal (dd_case_page_get_case_id (DD_CASE_PAGE (page)), id);
}

static GtkWindow *
find_dialog (const char *type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), type))
      return l->data;
  return NULL;
}

static void
close_window (void)
{
  if (get_window () != NULL)
    gtk_window_close (GTK_WINDOW (get_window ()));
  ui_test_wait (get_window () == NULL);
}

static void
open_uri (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  g_application_open (G_APPLICATION (application), &file, 1, "");
}

/* --- Links --- */

static void
test_opens_a_link (gconstpointer before_id)
{
  g_autofree char *id = case_seed_get_id (1);
  g_autofree char *uri = g_strconcat (before_id, id, NULL);

  open_uri (uri);
  ui_test_wait (shows_case (id));
  close_window ();
}

/* --- Answers --- */

/* An answers file of the case @id, without an answer. Returns: its URI */
static char *
write_answers (const char *name, const char *id)
{
  g_autoptr (DdQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DdAnswersFile) file = g_new0 (DdAnswersFile, 1);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  dd_questionnaire_finder_find (NULL, "messenger", &questionnaire, &bytes, &error);
  g_assert_no_error (error);
  file->case_id = g_strdup (id);
  file->questionnaire_id = g_strdup (questionnaire->id);
  file->questionnaire_hash = g_strdup (questionnaire->hash);
  file->edition = 1;
  file->language = g_strdup ("en");
  file->answered_by = g_strdup ("Kim");
  file->saved_at = CASE_SEED_NOW;
  file->answers = dd_answers_new ();
  file->started_from = dd_answers_new ();
  text = dd_answers_file_to_text (file);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_filename_to_uri (path, NULL, NULL);
}

/* The case that the file names is shown, and over it what taking the file comes to. */
static void
test_opens_answers (void)
{
  g_autofree char *id = case_seed_get_id (1);
  g_autofree char *uri = write_answers ("a.drydock-answers", id);

  open_uri (uri);
  ui_test_wait (find_dialog ("DdFormImportDialog") != NULL);
  g_assert_true (shows_case (id));
  gtk_window_close (find_dialog ("DdFormImportDialog"));
  close_window ();
}

static void
test_refuses_answers_of_no_case (void)
{
  g_autofree char *uri = write_answers ("b.drydock-answers", "no-case");

  open_uri (uri);
  ui_test_wait (get_window () != NULL
                && ui_test_find (GTK_WIDGET (get_window ()), GTK_TYPE_LABEL,
                                 "There is no case with the id “no-case”.")
                       != NULL);
  g_assert_null (find_dialog ("DdFormImportDialog"));
  close_window ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  ui_test_init (&argc, &argv);
  fill_database ();
  /* Else closing the window asks whether the program is to go on without it. */
  settings = g_settings_new ("io.github.drydock.Drydock");
  g_settings_set_boolean (settings, "background-asked", TRUE);
  application = dd_application_new ();
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/application/opens-a-link", "drydock:", test_opens_a_link);
  g_test_add_data_func ("/application/opens-a-link-with-slashes", "drydock:///", test_opens_a_link);
  g_test_add_func ("/application/opens-answers", test_opens_answers);
  g_test_add_func ("/application/refuses-answers-of-no-case", test_refuses_answers_of_no_case);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
