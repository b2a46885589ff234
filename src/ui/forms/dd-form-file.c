/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-file.h"

#include "dd-case-words.h"
#include "dd-journal.h"
#include "dd-questionnaire-finder.h"
#include "dd-questionnaire-html.h"
#include "dd-questionnaire-pdf.h"
#include "form/dd-questionnaire-parser.h"

#include <glib/gi18n.h>
#include <string.h>

static DdCaseForm *
load_form (DdConnection *connection, const char *case_id, char *folder, GError **error)
{
  g_autoptr (DdCaseForm) form =
      dd_case_form_load (connection, case_id, dd_questionnaire_finder_find, folder, error);

  if (form == NULL || form->questionnaire != NULL)
    return g_steal_pointer (&form);
  if (form->problem != NULL)
    g_propagate_error (error, g_steal_pointer (&form->problem));
  else
    g_set_error_literal (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                         _ ("This service has no questionnaire."));
  return NULL;
}

/* --- Out --- */

DdFormExport *
dd_form_export_new (DdContext *context, const char *case_id, GFile *file, DdFormFormat format)
{
  DdFormExport *self = g_new0 (DdFormExport, 1);

  self->case_id = g_strdup (case_id);
  self->user = dd_context_get_user (context);
  self->now = dd_context_get_now (context);
  self->calendar = dd_calendar_ref (dd_context_get_calendar (context));
  self->folder = dd_questionnaire_finder_user_folder ();
  self->file = g_object_ref (file);
  self->format = format;
  return self;
}

void
dd_form_export_free (gpointer data)
{
  DdFormExport *self = data;

  g_free (self->case_id);
  g_free (self->user);
  dd_calendar_unref (self->calendar);
  g_free (self->folder);
  g_object_unref (self->file);
  g_free (self);
}

/* "Acme, CX Process 9.1 → 10.2" */
static char *
describe_case (DdConnection *connection, const DdFormExport *self, GError **error)
{
  g_autoptr (DdCaseSummary) summary =
      dd_case_summary_load (connection, self->case_id, self->calendar, error);
  g_autofree char *product = NULL;

  if (summary == NULL)
    return NULL;
  product = dd_case_words_product (summary);
  return g_strdup_printf ("%s, %s", summary->customer, product);
}

static GBytes *
make_file (const DdFormExport *self, DdCaseForm *form, const char *about, GError **error)
{
  const DdQuestionnaireExport export = { .questionnaire = form->questionnaire,
                                         .answers = form->answers,
                                         .facts = form->facts,
                                         .case_id = self->case_id,
                                         .about = about };
  char *page;

  if (self->format != DD_FORM_PAGE)
    return dd_questionnaire_pdf_write (&export, dd_paper_size_get_default (),
                                       self->format == DD_FORM_BLANK_PDF, error);
  page = dd_questionnaire_html_write (&export);
  return g_bytes_new_take (page, strlen (page));
}

/* What comes back answers the edition that went out. */
static gboolean
keep_edition (DdConnection *connection, const DdFormExport *self, DdCaseForm *form, GError **error)
{
  const DdActor actor = { .user = self->user, .now = self->now };
  const DdCaseFormTask task = { .case_id = self->case_id,
                                .questionnaire = form->questionnaire,
                                .bytes = form->bytes,
                                .label = N_ ("Exported “%s” for the customer"),
                                .argument = form->questionnaire->title };

  return dd_case_form_edit (connection, &actor, &task, error);
}

gboolean
dd_form_export_run (DdConnection *connection, gpointer data, GError **error)
{
  const DdFormExport *self = data;
  g_autoptr (DdCaseForm) form = load_form (connection, self->case_id, self->folder, error);
  g_autofree char *about = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (form == NULL)
    return FALSE;
  about = describe_case (connection, self, error);
  if (about == NULL)
    return FALSE;
  bytes = make_file (self, form, about, error);
  return bytes != NULL && keep_edition (connection, self, form, error)
         && g_file_replace_contents (self->file, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                     NULL, NULL, error);
}

/* --- Back --- */

