/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Random edits of all entities by three users, with stale copies, undo, redo and restarts, against
 * a naive model: each step succeeds when the model says so, the rows are the model's, and taking
 * back everything gives the first state byte for byte.
 */

#include "config.h"

#include "dd-records.h"
#include "dd-undo.h"
#include "record-fixture.h"
#include "seed.h"
#include "undo-model.h"

#define N_STEPS 2500
#define N_STALE 24

static const char *const users[] = { "Anna", "Bea", "Cem" };

typedef struct
{
  StoreTest *test;          /* (unowned) */
  DdConnection *connection; /* (owned) */
  UndoModel *model;         /* (owned) */
  GRand *rand;              /* (owned) */
  GPtrArray *stale;         /* (owned) (element-type DdRecord): copies loaded at some time */
  guint counts[6];          /* done and refused edits, undos, redos */
} World;

static gboolean
chance (World *world, int percent)
{
  return g_rand_int_range (world->rand, 0, 100) < percent;
}

static const char *
choose (const DdEntity *entity, gpointer data)
{
  World *world = data;

  return undo_model_choose (world->model, entity, world->rand);
}

static const DdEntity *
choose_entity (World *world)
{
  return dd_entities[g_rand_int_range (world->rand, 0, DD_N_ENTITIES)];
}

/* --- Edits --- */

/* Returns: (transfer full) (nullable): a copy of some row, perhaps an old one */
static DdRecord *
choose_record (World *world)
{
  const DdEntity *entity = choose_entity (world);
  const char *id = undo_model_choose (world->model, entity, world->rand);
  g_autoptr (GError) error = NULL;
  DdRecord *record;

  if (chance (world, 25) && world->stale->len > 0)
    return g_ptr_array_steal_index_fast (world->stale,
                                         (guint) g_rand_int_range (world->rand, 0,
                                                                   (int) world->stale->len));
  if (id == NULL)
    return NULL;
  record = dd_records_load (world->connection, entity, id, &error);
  g_assert_no_error (error);
  if (world->stale->len < N_STALE && chance (world, 30))
    g_ptr_array_add (world->stale, record_fixture_reload (world->connection, record));
  return record;
}

static void
change_fields (World *world, DdRecord *record)
{
  const DdEntity *entity = dd_record_get_entity (record);

  for (int n = g_rand_int_range (world->rand, 1, 4); n > 0; n--)
    {
      guint index = (guint) g_rand_int_range (world->rand, 0, (int) entity->n_fields);
      const DdField *field = &entity->fields[index];

      if (field->flags & DD_FIELD_DERIVED)
        continue;
      if (!(field->flags & DD_FIELD_REQUIRED) && chance (world, 30))
        dd_record_set_value (record, index, dd_field_get_null (field));
      else if (field->kind != DD_FIELD_REFERENCE || choose (field->target, world) != NULL)
        record_fixture_change (record, index, world->rand, choose, world);
    }
}

/* Adds one change, to the action and to what the model is asked. */
static void
add_change (World *world, DdAction *action, GPtrArray *changes)
{
  gboolean insert = chance (world, 45);
  gboolean delete = !insert && chance (world, 30);
  g_autoptr (DdRecord) record =
      insert ? record_fixture_make (choose_entity (world), world->rand, choose, world)
             : choose_record (world);
  guint before = dd_action_get_changes (action)->len;

  if (record == NULL)
    return;
  if (delete)
    dd_action_delete (action, record);
  else
    {
      change_fields (world, record);
      dd_action_save (action, record);
    }
  if (dd_action_get_changes (action)->len > before)
    g_ptr_array_add (changes, undo_model_make_change (record, delete));
}

static void
edit (World *world)
{
  guint user = (guint) g_rand_int_range (world->rand, 0, G_N_ELEMENTS (users));
  g_autoptr (DdAction) action = dd_action_new (users[user], 1000, NULL, NULL);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) undo_model_change_free);
  g_autoptr (GError) error = NULL;
  gboolean expected;
  gint64 id;

  for (int n = g_rand_int_range (world->rand, 1, 4); n > 0; n--)
    add_change (world, action, changes);
  if (changes->len == 0)
    return;
  expected = undo_model_can_do (world->model, changes);
  if (dd_journal_commit (world->connection, action, &id, &error) != expected)
    g_error ("expected %d: %s", expected, error != NULL ? error->message : "it was done");
  world->counts[expected ? 0 : 1]++;
  if (expected)
    undo_model_do (world->model, id, user, g_steal_pointer (&changes));
  else
    g_assert_true (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT)
                   || g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT));
}

