/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What happens to the database while the window is open: the window says what happened, and what
 * was typed stays where it was typed.
 */

#include "config.h"

#include "ui-test.h"

#include "case-seed.h"
#include "new-case/dd-new-case-window.h"
#include "preferences/dd-preferences-window.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DAY 86400

/* --- A form with something in it --- */

static GtkWidget *
find (GtkWidget *window, const char *id)
{
  GtkWidget *widget = ui_test_find (window, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (GtkWidget *window, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, id)), text);
}

static GtkWidget *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (DD_IS_NEW_CASE_WINDOW (window))
        return window;
    }
  return NULL;
}

/* Opens a new case and types a request that can be met. */
static GtkWidget *
open_form (UiTest *self)
{
  GtkWidget *form;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-case", NULL));
  form = find_form ();
  g_assert_nonnull (form);
  ui_test_wait (gtk_widget_get_mapped (form));
  type (form, "name", "Acme");
  type (form, "current_version", "9.1");
  type (form, "target_version", "10.0");
  type (form, "deadline", "2027-03-31");
  type (form, "reason", "The old version is not supported any more");
  return form;
}

static gboolean
can_create (GtkWidget *form)
{
  return gtk_widget_is_sensitive (find (form, "create"));
}

/* Sends the form and waits for what the database says to it. */
static void
send_refused (GtkWidget *form, const char *words)
{
  GtkInfoBar *refusal = GTK_INFO_BAR (find (form, "refusal"));

  ui_test_wait (can_create (form));
  g_signal_emit_by_name (find (form, "create"), "clicked");
  ui_test_wait (gtk_info_bar_get_revealed (refusal));
  g_test_message ("%s", gtk_label_get_text (GTK_LABEL (find (form, "refusal_label"))));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (find (form, "refusal_label"))), words));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (form, "name"))), ==, "Acme");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (form, "deadline"))), ==,
                   "2027-03-31");
}

/* The same form, sent again, makes the case. */
static void
send_taken (GtkWidget *form)
{
  ui_test_wait (can_create (form));
  g_signal_emit_by_name (find (form, "create"), "clicked");
  ui_test_wait (find_form () == NULL);
}

/* --- The database --- */

static gboolean
run_sql (DdConnection *connection, gpointer sql, GError **error)
{
  return dd_connection_exec (connection, sql, "Testing", error);
}

static void
must_run (UiTest *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), run_sql, (gpointer) sql, &error);
  g_assert_no_error (error);
}

/* Makes a database with some cases in it, and closes it. */
static void
make_database (UiTest *self)
{
  DdDatabase *database = dd_context_get_database (self->context);
  g_autoptr (GError) error = NULL;
  guint n = 3;

  dd_database_open_sync (database, CASE_SEED_NOW - 2 * DAY, &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, case_seed_fill, &n, &error);
  g_assert_no_error (error);
  dd_database_close_sync (database);
}

/* --- Tests --- */

/* Something of the user's is read-only: the disk was mounted anew, the file protected. */
static void
test_read_only (UiTest *self, gconstpointer data)
{
  GtkWidget *form;

  ui_test_open_window (self);
  form = open_form (self);
  must_run (self, "PRAGMA query_only=ON");
  send_refused (form, "read-only");
  must_run (self, "PRAGMA query_only=OFF");
  send_taken (form);
}

static void
test_disk_full (UiTest *self, gconstpointer data)
{
  GtkWidget *form;

  ui_test_open_window (self);
  form = open_form (self);
  must_run (self, "PRAGMA max_page_count=1");
  send_refused (form, "full");
  must_run (self, "PRAGMA max_page_count=1073741823");
  send_taken (form);
}

