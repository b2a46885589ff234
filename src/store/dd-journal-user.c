/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The name of whoever works with the database. An account's names come from the system and may be
 * in any encoding, or empty; the journal takes neither.
 */

#include "config.h"

#include "dd-journal-user.h"

/* What GLib answers where the account has no real name. */
#define NO_REAL_NAME "Unknown"

char *
dd_journal_user_get_name (const char *chosen)
{
  const char *name = chosen;

  if (name == NULL || *name == '\0')
    name = g_get_real_name ();
  if (*name == '\0' || g_str_equal (name, NO_REAL_NAME))
    name = g_get_user_name ();
  return *name != '\0' ? g_utf8_make_valid (name, -1) : g_strdup (NO_REAL_NAME);
}
