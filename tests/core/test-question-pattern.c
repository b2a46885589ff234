/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-question-pattern.h"

static const struct
{
  const char *match;
  const char *takes[4];
  const char *refuses[4];
} patterns[] = {
  { "abc", { "abc" }, { "", "ab", "abcd", "abc\n" } },
  { "", { "" }, { "a", "\n" } },
  { "a|bc", { "a", "bc" }, { "", "abc", "b" } },
  { "(a|b)c?", { "a", "bc" }, { "ab", "cc", "c" } },
  { "[a-c]+", { "a", "abccba" }, { "", "d", "A" } },
  { "[^a-c]", { "d", "\n", "\xc3\xa4", "\xf0\x9f\x9a\xa2" }, { "a", "", "dd" } },
  { "[-a]+", { "-a-" }, { "b" } },
  { "[a-]+", { "-a-" }, { "b" } },
  { "[\\]\\[\\^\\-\\\\]+", { "]", "[^-\\" }, { "a" } },
  { "\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/\\^\\$\\\\", { ".*+?()[]{}|/^$\\" }, { "a" } },
  { "[.*+?()$/{|}]+", { ".*+?()$/{|}" }, { "\\" } },
  { "[a-z.]+\\.[a-z]{2,}", { "a.bc", "a.b.cd" }, { "a.b", ".bc" } },
  { "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*",
    { "a", "a-1.b" },
    { "a-", "-a", "a..b" } },
  { "[^@ ]+@[^@ ]+", { "a@b.c" }, { "a@", "a b@c" } },
  { "a{2}", { "aa" }, { "a", "aaa" } },
  { "a{2,}", { "aa", "aaaaa" }, { "a" } },
  { "a{1,3}b", { "ab", "aaab" }, { "b", "aaaab" } },
  { "a{0}b", { "b" }, { "ab" } },
  { "([0-9]{3})+", { "123", "123456" }, { "12", "1234" } },
  { "[a-z]+(\\.[a-z]+)*", { "a", "a.b", "host.example.org" }, { ".", "a.", "a..b" } },
  { "([a-z]+,)*x", { "x", "ab,c,x" }, { ",x", "ab" } },
  { "(a[0-9]+|b)*", { "", "a1b", "bba22" }, { "a", "1" } },
  { "[\xc3\xa4-\xc3\xbc]\xf0\x9f\x9a\xa2?", { "\xc3\xb6", "\xc3\xa4\xf0\x9f\x9a\xa2" }, { "o" } },
  { "#(\\?| )-, \"'`~!@%&_=:;<>", { "#?-, \"'`~!@%&_=:;<>" }, { "#" } },
};

static void
test_match (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *reason = NULL;
  g_autoptr (GRegex) regex = dd_question_pattern_compile (patterns[i].match, &reason);

  g_assert_cmpstr (reason, ==, NULL);
  g_assert_nonnull (regex);
  for (guint j = 0; j < 4 && patterns[i].takes[j] != NULL; j++)
    g_assert_true (g_regex_match (regex, patterns[i].takes[j], 0, NULL));
  for (guint j = 0; j < 4 && patterns[i].refuses[j] != NULL; j++)
    g_assert_false (g_regex_match (regex, patterns[i].refuses[j], 0, NULL));
}

static const char *const refused[] = {
  ".",
  "a.c",
  "^a",
  "a$",
  "\\d",
  "\\w+",
  "\\s",
  "\\b",
  "\\1",
  "\\p{L}",
  "\\x41",
  "\\",
  "a\\",
  "\\-",
  "\\a",
  "(?:a)",
  "(?=a)",
  "(?i)a",
  "(*UTF8)a",
  "(",
  "(a",
  ")",
  "a)",
  "[",
  "[a",
  "[]",
  "[^]",
  "[^",
  "[z-a]",
  "[[:a:]]",
  "[a^]",
  "[a-c-e]",
  "[\\d]",
  "[\\.]",
  "]",
  "{",
  "}",
  "a{",
  "a{}",
  "a{,2}",
  "a{2",
  "a{3,2}",
  "a{1001}",
  "a{1,1001}",
  "a{99999999999}",
  "*",
  "+a",
  "?",
  "a**",
  "a+?",
  "a*+",
  "a??",
  "a{2}{3}",
  "a{2}?",
  "|*",
  "(*)",
  "([a-z]+)*",
  "(a*)*",
  "(a|a)*",
  "(a|ab)*",
  "(a?){9}",
  "([a-z]+\\.?)*",
  "((a+)b)*a*(a+)*",
  "(a|[^b])+",
  "(a/b)",
  "()*",
  "(|a)*",
  "((a|b)|b)*",
  "a*a*a*",
  "[a-z]*x[a-z]*x[a-z]*",
  "a?a?a?",
};

static void
test_refused (void)
{
  g_autofree char *longest = g_strnfill (300, 'a'), *longer = g_strnfill (301, 'a');
  g_autoptr (GRegex) taken = NULL;
  g_autofree char *why = NULL, *why_not = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *reason = NULL;

      if (dd_question_pattern_compile (refused[i], &reason) != NULL)
        g_error ("'%s' is taken", refused[i]);
      g_assert_nonnull (reason);
    }
  taken = dd_question_pattern_compile (longest, &why);
  g_assert_nonnull (taken);
  g_assert_null (dd_question_pattern_compile (longer, &why_not));
}

/* What is taken is quick with what nearly matches. */
static void
test_near_misses (void)
{
  const char *const quick[] = { "[a-z]+(\\.[a-z]+)*", "(a[0-9]+|b)*", "([a-z]+,)*x", "(aa)*" };
  const char *const pieces[] = { "a.", "a1b", "aa,", "aa" };

  for (guint i = 0; i < G_N_ELEMENTS (quick); i++)
    {
      g_autofree char *reason = NULL;
      g_autoptr (GRegex) regex = dd_question_pattern_compile (quick[i], &reason);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      while (text->len < 1000)
        g_string_append (text, pieces[i]);
      g_string_append_c (text, '!');
      g_assert_false (g_regex_match_full (regex, text->str, -1, 0, 0, NULL, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *path = g_strdup_printf ("/question-pattern/match/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_match);
    }
  g_test_add_func ("/question-pattern/refused", test_refused);
  g_test_add_func ("/question-pattern/near-misses", test_near_misses);

  return g_test_run ();
}
