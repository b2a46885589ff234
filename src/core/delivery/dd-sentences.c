/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Changes in words, from the labels of the fields and nothing else: an entity is told as soon as
 * its table of fields stands. Cost: linear in the fields that differ, and a call of name_row() for
 * each reference among them.
 */

#include "config.h"

#include "delivery/dd-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A value in words; a reference by the name of what it refers to, if that is known. */
static char *
tell_value (const DdField *field, DdValue value, const DdSentenceContext *context)
{
  g_autofree char *name = NULL;

  if (field->kind == DD_FIELD_REFERENCE && value.text != NULL)
    name = context->name_row (field->target, value.text, context->data);
  return name != NULL ? g_strdup_printf (_ ("“%s”"), name)
                      : dd_field_describe (field, value, context->calendar);
}

/* A row that was added or deleted has its name in the change; not if the name was another field in
 * the days of an older Drydock that wrote it. */
static char *
tell_row (const DdChange *change, const DdSentenceContext *context)
{
  const DdEntity *entity = change->entity;
  const DdFieldChange *name = dd_change_find_field (change, dd_entity_get_name_index (entity));
  gboolean added = change->kind == DD_CHANGE_INSERT;
  g_autofree char *value = NULL;

  if (name == NULL)
    value = g_strdup (change->record_id);
  else
    value = tell_value (&entity->fields[name->index], added ? name->after : name->before, context);
  return added ? g_strdup_printf (_ ("Added the %s %s"), _ (entity->noun), value)
               : g_strdup_printf (_ ("Deleted the %s %s"), _ (entity->noun), value);
}

/* What is changed: the field alone when it is the subject's own, else with its row. */
static char *
tell_place (const DdChange *change, const DdField *field, const DdSentenceContext *context)
{
  g_autofree char *name = NULL;

  if (strcmp (change->record_id, change->subject_id) == 0)
    return g_strdup (_ (field->label));
  name = context->name_row (change->entity, change->record_id, context->data);
  /* Translators: a field and its row: "note of the activity “Test”". */
  return g_strdup_printf (_ ("%s of the %s “%s”"), _ (field->label), _ (change->entity->noun),
                          name != NULL ? name : change->record_id);
}

static char *
tell_field (const DdChange *change, const DdFieldChange *changed, const DdSentenceContext *context)
{
  const DdField *field = &change->entity->fields[changed->index];
  g_autofree char *place = tell_place (change, field, context);
  g_autofree char *before = tell_value (field, changed->before, context);
  g_autofree char *after = tell_value (field, changed->after, context);

  if (dd_field_is_null (field, changed->before))
    return g_strdup_printf (_ ("Set the %s to %s"), place, after);
  if (dd_field_is_null (field, changed->after))
    return g_strdup_printf (_ ("Removed the %s, which was %s"), place, before);
  return g_strdup_printf (_ ("Changed the %s from %s to %s"), place, before, after);
}

GStrv
dd_sentences_from_change (const DdChange *change, const DdSentenceContext *context)
{
  GPtrArray *sentences = g_ptr_array_new ();

  if (change->kind != DD_CHANGE_UPDATE)
    g_ptr_array_add (sentences, tell_row (change, context));
  else
    for (guint i = 0; i < change->fields->len; i++)
      g_ptr_array_add (sentences,
                       tell_field (change, &g_array_index (change->fields, DdFieldChange, i),
                                   context));
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (sentences, FALSE);
}
