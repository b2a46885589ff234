/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Required inputs and gates as one. Linear in the gates times their inputs, which are a handful.
 * Must not happen: a gate that is met while one of its inputs was withdrawn.
 */

#include "config.h"

#include "delivery/dd-case-inputs.h"

#include "delivery/dd-case-rules.h"
#include "delivery/dd-input-evidence.h"
#include "delivery/dd-record-id.h"

#include <glib/gi18n-lib.h>

static gint64
get_met_at (DdCaseFile *file, const char *input)
{
  DdRecord *row = dd_case_file_find_input (file, input);

  return row != NULL ? dd_record_get_integer (row, "met_at") : DD_INSTANT_NONE;
}

/* --- Checks --- */

static gboolean
check_known (DdCaseFile *file, const char *input, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; file->service != NULL && i < file->service->inputs->len; i++)
    {
      const DdInput *known = file->service->inputs->pdata[i];

      if (g_str_equal (known->id, input))
        return TRUE;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", known->id);
    }
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
               _ ("The case “%s” has no required input “%s”. It has: %s."),
               dd_record_get_name (file->record), input, list->len > 0 ? list->str : _ ("none"));
  return FALSE;
}

/* --- Inputs --- */

static DdRecord *
ensure_row (DdCaseFile *file, const char *input)
{
  DdRecord *row = dd_case_file_find_input (file, input);
  g_autofree char *name = g_strconcat ("input/", input, NULL);
  g_autofree char *id = dd_record_id_derive (dd_record_get_id (file->record), name);

  if (row != NULL)
    return row;
  row = dd_record_new (&dd_input_evidence_entity, id);
  dd_record_set_text (row, "case_id", dd_record_get_id (file->record));
  dd_record_set_text (row, "input", input);
  g_ptr_array_add (file->inputs, row);
  return row;
}

static void
set_row (DdRecord *row, gint64 met_at, const char *evidence, const char *by)
{
  gboolean given = evidence != NULL && *evidence != '\0';

  dd_record_set_integer (row, "met_at", met_at);
  dd_record_set_text (row, "evidence", given ? evidence : NULL);
  dd_record_set_text (row, "recorded_by", by);
}

/* --- Gates --- */

/* Returns: (nullable) (element-type utf8): the inputs that @gate names; NULL for none */
static GPtrArray *
get_inputs_of (DdCaseFile *file, DdRecord *gate)
{
  const char *id = dd_record_get_text (gate, "definition_id");
  DdActivity *activity =
      file->service != NULL ? dd_service_find_activity (file->service, id) : NULL;

  return activity != NULL && activity->inputs->len > 0 ? activity->inputs : NULL;
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static gboolean
needs_input (DdCaseFile *file, DdRecord *gate, const char *input)
{
  GPtrArray *inputs = get_inputs_of (file, gate);

  return inputs != NULL && has_text (inputs, input);
}

/* Returns: the latest time of @inputs, DD_INSTANT_NONE while one is not met */
static gint64
find_latest (DdCaseFile *file, GPtrArray *inputs)
{
  gint64 latest = DD_INSTANT_NONE;

  for (guint i = 0; i < inputs->len; i++)
    {
      gint64 met_at = get_met_at (file, inputs->pdata[i]);

      if (met_at == DD_INSTANT_NONE)
        return DD_INSTANT_NONE;
      latest = MAX (latest, met_at);
    }
  return latest;
}

/* Returns: (transfer full) (nullable): what is known of @inputs, each text once */
static char *
join_evidence (DdCaseFile *file, GPtrArray *inputs)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < inputs->len; i++)
    {
      const char *text =
          dd_record_get_text (dd_case_file_find_input (file, inputs->pdata[i]), "evidence");

      if (text != NULL && !has_text (texts, text))
        g_ptr_array_add (texts, (char *) text);
    }
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **) texts->pdata);
}

/* A gate that is met keeps in step with its inputs; one that is open is met with the last of them.
 */
static gboolean
settle_gate (DdCaseFile *file, DdRecord *gate, GPtrArray *inputs, GError **error)
{
  gint64 state = dd_record_get_integer (gate, "state");
  gint64 latest = find_latest (file, inputs);
  g_autofree char *evidence = NULL;

  if (latest == DD_INSTANT_NONE || state == DD_STATE_SKIPPED)
    return TRUE;
  evidence = join_evidence (file, inputs);
  if (state != DD_STATE_DONE)
    return dd_case_rules_finish (file, gate, evidence, latest, error);
  dd_record_set_integer (gate, "finished_at", latest);
  dd_record_set_text (gate, "evidence", evidence);
  return TRUE;
}

static gboolean
settle_gates_of (DdCaseFile *file, const char *input, GError **error)
{
  for (guint i = 0; i < file->activities->len; i++)
    {
      DdRecord *gate = file->activities->pdata[i];

      if (needs_input (file, gate, input)
          && !settle_gate (file, gate, get_inputs_of (file, gate), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reopen_gates_of (DdCaseFile *file, const char *input, GError **error)
{
  for (guint i = 0; i < file->activities->len; i++)
    {
      DdRecord *gate = file->activities->pdata[i];

      if (needs_input (file, gate, input) && dd_record_get_integer (gate, "state") == DD_STATE_DONE
          && !dd_case_rules_reopen (file, gate, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Rules --- */

gboolean
dd_case_inputs_meet (DdCaseFile *file,
                     const char *input,
                     const char *evidence,
                     const char *by,
                     gint64 at,
                     GError **error)
{
  g_return_val_if_fail (input != NULL, FALSE);

  if (!dd_case_rules_check_open (file, error) || !check_known (file, input, error))
    return FALSE;
  set_row (ensure_row (file, input), at, evidence, by);
  return settle_gates_of (file, input, error);
}

gboolean
dd_case_inputs_withdraw (DdCaseFile *file, const char *input, GError **error)
{
  g_return_val_if_fail (input != NULL, FALSE);

  if (!dd_case_rules_check_open (file, error) || !check_known (file, input, error))
    return FALSE;
  if (get_met_at (file, input) == DD_INSTANT_NONE)
    {
      g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE,
                   _ ("The required input “%s” is not there, so it cannot be withdrawn."), input);
      return FALSE;
    }
  set_row (dd_case_file_find_input (file, input), DD_INSTANT_NONE, NULL, NULL);
  return reopen_gates_of (file, input, error);
}

gboolean
dd_case_inputs_meet_gate (DdCaseFile *file,
                          DdRecord *gate,
                          const char *evidence,
                          const char *by,
                          gint64 at,
                          GError **error)
{
  GPtrArray *inputs = get_inputs_of (file, gate);

  if (!dd_case_rules_finish (file, gate, evidence, at, error))
    return FALSE;
  for (guint i = 0; inputs != NULL && i < inputs->len; i++)
    if (get_met_at (file, inputs->pdata[i]) == DD_INSTANT_NONE)
      set_row (ensure_row (file, inputs->pdata[i]), at, evidence, by);
  for (guint i = 0; inputs != NULL && i < inputs->len; i++)
    if (!settle_gates_of (file, inputs->pdata[i], error))
      return FALSE;
  return TRUE;
}
