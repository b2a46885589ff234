/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a long questionnaire costs: the time from nothing to the first frame of its page, and of one
 * key in an entry and in a cell of a table, to the end of the frame that shows it. Each beside the
 * same of a short one, 10 questions and 10 rows, in the same run: 300 questions, all of them in one
 * section, and 1,000 rows should cost no more than a little. Starts a display of its own when there
 * is none.
 */

#include "config.h"

#include "bench-clock.h"
#include "dd-case-actions.h"
#include "dd-questionnaire-finder.h"
#include "dd-service-catalog.h"
#include "dd-ui.h"
#include "forms/dd-form-tab.h"
#include "forms/dd-question-row.h"
#include "forms/dd-table-cell.h"
#include "forms/dd-table-editor.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#define N_KEYS 60
#define NOW    G_GINT64_CONSTANT (1796119200)

/* One questionnaire with its case. */
typedef struct
{
  guint questions;
  guint rows;
  char *folder;       /* (owned): of the database */
  DdContext *context; /* (owned) */
  char *case_id;      /* (owned) */
  GtkWidget *window;
  DdFormTab *tab;
} Scene;

typedef struct
{
  double open; /* ms of work, the database's thread too */
  double key;  /* ms of this thread's, the median */
  double cell;
} Figures;

/* --- A questionnaire --- */

static void
write_questionnaire (const Scene *self)
{
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autofree char *path = g_build_filename (folder, "cx-process.xml", NULL);
  g_autoptr (GString) xml = g_string_new (
      "<questionnaire id='q' service='cx-process' title='Q' edition='1'><section id='s' title='S'>"
      "<question id='t' type='table' required='no'><label>Table</label>"
      "<column id='a' type='text' required='yes'><label>A</label></column>"
      "<column id='b' type='integer' required='no'><label>B</label></column>"
      "<column id='c' type='yes-no' required='no'><label>C</label></column></question>");

  for (guint i = 0; i < self->questions; i++)
    g_string_append_printf (
        xml,
        "<question id='q%u' type='%s' required='yes'><label>Question number %u</label>%s</question>",
        i, i % 3 == 1 ? "yes-no" : "text", i,
        i % 3 == 2 ? "<when><equals question='q0' value='x'/></when>" : "");
  g_string_append (xml, "</section></questionnaire>");
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, xml->str, -1, NULL);
}

