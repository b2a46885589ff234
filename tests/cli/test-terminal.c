/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-terminal.h"

/* A test's output goes into a pipe, so what COLUMNS does not say is the default. */
static void
test_width (void)
{
  static const struct
  {
    const char *columns;
    int width;
  } rows[] = {
    { "80", 80 },
    { "160", 160 },
    { NULL, DD_TERMINAL_DEFAULT_WIDTH },
    { "", DD_TERMINAL_DEFAULT_WIDTH },
    { "wide", DD_TERMINAL_DEFAULT_WIDTH },
    { "0", DD_TERMINAL_DEFAULT_WIDTH },
    { "-80", DD_TERMINAL_DEFAULT_WIDTH },
    { "80 ", DD_TERMINAL_DEFAULT_WIDTH },
    { "1", DD_TERMINAL_MIN_WIDTH },
    { "2147483647", DD_TERMINAL_MAX_WIDTH },
    { "99999999999999999999", DD_TERMINAL_DEFAULT_WIDTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].columns != NULL)
        g_setenv ("COLUMNS", rows[i].columns, TRUE);
      else
        g_unsetenv ("COLUMNS");
      g_test_message ("COLUMNS=%s", rows[i].columns);
      g_assert_cmpint (dd_terminal_get ().width, ==, rows[i].width);
    }
}

static void
test_not_styled (void)
{
  g_assert_false (dd_terminal_get ().styled);
}

static void
test_append (void)
{
  const DdTerminal styled = { 80, TRUE };
  const DdTerminal plain = { 80, FALSE };
  g_autoptr (GString) string = g_string_new (NULL);

  dd_terminal_append (&plain, string, DD_STYLE_HEADING, "a");
  dd_terminal_append (&styled, string, DD_STYLE_PLAIN, "b");
  g_assert_cmpstr (string->str, ==, "ab");
  dd_terminal_append (&styled, string, DD_STYLE_HEADING, "c");
  g_assert_cmpstr (string->str, ==, "ab\033[1mc\033[0m");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terminal/width", test_width);
  g_test_add_func ("/terminal/not-styled", test_not_styled);
  g_test_add_func ("/terminal/append", test_append);

  return g_test_run ();
}
