/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The seed that a random test starts from: DD_TEST_SEED, else always the same, so that a change is
 * never blamed for what it did not do. It is told, so that what fails can be made to fail again. */
static inline guint32
seed_get (void)
{
  const char *given = g_getenv ("DD_TEST_SEED");
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : 20261201;

  g_test_message ("DD_TEST_SEED=%u", seed);
  return seed;
}

G_END_DECLS
