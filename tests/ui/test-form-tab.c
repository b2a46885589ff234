/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The questionnaire of a case in the window: each type of question is answered and stands in the
 * database, questions come and go, what is missing is gone to, undone, kept over a restart; another
 * process answers meanwhile; a new edition is offered.
 */

#include "config.h"

#include "ui-test.h"

#include "case/dd-case-page.h"
#include "dd-answers-file.h"
#include "dd-case-actions.h"
#include "dd-case-form-edit.h"
#include "dd-questionnaire-finder.h"
#include "dd-records.h"
#include "forms/dd-form-exchange.h"
#include "forms/dd-form-tab.h"
#include "forms/dd-question-row.h"
#include "forms/dd-table-cell.h"
#include "forms/dd-table-editor.h"

#include <glib/gstdio.h>
#include <string.h>

#define START G_GINT64_CONSTANT (1796029200)

#define EDITION(number, body)                                                                      \
  "<questionnaire id='q' service='cx-process' title='Q' edition='" number "'>" body                \
  "</questionnaire>"

static const char first_edition[] = EDITION (
    "1",
    "<section id='one' title='One'>"
    "<question id='host' type='text' required='yes'><label>Host</label>"
    "  <pattern match='[a-z0-9]+' message='Only small letters.'/></question>"
    "<question id='story' type='paragraph' required='soft'><label>Story</label></question>"
    "<question id='size' type='integer' required='yes'><label>Size</label></question>"
    "<question id='version' type='version' required='no'><label>Version</label></question>"
    "<question id='day' type='date' required='no'><label>Day</label></question>"
    "<question id='clustered' type='yes-no' required='yes'><label>Clustered?</label></question>"
    "<question id='nodes' type='integer' required='yes'><label>Nodes</label>"
    "  <when><equals question='clustered' value='yes'/></when></question>"
    "</section><section id='two' title='Two'>"
    "<question id='kind' type='choice' required='yes'><label>Kind</label>"
    "  <choice value='a'>First</choice><choice value='b'>Second</choice></question>"
    "<question id='parts' type='choices' required='no'><label>Parts</label>"
    "  <choice value='x'>Ex</choice><choice value='y'>Why</choice></question>"
    "<question id='agreed' type='acknowledgement' required='yes'><label>Agreed?</label></question>"
    "<question id='hosts' type='table' required='no'><label>Hosts</label>"
    "  <column id='name' type='text' required='yes'><label>Name</label></column>"
    "  <column id='port' type='integer' required='no'><label>Port</label></column></question>"
    "<question id='fax' type='text' required='no'><label>Fax</label></question>"
    "</section>");

static const char second_edition[] = EDITION (
    "2",
    "<section id='one' title='One'>"
    "<question id='node' type='text' required='yes' was='host'><label>Node</label></question>"
    "<question id='size' type='integer' required='yes'><label>Size</label></question>"
    "</section>");

/* A window that shows the questionnaire of one case, and another process on the same file. */
typedef struct
{
  UiTest test;
  DdDatabase *other; /* what another process would have */
  char *case_id;
  char *edition; /* the user's own questionnaire */
  DdFormTab *tab;
} Fixture;

/* --- A case --- */

static gboolean
open_case (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (DdService) service = dd_service_catalog_load ("cx-process", error);
  const DdActor actor = { "Ada", START };
  const DdCaseOpening opening = {
    .service = service, .customer = "Acme", .current_version = "10.2", .start = START
  };

  return service != NULL
         && dd_case_actions_open (connection, &actor, &opening, &self->case_id, error);
}

static void
write_edition (Fixture *self, const char *xml)
{
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_free (self->edition);
  self->edition = g_build_filename (folder, "cx-process.xml", NULL);
  g_file_set_contents (self->edition, xml, -1, &error);
  g_assert_no_error (error);
}

static void
run (Fixture *self, DdConnectionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->test.context), func, data, &error);
  g_assert_no_error (error);
}

