/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "questionnaire import": what came back, compared question by question, and taken as one action.
 */

#include "config.h"

#include "dd-command-questionnaire.h"

#include "dd-answers-import.h"
#include "dd-case-form-edit.h"
#include "dd-form-report.h"
#include "dd-journal.h"
#include "dd-json.h"
#include "dd-table.h"
#include "dd-text.h"
#include "form/dd-questionnaire-parser.h"

#include <glib/gi18n-lib.h>

/* What is to be done in the session. */
typedef struct
{
  const char *case_id;
  const char *path;
  char *conflicts; /* (owned) (nullable): "take" or "keep" */
  gboolean dry_run;
} Import;

/* --- The file --- */

/* The edition that @file answers, if the case ever kept it.
 * Returns: (transfer full) (nullable): it */
static DdQuestionnaire *
load_edition (DdSession *session, const DdAnswersFile *file)
{
  g_autoptr (GBytes) bytes =
      dd_journal_load_content (session->connection, file->questionnaire_hash, NULL);

  if (bytes == NULL)
    return NULL;
  return dd_questionnaire_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 file->questionnaire_id, NULL);
}

/* What an edition that the case was moved to cannot hold any more is lost from the file: then
 * nothing is taken. */
static gboolean
move_file (DdAnswersFile *file, DdQuestionnaire *from, DdQuestionnaire *to, GError **error)
{
  g_autoptr (DdEditionMove) move = dd_answers_file_move (file, from, to);

  for (guint i = 0; i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      if (entry->outcome != DD_MOVE_DROPPED)
        continue;
      g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_EDITION,
                   _ ("edition %d of the questionnaire has no place for the answer to “%s”; "
                      "export it again for the customer"),
                   to->edition, entry->from);
      return FALSE;
    }
  return TRUE;
}

static DdAnswersFile *
load_file (DdSession *session, const Import *self, DdCaseForm *form, GError **error)
{
  g_autoptr (DdAnswersFile) file = dd_answers_file_load (self->path, error);
  const char *id = dd_record_get_id (DD_RECORD (form->record));
  g_autofree char *origin = g_filename_display_name (self->path);
  g_autoptr (DdQuestionnaire) older = NULL;

  if (file == NULL)
    return NULL;
  if (g_strcmp0 (file->questionnaire_hash, form->questionnaire->hash) != 0)
    older = load_edition (session, file);
  if (!dd_answers_file_check (file, id, older != NULL ? older : form->questionnaire, origin, error))
    return NULL;
  if (older != NULL && !move_file (file, older, form->questionnaire, error))
    {
      g_prefix_error (error, "%s: ", origin);
      return NULL;
    }
  return g_steal_pointer (&file);
}

/* --- Conflicts --- */

static gboolean
decide_conflicts (const Import *self, GPtrArray *entries, GError **error)
{
  guint n = dd_answers_import_count (entries, DD_IMPORT_CONFLICT);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      DdImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind != DD_IMPORT_CONFLICT)
        continue;
      entry->take = g_strcmp0 (self->conflicts, "take") == 0;
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", entry->question->id);
    }
  if (n > 0 && self->conflicts == NULL && !self->dry_run)
    g_set_error (
        error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
        ngettext ("%u answer was changed on both sides (%s); nothing was taken: choose with "
                  "--conflicts=take or --conflicts=keep",
                  "%u answers were changed on both sides (%s); nothing was taken: choose "
                  "with --conflicts=take or --conflicts=keep",
                  n),
        n, labels->str);
  g_string_free (labels, TRUE);
  return n == 0 || self->conflicts != NULL || self->dry_run;
}

/* --- Taking --- */

static GArray *
make_edits (GPtrArray *entries)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (DdCaseFormEdit));

  for (guint i = 0; i < entries->len; i++)
    {
      const DdImportEntry *entry = g_ptr_array_index (entries, i);
      DdCaseFormEdit edit = { .kind = DD_CASE_FORM_ANSWER };

      if (!entry->take)
        continue;
      edit.question = entry->question->id;
      edit.value = entry->answer;
      edit.seen = entry->here;
      g_array_append_val (edits, edit);
    }
  return edits;
}

static gboolean
take (DdSession *session,
      DdCaseForm *form,
      const DdAnswersFile *file,
      GPtrArray *entries,
      GError **error)
{
  g_autoptr (GArray) edits = make_edits (entries);
  /* The customer's clock may be wrong. */
  DdActor actor = { session->user, session->now, MIN (file->saved_at, session->now) };
  DdCaseFormTask task = { 0 };

  if (edits->len == 0)
    return TRUE;
  task.case_id = file->case_id;
  task.questionnaire = form->questionnaire;
  task.bytes = form->bytes;
  task.edits = (const DdCaseFormEdit *) edits->data;
  task.n_edits = edits->len;
  task.answered_by = file->answered_by;
  task.label = N_ ("Took the answers of %s");
  task.argument = file->answered_by;
  return dd_case_form_edit (session->connection, &actor, &task, error);
}

