/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The questionnaire of a case: which edition it is asked, what is answered, by whom; two people at
 * once; and a new edition on a case with answers, where nothing may get lost.
 */

#include "config.h"

#include "dd-case-form.h"

#include "case-fixture.h"
#include "dd-case-form-edit.h"
#include "dd-journal-words.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "form/dd-questionnaire-parser.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1796119200)

static const DdActor ada = { .user = "Ada", .now = NOW };
static const DdActor bob = { .user = "Bob", .now = NOW + 60 };

/* What new cases are asked, as a user's file would say it. */
typedef struct
{
  DdQuestionnaire *questionnaire;
  GBytes *bytes;
} Edition;

#define HEAD(edition)                                                                              \
  "<questionnaire id='q' service='s' title='Q' edition='" edition "'><section id='one' title='One'>"
#define TAIL "</section></questionnaire>"

static const char first_edition[] = HEAD (
    "1") "<question id='host' type='text' required='yes'><label>Host</label></question>"
         "<question id='size' type='choice' required='yes'><label>Size</label>"
         "  <choice value='small'>Small</choice><choice value='big'>Big</choice></question>"
         "<question id='users' type='text' required='no'><label>Users</label></question>"
         "<question id='fax' type='text' required='no'><label>Fax</label></question>"
         "<question id='pager' type='text' required='no'><label>Pager</label></question>" TAIL;

/* "host" stays, "size" has a new name and a new value, "users" wants a number, "fax" is gone,
 * "pager" has a new name. */
static const char second_edition[] = HEAD (
    "2") "<question id='host' type='text' required='yes'><label>Host name</label></question>"
         "<question id='scale' type='choice' required='yes' was='size'><label>Scale</label>"
         "  <choice value='small'>Small</choice><choice value='large' was='big'>Large</choice></question>"
         "<question id='users' type='integer' required='no'><label>Users</label></question>"
         "<question id='phone' type='text' required='no' was='pager'><label>Phone</label></question>" TAIL;

static void
set_edition (Edition *self, const char *xml)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->questionnaire = dd_questionnaire_parse (xml, -1, "test", &error);
  g_assert_no_error (error);
  self->bytes = g_bytes_new (xml, strlen (xml));
}

static gboolean
find (gpointer data,
      const char *service,
      DdQuestionnaire **questionnaire,
      GBytes **bytes,
      GError **error)
{
  Edition *edition = data;

  g_assert_cmpstr (service, ==, "s");
  if (edition->questionnaire == NULL)
    return TRUE;
  *questionnaire = dd_questionnaire_ref (edition->questionnaire);
  *bytes = g_bytes_ref (edition->bytes);
  return TRUE;
}

/* --- A case --- */

typedef struct
{
  DdConnection *connection;
  char *case_id;
  Edition edition;
} Fixture;

static void
open_fixture (Fixture *self, StoreTest *test)
{
  g_autoptr (DdRecord) customer = NULL;

  self->connection = record_fixture_open (test);
  customer = case_fixture_add_customer (self->connection, "Acme", NULL);
  self->case_id =
      case_fixture_open (self->connection, customer,
                         "<cell duration='1d'><activity id='a' name='A' owner='customer'/>"
                         "</cell>",
                         "2026-12-01 09:00", "2026-12-01 09:00");
  set_edition (&self->edition, first_edition);
}

static void
close_fixture (Fixture *self)
{
  dd_questionnaire_unref (self->edition.questionnaire);
  g_bytes_unref (self->edition.bytes);
  g_free (self->case_id);
  dd_connection_close (self->connection);
}

static DdCaseForm *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  DdCaseForm *form =
      dd_case_form_load (self->connection, self->case_id, find, &self->edition, &error);

  g_assert_no_error (error);
  return form;
}

static gboolean
run (Fixture *self, const DdActor *actor, const DdCaseFormEdit *edit, GError **error)
{
  g_autoptr (DdCaseForm) form = load (self);
  const DdCaseFormTask task = { .case_id = self->case_id,
                                .questionnaire = form->questionnaire,
                                .bytes = form->bytes,
                                .edits = edit,
                                .n_edits = 1 };

  return dd_case_form_edit (self->connection, actor, &task, error);
}

