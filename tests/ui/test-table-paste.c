/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-paste.h"

/* Cells with '|' between them, rows with '/'. */
static char *
describe (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (rows, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "/" : "", row);
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text, *rows;
    gboolean table;
  } cases[] = {
    { "", "", FALSE },
    { "one", "one", FALSE },
    { "one\n", "one", FALSE },
    { "one\r\n", "one", FALSE },
    { "a\tb", "a|b", TRUE },
    { "a\tb\nc\td\n", "a|b/c|d", TRUE },
    { "a\tb\r\nc\td\r\n", "a|b/c|d", TRUE },
    { "a\n\nb", "a//b", TRUE },
    { "\t\t", "||", TRUE },
    { "\"two\nlines\"\tb", "two\nlines|b", TRUE },
    { "\"a\tb\"\tc", "a\tb|c", TRUE },
    { "\"say \"\"hi\"\"\"\tb", "say \"hi\"|b", TRUE },
    { "\"open\tb", "\"open|b", TRUE },
    { "\"a\" and \"b\"\tc", "\"a\" and \"b\"|c", TRUE },
    { "5\" disk\tb", "5\" disk|b", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = dd_table_paste_parse (cases[i].text);
      g_autofree char *told = describe (rows);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (told, ==, cases[i].rows);
      g_assert_cmpint (dd_table_paste_is_table (cases[i].text), ==, cases[i].table);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-paste/rows", test_rows);
  return g_test_run ();
}
