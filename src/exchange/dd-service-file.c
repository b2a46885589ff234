/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-service-file.h"

#include "dd-file.h"
#include "service/dd-service-parser.h"

DdService *
dd_service_file_load (const char *path, GError **error)
{
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = dd_file_read (path, DD_SERVICE_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  origin = g_filename_display_name (path);
  return dd_service_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                           origin, error);
}