/* @actor, who sees @seen (nullable), answers @text (nullable). */
static gboolean
try_answer (Fixture *self,
            const DdActor *actor,
            const char *question,
            const char *seen,
            const char *text,
            GError **error)
{
  g_autoptr (DdAnswerValue) value = text != NULL ? dd_answer_value_new_text (text) : NULL;
  g_autoptr (DdAnswerValue) before = seen != NULL ? dd_answer_value_new_text (seen) : NULL;
  const DdCaseFormEdit edit = {
    .kind = DD_CASE_FORM_ANSWER, .question = question, .value = value, .seen = before
  };

  return run (self, actor, &edit, error);
}

static void
answer (Fixture *self, const char *question, const char *seen, const char *text)
{
  g_autoptr (GError) error = NULL;

  try_answer (self, &ada, question, seen, text, &error);
  g_assert_no_error (error);
}

static void
note (Fixture *self, const char *question, const char *text)
{
  const DdCaseFormEdit edit = { .kind = DD_CASE_FORM_NOTE, .question = question, .note = text };
  g_autoptr (GError) error = NULL;

  run (self, &ada, &edit, &error);
  g_assert_no_error (error);
}

static void
ask (Fixture *self, const char *question, gboolean asked)
{
  const DdCaseFormEdit edit = { .kind = DD_CASE_FORM_ASK, .question = question, .ask = asked };
  g_autoptr (GError) error = NULL;

  run (self, &ada, &edit, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  DdJournalEntry *entry = dd_undo_run (self->connection, DD_JOURNAL_UNDO, "Ada", NULL, NOW, &error);

  g_assert_no_error (error);
  dd_journal_entry_free (entry);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* "host=\"db1\" Ada 0" of every row, sorted: question, value, who, mark, note. */
static char *
describe (Fixture *self)
{
  g_autoptr (DdCaseForm) form = load (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, form->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      const char *value = dd_record_get_text (row, "value");
      const char *by = dd_record_get_text (row, "answered_by");
      const char *remark = dd_record_get_text (row, "note");

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s=%s %s%s%s%s", dd_record_get_text (row, "question"),
                                        value != NULL ? value : "-", by != NULL ? by : "-",
                                        dd_record_get_integer (row, "ask_customer") ? " ?" : "",
                                        remark != NULL ? " " : "", remark != NULL ? remark : ""));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

static void
check_rows (Fixture *self, const char *expected)
{
  g_autofree char *rows = describe (self);

  g_assert_cmpstr (rows, ==, expected);
}

static void
check_title (Fixture *self, const char *expected)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told =
      dd_journal_words_list (self->connection, self->case_id, 0, 1, calendar, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((DdJournalWords *) told->pdata[0])->title, ==, expected);
}

static char *
get_hash (Fixture *self)
{
  g_autoptr (DdCaseForm) form = load (self);

  return g_strdup (dd_record_get_text (DD_RECORD (form->record), "questionnaire_hash"));
}

/* --- Answering --- */

static void
test_the_first_answer_pins (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) before = NULL;
  g_autoptr (DdCaseForm) after = NULL;

  open_fixture (&self, test);
  before = load (&self);
  g_assert_false (before->pinned);
  g_assert_cmpint (before->questionnaire->edition, ==, 1);
  answer (&self, "host", NULL, "db1");
  set_edition (&self.edition, second_edition);
  after = load (&self);
  g_assert_true (after->pinned);
  g_assert_cmpint (after->questionnaire->edition, ==, 1);
  g_assert_cmpint (after->current->edition, ==, 2);
  g_assert_true (dd_case_form_can_move (after));
  check_rows (&self, "host=\"db1\" Ada");
  check_title (&self, "Answered “Host”");
  close_fixture (&self);
}

static void
test_undo_takes_the_pin_away_too (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) form = NULL;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  undo (&self);
  form = load (&self);
  g_assert_false (form->pinned);
  check_rows (&self, "");
  close_fixture (&self);
}

