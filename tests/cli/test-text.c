/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text.h"

#include <string.h>

static void
test_width (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    int width;
  } rows[] = {
    { "nothing", "", 0 },
    { "letters", "abc", 3 },
    { "umlaut", "Müller", 6 },
    { "umlaut in two characters", "Mu\xcc\x88ller", 6 },
    { "Han", "漢字", 4 },
    { "Hangul", "한글", 4 },
    { "wide Latin", "ＡＢ", 4 },
    { "Hebrew", "שלום", 4 },
    { "Arabic with a vowel mark", "مُ", 1 },
    { "emoji", "🚢", 2 },
    { "mark without width", "a\xe2\x80\x8e", 1 },
    { "block", "█▌", 2 },
    { "style", "\033[1mab\033[0m", 2 },
    { "escape that is no style", "\033", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (dd_text_width (rows[i].text), ==, rows[i].width);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *clean;
  } rows[] = {
    { "plain", "Create Request Case", "Create Request Case" },
    { "beyond ASCII", "Prüfung — 漢字", "Prüfung — 漢字" },
    { "line end", "a\nb\r", "a\\nb\\x0d" },
    { "tab", "a\tb", "a\\tb" },
    { "escape sequence", "\033[31mred", "\\x1b[31mred" },
    { "control of the upper half",
      "a\xc2\x9b"
      "b",
      "a\\x9bb" },
    { "line separator",
      "a\xe2\x80\xa8"
      "b",
      "a\\u2028b" },
    { "override of direction",
      "a\xe2\x80\xae"
      "b",
      "a\\u202eb" },
    { "not UTF-8", "M\374ller", "M\xef\xbf\xbdller" },
    { "right to left", "שלום", "שלום\xe2\x80\x8e" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = dd_text_clean (rows[i].text);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

static void
test_ellipsize (void)
{
  static const struct
  {
    const char *text;
    int width;
    const char *cut;
  } rows[] = {
    { "Playbook", 8, "Playbook" },
    { "Playbook", 7, "Playbo…" },
    { "Playbook", 1, "…" },
    { "", 1, "" },
    { "Create Playbook", 8, "Create…" },
    { "漢字漢字", 8, "漢字漢字" },
    { "漢字漢字", 7, "漢字漢…" },
    { "漢字漢字", 6, "漢字…" },
    { "Mu\xcc\x88ller", 4, "Mu\xcc\x88l…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cut = dd_text_ellipsize (rows[i].text, rows[i].width);

      g_test_message ("%s in %d", rows[i].text, rows[i].width);
      g_assert_cmpstr (cut, ==, rows[i].cut);
      g_assert_cmpint (dd_text_width (cut), <=, rows[i].width);
    }
}

static void
test_append_padded (void)
{
  static const struct
  {
    const char *text;
    int width;
    gboolean right;
    const char *padded;
  } rows[] = {
    { "ab", 4, FALSE, "|ab  " },
    { "ab", 4, TRUE, "|  ab" },
    { "漢", 4, FALSE, "|漢  " },
    { "abcde", 4, FALSE, "|abcde" },
    { "\033[1mab\033[0m", 3, FALSE, "|\033[1mab\033[0m " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) string = g_string_new ("|");

      dd_text_append_padded (string, rows[i].text, rows[i].width, rows[i].right);
      g_assert_cmpstr (string->str, ==, rows[i].padded);
    }
}

static void
test_append_paragraph (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    int width;
    int indent;
    const char *lines;
  } rows[] = {
    { "one line", "a bc", 10, 0, "a bc\n" },
    { "just fits", "abc def", 7, 0, "abc def\n" },
    { "one too wide", "abc def", 6, 0, "abc\ndef\n" },
    { "indent counts", "abc def", 8, 2, "  abc\n  def\n" },
    { "long word", "a waterproof b", 5, 0, "a\nwaterproof\nb\n" },
    { "spaces are one", " a   b ", 10, 0, "a b\n" },
    { "nothing", "", 10, 0, "" },
    { "only spaces", "   ", 10, 2, "" },
    { "wide characters", "漢字 漢字", 8, 0, "漢字\n漢字\n" },
    { "line ends are shown", "a\nb", 10, 0, "a\\nb\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      g_test_message ("%s", rows[i].name);
      dd_text_append_paragraph (string, rows[i].text, rows[i].width, rows[i].indent);
      g_assert_cmpstr (string->str, ==, rows[i].lines);
    }
}

/* However wide the terminal, prose stays readable. */
static void
test_prose_width (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autoptr (GString) string = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (guint i = 4; i < 1000; i += 5)
    long_text[i] = ' ';
  dd_text_append_paragraph (string, long_text, 300, 0);
  lines = g_strsplit (string->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, DD_TEXT_PROSE_WIDTH);
}

static void
test_to_line (void)
{
  g_autofree char *line = dd_text_to_line (g_strdup ("a\nb\033"));

  g_assert_cmpstr (line, ==, "a\\nb\\x1b\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/to-line", test_to_line);
  g_test_add_func ("/text/ellipsize", test_ellipsize);
  g_test_add_func ("/text/append-padded", test_append_padded);
  g_test_add_func ("/text/append-paragraph", test_append_paragraph);
  g_test_add_func ("/text/prose-width", test_prose_width);

  return g_test_run ();
}
