/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-service-cycle.h"

#include "service/dd-service-parser.h"
#include "seed.h"

#define RANDOM_SERVICES 3000
#define MAX_SIZE        8

/* A service of @n activities a0, a1, … in which @waits[i][j] says that ai waits for aj. The parser
 * refuses rings, so it is read without its predecessors, which are put in afterwards. */
static DdService *
make_service (guint n, gboolean waits[][MAX_SIZE])
{
  g_autoptr (GString) xml =
      g_string_new ("<service id='s' product='S' document-version='1'><phase>");
  g_autoptr (GError) error = NULL;
  DdService *service;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<activity id='a%u' after=''/>", i);
  g_string_append (xml, "</phase></service>");
  service = dd_service_parse (xml->str, -1, "test", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (waits[i][j])
        {
          const DdActivity *activity = g_ptr_array_index (service->activities, i);
          DdPredecessor predecessor = { g_strdup_printf ("a%u", j) };

          g_array_append_val (activity->after, predecessor);
        }
  return service;
}

/* Whether anybody waits for themselves in the end: the closure of @waits, by brute force. */
static gboolean
has_cycle (guint n, gboolean waits[][MAX_SIZE])
{
  gboolean reaches[MAX_SIZE][MAX_SIZE];

  memcpy (reaches, waits, sizeof reaches);
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
  for (guint i = 0; i < n; i++)
    if (reaches[i][i])
      return TRUE;
  return FALSE;
}

static void
check_ring (GArray *ring, gboolean waits[][MAX_SIZE])
{
  gboolean named[MAX_SIZE] = { FALSE };

  for (guint i = 0; i < ring->len; i++)
    {
      guint activity = g_array_index (ring, guint, i);
      guint before = g_array_index (ring, guint, (i + ring->len - 1) % ring->len);

      g_assert_true (waits[activity][before]);
      g_assert_false (named[activity]);
      named[activity] = TRUE;
      g_assert_cmpuint (activity, >=, g_array_index (ring, guint, 0));
    }
}

static void
check_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n = g_rand_int_range (random, 1, MAX_SIZE + 1);
  double density = g_rand_double_range (random, 0, 0.5);
  gboolean waits[MAX_SIZE][MAX_SIZE] = { { FALSE } };
  g_autoptr (DdService) service = NULL;
  g_autoptr (GArray) ring = NULL;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      waits[i][j] = g_rand_double (random) < density;
  service = make_service (n, waits);
  ring = dd_service_find_cycle (service);
  g_assert_cmpint (ring != NULL, ==, has_cycle (n, waits));
  if (ring != NULL)
    check_ring (ring, waits);
}

static void
test_random (void)
{
  guint32 seed = seed_get ();

  for (guint i = 0; i < RANDOM_SERVICES; i++)
    check_random (seed + i);
}

static const struct
{
  const char *name;
  const char *waits; /* "10 21": the second waits for the first, the third for the second */
  const char *words; /* NULL: nobody waits in vain */
} rings[] = {
  { "none", "", NULL },
  { "chain", "10 21 32", NULL },
  { "diamond", "10 20 31 32", NULL },
  { "self", "33", "a3 waits for itself" },
  { "two", "01 10", "a0 and a1 wait for each other" },
  { "three", "02 10 21", "a0, a1 and a2 wait for each other" },
  { "order", "20 12 01", "a0, a2 and a1 wait for each other" },
  { "behind-others", "10 21 32 34 45 54", "a4 and a5 wait for each other" },
  { "eight", "07 10 21 32 43 54 65 76", "a0, a1, a2, a3, a4, a5, a6 and a7 wait for each other" },
};

static void
test_ring (gconstpointer data)
{
  const char *expected = rings[GPOINTER_TO_INT (data)].words;
  g_auto (GStrv) pairs = g_strsplit (rings[GPOINTER_TO_INT (data)].waits, " ", -1);
  gboolean waits[MAX_SIZE][MAX_SIZE] = { { FALSE } };
  g_autoptr (DdService) service = NULL;
  g_autoptr (GArray) ring = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; pairs[i] != NULL; i++)
    waits[pairs[i][0] - '0'][pairs[i][1] - '0'] = TRUE;
  service = make_service (MAX_SIZE, waits);
  ring = dd_service_find_cycle (service);
  if (ring != NULL)
    words = dd_service_describe_cycle (service, ring);
  g_assert_cmpstr (words, ==, expected);
}

/* A ring of 100,000: as many calls would be more than a stack holds. */
static void
test_long_ring (void)
{
  const guint n = 100000;
  g_autoptr (GString) xml =
      g_string_new ("<service id='s' product='S' document-version='1'><phase>");
  g_autoptr (DdService) service = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (xml, "<activity id='a' after='activity-%u'/>", n);
  for (guint i = 1; i < n; i++)
    g_string_append (xml, "<activity/>");
  g_string_append (xml, "</phase></service>");
  service = dd_service_parse (xml->str, xml->len, "ring.xml", &error);
  g_assert_null (service);
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_CYCLE);
  g_assert_cmpstr (error->message, ==,
                   "ring.xml:1: <activity>: a, activity-2, activity-3, activity-4, activity-5, "
                   "activity-6, activity-7, activity-8 and 99992 more wait for each other; "
                   "expected one that can start before the others");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autofree char *path = g_strconcat ("/service-cycle/ring/", rings[i].name, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_ring);
    }
  g_test_add_func ("/service-cycle/random", test_random);
  g_test_add_func ("/service-cycle/long-ring", test_long_ring);
  return g_test_run ();
}
