/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-strip.h"

static void
assert_span (GArray *strip, guint index, gint64 start, gint64 finish, DdStripKind kind)
{
  const DdStripSpan *span = &g_array_index (strip, DdStripSpan, index);

  g_assert_cmpuint (index, <, strip->len);
  g_assert_cmpint (span->span.start, ==, start);
  g_assert_cmpint (span->span.finish, ==, finish);
  g_assert_cmpint (span->kind, ==, kind);
}

static void
test_extend (void)
{
  g_autoptr (GArray) strip = dd_strip_new ();

  dd_strip_extend (strip, 10, 10, DD_STRIP_OPEN);
  g_assert_cmpuint (strip->len, ==, 0);
  dd_strip_extend (strip, 10, 20, DD_STRIP_OPEN);
  dd_strip_extend (strip, 10, 30, DD_STRIP_OPEN);
  dd_strip_extend (strip, 10, 40, DD_STRIP_NIGHT);
  dd_strip_extend (strip, 10, 35, DD_STRIP_PAUSE);
  g_assert_cmpuint (strip->len, ==, 2);
  assert_span (strip, 0, 10, 30, DD_STRIP_OPEN);
  assert_span (strip, 1, 30, 40, DD_STRIP_NIGHT);
}

static void
test_combine (void)
{
  g_autoptr (GArray) first = dd_strip_new ();
  g_autoptr (GArray) second = dd_strip_new ();
  g_autoptr (GArray) both = NULL;

  dd_strip_extend (first, 0, 10, DD_STRIP_NIGHT);
  dd_strip_extend (first, 0, 30, DD_STRIP_OPEN);
  dd_strip_extend (first, 0, 40, DD_STRIP_WEEKEND);
  dd_strip_extend (second, 0, 5, DD_STRIP_OPEN);
  dd_strip_extend (second, 0, 20, DD_STRIP_PAUSE);
  dd_strip_extend (second, 0, 35, DD_STRIP_NIGHT);
  dd_strip_extend (second, 0, 40, DD_STRIP_OPEN);

  both = dd_strip_combine (first, second);
  g_assert_cmpuint (both->len, ==, 4);
  assert_span (both, 0, 0, 5, DD_STRIP_NIGHT);
  assert_span (both, 1, 5, 20, DD_STRIP_PAUSE);
  assert_span (both, 2, 20, 30, DD_STRIP_NIGHT);
  assert_span (both, 3, 30, 40, DD_STRIP_WEEKEND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strip/extend", test_extend);
  g_test_add_func ("/strip/combine", test_combine);
  return g_test_run ();
}