static void
test_marks_notes_and_clearing (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  ask (&self, "host", TRUE);
  check_title (&self, "Marked “Host” to be asked of the customer");
  note (&self, "host", "Call again");
  check_rows (&self, "host=\"db1\" Ada ? Call again");
  answer (&self, "host", "db1", NULL);
  check_title (&self, "Took the answer to “Host” away");
  check_rows (&self, "host=- Ada ? Call again");
  note (&self, "host", NULL);
  ask (&self, "host", FALSE);
  for (int i = 0; i < 5; i++)
    undo (&self);
  check_rows (&self, "host=\"db1\" Ada");
  close_fixture (&self);
}

static void
test_what_is_the_same_is_no_action (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  gint64 actions;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  actions = store_test_get_int64 (self.connection, "SELECT count (*) FROM journal_actions");
  answer (&self, "host", "db1", "db1");
  g_assert_cmpint (store_test_get_int64 (self.connection, "SELECT count (*) FROM journal_actions"),
                   ==, actions);
  close_fixture (&self);
}

/* --- Two people --- */

static void
test_a_conflict_says_who (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  g_assert_false (try_answer (&self, &bob, "host", NULL, "db2", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Ada answered “Host” meanwhile: db1"));
  check_rows (&self, "host=\"db1\" Ada");
  g_clear_error (&error);
  g_assert_true (try_answer (&self, &bob, "host", "db1", "db2", &error));
  g_assert_false (try_answer (&self, &ada, "host", "db1", NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
  check_rows (&self, "host=\"db2\" Bob");
  close_fixture (&self);
}

static void
test_an_answer_that_is_gone_is_a_conflict (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  answer (&self, "host", "db1", NULL);
  g_assert_false (try_answer (&self, &bob, "host", "db1", "db2", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
  close_fixture (&self);
}

static void
test_different_questions_are_no_conflict (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  g_assert_true (try_answer (&self, &bob, "users", NULL, "12", NULL));
  check_rows (&self, "host=\"db1\" Ada; users=\"12\" Bob");
  close_fixture (&self);
}

static void
test_an_unknown_question_is_refused (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  g_assert_false (try_answer (&self, &ada, "nonsense", NULL, "1", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  check_rows (&self, "");
  close_fixture (&self);
}

/* --- A new edition --- */

static void
answer_everything (Fixture *self)
{
  answer (self, "host", NULL, "db1");
  answer (self, "size", NULL, "big");
  answer (self, "users", NULL, "many");
  answer (self, "fax", NULL, "030 1");
  note (self, "size", "From the mail");
  ask (self, "pager", TRUE);
}

#define BEFORE                                                                                     \
  "fax=\"030 1\" Ada; host=\"db1\" Ada; pager=- - ?; size=\"big\" Ada From the mail; "             \
  "users=\"many\" Ada"

static void
test_the_move_is_told_before (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) form = NULL;
  g_autoptr (DdEditionMove) move = NULL;

  open_fixture (&self, test);
  answer_everything (&self);
  set_edition (&self.edition, second_edition);
  form = load (&self);
  move = dd_case_form_preview_move (form);
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_KEPT), ==, 1);
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_MAPPED), ==, 1);
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_CHECK)
                        + dd_edition_move_count (move, DD_MOVE_DROPPED),
                    ==, 2);
  check_rows (&self, BEFORE);
  close_fixture (&self);
}

static void
move (Fixture *self)
{
  g_autofree char *from = get_hash (self);
  g_autoptr (GError) error = NULL;

  dd_case_form_move (self->connection, &ada, self->case_id, from, self->edition.questionnaire,
                     self->edition.bytes, &error);
  g_assert_no_error (error);
}

static void
test_a_move_loses_nothing (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) form = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_fixture (&self, test);
  answer_everything (&self);
  before = record_fixture_dump (self.connection);
  set_edition (&self.edition, second_edition);
  move (&self);
  check_title (&self, "Moved the questionnaire to edition 2");
  check_rows (&self, "fax=\"030 1\" Ada; host=\"db1\" Ada; phone=- - ?; "
                     "scale=\"large\" Ada From the mail; users=\"many\" Ada");
  form = load (&self);
  g_assert_cmpint (form->questionnaire->edition, ==, 2);
  g_assert_false (dd_case_form_can_move (form));
  dropped = dd_case_form_list_dropped (form);
  g_assert_cmpuint (dropped->len, ==, 1);
  g_assert_cmpstr (dd_record_get_text (dropped->pdata[0], "question"), ==, "fax");
  undo (&self);
  after = record_fixture_dump (self.connection);
  g_assert_cmpstr (after, ==, before);
  close_fixture (&self);
}

