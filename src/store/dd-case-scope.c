/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reading the scope of a case: a search for each table that tells of it, and an evaluation of the
 * conditions. The one place that knows how rows become a DdScopeRequest.
 */

#include "config.h"

#include "dd-case-scope.h"

#include "dd-case-facts.h"
#include "dd-plan-cache.h"
#include "dd-questionnaire-cache.h"
#include "dd-records.h"
#include "delivery/dd-answer.h"
#include "delivery/dd-case.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-environment.h"
#include "delivery/dd-input-evidence.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

void
dd_case_scope_free (DdCaseScope *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->scope, dd_scope_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_clear_pointer (&self->engagements, g_ptr_array_unref);
  g_clear_pointer (&self->environments, g_ptr_array_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

/* --- Rows --- */

static gboolean
load_parts (DdConnection *connection,
            DdCaseScope *self,
            const DdEntity *entity,
            const char *order,
            GPtrArray **rows,
            GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);

  dd_query_match_text (query, "case_id", DD_QUERY_IS, dd_record_get_id (self->record));
  dd_query_order_by (query, order, FALSE);
  *rows = dd_records_query (connection, query, error);
  return *rows != NULL;
}

static gboolean
load_rows (DdConnection *connection, DdCaseScope *self, GError **error)
{
  return load_parts (connection, self, &dd_finding_entity, "exclusion", &self->findings, error)
         && load_parts (connection, self, &dd_input_evidence_entity, "input", &self->inputs, error)
         && load_parts (connection, self, &dd_engagement_entity, "opened_at", &self->engagements,
                        error)
         && load_parts (connection, self, &dd_environment_entity, "name", &self->environments,
                        error);
}

/* What was stored as an answer and is none, answers nothing. */
static DdAnswers *
load_answers (DdConnection *connection, DdCaseScope *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (DdAnswers) answers = dd_answers_new ();

  if (!load_parts (connection, self, &dd_answer_entity, "question", &rows, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *json = dd_record_get_text (rows->pdata[i], "value");
      g_autoptr (DdAnswerValue) value = NULL;

      if (json != NULL && dd_answer_value_from_json (json, -1, &value, NULL))
        dd_answers_set (answers, dd_record_get_text (rows->pdata[i], "question"), value);
    }
  return g_steal_pointer (&answers);
}

/* --- Definitions --- */

/* What is wrong with a text is the case's problem; what is wrong with the database is an error. */
static gboolean
is_of_database (const GError *failure)
{
  return failure->domain == DD_STORE_ERROR || failure->domain == G_IO_ERROR;
}

static gboolean
load_service (DdConnection *connection, DdCaseScope *self, DdService **service, GError **error)
{
  const char *hash = dd_record_get_text (self->record, "service_hash");
  GError *failure = NULL;
  g_autoptr (DdNetwork) network = dd_plan_cache_get_network (connection, hash, &failure);

  if (network != NULL)
    *service = dd_service_ref (dd_network_get_service (network));
  else if (is_of_database (failure))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  else
    self->problem = failure;
  return TRUE;
}

static gboolean
load_questionnaire (DdConnection *connection,
                    DdCaseScope *self,
                    DdQuestionnaire **questionnaire,
                    GError **error)
{
  const char *hash = dd_record_get_text (self->record, "questionnaire_hash");
  g_autoptr (GError) failure = NULL;

  if (hash == NULL)
    return TRUE;
  *questionnaire = dd_questionnaire_cache_get (connection, hash, &failure);
  if (*questionnaire != NULL || !is_of_database (failure))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- The scope --- */

static gboolean
make_scope (DdConnection *connection, DdCaseScope *self, GError **error)
{
  g_autoptr (DdService) service = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = NULL;
  g_autoptr (DdAnswers) answers = NULL;
  g_autoptr (DdFacts) facts = NULL;
  g_autoptr (DdRecord) customer =
      dd_records_load (connection, &dd_customer_entity,
                       dd_record_get_text (self->record, "customer_id"), error);
  DdScopeRequest request;

  if (customer == NULL || !load_service (connection, self, &service, error)
      || !load_questionnaire (connection, self, &questionnaire, error))
    return FALSE;
  answers = load_answers (connection, self, error);
  facts = answers != NULL ? dd_case_facts_load (connection, self->record, error) : NULL;
  if (facts == NULL || service == NULL)
    return facts != NULL;
  request = (DdScopeRequest){ .service = service,
                              .questionnaire = questionnaire,
                              .answers = answers,
                              .facts = facts,
                              .program = dd_record_get_text (customer, "program"),
                              .deployment = dd_record_get_text (customer, "deployment"),
                              .inputs = self->inputs,
                              .findings = self->findings };
  self->scope = dd_scope_new (&request);
  return TRUE;
}

/* What a snapshot's function is told, and makes. */
typedef struct
{
  const char *case_id;
  DdCaseScope *scope; /* (unowned) */
} Load;

static gboolean
do_load (DdConnection *connection, gpointer data, GError **error)
{
  const Load *load = data;

  load->scope->record = dd_records_load (connection, &dd_case_entity, load->case_id, error);
  return load->scope->record != NULL && load_rows (connection, load->scope, error)
         && make_scope (connection, load->scope, error);
}

DdCaseScope *
dd_case_scope_load (DdConnection *connection, const char *case_id, GError **error)
{
  g_autoptr (DdCaseScope) self = g_new0 (DdCaseScope, 1);
  Load load = { case_id, self };
  gboolean loaded =
      dd_connection_in_transaction (connection)
          ? do_load (connection, &load, error)
          : dd_connection_snapshot (connection, do_load, &load, _ ("Reading the scope"), error);

  return loaded ? g_steal_pointer (&self) : NULL;
}

DdRecord *
dd_case_scope_find_row (DdCaseScope *self, const char *exclusion)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (g_str_equal (dd_record_get_text (self->findings->pdata[i], "exclusion"), exclusion))
      return self->findings->pdata[i];
  return NULL;
}