static void
show_form (Fixture *self)
{
  DdPage *page;
  GtkWidget *tabs;

  dd_window_show_case (self->test.window, self->case_id);
  page = dd_window_get_page (self->test.window);
  ui_test_wait (dd_case_page_is_settled (DD_CASE_PAGE (page)));
  tabs = ui_test_find (GTK_WIDGET (page), ADW_TYPE_VIEW_STACK, "tabs");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (tabs), "questionnaire");
  self->tab = DD_FORM_TAB (ui_test_find (GTK_WIDGET (page), DD_TYPE_FORM_TAB, NULL));
  ui_test_wait (dd_form_tab_get_session (self->tab) != NULL);
  ui_test_wait (dd_form_session_is_settled (dd_form_tab_get_session (self->tab)));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_edition (self, first_edition);
  ui_test_set_up (&self->test, NULL);
  ui_test_open_window (&self->test);
  run (self, open_case, self);
  show_form (self);
  self->other = dd_database_new (self->test.database);
  dd_database_open_sync (self->other, START, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dd_database_close_sync (self->other);
  ui_test_tear_down (&self->test, NULL);
  g_assert_finalize_object (self->other);
  g_unlink (self->edition);
  g_free (self->edition);
  g_free (self->case_id);
}

/* --- Looking and doing --- */

static DdFormSession *
get_session (Fixture *self)
{
  return dd_form_tab_get_session (self->tab);
}

static void
activate (Fixture *self, const char *action, const char *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->tab), action, parameter));
}

static GtkWidget *
find_in (GtkWidget *root, const char *question)
{
  if (DD_IS_QUESTION_ROW (root)
      && g_str_equal (dd_question_row_get_question (DD_QUESTION_ROW (root))->id, question))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, question);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of @question, whose section is shown. */
static GtkWidget *
find_row (Fixture *self, const char *question)
{
  if (find_in (GTK_WIDGET (self->tab), question) == NULL)
    activate (self, "form.go-to", question);
  return find_in (GTK_WIDGET (self->tab), question);
}

static GtkWidget *
find_editor (Fixture *self, const char *question)
{
  return GTK_WIDGET (dd_question_row_get_editor (DD_QUESTION_ROW (find_row (self, question))));
}

/* The stored answer, as JSON. */
typedef struct
{
  const char *case_id;
  const char *question;
  char *value;
  char *note;
  char *by;
  gboolean ask;
} Stored;

static gboolean
load_stored (DdConnection *connection, gpointer data, GError **error)
{
  Stored *stored = data;
  g_autoptr (DdQuery) query = dd_query_new (&dd_answer_entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, stored->case_id);
  dd_query_match_text (query, "question", DD_QUERY_IS, stored->question);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  stored->value = g_strdup (dd_record_get_text (rows->pdata[0], "value"));
  stored->note = g_strdup (dd_record_get_text (rows->pdata[0], "note"));
  stored->by = g_strdup (dd_record_get_text (rows->pdata[0], "answered_by"));
  stored->ask = dd_record_get_integer (rows->pdata[0], "ask_customer") == TRUE;
  return TRUE;
}

static void
check_stored (Fixture *self, const char *question, const char *json)
{
  Stored stored = { self->case_id, question };

  run (self, load_stored, &stored);
  g_assert_cmpstr (stored.value, ==, json);
  g_free (stored.value);
  g_free (stored.note);
  g_free (stored.by);
}

static gboolean
count (DdConnection *connection, gpointer data, GError **error)
{
  return dd_connection_get_int64 (connection, "SELECT count (*) FROM journal_actions", "Counting",
                                  data, error);
}

static gint64
count_actions (Fixture *self)
{
  gint64 n = 0;

  run (self, count, &n);
  return n;
}

/* What was typed is stored, and was read back. */
static void
save (Fixture *self, const char *question)
{
  activate (self, "form.save", NULL);
  ui_test_wait (dd_form_session_get_draft (get_session (self), question) == NULL);
}

static void
type (Fixture *self, const char *question, const char *text)
{
  GtkWidget *editor = find_editor (self, question);
  GtkWidget *entry = ui_test_find (editor, GTK_TYPE_ENTRY, NULL);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                  GTK_TEXT_VIEW (ui_test_find (editor, GTK_TYPE_TEXT_VIEW, NULL))),
                              text, -1);
}

/* Checks the button number @index of the choices. */
static void
check (Fixture *self, const char *question, guint index)
{
  GtkWidget *button =
      gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (find_editor (self, question))));

  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static const char *
typed (Fixture *self, const char *question)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (ui_test_find (find_editor (self, question), GTK_TYPE_ENTRY, NULL)));
}

/* --- Another process --- */

typedef struct
{
  Fixture *fixture;
  const char *question;
  const char *text;
} Answer;

