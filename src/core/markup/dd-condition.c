/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "markup/dd-condition.h"

#include <glib/gi18n-lib.h>

DdCondition *
dd_condition_new (const char *name)
{
  DdCondition *self = g_new0 (DdCondition, 1);

  self->name = g_strdup (name);
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->children = g_ptr_array_new_with_free_func (dd_condition_free);
  return self;
}

void
dd_condition_free (gpointer condition)
{
  DdCondition *self = condition;

  g_free (self->name);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const char *
dd_condition_get_attribute (const DdCondition *condition, const char *name)
{
  g_return_val_if_fail (condition != NULL && name != NULL, NULL);

  for (guint i = 0; i + 1 < condition->attributes->len; i += 2)
    if (g_str_equal (g_ptr_array_index (condition->attributes, i), name))
      return g_ptr_array_index (condition->attributes, i + 1);
  return NULL;
}

gboolean
dd_condition_check_operand (const DdCondition *condition, const char *origin, GError **error)
{
  DdMarkupPlace place = { origin, condition->line, condition->name };
  int n = (dd_condition_get_attribute (condition, "field") != NULL)
          + (dd_condition_get_attribute (condition, "question") != NULL)
          + (dd_condition_get_attribute (condition, "fact") != NULL);

  if (condition->children->len > 0 || g_str_equal (condition->name, "fact"))
    return TRUE;
  if (n == 0)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE, place,
                             _ ("it looks at nothing; expected question, field or fact"));
  if (n > 1)
    return dd_markup_refuse (
        error, DD_MARKUP_ERROR_ATTRIBUTE, place,
        _ ("it looks at several things; expected one of question, field and fact"));
  return TRUE;
}
