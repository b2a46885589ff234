/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-time-text.h"

#include <string.h>

typedef gboolean (*Reader) (const char **cursor, int *value);

typedef struct
{
  const char *text;
  int value; /* -1: not read */
  int left;  /* bytes left behind it */
} Row;

static gboolean
read_date (const char **cursor, int *value)
{
  guint32 julian = 0;
  gboolean read = dd_time_text_read_date (cursor, &julian);

  *value = (int) julian;
  return read;
}

/* A reader that fails leaves the cursor alone. */
static void
assert_rows (Reader read, const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *cursor = rows[i].text;
      int value = 0;

      g_assert_cmpint (read (&cursor, &value), ==, rows[i].value != -1);
      if (rows[i].value == -1)
        g_assert_true (cursor == rows[i].text);
      else
        {
          g_assert_cmpint (value, ==, rows[i].value);
          g_assert_cmpint (strlen (cursor), ==, rows[i].left);
        }
    }
}

static void
test_date (void)
{
  const Row rows[] = {
    { "1970-01-01", 719163, 0 }, { "2026-12-01T09:00", 739951, 6 },
    { "2199-12-31", 803168, 0 }, { "2028-02-29", 740406, 0 },
    { "2027-02-29", -1, 0 },     { "2100-02-29", -1, 0 },
    { "1969-12-31", -1, 0 },     { "2200-01-01", -1, 0 },
    { "2026-13-01", -1, 0 },     { "2026-00-01", -1, 0 },
    { "2026-01-00", -1, 0 },     { "2026-1-01", -1, 0 },
    { "26-01-01", -1, 0 },       { "2026/01/01", -1, 0 },
    { "+026-01-01", -1, 0 },     { " 2026-01-01", -1, 0 },
    { "2026-01", -1, 0 },        { "", -1, 0 },
  };

  assert_rows (read_date, rows, G_N_ELEMENTS (rows));
}

static void
test_minutes (void)
{
  const Row rows[] = {
    { "00:00", 0, 0 },  { "09:30-", 570, 1 }, { "23:59", 1439, 0 }, { "24:00", 1440, 0 },
    { "24:01", -1, 0 }, { "25:00", -1, 0 },   { "09:60", -1, 0 },   { "9:00", -1, 0 },
    { "0900", -1, 0 },  { "09", -1, 0 },      { "-1:00", -1, 0 },   { "", -1, 0 },
  };

  assert_rows (dd_time_text_read_minutes, rows, G_N_ELEMENTS (rows));
}

static void
test_seconds (void)
{
  const Row rows[] = {
    { "00:00", 0, 0 },
    { "09:00:30", 32430, 0 },
    { "09:00Z", 32400, 1 },
    { "23:59:59", 86399, 0 },
    { "09:00:30.5Z", 32430, 1 },
    { "24:00", -1, 0 },
    { "24:00:00", -1, 0 },
    { "09:00:60", -1, 0 },
    { "09:00:", -1, 0 },
    { "09:00:5", -1, 0 },
    { "09", -1, 0 },
  };

  assert_rows (dd_time_text_read_seconds, rows, G_N_ELEMENTS (rows));
}

static void
test_offset (void)
{
  const Row rows[] = {
    { "Z", 0, 0 },         { "Zulu", 0, 3 },        { "+01:00", 3600, 0 }, { "+01", 3600, 0 },
    { "+0545", 20700, 0 }, { "-09:30", -34200, 0 }, { "-00:00", 0, 0 },    { "+23:59", 86340, 0 },
    { "+24:00", -1, 0 },   { "+01:60", -1, 0 },     { "+1", -1, 0 },       { "01:00", -1, 0 },
    { "+01:", -1, 0 },     { "+01:0", -1, 0 },      { "", -1, 0 },
  };

  assert_rows (dd_time_text_read_offset, rows, G_N_ELEMENTS (rows));
}

static void
test_quote (void)
{
  const char *const rows[][2] = {
    { "", "" },
    { "monday", "monday" },
    { "a\tb\x1b[31mc", "a?b?[31mc" },
    { "\xc3\xa9t\xc3\xa9", "\xc3\xa9t\xc3\xa9" },
    { "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890" },
    { "12345678901234567890123456789012345678901", "1234567890123456789012345678901234567890…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quoted = dd_time_text_quote (rows[i][0]);

      g_assert_cmpstr (quoted, ==, rows[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-text/date", test_date);
  g_test_add_func ("/time-text/minutes", test_minutes);
  g_test_add_func ("/time-text/seconds", test_seconds);
  g_test_add_func ("/time-text/offset", test_offset);
  g_test_add_func ("/time-text/quote", test_quote);
  return g_test_run ();
}
