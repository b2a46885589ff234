/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What people type becomes a query in which everything is text.
 */

#include "config.h"

#include "dd-search-words.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *query; /* NULL: none */
} Row;

static const Row rows[] = {
  { "one word", "acme", "\"acme\"*" },
  { "the last one goes on", "acme back", "\"acme\" \"back\"*" },
  { "blanks", "  acme\t\n back  ", "\"acme\" \"back\"*" },
  { "blanks of other scripts", "acme\302\240back\343\200\200up", "\"acme\" \"back\" \"up\"*" },
  { "written in one", "12.0.3", "\"12.0.3\"*" },
  { "quotes", "say \"hello\"", "\"say\" \"\"\"hello\"\"\"*" },
  { "operators", "a AND b OR NOT c NEAR(d)",
    "\"a\" \"AND\" \"b\" \"OR\" \"NOT\" \"c\" \"NEAR(d)\"*" },
  { "columns and stars", "title:acme -a ^b c*", "\"title:acme\" \"-a\" \"^b\" \"c*\"*" },
  { "no letter", "acme - \" && 🚢 back", "\"acme\" \"back\"*" },
  { "no letter at the end", "acme --", "\"acme\"*" },
  { "right to left", "שלום", "\"שלום\"*" },
  { "nothing", "", NULL },
  { "only blanks", " \t ", NULL },
  { "only signs", "\"\"\" * ( ) : ^ - + 🚢", NULL },
};

static void
test_query (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *query = dd_search_words_to_query (row->text);

  g_assert_cmpstr (query, ==, row->query);
}

/* Whoever pastes a page searches for its beginning. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *query = NULL;
  g_auto (GStrv) words = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "word ");
  query = dd_search_words_to_query (text->str);
  words = g_strsplit (query, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, DD_SEARCH_MAX_WORDS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/search-words/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_query);
    }
  g_test_add_func ("/search-words/many", test_many);
  return g_test_run ();
}