static gboolean
do_answer (DdConnection *connection, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (DdCaseForm) form = dd_case_form_load (connection, answer->fixture->case_id,
                                                   dd_questionnaire_finder_find, folder, error);
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (answer->text);
  const DdActor actor = { "Bob", START };
  const DdCaseFormEdit edit = {
    .kind = DD_CASE_FORM_ANSWER, .question = answer->question, .value = value, .overwrite = TRUE
  };
  const DdCaseFormTask task = { .case_id = answer->fixture->case_id,
                                .questionnaire = form->questionnaire,
                                .bytes = form->bytes,
                                .edits = &edit,
                                .n_edits = 1 };

  return dd_case_form_edit (connection, &actor, &task, error);
}

static void
answer_elsewhere (Fixture *self, const char *question, const char *text)
{
  Answer answer = { self, question, text };
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (self->other, do_answer, &answer, &error);
  g_assert_no_error (error);
}

/* --- Answering --- */

static void
test_each_type_is_stored (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *question, *text, *json;
  } texts[] = {
    { "host", "db1", "\"db1\"" },
    { "story", "One\nTwo", "\"One\\nTwo\"" },
    { "size", "12", "12" },
    { "version", "10.2.1", "\"10.2.1\"" },
    { "day", "2026-12-18", "\"2026-12-18\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (self, texts[i].question, texts[i].text);
      save (self, texts[i].question);
      check_stored (self, texts[i].question, texts[i].json);
    }
  check (self, "clustered", 1);
  save (self, "clustered");
  check_stored (self, "clustered", "\"no\"");
  check (self, "kind", 1);
  check (self, "parts", 1);
  check (self, "parts", 0);
  check (self, "agreed", 0);
  save (self, "agreed");
  save (self, "parts");
  check_stored (self, "kind", "\"b\"");
  check_stored (self, "parts", "[\"x\",\"y\"]");
  check_stored (self, "agreed", "true");
}

static void
test_typing_in_one_go_is_one_action (Fixture *self, gconstpointer data)
{
  gint64 before;

  type (self, "host", "first");
  save (self, "host");
  before = count_actions (self);
  type (self, "host", "d");
  type (self, "host", "db");
  type (self, "host", "db1");
  save (self, "host");
  g_assert_cmpint (count_actions (self), ==, before + 1);
  type (self, "host", "db12");
  type (self, "host", "db1");
  save (self, "host");
  g_assert_cmpint (count_actions (self), ==, before + 1);
}

static void
test_what_does_not_suit_is_told (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, "host");
  GtkWidget *issues = ui_test_find (row, GTK_TYPE_BOX, "issue_box");

  type (self, "host", "NOT SMALL");
  g_assert_false (gtk_widget_get_visible (issues));
  g_signal_emit_by_name (find_editor (self, "host"), "done");
  g_assert_true (gtk_widget_get_visible (issues));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_test_find (row, GTK_TYPE_LABEL, "issue"))), ==,
                   "Only small letters.");
  save (self, "host");
  check_stored (self, "host", "\"NOT SMALL\"");
  type (self, "size", "twelve");
  save (self, "size");
  check_stored (self, "size", "\"twelve\"");
  type (self, "host", "db1");
  g_assert_false (gtk_widget_get_visible (issues));
}

static void
test_questions_come_and_go (Fixture *self, gconstpointer data)
{
  GtkWidget *nodes = find_row (self, "nodes");

  g_assert_false (gtk_widget_get_visible (nodes));
  check (self, "clustered", 0);
  g_assert_true (gtk_widget_get_visible (nodes));
  type (self, "nodes", "3");
  save (self, "nodes");
  check (self, "clustered", 1);
  g_assert_false (gtk_widget_get_visible (nodes));
  save (self, "clustered");
  check_stored (self, "nodes", "3");
}

static void
test_what_is_missing_is_gone_to (Fixture *self, gconstpointer data)
{
  GtkWidget *find = ui_test_find (GTK_WIDGET (self->tab), GTK_TYPE_MENU_BUTTON, "find");
  GtkWidget *list, *row;

  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (find)), ==, "6 Missing");
  g_assert_true (dd_page_search (dd_window_get_page (self->test.window)));
  list = ui_test_find (GTK_WIDGET (self->tab), GTK_TYPE_LIST_BOX, "list");
  ui_test_wait (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 5) != NULL);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 4));
  row = find_row (self, "kind");
  ui_test_wait (gtk_root_get_focus (GTK_ROOT (self->test.window)) != NULL
                && gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->test.window)), row));
}