/* Another program writes for longer than one waits; meanwhile the window lives. */
static void
test_locked (UiTest *self, gconstpointer data)
{
  g_autoptr (DdConnection) other = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *form;

  ui_test_open_window (self);
  form = open_form (self);
  other = dd_connection_open (self->database, DD_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (dd_connection_exec (other, "BEGIN IMMEDIATE", "Testing", NULL));
  send_refused (form, "another program");
  g_assert_true (dd_connection_exec (other, "COMMIT", "Testing", NULL));
  send_taken (form);
}

/* The file is put elsewhere, and back. */
static void
test_moved (UiTest *self, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (self->database, ".elsewhere", NULL);
  GtkWidget *form;

  ui_test_open_window (self);
  form = open_form (self);
  g_assert_null (dd_window_get_notice (self->window));
  g_assert_no_errno (g_rename (self->database, elsewhere));
  ui_test_wait (dd_window_get_notice (self->window) != NULL);
  g_assert_nonnull (strstr (dd_window_get_notice (self->window), "was moved"));
  send_refused (form, "was moved or replaced");
  g_assert_no_errno (g_rename (elsewhere, self->database));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-again", NULL);
  ui_test_wait (dd_window_is_settled (self->window));
  g_assert_null (dd_window_get_failure (self->window));
  g_assert_null (dd_window_get_notice (self->window));
  send_taken (form);
}

/* The file is gone for good: no empty one takes its place, and what was typed is still there. */
static void
test_deleted (UiTest *self, gconstpointer data)
{
  GtkWidget *form;

  ui_test_open_window (self);
  form = open_form (self);
  g_assert_no_errno (g_unlink (self->database));
  ui_test_wait (dd_window_get_notice (self->window) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-again", NULL);
  ui_test_wait (dd_window_is_settled (self->window));
  g_assert_nonnull (strstr (dd_window_get_failure (self->window), "is gone"));
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (form, "name"))), ==, "Acme");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* There is a file where the folder of the backups would be. */
static void
test_backup_failed (UiTest *self, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (self->folder, "backups", NULL);

  make_database (self);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  ui_test_open_window (self);
  ui_test_wait (dd_window_get_notice (self->window) != NULL);
  g_assert_nonnull (strstr (dd_window_get_notice (self->window), "backup was not made"));
}

/* Spoils a page from outside: closing the file here would drop SQLite's locks on it. */
static void
spoil (const char *path, off_t at)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      int fd = open (path, O_WRONLY);
      _exit (fd >= 0 && pwrite (fd, "spoiled", 7, at) == 7 ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* A large file is shown while it is still checked: when damage is found it is not shown any more.
 */
static void
test_damaged (UiTest *self, gconstpointer data)
{
  make_database (self);
  dd_database_open_sync (dd_context_get_database (self->context), CASE_SEED_NOW, NULL);
  must_run (self, "INSERT INTO journal_contents (hash, bytes) VALUES"
                  " (printf ('%064d', 1), randomblob (20000000))");
  dd_database_close_sync (dd_context_get_database (self->context));
  spoil (self->database, 4000 * 4096);
  ui_test_open_window (self);
  ui_test_wait (dd_window_get_failure (self->window) != NULL);
  g_assert_nonnull (strstr (dd_window_get_failure (self->window), "is damaged"));
}

/* A stored calendar that cannot be read is told of where it can be replaced. */
static void
test_calendar_unreadable (UiTest *self, gconstpointer data)
{
  GtkWidget *window, *summary;

  make_database (self);
  dd_database_open_sync (dd_context_get_database (self->context), CASE_SEED_NOW, NULL);
  must_run (self, "INSERT INTO preferences (id, key, value) VALUES"
                  " ('11111111-1111-4111-8111-111111111111', 'calendar', 'no calendar')");
  ui_test_open_window (self);
  window = GTK_WIDGET (dd_preferences_window_new (GTK_WINDOW (self->window), self->context));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (gtk_widget_get_mapped (window));
  summary = find (window, "summary");
  g_assert_nonnull (dd_context_get_calendar_error (self->context));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (summary)), ==,
                   dd_context_get_calendar_error (self->context)->message);
  g_assert_true (gtk_widget_has_css_class (summary, "error"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add (const char *path, void (*func) (UiTest *, gconstpointer))
{
  g_test_add (path, UiTest, NULL, ui_test_set_up, func, ui_test_tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("/database-trouble/read-only", test_read_only);
  add ("/database-trouble/disk-full", test_disk_full);
  add ("/database-trouble/locked", test_locked);
  add ("/database-trouble/moved", test_moved);
  add ("/database-trouble/deleted", test_deleted);
  add ("/database-trouble/backup-failed", test_backup_failed);
  add ("/database-trouble/damaged", test_damaged);
  add ("/database-trouble/calendar-unreadable", test_calendar_unreadable);
  return g_test_run ();
}
