/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Walks over the table of a vocabulary: a few dozen elements.
 */
#include "config.h"

#include "markup/dd-markup-format.h"

const DdMarkupAttribute dd_markup_comparison_attributes[4] = {
  { "question", &dd_markup_condition_id },
  { "field", &dd_markup_condition_id },
  { "fact", &dd_markup_condition_id },
  { "value", &dd_markup_condition_words, .required = TRUE },
};

const DdMarkupAttribute dd_markup_answered_attributes[3] = {
  { "question", &dd_markup_condition_id },
  { "field", &dd_markup_condition_id },
  { "fact", &dd_markup_condition_id },
};

const DdMarkupAttribute dd_markup_fact_attributes[1] = {
  { "name", &dd_markup_condition_id, .required = TRUE },
};

const DdMarkupElement *
dd_markup_find (const DdMarkupVocabulary *self, const DdMarkupElement *parent, const char *name)
{
  guint64 bit = parent != NULL ? DD_MARKUP_BIT (parent->id) : 0;

  if (parent == NULL)
    return g_str_equal (name, self->elements[0].name) ? &self->elements[0] : NULL;
  for (guint i = 0; i < self->n_elements; i++)
    if ((self->elements[i].parents & bit) != 0 && g_str_equal (name, self->elements[i].name))
      return &self->elements[i];
  return NULL;
}

guint64
dd_markup_get_children (const DdMarkupVocabulary *self, const DdMarkupElement *parent)
{
  guint64 children = 0;

  for (guint i = 0; i < self->n_elements; i++)
    if ((self->elements[i].parents & DD_MARKUP_BIT (parent->id)) != 0)
      children |= DD_MARKUP_BIT (i);
  return children;
}

char *
dd_markup_list_elements (const DdMarkupVocabulary *self, guint64 set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_elements; i++)
    if ((set & DD_MARKUP_BIT (i)) != 0)
      g_string_append_printf (text, "%s<%s>", text->len > 0 ? ", " : "", self->elements[i].name);
  return g_string_free (text, FALSE);
}
