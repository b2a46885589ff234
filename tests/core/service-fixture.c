/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service-fixture.h"

#include "dd-bundle.h"
#include "service/dd-service-parser.h"

static DdService *
parse (const char *text, gssize length, const char *origin)
{
  g_autoptr (GError) error = NULL;
  DdService *service = dd_service_parse (text, length, origin, &error);

  g_assert_no_error (error);
  return service;
}

DdService *
fixture_parse (const char *xml)
{
  return parse (xml, -1, "test.xml");
}

GBytes *
fixture_shipped_file (const char *id)
{
  g_autofree char *path = g_strdup_printf ("services/%s.xml", id);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dd_bundle_read (path, &error);

  g_assert_no_error (error);
  return bytes;
}

DdService *
fixture_shipped (const char *id)
{
  g_autoptr (GBytes) bytes = fixture_shipped_file (id);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return parse (text, (gssize) length, id);
}