static gboolean
fill (DdConnection *connection, gpointer data, GError **error)
{
  Scene *self = data;
  g_autoptr (DdService) service = dd_service_catalog_load ("cx-process", error);
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (DdCaseForm) form = NULL;
  g_autoptr (DdAnswerValue) value = NULL;
  DdAnswerTable *table = dd_answer_table_new ();
  g_autoptr (DdAnswerValue) text = dd_answer_value_new_text ("host");
  g_autoptr (DdAnswerValue) number = dd_answer_value_new_integer (5432);
  const DdActor actor = { "Ada", NOW };
  const DdCaseOpening opening = { .service = service, .customer = "Acme", .start = NOW };
  DdCaseFormEdit edit = { .kind = DD_CASE_FORM_ANSWER, .question = "t", .overwrite = TRUE };
  DdCaseFormTask task = { .edits = &edit, .n_edits = 1 };

  for (guint i = 0; i < self->rows; i++)
    {
      dd_answer_table_add_row (table);
      dd_answer_table_set_cell (table, "a", text);
      dd_answer_table_set_cell (table, "b", number);
    }
  value = dd_answer_table_end (table);
  if (service == NULL
      || !dd_case_actions_open (connection, &actor, &opening, &self->case_id, error))
    return FALSE;
  form = dd_case_form_load (connection, self->case_id, dd_questionnaire_finder_find, folder, error);
  if (form == NULL)
    return FALSE;
  edit.value = value;
  task.case_id = self->case_id;
  task.questionnaire = form->questionnaire;
  task.bytes = form->bytes;
  return dd_case_form_edit (connection, &actor, &task, error);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dd_context_open_finish (DD_CONTEXT (object), result, &error);
  bench_stop_on_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
open_scene (Scene *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.drydock.Drydock");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gboolean opened = FALSE;

  write_questionnaire (self);
  self->folder = g_dir_make_tmp ("drydock-bench-XXXXXX", &error);
  bench_stop_on_error (error);
  path = g_build_filename (self->folder, "drydock.db", NULL);
  self->context = dd_context_new (path, settings);
  dd_context_set_now (self->context, NOW);
  dd_context_open_async (self->context, NULL, on_opened, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  dd_database_run_sync (dd_context_get_database (self->context), fill, self, &error);
  bench_stop_on_error (error);
}

/* --- Frames --- */

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until what is asked for now is on the screen. */
static void
wait_for_frame (Scene *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);

  gtk_widget_queue_draw (self->window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Microseconds of work, of this thread or of all: what else the machine does is not in it. */
static gint64
get_work (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- What is measured --- */

static double
measure_open (Scene *self)
{
  gint64 start = get_work (CLOCK_PROCESS_CPUTIME_ID);

  self->tab = g_object_new (DD_TYPE_FORM_TAB, NULL);
  dd_form_tab_set_case (self->tab, self->context, self->case_id);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->tab));
  gtk_window_present (GTK_WINDOW (self->window));
  while (find (GTK_WIDGET (self->tab), DD_TYPE_QUESTION_ROW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (self);
  return (double) (get_work (CLOCK_PROCESS_CPUTIME_ID) - start) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* One character more at the end of @editable, and a frame. */
static double
measure_keys (Scene *self, GtkEditable *editable)
{
  double keys[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++)
    {
      gint64 start = get_work (CLOCK_THREAD_CPUTIME_ID);
      int position = -1;

      gtk_editable_insert_text (editable, "x", 1, &position);
      wait_for_frame (self);
      keys[i] = (double) (get_work (CLOCK_THREAD_CPUTIME_ID) - start) / 1000;
    }
  qsort (keys, N_KEYS, sizeof *keys, compare);
  return keys[N_KEYS / 2];
}

static Figures
measure (Scene *self)
{
  Figures figures = { 0 };
  GtkWidget *table, *cell;

  open_scene (self);
  figures.open = measure_open (self);
  gtk_widget_activate_action (GTK_WIDGET (self->tab), "form.go-to", "s", "q0");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  figures.key =
      measure_keys (self, GTK_EDITABLE (gtk_widget_get_ancestor (
                              gtk_window_get_focus (GTK_WINDOW (self->window)), GTK_TYPE_ENTRY)));
  table = find (GTK_WIDGET (self->tab), DD_TYPE_TABLE_EDITOR);
  gtk_widget_activate_action (table, "table.go", "(uu)", self->rows / 2, 0);
  do
    {
      wait_for_frame (self);
      cell = gtk_window_get_focus (GTK_WINDOW (self->window));
    }
  while (gtk_widget_get_ancestor (cell, DD_TYPE_TABLE_CELL) == NULL);
  figures.cell = measure_keys (self, GTK_EDITABLE (cell));
  return figures;
}

static void
close_scene (Scene *self)
{
  g_autofree char *path = g_build_filename (self->folder, "drydock.db", NULL);
  g_autofree char *backups = g_build_filename (self->folder, "backups", NULL);

  gtk_window_destroy (GTK_WINDOW (self->window));
  dd_database_close_sync (dd_context_get_database (self->context));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->context);
  g_unlink (path);
  g_rmdir (backups);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->case_id);
}

/* Goes on on a display of its own. */
static void
start_display (char *argv[])
{
  g_autofree char *script = g_build_filename (g_getenv ("DD_TESTS"), "display.sh", NULL);
  g_autofree char *schemas = g_build_filename (g_getenv ("DD_BUILD"), "data", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  execl (script, script, "-s", "1920x1080", argv[0], NULL);
  g_error ("%s could not be started", script);
}

int
main (int argc, char *argv[])
{
  Scene small = { 10, 10 }, large = { 300, 1000 };
  Figures few, many;

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL
      && g_getenv ("DD_TESTS") != NULL)
    start_display (argv);
  adw_init ();
  dd_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  few = measure (&small);
  close_scene (&small);
  many = measure (&large);
  close_scene (&large);
  g_print (
      "page with %u questions and %u rows: first frame after %.0f ms of work; with %u and %u: %.0f ms, "
      "%.2f × as long\n",
      small.questions, small.rows, few.open, large.questions, large.rows, many.open,
      many.open / few.open);
  g_print ("a key in an entry, with its frame: %.1f ms, %.1f ms, %.2f ×\n", few.key, many.key,
           many.key / few.key);
  g_print ("a key in a cell of the table, with its frame: %.1f ms, %.1f ms, %.2f ×\n", few.cell,
           many.cell, many.cell / few.cell);
  return 0;
}
