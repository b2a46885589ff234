/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-network.h"

#include "plan-fixture.h"
#include "seed.h"

/* "b+60 c": the other ends of dependencies, with the lag in minutes of an eight hour day. */
static char *
describe_row (DdNetwork *network, const DdDependency *row, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const DdActivity *activity =
          g_ptr_array_index (dd_network_get_service (network)->activities, row[i].activity);
      gint64 lag = dd_duration_minutes (&row[i].lag, DD_BASIS_CAUTIOUS, 480, 5);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", activity->id);
      if (lag > 0)
        g_string_append_printf (text, "+%d", (int) lag);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (DdNetwork *network, const char *id, const char *predecessors, const char *successors)
{
  guint index = fixture_index (network, id), n;
  const DdDependency *row = dd_network_get_predecessors (network, index, &n);
  g_autofree char *before = describe_row (network, row, n);

  g_assert_cmpstr (before, ==, predecessors);
  row = dd_network_get_successors (network, index, &n);
  g_autofree char *behind = describe_row (network, row, n);
  g_assert_cmpstr (behind, ==, successors);
}

static void
test_rows (void)
{
  g_autoptr (DdNetwork) network = fixture_network (
      TASK ("a", "1d", "") TASK ("b", "1d", AFTER ("a+1d")) TASK ("c", "1d", AFTER ("e a+1h a"))
          TASK ("d", "1d", AFTER ("")) TASK ("e", "1d", ""));

  g_assert_cmpuint (dd_network_get_size (network), ==, 5);
  assert_rows (network, "a", "", "b+480 c+60 c");
  assert_rows (network, "b", "a+480", "");
  assert_rows (network, "c", "e a+60 a", "");
  assert_rows (network, "d", "", "e");
  assert_rows (network, "e", "d", "c");
}

/* What is not written follows the document; a parallel cell stands side by side. */
static void
test_default_predecessors (void)
{
  g_autoptr (DdNetwork) network = fixture_network (
      TASK ("a", "1d", "") "<cell duration='2d'><activity id='b'/><activity id='c'/></cell>"
                           "<cell duration='1d' order='parallel'>"
                           "<activity id='d'/><activity id='e'/></cell>" TASK ("f", "1d", ""));

  assert_rows (network, "a", "", "b");
  assert_rows (network, "b", "a", "c");
  assert_rows (network, "c", "b", "d e");
  assert_rows (network, "d", "c", "f");
  assert_rows (network, "e", "c", "f");
  assert_rows (network, "f", "d e", "");
}

static const struct
{
  const char *name;
  const char *cells;
  const char *order;
} orders[] = {
  { "one", TASK ("a", "1d", ""), "a" },
  { "document", TASK ("a", "1d", "") TASK ("b", "1d", "") TASK ("c", "1d", ""), "a b c" },
  { "reversed",
    TASK ("a", "1d", AFTER ("b")) TASK ("b", "1d", AFTER ("c")) TASK ("c", "1d", AFTER ("")),
    "c b a" },
  { "independent", TASK ("a", "1d", AFTER ("")) TASK ("b", "1d", AFTER ("")), "a b" },
  { "first-of-the-document-goes-first",
    TASK ("a", "1d", AFTER ("c")) TASK ("b", "1d", AFTER ("")) TASK ("c", "1d", AFTER (""))
        TASK ("d", "1d", AFTER ("")),
    "b c a d" },
  { "several-become-ready-at-once",
    TASK ("a", "1d", AFTER ("d")) TASK ("b", "1d", AFTER ("d")) TASK ("c", "1d", AFTER ("d"))
        TASK ("d", "1d", AFTER ("")) TASK ("e", "1d", AFTER ("")),
    "d a b c e" },
  { "diamond",
    TASK ("z", "1d", AFTER ("x y")) TASK ("y", "1d", AFTER ("w")) TASK ("x", "1d", AFTER ("w"))
        TASK ("w", "1d", AFTER ("")),
    "w y x z" },
};

static void
test_order (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (DdNetwork) network = fixture_network (orders[row].cells);
  DdService *service = dd_network_get_service (network);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dd_network_get_size (network); i++)
    {
      const DdActivity *activity =
          g_ptr_array_index (service->activities, dd_network_get_order (network)[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", activity->id);
    }
  g_assert_cmpstr (text->str, ==, orders[row].order);
}

static const struct
{
  const char *name;
  const char *cells;
  const char *after; /* the finish */
} finishes[] = {
  { "no-window", TASK ("a", "1d", "") TASK ("b", "1d", ""), "" },
  { "window", TASK ("a", "1d", "") WINDOW ("b", "1w", ""), "b" },
  { "what-follows-a-window",
    TASK ("a", "1d", "") WINDOW ("b", "1w", "") TASK ("c", "1d", "") TASK ("d", "1d", AFTER ("a")),
    "b c" },
  { "against-the-document",
    TASK ("a", "1d", AFTER ("b")) WINDOW ("b", "1w", AFTER ("c")) TASK ("c", "1d", AFTER ("")),
    "a b" },
  { "one-of-two",
    TASK ("a", "1d", AFTER ("")) WINDOW ("b", "1w", AFTER ("")) TASK ("c", "1d", AFTER ("a b")),
    "b c" },
  { "nothing-but-windows", WINDOW ("a", "1w", "") TASK ("b", "1d", ""), "" },
};

static void
test_after_finish (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (DdNetwork) network = fixture_network (finishes[row].cells);
  DdService *service = dd_network_get_service (network);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dd_network_get_size (network); i++)
    if (dd_network_is_after_finish (network, i))
      {
        const DdActivity *activity = g_ptr_array_index (service->activities, i);
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", activity->id);
      }
  g_assert_cmpstr (text->str, ==, finishes[row].after);
}

/* --- Large and random ones --- */

/* A chain that is written backwards is as deep as it is long. */
static void
test_deep_chain (void)
{
  const guint size = 100000;
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (DdNetwork) network = NULL;

  for (guint i = 0; i < size; i++)
    g_string_append_printf (cells, "<activity id='x%u' after='x%u'/>", i, i + 1);
  g_string_append_printf (cells, "<activity id='x%u' after=''/>", size);
  network = fixture_network (cells->str);
  for (guint i = 0; i <= size; i++)
    g_assert_cmpuint (dd_network_get_order (network)[i], ==, size - i);
}

/* A network of @n activities; what an activity waits for is lower in a random ranking. */
static DdNetwork *
make_random (GRand *rand, guint n)
{
  g_autofree guint *ranked = g_new (guint, n);
  g_autofree guint *rank = g_new (guint, n);
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (rand, 0, i + 1);
      ranked[i] = ranked[j];
      ranked[j] = i;
    }
  for (guint i = 0; i < n; i++)
    rank[ranked[i]] = i;
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (cells, "<activity id='x%u' after='", i);
      for (guint j = g_rand_int_range (rand, 0, 4); rank[i] > 0 && j > 0; j--)
        g_string_append_printf (cells, " x%u", ranked[g_rand_int_range (rand, 0, rank[i])]);
      g_string_append (cells, "'/>");
    }
  return fixture_network (cells->str);
}

