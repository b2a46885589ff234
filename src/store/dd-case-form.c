/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reading the questionnaire of a case: the case, its answers, and the edition that they were given
 * to. Costs a search, the parsing of the questionnaire, and what the answers hold.
 */

#include "config.h"

#include "dd-case-form.h"

#include "dd-case-facts.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "form/dd-questionnaire-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (DdCaseForm, dd_case_form, dd_case_form_ref, dd_case_form_unref)

DdCaseForm *
dd_case_form_ref (DdCaseForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_case_form_unref (DdCaseForm *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->current, dd_questionnaire_unref);
  g_clear_pointer (&self->current_bytes, g_bytes_unref);
  g_hash_table_unref (self->rows);
  dd_answers_free (self->answers);
  g_clear_pointer (&self->facts, dd_facts_free);
  g_clear_error (&self->problem);
  g_free (self);
}

/* --- Loading --- */

/* What a snapshot's function is told, and makes. */
typedef struct
{
  const char *case_id;
  DdCaseFormFinder find; /* (nullable) */
  gpointer data;
  DdCaseForm *form;
} Load;

/* An answer that is no answer any more is none, and its row keeps it. */
static void
add_row (DdCaseForm *self, DdRecord *row)
{
  const char *question = dd_record_get_text (row, "question");
  const char *json = dd_record_get_text (row, "value");
  g_autoptr (DdAnswerValue) value = NULL;

  g_hash_table_insert (self->rows, g_strdup (question), g_object_ref (row));
  if (json != NULL && dd_answer_value_from_json (json, -1, &value, NULL))
    dd_answers_set (self->answers, question, value);
}

static gboolean
load_rows (DdConnection *connection, Load *load, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_answer_entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, load->case_id);
  rows = dd_records_query (connection, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (load->form, g_ptr_array_index (rows, i));
  return rows != NULL;
}

/* The edition that the case keeps; that it cannot be read is the form's problem. */
static void
load_pinned (DdConnection *connection, DdCaseForm *self, const char *hash)
{
  gconstpointer xml;
  gsize size;

  self->pinned = TRUE;
  self->bytes = dd_journal_load_content (connection, hash, &self->problem);
  if (self->bytes == NULL)
    return;
  xml = g_bytes_get_data (self->bytes, &size);
  self->questionnaire = dd_questionnaire_parse (xml, (gssize) size, hash, &self->problem);
}

static void
load_questionnaires (DdConnection *connection, Load *load)
{
  DdCaseForm *self = load->form;
  DdRecord *record = DD_RECORD (self->record);
  const char *hash = dd_record_get_text (record, "questionnaire_hash");

  if (hash != NULL)
    load_pinned (connection, self, hash);
  if (load->find != NULL)
    load->find (load->data, dd_record_get_text (record, "service_id"), &self->current,
                &self->current_bytes, self->problem == NULL ? &self->problem : NULL);
  if (hash != NULL || self->current == NULL)
    return;
  self->questionnaire = dd_questionnaire_ref (self->current);
  self->bytes = g_bytes_ref (self->current_bytes);
}

static gboolean
do_load (DdConnection *connection, gpointer data, GError **error)
{
  Load *load = data;
  DdCaseForm *self = load->form;

  self->record = dd_records_load (connection, &dd_case_entity, load->case_id, error);
  if (self->record == NULL || !load_rows (connection, load, error))
    return FALSE;
  self->facts = dd_case_facts_load (connection, DD_RECORD (self->record), error);
  if (self->facts == NULL)
    return FALSE;
  load_questionnaires (connection, load);
  return TRUE;
}

DdCaseForm *
dd_case_form_load (DdConnection *connection,
                   const char *case_id,
                   DdCaseFormFinder find,
                   gpointer data,
                   GError **error)
{
  g_autoptr (DdCaseForm) self = g_new0 (DdCaseForm, 1);
  Load load = { case_id, find, data, self };
  gboolean loaded;

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->answers = dd_answers_new ();
  if (dd_connection_in_transaction (connection))
    loaded = do_load (connection, &load, error);
  else
    loaded =
        dd_connection_snapshot (connection, do_load, &load, _ ("Reading the questionnaire"), error);
  return loaded ? g_steal_pointer (&self) : NULL;
}

/* --- Asking --- */

DdRecord *
dd_case_form_find_row (DdCaseForm *self, const char *question)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_hash_table_lookup (self->rows, question);
}

DdForm *
dd_case_form_make_form (DdCaseForm *self)
{
  g_return_val_if_fail (self != NULL && self->questionnaire != NULL, NULL);
  return dd_form_new (self->questionnaire, self->answers, self->facts);
}

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  return strcmp (dd_record_get_text (*(DdRecord **) a, "question"),
                 dd_record_get_text (*(DdRecord **) b, "question"));
}

GPtrArray *
dd_case_form_list_dropped (DdCaseForm *self)
{
  GPtrArray *dropped = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer question, row;

  g_return_val_if_fail (self != NULL, NULL);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &question, &row))
    if (dd_record_get_text (row, "value") != NULL
        && (self->questionnaire == NULL
            || dd_questionnaire_find_question (self->questionnaire, question) == NULL))
      g_ptr_array_add (dropped, g_object_ref (row));
  g_ptr_array_sort (dropped, compare_questions);
  return dropped;
}

/* A questionnaire of the case that cannot be read any more is no reason to stay with it. */
gboolean
dd_case_form_can_move (DdCaseForm *self)
{
  const char *hash;

  g_return_val_if_fail (self != NULL, FALSE);
  hash = dd_record_get_text (DD_RECORD (self->record), "questionnaire_hash");
  return self->current != NULL && hash != NULL && !g_str_equal (hash, self->current->hash);
}

DdEditionMove *
dd_case_form_preview_move (DdCaseForm *self)
{
  g_return_val_if_fail (self != NULL && self->current != NULL, NULL);
  return dd_edition_move_new (self->questionnaire, self->answers, self->current);
}