/* --- What is said of it --- */

static guint
count_taken (GPtrArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((const DdImportEntry *) g_ptr_array_index (entries, i))->take;
  return n;
}

static void
add_value (JsonBuilder *builder, const char *name, const DdAnswerValue *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, dd_answer_value_to_node (value));
}

static char *
tell_json (const Import *self,
           const DdAnswersFile *file,
           GPtrArray *entries,
           const DdSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "case", file->case_id);
  dd_json_add_string (builder, "answered_by", file->answered_by);
  dd_json_add_instant (builder, "saved_at", session->calendar, file->saved_at);
  dd_json_add_boolean (builder, "dry_run", self->dry_run);
  dd_json_add_int (builder, "taken", self->dry_run ? 0 : count_taken (entries));
  dd_json_begin_array (builder, "questions");
  for (guint i = 0; i < entries->len; i++)
    {
      const DdImportEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      dd_json_add_string (builder, "id", entry->question->id);
      dd_json_add_string (builder, "change", dd_import_kind_to_text (entry->kind));
      dd_json_add_boolean (builder, "take", entry->take);
      add_value (builder, "here", entry->here);
      add_value (builder, "answer", entry->answer);
      dd_json_add_string (builder, "problem", entry->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static void
add_entry_row (DdTable *table, const DdImportEntry *entry)
{
  g_autofree char *here = dd_question_describe (entry->question, entry->here);
  g_autofree char *answer = dd_question_describe (entry->question, entry->answer);

  if (entry->kind == DD_IMPORT_EQUAL)
    return;
  dd_table_add_row (table, entry->kind == DD_IMPORT_CONFLICT ? DD_STYLE_ALERT : DD_STYLE_PLAIN,
                    (const char *const[]){ dd_import_kind_to_words (entry->kind),
                                           entry->question->id, here, answer, entry->problem });
}

static char *
tell_text (const Import *self,
           const DdAnswersFile *file,
           GPtrArray *entries,
           const DdSession *session)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE,
                                   DD_TABLE_FLEXIBLE, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *rows = NULL, *line = NULL;
  guint n = count_taken (entries);

  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ "", _ ("Question"), _ ("Here"), _ ("In the file"),
                                           _ ("Problem") });
  for (guint i = 0; i < entries->len; i++)
    add_entry_row (table, g_ptr_array_index (entries, i));
  rows = dd_table_to_text (table, &session->terminal);
  if (self->dry_run)
    line = g_strdup_printf (ngettext ("%u answer of %s would be taken",
                                      "%u answers of %s would be "
                                      "taken",
                                      n),
                            n, file->answered_by);
  else
    line = g_strdup_printf (ngettext ("Took %u answer of %s", "Took %u answers of %s", n), n,
                            file->answered_by);
  line = dd_text_to_line (g_steal_pointer (&line));
  if (dd_answers_import_count (entries, DD_IMPORT_EQUAL) == entries->len)
    return g_steal_pointer (&line);
  return g_strdup_printf ("%s\n%s", rows, line);
}

/* --- The command --- */

static char *
import (DdSession *session, gpointer data, GError **error)
{
  const Import *self = data;
  g_autoptr (DdCaseForm) form = dd_form_report_load (session, self->case_id, error);
  g_autoptr (DdAnswersFile) file = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (form == NULL)
    return NULL;
  file = load_file (session, self, form, error);
  if (file == NULL)
    return NULL;
  entries = dd_answers_import_preview (form->questionnaire, form->answers, file);
  if (!decide_conflicts (self, entries, error))
    return NULL;
  if (!self->dry_run && !take (session, form, file, entries, error))
    return NULL;
  return session->json ? tell_json (self, file, entries, session)
                       : tell_text (self, file, entries, session);
}

static gboolean
check_options (const Import *self, GError **error)
{
  if (self->conflicts == NULL || g_str_equal (self->conflicts, "take")
      || g_str_equal (self->conflicts, "keep"))
    return TRUE;
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
               _ ("--conflicts: “%s” is neither “take” nor “keep”"), self->conflicts);
  return FALSE;
}

char *
dd_command_questionnaire_import (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *conflicts = NULL;
  Import self = { NULL };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &self.dry_run, N_ ("Only show what would be taken"),
      NULL },
    { "conflicts", 0, 0, G_OPTION_ARG_FILENAME, &conflicts,
      N_ ("Of answers changed on both sides, take the customer’s or keep ours"), N_ ("take|keep") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  self.case_id = line->arguments[0];
  self.path = line->arguments[1];
  self.conflicts = conflicts;
  if (!check_options (&self, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, import, &self, error);
}
