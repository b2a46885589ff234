/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What everything that is driven by the tables of fields relies on, for every entity.
 */

#include "config.h"

#include "delivery/dd-entities.h"

#include <string.h>

static guint
position_of (const DdEntity *entity)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    if (dd_entities[i] == entity)
      return i;
  return G_MAXUINT;
}

static void
test_list (void)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      g_assert_nonnull (dd_entities[i]);
      g_assert_cmpuint (position_of (dd_entities[i]), ==, i);
      g_assert_true (dd_entities_find (dd_entities[i]->table) == dd_entities[i]);
    }
  g_assert_null (dd_entities_find ("journal_actions"));
}

/* Rows are made in the order of the list and deleted in its reverse. */
static void
test_references (void)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      {
        const DdField *field = &dd_entities[i]->fields[j];
        if (field->kind != DD_FIELD_REFERENCE)
          continue;
        g_assert_true (g_str_has_suffix (field->name, "_id"));
        g_assert_cmpuint (position_of (field->target), <=, i);
      }
}

/* Whatever is part of something is part of a case, and told in its history. */
static void
test_parts (void)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      int index = dd_entity_find (dd_entities[i], "case_id");
      gboolean owned = FALSE;

      for (guint j = 0; j < dd_entities[i]->n_fields; j++)
        owned |= (dd_entities[i]->fields[j].flags & DD_FIELD_OWNER) != 0;
      g_assert_cmpint (owned, ==, index >= 0);
      if (owned)
        g_assert_true (dd_entities[i]->fields[index].flags & DD_FIELD_OWNER);
    }
}

/* No place for a secret, only for where one is kept. */
static void
test_no_secret (void)
{
  const char *const secrets[] = { "password", "passphrase", "secret", "token", "private_key" };

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      for (guint k = 0; k < G_N_ELEMENTS (secrets); k++)
        g_assert_null (strstr (dd_entities[i]->fields[j].name, secrets[k]));
}

static void
test_properties (void)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      DdRecord *record = dd_record_new (dd_entities[i], NULL);

      for (guint j = 0; j < dd_entities[i]->n_fields; j++)
        {
          const DdField *field = &dd_entities[i]->fields[j];
          GParamSpec *pspec =
              g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name);

          g_assert_nonnull (pspec);
          g_assert_true (pspec->flags & G_PARAM_EXPLICIT_NOTIFY);
          g_assert_true (dd_field_equal (field, dd_record_get_value (record, j),
                                         dd_field_get_initial (field)));
          g_assert_cmpstr (field->label, !=, "");
        }
      g_assert_finalize_object (record);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entities/list", test_list);
  g_test_add_func ("/entities/references", test_references);
  g_test_add_func ("/entities/parts", test_parts);
  g_test_add_func ("/entities/no-secret", test_no_secret);
  g_test_add_func ("/entities/properties", test_properties);
  return g_test_run ();
}