static void
test_two_moves_are_a_conflict (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autofree char *from = NULL;
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  answer_everything (&self);
  from = get_hash (&self);
  set_edition (&self.edition, second_edition);
  move (&self);
  g_assert_false (dd_case_form_move (self.connection, &bob, self.case_id, from,
                                     self.edition.questionnaire, self.edition.bytes, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
  close_fixture (&self);
}

static void
test_an_answer_to_the_old_edition_is_a_conflict (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) seen = NULL;
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text ("db2");
  const DdCaseFormEdit edit = {
    .kind = DD_CASE_FORM_ANSWER, .question = "host", .value = value, .overwrite = TRUE
  };
  DdCaseFormTask task = { .edits = &edit, .n_edits = 1 };
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  seen = load (&self);
  set_edition (&self.edition, second_edition);
  move (&self);
  task.case_id = self.case_id;
  task.questionnaire = seen->questionnaire;
  task.bytes = seen->bytes;
  g_assert_false (dd_case_form_edit (self.connection, &bob, &task, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);
  check_rows (&self, "host=\"db1\" Ada");
  close_fixture (&self);
}

/* --- None --- */

static void
test_a_service_without_a_questionnaire (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) form = NULL;
  g_autoptr (GError) error = NULL;

  open_fixture (&self, test);
  form = dd_case_form_load (self.connection, self.case_id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (form->questionnaire);
  g_assert_no_error (form->problem);
  g_assert_false (dd_case_form_can_move (form));
  close_fixture (&self);
}

static void
test_a_pinned_edition_that_cannot_be_read (StoreTest *test, gconstpointer data)
{
  Fixture self = { NULL };
  g_autoptr (DdCaseForm) form = NULL;

  open_fixture (&self, test);
  answer (&self, "host", NULL, "db1");
  store_test_exec (
      self.connection,
      "DROP TRIGGER journal_contents_no_update; UPDATE journal_contents SET bytes = x'00' WHERE hash = "
      "(SELECT questionnaire_hash FROM cases)");
  set_edition (&self.edition, second_edition);
  form = load (&self);
  g_assert_null (form->questionnaire);
  g_assert_nonnull (form->problem);
  g_assert_true (dd_case_form_can_move (form));
  move (&self);
  check_rows (&self, "host=\"db1\" Ada");
  close_fixture (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/case-form/the-first-answer-pins", test_the_first_answer_pins);
  store_test_add ("/case-form/undo-takes-the-pin-away-too", test_undo_takes_the_pin_away_too);
  store_test_add ("/case-form/marks-notes-and-clearing", test_marks_notes_and_clearing);
  store_test_add ("/case-form/what-is-the-same-is-no-action", test_what_is_the_same_is_no_action);
  store_test_add ("/case-form/a-conflict-says-who", test_a_conflict_says_who);
  store_test_add ("/case-form/an-answer-that-is-gone-is-a-conflict",
                  test_an_answer_that_is_gone_is_a_conflict);
  store_test_add ("/case-form/different-questions-are-no-conflict",
                  test_different_questions_are_no_conflict);
  store_test_add ("/case-form/an-unknown-question-is-refused", test_an_unknown_question_is_refused);
  store_test_add ("/case-form/the-move-is-told-before", test_the_move_is_told_before);
  store_test_add ("/case-form/a-move-loses-nothing", test_a_move_loses_nothing);
  store_test_add ("/case-form/two-moves-are-a-conflict", test_two_moves_are_a_conflict);
  store_test_add ("/case-form/an-answer-to-the-old-edition-is-a-conflict",
                  test_an_answer_to_the_old_edition_is_a_conflict);
  store_test_add ("/case-form/a-service-without-a-questionnaire",
                  test_a_service_without_a_questionnaire);
  store_test_add ("/case-form/a-pinned-edition-that-cannot-be-read",
                  test_a_pinned_edition_that_cannot_be_read);
  return g_test_run ();
}
