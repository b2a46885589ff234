/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The questionnaires that ship: that they fit their services. */
#include "config.h"

#include "dd-bundle.h"
#include "form/dd-condition-truth.h"
#include "form/dd-questionnaire-parser.h"
#include "service/dd-service-parser.h"

#define MIN_QUESTIONS 35

typedef struct
{
  DdService *service;
  DdQuestionnaire *questionnaire;
} Shipped;

static GBytes *
read_shipped (const char *folder, const char *id)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.xml", folder, id);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dd_bundle_read (path, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
shipped_init (Shipped *self, const char *id)
{
  g_autoptr (GBytes) service = read_shipped ("services", id);
  g_autoptr (GBytes) questionnaire = read_shipped ("questionnaires", id);
  g_autoptr (GError) error = NULL;

  self->service =
      dd_service_parse (g_bytes_get_data (service, NULL), g_bytes_get_size (service), id, &error);
  g_assert_no_error (error);
  self->questionnaire = dd_questionnaire_parse (g_bytes_get_data (questionnaire, NULL),
                                                g_bytes_get_size (questionnaire), id, &error);
  g_assert_no_error (error);
}

static void
shipped_clear (Shipped *self)
{
  dd_service_unref (self->service);
  dd_questionnaire_unref (self->questionnaire);
}

static gboolean
has_field (const DdService *service, const char *id)
{
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      if (g_str_equal (field->id, id))
        return TRUE;
    }
  return FALSE;
}

/* Whatever the conditions look at is there. */
static void
check_operands (const Shipped *self, GPtrArray *conditions)
{
  g_autoptr (GArray) operands = g_array_new (FALSE, FALSE, sizeof (DdOperand));

  dd_conditions_list_operands (conditions, operands);
  for (guint i = 0; i < operands->len; i++)
    {
      DdOperand operand = g_array_index (operands, DdOperand, i);

      if (operand.kind == DD_OPERAND_FIELD && !has_field (self->service, operand.id))
        g_error ("%s is no field of the request", operand.id);
      if (operand.kind == DD_OPERAND_QUESTION
          && dd_questionnaire_find_question (self->questionnaire, operand.id) == NULL)
        g_error ("%s is no question", operand.id);
    }
}

/* A comparison asks for an answer that the question offers. */
static void
check_values (const Shipped *self, GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);
      const char *id = dd_condition_get_attribute (condition, "question");
      const char *value = dd_condition_get_attribute (condition, "value");
      const DdQuestion *question;

      check_values (self, condition->children);
      if (id == NULL || value == NULL)
        continue;
      question = dd_questionnaire_find_question (self->questionnaire, id);
      if (question->type == DD_QUESTION_CHOICE || question->type == DD_QUESTION_CHOICES)
        g_assert_nonnull (dd_question_find_choice (question, value));
      if (question->type == DD_QUESTION_YES_NO)
        g_assert_true (g_str_equal (value, "yes") || g_str_equal (value, "no"));
    }
}

static void
test_fits (gconstpointer data)
{
  Shipped self;

  shipped_init (&self, data);
  g_assert_cmpstr (self.questionnaire->service, ==, self.service->id);
  g_assert_cmpuint (self.questionnaire->questions->len, >=, MIN_QUESTIONS);
  for (guint i = 0; i < self.questionnaire->sections->len; i++)
    check_operands (&self, ((DdSection *) self.questionnaire->sections->pdata[i])->when);
  for (guint i = 0; i < self.questionnaire->questions->len; i++)
    check_operands (&self, ((DdQuestion *) self.questionnaire->questions->pdata[i])->when);
  for (guint i = 0; i < self.service->exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (self.service->exclusions, i);

      check_operands (&self, exclusion->when);
      check_values (&self, exclusion->when);
    }
  shipped_clear (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/shipped-questionnaires/cx-process", "cx-process", test_fits);
  g_test_add_data_func ("/shipped-questionnaires/messenger", "messenger", test_fits);

  return g_test_run ();
}
