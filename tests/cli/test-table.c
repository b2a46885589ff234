/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-table.h"

#include "dd-text.h"

static DdTable *
create_table (void)
{
  static const DdTableFlags columns[] = { DD_TABLE_FLEXIBLE, DD_TABLE_OPTIONAL, DD_TABLE_RIGHT };

  return dd_table_new (columns, G_N_ELEMENTS (columns));
}

static void
add_row (DdTable *table, const char *first, const char *second, const char *third)
{
  dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ first, second, third });
}

static void
assert_text (DdTable *table, int width, gboolean styled, const char *expected)
{
  const DdTerminal terminal = { width, styled };
  g_autofree char *text = dd_table_to_text (table, &terminal);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_aligned (void)
{
  g_autoptr (DdTable) table = create_table ();

  add_row (table, "Activity", "Documented", "Float");
  add_row (table, "漢字", "1 day", "12 d");
  add_row (table, "Prüfung", NULL, "0");
  assert_text (table, 80, FALSE,
               "Activity  Documented  Float\n"
               "漢字      1 day        12 d\n"
               "Prüfung                   0\n");
  g_assert_cmpint (dd_table_get_natural_width (table), ==, 27);
}

/* A mark keeps what follows in its place where a terminal writes from right to left; it has no
 * width. */
static void
test_right_to_left (void)
{
  g_autoptr (DdTable) table = create_table ();

  add_row (table, "שלום", "1 day", "2");
  add_row (table, "abcd", "1 day", "2");
  assert_text (table, 80, FALSE,
               "שלום\xe2\x80\x8e  1 day  2\n"
               "abcd  1 day  2\n");
}

/* First the gaps give way, then what is flexible, then what is optional goes. */
static void
test_narrow (void)
{
  g_autoptr (DdTable) table = create_table ();

  add_row (table, "Upgrade Dev or Staging Environment", "1 - 2 weeks", "2 d");
  assert_text (table, 52, FALSE, "Upgrade Dev or Staging Environment  1 - 2 weeks  2 d\n");
  assert_text (table, 51, FALSE, "Upgrade Dev or Staging Environment 1 - 2 weeks 2 d\n");
  assert_text (table, 49, FALSE, "Upgrade Dev or Staging Environme… 1 - 2 weeks 2 d\n");
  assert_text (table, 34, FALSE, "Upgrade Dev or St… 1 - 2 weeks 2 d\n");
  assert_text (table, 33, FALSE, "Upgrade Dev or Staging Envir… 2 d\n");
}

static void
test_never_below_least (void)
{
  g_autoptr (DdTable) table = create_table ();

  add_row (table, "Upgrade Dev or Staging Environment", "1 - 2 weeks", "2 d");
  assert_text (table, 1, FALSE, "Upgrade Dev… 2 d\n");
}

/* The widest of several gives first. */
static void
test_widest_first (void)
{
  static const DdTableFlags columns[] = { DD_TABLE_FLEXIBLE, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));

  dd_table_add_row (table, DD_STYLE_PLAIN,
                    (const char *const[]){ "12345678901234567890", "1234567890123456789012345" });
  assert_text (table, 41, FALSE, "12345678901234567890 1234567890123456789…\n");
  assert_text (table, 40, FALSE, "123456789012345678… 1234567890123456789…\n");
}

/* A drawn cell is taken as it is, others are made harmless. */
static void
test_cells_are_cleaned (void)
{
  static const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_DRAWN };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));

  dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ "a\033[1m", "\033[2m░\033[0m" });
  assert_text (table, 80, FALSE, "a\\x1b[1m  \033[2m░\033[0m\n");
}

static void
test_styled (void)
{
  g_autoptr (DdTable) table = create_table ();

  dd_table_add_row (table, DD_STYLE_HEADING, (const char *const[]){ "Phase", NULL, NULL });
  add_row (table, "a", "b", "c");
  assert_text (table, 80, TRUE,
               "\033[1mPhase\033[0m\n"
               "a      b  c\n");
}

/* A column that nothing stands in takes no room, not even its gap. */
static void
test_empty_column (void)
{
  static const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_PLAIN, DD_TABLE_RIGHT };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));

  dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ "a", "", "1" });
  dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ "b", NULL, "22" });
  g_assert_cmpint (dd_table_get_natural_width (table), ==, 5);
  assert_text (table, 80, FALSE, "a   1\nb  22\n");
}

static void
test_empty (void)
{
  g_autoptr (DdTable) table = create_table ();

  assert_text (table, 80, FALSE, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/aligned", test_aligned);
  g_test_add_func ("/table/right-to-left", test_right_to_left);
  g_test_add_func ("/table/narrow", test_narrow);
  g_test_add_func ("/table/never-below-least", test_never_below_least);
  g_test_add_func ("/table/widest-first", test_widest_first);
  g_test_add_func ("/table/cells-are-cleaned", test_cells_are_cleaned);
  g_test_add_func ("/table/styled", test_styled);
  g_test_add_func ("/table/empty", test_empty);
  g_test_add_func ("/table/empty-column", test_empty_column);

  return g_test_run ();
}