static void
test_undo_brings_the_answer_back (Fixture *self, gconstpointer data)
{
  type (self, "host", "db1");
  save (self, "host");
  type (self, "host", "db2");
  save (self, "host");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->tab), "win.undo", NULL));
  ui_test_wait (g_str_equal (typed (self, "host"), "db1"));
  check_stored (self, "host", "\"db1\"");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->tab), "win.redo", NULL));
  ui_test_wait (g_str_equal (typed (self, "host"), "db2"));
}

static void
test_marks_notes_and_clearing (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, "host");
  GtkWidget *note = ui_test_find (row, GTK_TYPE_ENTRY, "note");
  Stored stored = { self->case_id, "host" };

  type (self, "host", "db1");
  save (self, "host");
  g_assert_true (gtk_widget_activate_action (row, "question.ask", NULL));
  ui_test_wait (gtk_widget_get_visible (ui_test_find (row, GTK_TYPE_BOX, "asking")));
  g_assert_true (gtk_widget_activate_action (row, "question.note", NULL));
  g_assert_true (gtk_widget_get_visible (note));
  gtk_editable_set_text (GTK_EDITABLE (note), "Call again");
  g_signal_emit_by_name (note, "activate");
  g_assert_true (gtk_widget_activate_action (row, "question.clear", NULL));
  ui_test_wait (g_str_equal (typed (self, "host"), ""));
  run (self, load_stored, &stored);
  g_assert_null (stored.value);
  g_assert_cmpstr (stored.note, ==, "Call again");
  g_assert_true (stored.ask);
  g_free (stored.note);
  g_free (stored.by);
}

static void
test_it_is_there_after_a_restart (Fixture *self, gconstpointer data)
{
  type (self, "host", "db1");
  check (self, "kind", 0);
  ui_test_close_window (&self->test);
  ui_test_open_window (&self->test);
  show_form (self);
  check_stored (self, "host", "\"db1\"");
  check_stored (self, "kind", "\"a\"");
  g_assert_cmpstr (typed (self, "host"), ==, "db1");
}

/* --- Two processes --- */

static void
test_another_process_answers (Fixture *self, gconstpointer data)
{
  Stored stored = { self->case_id, "host" };

  type (self, "size", "12");
  answer_elsewhere (self, "host", "db7");
  ui_test_wait (g_str_equal (typed (self, "host"), "db7"));
  g_assert_cmpstr (typed (self, "size"), ==, "12");
  save (self, "size");
  check_stored (self, "size", "12");
  run (self, load_stored, &stored);
  g_assert_cmpstr (stored.by, ==, "Bob");
  g_free (stored.value);
  g_free (stored.by);
}

static void
begin_conflict (Fixture *self)
{
  GtkWidget *trouble = ui_test_find (find_row (self, "host"), GTK_TYPE_BOX, "trouble");
  GtkWidget *text;

  type (self, "host", "mine");
  answer_elsewhere (self, "host", "theirs");
  ui_test_wait (gtk_widget_get_visible (trouble));
  text = ui_test_find (trouble, GTK_TYPE_LABEL, "trouble_text");
  /* Whichever notices first, the look at what changed or the saving that failed. */
  ui_test_wait (
      g_str_equal (gtk_label_get_text (GTK_LABEL (text)), "Bob answered meanwhile: theirs"));
  g_assert_cmpstr (typed (self, "host"), ==, "mine");
  activate (self, "form.save", NULL);
  check_stored (self, "host", "\"theirs\"");
}

static void
test_a_conflict_keeps_mine (Fixture *self, gconstpointer data)
{
  begin_conflict (self);
  gtk_widget_activate_action (find_row (self, "host"), "question.keep", NULL);
  save (self, "host");
  check_stored (self, "host", "\"mine\"");
}

static void
test_a_conflict_takes_theirs (Fixture *self, gconstpointer data)
{
  begin_conflict (self);
  gtk_widget_activate_action (find_row (self, "host"), "question.discard", NULL);
  g_assert_cmpstr (typed (self, "host"), ==, "theirs");
  check_stored (self, "host", "\"theirs\"");
}

/* --- Tables --- */

static DdTableEditor *
get_table (Fixture *self)
{
  return DD_TABLE_EDITOR (find_editor (self, "hosts"));
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->test.window));
}

