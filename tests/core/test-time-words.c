/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-time-words.h"

static void
test_join (void)
{
  const char *const letters[] = { "A", "B", "C", "D" };
  const char *const lists[] = { "", "A", "A and B", "A, B and C", "A, B, C and D" };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint n = 0; n < G_N_ELEMENTS (lists); n++)
    {
      g_autofree char *list = dd_time_words_join (words);

      g_assert_cmpstr (list, ==, lists[n]);
      if (n < G_N_ELEMENTS (letters))
        g_ptr_array_add (words, (gpointer) letters[n]);
    }
}

static void
test_minutes (void)
{
  const struct
  {
    gint64 minutes;
    const char *words;
    const char *working; /* of days of 450 minutes */
  } rows[] = {
    { 0, "0 min", "0 min" },
    { 1, "1 min", "1 min" },
    { 60, "1 h", "1 h" },
    { 320, "5 h 20 min", "5 h 20 min" },
    { 450, "7 h 30 min", "1 working day" },
    { 480, "8 h", "1 working day 30 min" },
    { 900, "15 h", "2 working days" },
    { 6000, "100 h", "13 working days 2 h 30 min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dd_time_words_minutes (rows[i].minutes);
      g_autofree char *working = dd_time_words_working (rows[i].minutes, 450);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpstr (working, ==, rows[i].working);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-words/join", test_join);
  g_test_add_func ("/time-words/minutes", test_minutes);
  return g_test_run ();
}
