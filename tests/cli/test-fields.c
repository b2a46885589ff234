/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-fields.h"

static void
test_append (void)
{
  const DdTerminal terminal = { 40, FALSE };
  g_autoptr (DdFields) fields = dd_fields_new ();
  g_autoptr (GString) text = g_string_new ("Before\n");

  dd_fields_add (fields, "Short", g_strdup ("one"));
  dd_fields_add (fields, "Nothing", NULL);
  dd_fields_add (fields, "Empty", g_strdup (""));
  dd_fields_add (fields, "Blank", g_strdup ("  "));
  dd_fields_add (fields, "The widest", g_strdup ("a text that is broken where it has spaces"));
  dd_fields_add (fields, "Wild", g_strdup ("a\033[31mb\nc"));
  dd_fields_append (fields, text, &terminal);
  g_assert_cmpstr (text->str, ==,
                   "Before\n"
                   "Short       one\n"
                   "The widest  a text that is broken where\n"
                   "            it has spaces\n"
                   "Wild        a\\x1b[31mb\\nc\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/append", test_append);
  return g_test_run ();
}
