/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A hash table of values. Setting and getting are O(1), copying and comparing linear in the
 * answers, whose values are shared.
 */
#include "config.h"

#include "form/dd-answers.h"

#include <string.h>

struct _DdAnswers
{
  GHashTable *values; /* (owned) (element-type utf8 DdAnswerValue) */
};

DdAnswers *
dd_answers_new (void)
{
  DdAnswers *self = g_new0 (DdAnswers, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) dd_answer_value_unref);
  return self;
}

DdAnswers *
dd_answers_copy (const DdAnswers *self)
{
  DdAnswers *copy = dd_answers_new ();
  GHashTableIter iter;
  gpointer question, value;

  g_return_val_if_fail (self != NULL, copy);

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &question, &value))
    dd_answers_set (copy, question, value);
  return copy;
}

void
dd_answers_free (DdAnswers *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

void
dd_answers_set (DdAnswers *self, const char *question, const DdAnswerValue *value)
{
  g_return_if_fail (self != NULL && question != NULL);

  if (value == NULL)
    g_hash_table_remove (self->values, question);
  else
    g_hash_table_replace (self->values, g_strdup (question), dd_answer_value_ref (value));
}

const DdAnswerValue *
dd_answers_get (const DdAnswers *self, const char *question)
{
  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  return g_hash_table_lookup (self->values, question);
}

static int
compare_ids (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

GPtrArray *
dd_answers_list_questions (const DdAnswers *self)
{
  GPtrArray *questions = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer question;

  g_return_val_if_fail (self != NULL, questions);

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &question, NULL))
    g_ptr_array_add (questions, question);
  g_ptr_array_sort (questions, compare_ids);
  return questions;
}

gboolean
dd_answers_equal (const DdAnswers *first, const DdAnswers *second)
{
  GHashTableIter iter;
  gpointer question, value;

  g_return_val_if_fail (first != NULL && second != NULL, FALSE);

  if (g_hash_table_size (first->values) != g_hash_table_size (second->values))
    return FALSE;
  g_hash_table_iter_init (&iter, first->values);
  while (g_hash_table_iter_next (&iter, &question, &value))
    if (!dd_answer_value_equal (value, g_hash_table_lookup (second->values, question)))
      return FALSE;
  return TRUE;
}
