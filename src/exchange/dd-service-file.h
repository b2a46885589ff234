/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* Reads the service definition in the file at @path (in the system's file name encoding).
 * Returns: (transfer full): the service, or NULL with a DdFileError or a DdMarkupError */
DdService *dd_service_file_load (const char *path, GError **error);

G_END_DECLS