DdFormImport *
dd_form_import_new (DdContext *context, const char *case_id, GFile *path)
{
  DdFormImport *self = g_new0 (DdFormImport, 1);

  self->case_id = g_strdup (case_id);
  self->user = dd_context_get_user (context);
  self->now = dd_context_get_now (context);
  self->folder = dd_questionnaire_finder_user_folder ();
  self->path = g_object_ref (path);
  return self;
}

void
dd_form_import_free (gpointer data)
{
  DdFormImport *self = data;

  g_free (self->case_id);
  g_free (self->user);
  g_free (self->folder);
  g_object_unref (self->path);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->file, dd_answers_file_free);
  g_clear_pointer (&self->form, dd_case_form_unref);
  g_free (self);
}

/* The edition that the file answers, if the case ever kept it. */
static DdQuestionnaire *
load_edition (DdConnection *connection, const DdAnswersFile *file)
{
  g_autoptr (GBytes) bytes = dd_journal_load_content (connection, file->questionnaire_hash, NULL);

  if (bytes == NULL)
    return NULL;
  return dd_questionnaire_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 file->questionnaire_id, NULL);
}

/* What the case's edition has no place for would be lost from the file: then nothing is taken. */
static gboolean
move_file (DdFormImport *self, DdQuestionnaire *older, GError **error)
{
  g_autoptr (DdEditionMove) move =
      dd_answers_file_move (self->file, older, self->form->questionnaire);

  for (guint i = 0; i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      if (entry->outcome != DD_MOVE_DROPPED)
        continue;
      g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_EDITION,
                   _ ("Edition %d of the questionnaire has no place for the answer to “%s”. Export "
                      "it again for the customer."),
                   self->form->questionnaire->edition, entry->from);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (DdConnection *connection, DdFormImport *self, const char *origin, GError **error)
{
  DdQuestionnaire *asked = self->form->questionnaire;
  g_autoptr (DdQuestionnaire) older = NULL;

  if (g_strcmp0 (self->file->questionnaire_hash, asked->hash) != 0)
    older = load_edition (connection, self->file);
  if (!dd_answers_file_check (self->file, self->case_id, older != NULL ? older : asked, origin,
                              error))
    return FALSE;
  return older == NULL || move_file (self, older, error);
}

gboolean
dd_form_import_read (DdConnection *connection, gpointer data, GError **error)
{
  DdFormImport *self = data;
  g_autofree char *origin = g_file_get_parse_name (self->path);

  self->file = dd_answers_file_load (g_file_peek_path (self->path), error);
  if (self->file == NULL)
    return FALSE;
  if (self->case_id == NULL)
    self->case_id = g_strdup (self->file->case_id);
  self->form = load_form (connection, self->case_id, self->folder, error);
  if (self->form == NULL || !check_file (connection, self, origin, error))
    return FALSE;
  self->entries =
      dd_answers_import_preview (self->form->questionnaire, self->form->answers, self->file);
  return TRUE;
}

static GArray *
make_edits (const DdFormImport *self)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (DdCaseFormEdit));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DdImportEntry *entry = g_ptr_array_index (self->entries, i);
      const DdCaseFormEdit edit = { .kind = DD_CASE_FORM_ANSWER,
                                    .question = entry->question->id,
                                    .value = entry->answer,
                                    .seen = entry->here };

      if (entry->take)
        g_array_append_val (edits, edit);
    }
  return edits;
}

gboolean
dd_form_import_take (DdConnection *connection, gpointer data, GError **error)
{
  const DdFormImport *self = data;
  g_autoptr (GArray) edits = make_edits (self);
  /* The customer's clock may be wrong. */
  const DdActor actor = { self->user, self->now, MIN (self->file->saved_at, self->now) };
  const DdCaseFormTask task = { .case_id = self->case_id,
                                .questionnaire = self->form->questionnaire,
                                .bytes = self->form->bytes,
                                .edits = (const DdCaseFormEdit *) edits->data,
                                .n_edits = edits->len,
                                .answered_by = self->file->answered_by,
                                .label = N_ ("Took the answers of %s"),
                                .argument = self->file->answered_by };

  return edits->len == 0 || dd_case_form_edit (connection, &actor, &task, error);
}
