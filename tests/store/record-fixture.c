/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-fixture.h"

#include "dd-migrations.h"
#include "dd-records.h"

static const char *const words[] = {
  "Acme", "O'Neil & Söhne", "\"quoted\"", "🚢⚓",
  "שלום", "مرحبا",          "a\nb\tc",    "'; DROP TABLE cases; --",
};

DdConnection *
record_fixture_open (StoreTest *test)
{
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  g_autoptr (GError) error = NULL;
  DdConnection *connection = store_test_open (test);

  dd_migrations_run (connection, migrations, &error);
  g_assert_no_error (error);
  return connection;
}

/* --- Values --- */

static GBytes *
make_content (void)
{
  return g_bytes_new_static ("<service/>", 10);
}

static char *
make_text (const DdField *field, GRand *rand)
{
  g_autoptr (GBytes) content = make_content ();
  const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

  if (g_str_has_suffix (field->name, "_hash"))
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (field->kind == DD_FIELD_JSON)
    return g_strdup_printf ("{\"value\": %d}", g_rand_int_range (rand, 0, 1000000));
  if (field->kind == DD_FIELD_DATE)
    return g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (rand, 20, 40),
                            g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  /* The number makes it unlike any other, which some fields must be. */
  return g_strdup_printf ("%s %08x%08x", word, g_rand_int (rand), g_rand_int (rand));
}

static gint64
make_number (const DdField *field, GRand *rand)
{
  static int counter;
  g_autoptr (GEnumClass) klass = NULL;

  if (field->kind == DD_FIELD_BOOLEAN)
    return g_rand_boolean (rand);
  if (field->kind == DD_FIELD_INSTANT)
    return g_rand_int_range (rand, 0, G_MAXINT32);
  if (field->kind == DD_FIELD_INTEGER)
    /* Counted, because the number of a revision is unlike any other. */
    return field->maximum > 0 ? field->minimum + counter++ % (field->maximum - field->minimum)
                              : g_rand_int_range (rand, G_MININT32, G_MAXINT32);
  klass = g_type_class_ref (field->type ());
  return klass->values[g_rand_int_range (rand, 0, (int) klass->n_values)].value;
}

/* Returns: (transfer full): a value for @field; a reference may be null for want of a target */
static DdValue
make_value (const DdField *field, GRand *rand, RecordFixtureChoose choose, gpointer data)
{
  DdValue value;

  if (field->kind == DD_FIELD_REFERENCE)
    value.text = g_strdup (choose (field->target, data));
  else if (dd_field_is_text (field))
    value.text = make_text (field, rand);
  else
    value.integer = make_number (field, rand);
  return value;
}

void
record_fixture_change (DdRecord *record,
                       guint index,
                       GRand *rand,
                       RecordFixtureChoose choose,
                       gpointer data)
{
  const DdField *field = &dd_record_get_entity (record)->fields[index];
  DdValue value = make_value (field, rand, choose, data);

  dd_record_set_value (record, index, value);
  dd_field_clear_value (field, &value);
}

DdRecord *
record_fixture_make (const DdEntity *entity, GRand *rand, RecordFixtureChoose choose, gpointer data)
{
  g_autoptr (DdRecord) record = dd_record_new (entity, NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const DdField *field = &entity->fields[i];
      gboolean required = (field->flags & DD_FIELD_REQUIRED) != 0;

      if (field->flags & DD_FIELD_DERIVED || (!required && g_rand_int_range (rand, 0, 4) == 0))
        continue;
      record_fixture_change (record, i, rand, choose, data);
      if (required && dd_field_is_null (field, dd_record_get_value (record, i)))
        return NULL;
    }
  return g_steal_pointer (&record);
}

/* --- Rows --- */

gint64
record_fixture_commit (DdConnection *connection, DdAction *action)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  dd_journal_commit (connection, action, &id, &error);
  g_assert_no_error (error);
  return id;
}

void
record_fixture_keep_content (DdConnection *connection)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  g_autoptr (GBytes) content = make_content ();

  dd_action_keep (action, content);
  record_fixture_commit (connection, action);
}

/* The row of @entity among those made so far. */
static const char *
choose_made (const DdEntity *entity, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (dd_record_get_entity (records->pdata[i]) == entity)
      return dd_record_get_id (records->pdata[i]);
  return NULL;
}

GPtrArray *
record_fixture_fill (DdConnection *connection)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, "Filled the database", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  record_fixture_keep_content (connection);
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      DdRecord *record = record_fixture_make (dd_entities[i], rand, choose_made, records);
      g_ptr_array_add (records, record);
      dd_action_save (action, record);
      dd_record_settle (record);
    }
  record_fixture_commit (connection, action);
  return records;
}

DdRecord *
record_fixture_reload (DdConnection *connection, DdRecord *record)
{
  g_autoptr (GError) error = NULL;
  DdRecord *now = dd_records_load (connection, dd_record_get_entity (record),
                                   dd_record_get_id (record), &error);

  g_assert_no_error (error);
  return now;
}

/* --- Dump --- */

static void
dump_table (DdConnection *connection, const DdEntity *entity, GString *dump)
{
  g_autoptr (GString) sql = g_string_new ("SELECT quote (\"id\")");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdStatement) statement = NULL;
  gboolean row = TRUE;

  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, " || ',' || quote (\"%s\")", entity->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"id\"", entity->table);
  statement = dd_connection_prepare (connection, sql->str, "Testing", &error);
  g_assert_no_error (error);
  while (dd_statement_step (statement, &row, &error) && row)
    g_string_append_printf (dump, "%s: %s\n", entity->table, dd_statement_get_text (statement, 0));
  g_assert_no_error (error);
}

char *
record_fixture_dump (DdConnection *connection)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    dump_table (connection, dd_entities[i], dump);
  return g_string_free (dump, FALSE);
}
