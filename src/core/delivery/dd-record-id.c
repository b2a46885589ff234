/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Ids that follow from other ids: the first half of a SHA-256, marked as a UUID of one's own kind.
 * Two pairs meet as seldom as random ids do. Some two microseconds.
 */

#include "config.h"

#include "delivery/dd-record-id.h"

#include <string.h>

#define DIGEST_BYTES 32

char *
dd_record_id_derive (const char *from, const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 b[DIGEST_BYTES];
  gsize length = sizeof b;

  /* The zero at the end of the first keeps "ab", "c" and "a", "bc" apart. */
  g_checksum_update (checksum, (const guchar *) from, (gssize) strlen (from) + 1);
  if (name != NULL)
    g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x80;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}
