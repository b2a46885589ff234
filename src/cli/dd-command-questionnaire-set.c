/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-questionnaire.h"

#include "dd-answer-text.h"
#include "dd-case-form-edit.h"
#include "dd-form-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to be done in the session. */
typedef struct
{
  const char *case_id;
  char **settings;   /* (unowned): "QUESTION=VALUE", ending with NULL */
  char *answered_by; /* (owned) (nullable) */
} Setting;

/* Cuts @setting in two, in place, and reads the answer in it.
 * Returns: FALSE with @error when it is none to the question */
static gboolean
read_edit (DdQuestionnaire *questionnaire, char *setting, DdCaseFormEdit *edit, GError **error)
{
  char *sign = strchr (setting, '=');
  const DdQuestion *question;
  DdAnswerValue *value = NULL;

  if (sign == NULL || sign == setting)
    {
      g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                   _ ("“%s” is no QUESTION=VALUE, such as database=oracle"), setting);
      return FALSE;
    }
  *sign = '\0';
  question = dd_questionnaire_find_question (questionnaire, setting);
  if (question == NULL)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("%s: there is no such question"), setting);
      return FALSE;
    }
  if (!dd_answer_text_read (question, sign + 1, &value, error))
    return FALSE;
  *edit = (DdCaseFormEdit){
    .kind = DD_CASE_FORM_ANSWER, .question = question->id, .value = value, .overwrite = TRUE
  };
  return TRUE;
}

static void
edit_clear (gpointer data)
{
  DdCaseFormEdit *edit = data;

  if (edit->value != NULL)
    dd_answer_value_unref ((DdAnswerValue *) edit->value);
}

static char *
set (DdSession *session, gpointer data, GError **error)
{
  const Setting *self = data;
  g_autoptr (DdCaseForm) form = dd_form_report_load (session, self->case_id, error);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (DdCaseFormEdit));
  DdActor actor = { .user = session->user, .now = session->now };
  DdCaseFormTask task = { 0 };

  if (form == NULL)
    return NULL;
  g_array_set_clear_func (edits, edit_clear);
  for (guint i = 0; self->settings[i] != NULL; i++)
    {
      DdCaseFormEdit edit;

      if (!read_edit (form->questionnaire, self->settings[i], &edit, error))
        return NULL;
      g_array_append_val (edits, edit);
    }
  task.case_id = dd_record_get_id (DD_RECORD (form->record));
  task.questionnaire = form->questionnaire;
  task.bytes = form->bytes;
  task.edits = (const DdCaseFormEdit *) edits->data;
  task.n_edits = edits->len;
  task.answered_by = self->answered_by;
  if (edits->len > 1)
    {
      task.label = N_ ("Answered questions of “%s”");
      task.argument = form->questionnaire->title;
    }
  if (!dd_case_form_edit (session->connection, &actor, &task, error))
    return NULL;
  return dd_form_report_tell (task.case_id, session, error);
}

char *
dd_command_questionnaire_set (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *by = NULL;
  Setting setting = { NULL };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who gave the answers (default: you)"),
      N_ ("NAME") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  setting.case_id = line->arguments[0];
  setting.settings = line->arguments + 1;
  setting.answered_by = by;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, set, &setting, error);
}