/* The focus is in the cell at @row and @column. */
static gboolean
is_at (Fixture *self, guint row, guint column)
{
  GtkWidget *cell = get_focus (self) != NULL
                        ? gtk_widget_get_ancestor (get_focus (self), DD_TYPE_TABLE_CELL)
                        : NULL;

  return cell != NULL && dd_table_cell_get_position (DD_TABLE_CELL (cell)) == row
         && dd_table_cell_get_column (DD_TABLE_CELL (cell)) == column;
}

static void
test_a_table_is_typed (Fixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (get_table (self));

  gtk_widget_activate_action (table, "table.add", NULL);
  ui_test_wait (is_at (self, 0, 0));
  gtk_editable_set_text (GTK_EDITABLE (get_focus (self)), "db1");
  gtk_widget_activate_action (table, "table.go", "(uu)", 0, 1);
  ui_test_wait (is_at (self, 0, 1));
  gtk_editable_set_text (GTK_EDITABLE (get_focus (self)), "5432");
  save (self, "hosts");
  check_stored (self, "hosts", "[{\"name\":\"db1\",\"port\":5432}]");
  gtk_widget_activate_action (table, "table.add", NULL);
  ui_test_wait (is_at (self, 1, 0));
  gtk_editable_set_text (GTK_EDITABLE (get_focus (self)), "db2");
  gtk_widget_activate_action (table, "table.up", NULL);
  ui_test_wait (is_at (self, 0, 0));
  save (self, "hosts");
  check_stored (self, "hosts", "[{\"name\":\"db2\"},{\"name\":\"db1\",\"port\":5432}]");
  gtk_widget_activate_action (table, "table.remove", NULL);
  save (self, "hosts");
  check_stored (self, "hosts", "[{\"name\":\"db1\",\"port\":5432}]");
}

static void
test_a_table_is_pasted (Fixture *self, gconstpointer data)
{
  dd_table_editor_paste (get_table (self), "db1\t5432\ndb2\tmany\n");
  save (self, "hosts");
  check_stored (self, "hosts",
                "[{\"name\":\"db1\",\"port\":5432},{\"name\":\"db2\",\"port\":\"many\"}]");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->tab), "win.undo", NULL));
  ui_test_wait (
      g_list_model_get_n_items (G_LIST_MODEL (dd_table_editor_get_model (get_table (self)))) == 0);
}

/* The last of many rows is gone to, and only those in sight have cells. */
static void
test_many_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "host%u\t%u\n", i, i);
  dd_table_editor_paste (get_table (self), text->str);
  gtk_widget_activate_action (GTK_WIDGET (get_table (self)), "table.go", "(uu)", 999, 1);
  ui_test_wait (is_at (self, 999, 1));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (self))), ==, "999");
}

/* --- Editions --- */

static GtkWindow *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }
  return NULL;
}

static void
test_a_new_edition_is_offered (Fixture *self, gconstpointer data)
{
  GtkWidget *offer = ui_test_find (GTK_WIDGET (self->tab), GTK_TYPE_INFO_BAR, "offer");
  GtkWidget *sections;

  type (self, "host", "db1");
  save (self, "host");
  type (self, "fax", "030 1");
  save (self, "fax");
  g_assert_false (gtk_widget_get_visible (offer));
  write_edition (self, second_edition);
  answer_elsewhere (self, "size", "12");
  ui_test_wait (gtk_widget_get_visible (offer));
  check_stored (self, "host", "\"db1\"");
  activate (self, "form.move", NULL);
  ui_test_wait (find_window ("DdFormMoveDialog") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_window ("DdFormMoveDialog")), "dialog.move", NULL);
  ui_test_wait (!gtk_widget_get_visible (offer));
  ui_test_wait (find_window ("DdFormMoveDialog") == NULL);
  check_stored (self, "node", "\"db1\"");
  check_stored (self, "fax", "\"030 1\"");
  g_assert_cmpstr (typed (self, "node"), ==, "db1");
  sections = ui_test_find (GTK_WIDGET (self->tab), GTK_TYPE_LABEL, "No Longer Asked");
  g_assert_true (gtk_widget_get_mapped (sections));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->tab), "win.undo", NULL));
  ui_test_wait (gtk_widget_get_visible (offer));
  g_assert_cmpstr (typed (self, "host"), ==, "db1");
}

/* --- The customer's answers --- */

