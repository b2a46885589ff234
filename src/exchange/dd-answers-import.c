/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-answers-import.h"

#include <glib/gi18n-lib.h>

void
dd_import_entry_free (DdImportEntry *self)
{
  g_clear_pointer (&self->started_from, dd_answer_value_unref);
  g_clear_pointer (&self->here, dd_answer_value_unref);
  g_clear_pointer (&self->answer, dd_answer_value_unref);
  g_free (self->problem);
  g_free (self);
}

static DdImportKind
compare (const DdAnswerValue *started_from, const DdAnswerValue *here, const DdAnswerValue *answer)
{
  if (dd_answer_value_equal (here, answer))
    return DD_IMPORT_EQUAL;
  if (dd_answer_value_equal (started_from, answer))
    return DD_IMPORT_KEPT;
  if (!dd_answer_value_equal (started_from, here))
    return DD_IMPORT_CONFLICT;
  if (here == NULL)
    return DD_IMPORT_NEW;
  return answer == NULL ? DD_IMPORT_CLEARED : DD_IMPORT_CHANGED;
}

static DdAnswerValue *
ref_answer (const DdAnswers *answers, const char *id)
{
  const DdAnswerValue *value = dd_answers_get (answers, id);

  return value != NULL ? dd_answer_value_ref (value) : NULL;
}

/* The first thing that is wrong with @answer, if there is one. */
static char *
find_problem (const DdQuestion *question, const DdAnswerValue *answer)
{
  g_autoptr (GPtrArray) issues = answer != NULL ? dd_question_check (question, answer) : NULL;
  const DdFormIssue *first = issues != NULL && issues->len > 0 ? issues->pdata[0] : NULL;

  return first != NULL ? g_strdup (first->message) : NULL;
}

GPtrArray *
dd_answers_import_preview (DdQuestionnaire *questionnaire,
                           const DdAnswers *here,
                           const DdAnswersFile *file)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_import_entry_free);

  g_return_val_if_fail (questionnaire != NULL && here != NULL && file != NULL, entries);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      DdImportEntry *entry;

      if (dd_answers_get (file->answers, question->id) == NULL
          && dd_answers_get (file->started_from, question->id) == NULL)
        continue;
      entry = g_new0 (DdImportEntry, 1);
      entry->question = question;
      entry->started_from = ref_answer (file->started_from, question->id);
      entry->here = ref_answer (here, question->id);
      entry->answer = ref_answer (file->answers, question->id);
      entry->kind = compare (entry->started_from, entry->here, entry->answer);
      entry->problem = find_problem (question, entry->answer);
      entry->take = entry->kind == DD_IMPORT_NEW || entry->kind == DD_IMPORT_CHANGED
                    || entry->kind == DD_IMPORT_CLEARED;
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

guint
dd_answers_import_count (GPtrArray *entries, DdImportKind kind)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((const DdImportEntry *) g_ptr_array_index (entries, i))->kind == kind;
  return n;
}

const char *
dd_import_kind_to_text (DdImportKind kind)
{
  static const char *const texts[] = { "equal", "new", "changed", "cleared", "kept", "conflict" };

  return texts[kind];
}

const char *
dd_import_kind_to_words (DdImportKind kind)
{
  switch (kind)
    {
    case DD_IMPORT_EQUAL:
      return _ ("The same");
    case DD_IMPORT_NEW:
      return _ ("New");
    case DD_IMPORT_CHANGED:
      return _ ("Changed");
    case DD_IMPORT_CLEARED:
      return _ ("Answer taken away");
    case DD_IMPORT_KEPT:
      return _ ("Changed here only");
    case DD_IMPORT_CONFLICT:
      return _ ("Changed on both sides");
    }
  g_return_val_if_reached ("");
}
