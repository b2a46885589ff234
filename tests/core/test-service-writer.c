/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-service-writer.h"

#include "service/dd-service-parser.h"

#include "seed.h"
#include "service-text.h"

#include <string.h>

#define RANDOM_SERVICES 400

static DdService *
parse (const char *text, const char *origin)
{
  g_autoptr (GError) error = NULL;
  DdService *service = dd_service_parse (text, -1, origin, &error);

  g_assert_no_error (error);
  return service;
}

/* What is written reads as the same service, and is written the same again. */
static void
check_round_trip (const char *text)
{
  g_autoptr (DdService) first = parse (text, "read");
  g_autofree char *written = dd_service_to_xml (first);
  g_autoptr (DdService) second = parse (written, "written");
  g_autofree char *written_again = dd_service_to_xml (second);
  g_autofree char *first_says = service_to_text (first);
  g_autofree char *second_says = service_to_text (second);

  g_assert_cmpstr (first_says, ==, second_says);
  g_assert_cmpstr (written, ==, written_again);
}

static void
test_round_trip (gconstpointer data)
{
  g_autofree char *text = read_service_file (data, NULL);

  check_round_trip (text);
}

/* A file that stands as the writer writes it, but for the comments on lines of their own. */
static void
test_canonical (gconstpointer data)
{
  g_autofree char *text = read_service_file (data, NULL);
  g_autoptr (GRegex) comments =
      g_regex_new ("^ *<!--.*?-->\\n", G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (comments, text, -1, 0, "", 0, NULL);
  g_autoptr (DdService) service = parse (text, data);
  g_autofree char *written = dd_service_to_xml (service);

  g_assert_cmpstr (written, ==, bare);
}

/* Lines are short unless a single word is not. */
static void
test_lines (gconstpointer data)
{
  g_autofree char *text = read_service_file (data, NULL);
  g_autoptr (DdService) service = parse (text, data);
  g_autofree char *written = dd_service_to_xml (service);
  g_auto (GStrv) lines = g_strsplit (written, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 100);
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
  g_assert_true (g_str_has_suffix (written, "\n"));
}

/* Texts as they stand in a summary and in an attribute. */
static const struct
{
  const char *text;
  const char *element;
  const char *attribute;
} escapes[] = {
  { "a &amp; b", "a &amp; b", "a &amp; b" },
  { "a &lt; b &gt; c", "a &lt; b &gt; c", "a &lt; b &gt; c" },
  { "&quot;a&quot; &apos;b&apos;", "\"a\" 'b'", "&quot;a&quot; 'b'" },
  { "&amp;amp;", "&amp;amp;", "&amp;amp;" },
  { "]]&gt;", "]]&gt;", "]]&gt;" },
  { "&#x1f6a2;", "🚢", "🚢" },
  { "&#xe9;", "é", "é" },
  { "a&#10;b", "a b", "a b" },
  { "a&#xa0;b", "a\302\240b", "a\302\240b" },
};

static void
test_escapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *text = NULL, *expected = NULL, *written = NULL;
      g_autoptr (DdService) service = NULL;

      text = g_strdup_printf ("<service id='s' product='S' document-version='1'>"
                              "<summary section='%s'>%s</summary>"
                              "<phase><activity/></phase></service>",
                              escapes[i].text, escapes[i].text);
      expected = g_strdup_printf ("  <summary section=\"%s\">%s</summary>\n", escapes[i].attribute,
                                  escapes[i].element);
      service = parse (text, "escapes");
      written = dd_service_to_xml (service);
      g_assert_nonnull (strstr (written, expected));
      check_round_trip (text);
    }
}

/* Where the line is full to the last column, one more character makes a paragraph of the text. */
static void
test_full_line (void)
{
  for (int length = 70; length < 90; length++)
    {
      g_autofree char *words = g_strnfill (length, 'x');
      g_autofree char *text = NULL, *written = NULL, *inside = NULL, *below = NULL;
      g_autoptr (DdService) service = NULL;
      gboolean fits = length + strlen ("  <summary></summary>") <= 100;

      text = g_strdup_printf ("<service id='s' product='S' document-version='1'><summary>%s"
                              "</summary><phase><activity/></phase></service>",
                              words);
      inside = g_strdup_printf ("  <summary>%s</summary>\n", words);
      below = g_strdup_printf ("  <summary>\n    %s\n  </summary>\n", words);
      service = parse (text, "line");
      written = dd_service_to_xml (service);
      g_assert_cmpint (strstr (written, inside) != NULL, ==, fits);
      g_assert_cmpint (strstr (written, below) != NULL, ==, !fits);
    }
}

/* --- Random services --- */

static const char *const words[] = {
  "upgrade",   "of",
  "a",         "&amp;",
  "&lt;b&gt;", "Größe",
  "🚢",         "\"quoted\"",
  "it's",      "&#xa0;",
  "مرحبا",     "--",
  "1",         "%s",
  "\\n",       "extraordinarily",
  "&#x2028;",  "Playbook",
  "]]",        "&amp;lt;",
  "é",         "https://portal.example/a/b/c/d?e=f",
};

