/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Labels of actions: filled in, and harmless whatever they are.
 */

#include "config.h"

#include "delivery/dd-label.h"

typedef struct
{
  const char *name;
  const char *label;
  const char *arguments[3];
  const char *expected;
} Row;

static const Row rows[] = {
  { "no argument", "Closed the case", { NULL }, "Closed the case" },
  { "one", "Marked “%s” done", { "Test" }, "Marked “Test” done" },
  { "two", "%s: %s", { "a", "b" }, "a: b" },
  { "another order", "%2$s: %1$s", { "a", "b" }, "b: a" },
  { "after a number", "%2$s %s", { "a", "b" }, "b " },
  { "an argument with a placeholder", "“%s” %s", { "%s", "b" }, "“%s” b" },
  { "a percent sign", "100 %% of %s", { "it" }, "100 % of it" },
  { "no placeholder", "%%s %d %n %", { "a" }, "%s %d %n %" },
  { "a missing argument", "“%s” “%s”", { "a" }, "“a” “”" },
  { "number zero", "%0$s", { "a" }, "%0$s" },
  { "an unfinished one", "%1$", { "a" }, "%1$" },
  { "empty", "", { "a" }, "" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *sentence = dd_label_format (row->label, row->arguments);

  g_assert_cmpstr (sentence, ==, row->expected);
}

static void
test_no_arguments (void)
{
  g_autofree char *sentence = dd_label_format ("“%s”", NULL);

  g_assert_cmpstr (sentence, ==, "“”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/label/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/label/null-arguments", test_no_arguments);
  return g_test_run ();
}