static gboolean
is_ready (DdNetwork *network, guint index, const gboolean *done)
{
  guint n;
  const DdDependency *row = dd_network_get_predecessors (network, index, &n);

  for (guint i = 0; i < n; i++)
    if (!done[row[i].activity])
      return FALSE;
  return !done[index];
}

/* The order is that of looking through the document from the top, each time, for the first that is
 * ready. */
static void
assert_order (DdNetwork *network)
{
  guint size = dd_network_get_size (network);
  g_autofree gboolean *done = g_new0 (gboolean, size);

  for (guint i = 0; i < size; i++)
    {
      guint first = 0;
      while (!is_ready (network, first, done))
        first++;
      g_assert_cmpuint (dd_network_get_order (network)[i], ==, first);
      done[first] = TRUE;
    }
}

/* Each dependency stands once in either table, with the same lag. */
static void
assert_tables_agree (DdNetwork *network)
{
  guint size = dd_network_get_size (network), before = 0, behind = 0, n;

  for (guint i = 0; i < size; i++)
    {
      const DdDependency *row = dd_network_get_predecessors (network, i, &n);
      before += n;
      for (guint j = 0; j < n; j++)
        {
          guint m, found = 0;
          const DdDependency *other = dd_network_get_successors (network, row[j].activity, &m);
          for (guint k = 0; k < m; k++)
            found += other[k].activity == i
                     && memcmp (&other[k].lag, &row[j].lag, sizeof (DdDuration)) == 0;
          g_assert_cmpuint (found, >=, 1);
        }
      dd_network_get_successors (network, i, &n);
      behind += n;
    }
  g_assert_cmpuint (before, ==, behind);
}

static void
test_random (void)
{
  guint32 seed = seed_get ();

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + round);
      g_autoptr (DdNetwork) network = make_random (rand, g_rand_int_range (rand, 1, 40));
      assert_order (network);
      assert_tables_agree (network);
    }
}

static void
test_references (void)
{
  DdNetwork *network = fixture_network (TASK ("a", "1d", ""));
  DdService *service = dd_service_ref (dd_network_get_service (network));
  DdNetwork *again = g_boxed_copy (DD_TYPE_NETWORK, network);

  g_assert_true (again == network);
  g_boxed_free (DD_TYPE_NETWORK, again);
  g_assert_cmpuint (dd_network_get_size (network), ==, 1);
  dd_network_unref (network);
  g_assert_cmpstr (service->id, ==, "s");
  dd_service_unref (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network/rows", test_rows);
  g_test_add_func ("/network/default-predecessors", test_default_predecessors);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/network/order/%s", orders[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
    }
  for (guint i = 0; i < G_N_ELEMENTS (finishes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/network/after-finish/%s", finishes[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_after_finish);
    }
  g_test_add_func ("/network/deep-chain", test_deep_chain);
  g_test_add_func ("/network/random", test_random);
  g_test_add_func ("/network/references", test_references);

  return g_test_run ();
}