/* Writes the file that comes back when @answer (nullable: none) was given to "host" of the case
 * @case_id. */
static GFile *
write_answers (Fixture *self, const char *case_id, const char *answer)
{
  DdQuestionnaire *asked = dd_form_session_get_stored (get_session (self))->questionnaire;
  g_autofree char *path = g_build_filename (self->test.folder, "back.drydock-answers", NULL);
  g_autoptr (DdAnswersFile) file = g_new0 (DdAnswersFile, 1);
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (answer);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  file->case_id = g_strdup (case_id);
  file->questionnaire_id = g_strdup (asked->id);
  file->edition = asked->edition;
  file->questionnaire_hash = g_strdup (asked->hash);
  file->language = g_strdup ("en");
  file->answered_by = g_strdup ("Carol");
  file->saved_at = START;
  file->answers = dd_answers_new ();
  file->started_from = dd_answers_new ();
  dd_answers_set (file->answers, "host", value);
  text = dd_answers_file_to_text (file);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
test_answers_are_looked_at_and_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_answers (self, self->case_id, "db9");
  Stored stored = { self->case_id, "host" };

  dd_form_exchange_open (GTK_WIDGET (self->tab), get_session (self), file);
  ui_test_wait (find_window ("DdFormImportDialog") != NULL);
  check_stored (self, "host", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_window ("DdFormImportDialog")), "dialog.take", NULL);
  ui_test_wait (find_window ("DdFormImportDialog") == NULL);
  ui_test_wait (g_str_equal (typed (self, "host"), "db9"));
  run (self, load_stored, &stored);
  g_assert_cmpstr (stored.by, ==, "Carol");
  g_free (stored.value);
  g_free (stored.by);
}

/* What was changed on both sides is only taken where one says so. */
static void
test_a_conflict_in_answers_is_decided (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_answers (self, self->case_id, "db9");
  GtkWidget *dialog, *check_button;

  type (self, "host", "db1");
  save (self, "host");
  dd_form_exchange_open (GTK_WIDGET (self->tab), get_session (self), file);
  ui_test_wait (find_window ("DdFormImportDialog") != NULL);
  dialog = GTK_WIDGET (find_window ("DdFormImportDialog"));
  check_button = ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check_button)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_button), TRUE);
  gtk_widget_activate_action (dialog, "dialog.take", NULL);
  ui_test_wait (g_str_equal (typed (self, "host"), "db9"));
  check_stored (self, "host", "\"db9\"");
}

static void
test_answers_of_another_case_are_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_answers (self, "00000000-0000-4000-8000-000000000000", "db9");
  GtkWidget *window = GTK_WIDGET (self->test.window);

  dd_form_exchange_open (GTK_WIDGET (self->tab), get_session (self), file);
  ui_test_wait (ui_test_find (window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  g_assert_null (find_window ("DdFormImportDialog"));
  check_stored (self, "host", NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/form-tab/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("each-type-is-stored", test_each_type_is_stored);
  ADD ("typing-in-one-go-is-one-action", test_typing_in_one_go_is_one_action);
  ADD ("what-does-not-suit-is-told", test_what_does_not_suit_is_told);
  ADD ("questions-come-and-go", test_questions_come_and_go);
  ADD ("what-is-missing-is-gone-to", test_what_is_missing_is_gone_to);
  ADD ("undo-brings-the-answer-back", test_undo_brings_the_answer_back);
  ADD ("marks-notes-and-clearing", test_marks_notes_and_clearing);
  ADD ("it-is-there-after-a-restart", test_it_is_there_after_a_restart);
  ADD ("another-process-answers", test_another_process_answers);
  ADD ("a-conflict-keeps-mine", test_a_conflict_keeps_mine);
  ADD ("a-conflict-takes-theirs", test_a_conflict_takes_theirs);
  ADD ("a-table-is-typed", test_a_table_is_typed);
  ADD ("a-table-is-pasted", test_a_table_is_pasted);
  ADD ("many-rows", test_many_rows);
  ADD ("a-new-edition-is-offered", test_a_new_edition_is_offered);
  ADD ("answers-are-looked-at-and-taken", test_answers_are_looked_at_and_taken);
  ADD ("a-conflict-in-answers-is-decided", test_a_conflict_in_answers_is_decided);
  ADD ("answers-of-another-case-are-refused", test_answers_of_another_case_are_refused);
  return g_test_run ();
}