/* --- Undo and redo --- */

static void
undo (World *world, gboolean redo, guint user)
{
  gint64 id = undo_model_find (world->model, redo, user);
  gboolean expected = id != 0 && undo_model_run (world->model, redo, id, user);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry =
      dd_undo_run (world->connection, redo ? DD_JOURNAL_REDO : DD_JOURNAL_UNDO, users[user], NULL,
                   2000, &error);

  int refusal = id != 0 ? DD_STORE_ERROR_CONFLICT : DD_STORE_ERROR_NOT_FOUND;

  world->counts[(redo ? 4 : 2) + (expected ? 0 : 1)]++;
  if (expected && entry == NULL)
    g_error ("action %d: %s", (int) id, error->message);
  if (expected)
    g_assert_cmpint (entry->id, ==, id);
  else
    g_assert_error (error, DD_STORE_ERROR, refusal);
}

/* Somebody goes back and forth. */
static void
undo_some (World *world)
{
  guint user = (guint) g_rand_int_range (world->rand, 0, G_N_ELEMENTS (users));
  int undos = g_rand_int_range (world->rand, 0, 4);
  int redos = g_rand_int_range (world->rand, 0, 3);

  for (int i = 0; i < undos + redos; i++)
    undo (world, i >= undos, user);
}

/* --- The rows --- */

static void
check_rows (World *world)
{
  guint size = 0;

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (dd_entities[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = dd_records_query (world->connection, query, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        g_assert_true (undo_model_has (world->model, records->pdata[j]));
      size += records->len;
    }
  g_assert_cmpuint (size, ==, undo_model_get_size (world->model));
}

/* Whether every step reaches the disk at once is not asked here, and would take most of the time.
 */
static DdConnection *
open_quick (StoreTest *test)
{
  DdConnection *connection = record_fixture_open (test);

  store_test_exec (connection, "PRAGMA synchronous=OFF");
  return connection;
}

static void
restart (World *world)
{
  dd_connection_close (world->connection);
  world->connection = open_quick (world->test);
}

/* The last done first, as a person would who wants everything back. */
static void
undo_everything (World *world)
{
  gint64 id;

  while ((id = undo_model_get_last (world->model)) != 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdJournalEntry) entry =
          dd_undo_run_action (world->connection, DD_JOURNAL_UNDO, id, "Dan", 3000, &error);

      g_assert_no_error (error);
      g_assert_true (undo_model_run (world->model, FALSE, id, G_MAXUINT));
    }
}

static void
step (World *world)
{
  int die = g_rand_int_range (world->rand, 0, 1000);

  if (die < 5)
    restart (world);
  else if (die < 200)
    undo_some (world);
  else
    edit (world);
}

static void
test_random (StoreTest *test, gconstpointer data)
{
  World world = {
    .test = test,
    .connection = open_quick (test),
    .model = undo_model_new (),
    .rand = g_rand_new_with_seed (seed_get ()),
    .stale = g_ptr_array_new_with_free_func (g_object_unref),
  };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  record_fixture_keep_content (world.connection);
  first = record_fixture_dump (world.connection);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&world);
      if (i % 250 == 0)
        check_rows (&world);
    }
  check_rows (&world);
  g_test_message ("%u rows; edits %u, refused %u; undos %u, refused %u; redos %u, refused %u",
                  undo_model_get_size (world.model), world.counts[0], world.counts[1],
                  world.counts[2], world.counts[3], world.counts[4], world.counts[5]);
  undo_everything (&world);
  last = record_fixture_dump (world.connection);
  g_assert_cmpstr (first, ==, last);
  g_assert_cmpint (store_test_get_int64 (world.connection,
                                         "SELECT count (*) FROM pragma_integrity_check "
                                         "WHERE integrity_check <> 'ok'"),
                   ==, 0);

  g_ptr_array_unref (world.stale);
  g_rand_free (world.rand);
  undo_model_free (world.model);
  dd_connection_close (world.connection);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/undo-property/random", test_random);
  return g_test_run ();
}
