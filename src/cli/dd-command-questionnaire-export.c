/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "questionnaire export": the file for the customer. What was sent out must be what comes back, so
 * the case keeps the edition from then on. */

#include "config.h"

#include "dd-command-questionnaire.h"

#include "dd-case-form-edit.h"
#include "dd-case-summary.h"
#include "dd-case-words.h"
#include "dd-form-report.h"
#include "dd-json.h"
#include "dd-questionnaire-html.h"
#include "dd-questionnaire-pdf.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Only for its owner: it is the customer's business. */
#define FILE_MODE 0600

/* What is to be done in the session. */
typedef struct
{
  const char *case_id;
  const char *path;
  gboolean blank;
} Export;

/* "Acme, CX Process 9.1 → 10.2" */
static char *
describe_case (DdSession *session, const char *id, GError **error)
{
  g_autoptr (DdCaseSummary) summary =
      dd_case_summary_load (session->connection, id, session->calendar, error);
  g_autofree char *product = NULL;

  if (summary == NULL)
    return NULL;
  product = dd_case_words_product (summary);
  return g_strdup_printf ("%s, %s", summary->customer, product);
}

static GBytes *
make_file (const Export *self, const DdQuestionnaireExport *export, GError **error)
{
  char *page;

  if (g_str_has_suffix (self->path, ".pdf"))
    return dd_questionnaire_pdf_write (export, dd_paper_size_get_default (), self->blank, error);
  page = dd_questionnaire_html_write (export);
  return g_bytes_new_take (page, strlen (page));
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   FILE_MODE, error);
}

static gboolean
keep_edition (DdSession *session, DdCaseForm *form, GError **error)
{
  DdActor actor = { .user = session->user, .now = session->now };
  DdCaseFormTask task = { 0 };

  task.case_id = dd_record_get_id (DD_RECORD (form->record));
  task.questionnaire = form->questionnaire;
  task.bytes = form->bytes;
  task.label = N_ ("Exported “%s” for the customer");
  task.argument = form->questionnaire->title;
  return dd_case_form_edit (session->connection, &actor, &task, error);
}

static char *
tell (const Export *self, DdCaseForm *form, const DdSession *session)
{
  g_autofree char *path = g_filename_display_name (self->path);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!session->json)
    return dd_text_to_line (
        g_strdup_printf (_ ("Wrote “%s” as “%s”"), _ (form->questionnaire->title), path));
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "case", dd_record_get_id (DD_RECORD (form->record)));
  dd_json_add_string (builder, "file", path);
  dd_json_add_string (builder, "questionnaire", form->questionnaire->id);
  dd_json_add_int (builder, "edition", form->questionnaire->edition);
  dd_json_add_string (builder, "hash", form->questionnaire->hash);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static char *
export_file (DdSession *session, gpointer data, GError **error)
{
  const Export *self = data;
  g_autoptr (DdCaseForm) form = dd_form_report_load (session, self->case_id, error);
  g_autofree char *about = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DdQuestionnaireExport export = { NULL };

  if (form == NULL)
    return NULL;
  export.case_id = dd_record_get_id (DD_RECORD (form->record));
  about = describe_case (session, export.case_id, error);
  if (about == NULL)
    return NULL;
  export.questionnaire = form->questionnaire;
  export.answers = form->answers;
  export.facts = form->facts;
  export.about = about;
  bytes = make_file (self, &export, error);
  if (bytes == NULL || !keep_edition (session, form, error)
      || !write_file (self->path, bytes, error))
    return NULL;
  return tell (self, form, session);
}

static gboolean
check_options (const Export *self, GError **error)
{
  gboolean pdf = g_str_has_suffix (self->path, ".pdf");

  if (!pdf && !g_str_has_suffix (self->path, ".html"))
    g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                 _ ("“%s”: the file’s name must end in .html or .pdf"), self->path);
  else if (self->blank && !pdf)
    g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                         _ ("--blank is for paper: it needs a file whose name ends in .pdf"));
  else
    return TRUE;
  return FALSE;
}

char *
dd_command_questionnaire_export (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  Export export = { NULL };
  const GOptionEntry entries[] = {
    { "blank", 0, 0, G_OPTION_ARG_NONE, &export.blank,
      N_ ("All questions, to be filled in by hand (PDF only)"), NULL },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  export.case_id = line->arguments[0];
  export.path = line->arguments[1];
  if (!check_options (&export, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, export_file, &export, error);
}