static void
append_words (GString *xml, GRand *random)
{
  int n = g_rand_int_range (random, 1, 40);

  for (int i = 0; i < n; i++)
    g_string_append_printf (xml, "%s%s", g_rand_boolean (random) ? " " : "\n  ",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
}

/* @name='…' half of the time. */
static void
append_attribute (GString *xml, GRand *random, const char *name, const char *const *values)
{
  if (g_rand_boolean (random))
    return;
  g_string_append_printf (xml, " %s='", name);
  if (values == NULL)
    g_string_append (xml, "A B &quot;C&quot;");
  else
    g_string_append (xml, values[g_rand_int_range (random, 0, g_strv_length ((char **) values))]);
  g_string_append_c (xml, '\'');
}

static void
append_activity (GString *xml, GRand *random, guint *n_activities)
{
  static const char *const owners[] = { "customer", "manager", "consultant customer", NULL };
  static const char *const kinds[] = { "task", "window", NULL };
  static const char *const afters[] = { "", "first", "first+0", " first+1d  first+2h ", NULL };
  static const char *const dates[] = { "2026-12-01", "2199-12-31", NULL };
  static const char *const shares[] = { "1", "2", "999", NULL };
  int n_details = g_rand_int_range (random, 0, 3);

  g_string_append (xml, "<activity");
  if (g_rand_boolean (random))
    g_string_append_printf (xml, " id='id-%u'", ++*n_activities);
  append_attribute (xml, random, "name", NULL);
  append_attribute (xml, random, "owner", owners);
  append_attribute (xml, random, "kind", kinds);
  append_attribute (xml, random, "after", afters);
  append_attribute (xml, random, "not-before", dates);
  append_attribute (xml, random, "share", shares);
  append_attribute (xml, random, "section", NULL);
  g_string_append_c (xml, '>');
  for (int i = 0; i < n_details; i++)
    {
      g_string_append (xml, "<detail>");
      append_words (xml, random);
      g_string_append (xml, "</detail>");
    }
  g_string_append (xml, "</activity>");
}

static void
append_cell (GString *xml, GRand *random, guint *n_activities)
{
  static const char *const durations[] = { "0", "1d", "1w..2w", "..9999w", "0h..7h", NULL };
  static const char *const orders[] = { "sequence", "parallel", NULL };
  int n = g_rand_int_range (random, 1, 5);

  g_string_append (xml, "<cell");
  append_attribute (xml, random, "duration", durations);
  append_attribute (xml, random, "documented", NULL);
  append_attribute (xml, random, "order", orders);
  append_attribute (xml, random, "section", NULL);
  g_string_append_c (xml, '>');
  for (int i = 0; i < n; i++)
    append_activity (xml, random, n_activities);
  g_string_append (xml, "</cell>");
}

static void
append_phase (GString *xml, GRand *random, guint *n_activities)
{
  int n = g_rand_int_range (random, 1, 6);

  g_string_append (xml, "<phase");
  append_attribute (xml, random, "name", NULL);
  g_string_append_c (xml, '>');
  for (int i = 0; i < n; i++)
    {
      gboolean in_milestone = g_rand_boolean (random);

      if (in_milestone)
        g_string_append (xml, "<milestone>");
      if (g_rand_boolean (random))
        append_cell (xml, random, n_activities);
      append_activity (xml, random, n_activities);
      if (in_milestone)
        g_string_append (xml, "</milestone>");
    }
  g_string_append (xml, "</phase>");
}

static void
append_step (GString *xml, GRand *random, int depth)
{
  int n = depth < 5 ? g_rand_int_range (random, 0, 4) : 0;

  g_string_append (xml, "<step><text>");
  append_words (xml, random);
  g_string_append (xml, "</text>");
  for (int i = 0; i < n; i++)
    append_step (xml, random, depth + 1);
  g_string_append (xml, "</step>");
}

static void
check_random (guint32 seed)
{
  static const char *const sentences[] = { "summary", "frequency", "output", "timeline",
                                           "next-step" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) xml = g_string_new ("<service id='s' product='S' document-version='1'>"
                                          "<phase><activity id='first' after=''/></phase>");
  guint n_activities = 0;
  int n = g_rand_int_range (random, 1, 10);

  for (int i = 0; i < n; i++)
    {
      const char *name = sentences[g_rand_int_range (random, 0, G_N_ELEMENTS (sentences))];

      g_string_append_printf (xml, "<%s", name);
      append_attribute (xml, random, "section", NULL);
      g_string_append_c (xml, '>');
      append_words (xml, random);
      g_string_append_printf (xml, "</%s>", name);
      append_phase (xml, random, &n_activities);
      append_step (xml, random, 0);
    }
  g_string_append (xml, "</service>");
  check_round_trip (xml->str);
}

static void
test_random (void)
{
  guint32 seed = seed_get ();

  for (guint i = 0; i < RANDOM_SERVICES; i++)
    check_random (seed + i);
}

static void
add_round_trips (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "services", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/service-writer/round-trip/", name, NULL);

      if (g_str_has_prefix (name, "good-"))
        g_test_add_data_func_full (path, g_strdup (name), test_round_trip, g_free);
    }
}

int
main (int argc, char *argv[])
{
  static const char *const canonical[] = { "cx-process.xml", "messenger.xml", "good-full.xml" };

  g_test_init (&argc, &argv, NULL);
  add_round_trips ();
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autofree char *path = g_strconcat ("/service-writer/canonical/", canonical[i], NULL);
      g_autofree char *lines = g_strconcat ("/service-writer/lines/", canonical[i], NULL);

      g_test_add_data_func (path, canonical[i], test_canonical);
      g_test_add_data_func (lines, canonical[i], test_lines);
    }
  g_test_add_func ("/service-writer/escapes", test_escapes);
  g_test_add_func ("/service-writer/full-line", test_full_line);
  g_test_add_func ("/service-writer/random", test_random);
  return g_test_run ();
}
