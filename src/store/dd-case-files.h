/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case-file.h"

G_BEGIN_DECLS

/* Loads the case @id with its activities and waits; inside a transaction or snapshot all from one
 * moment.
 * Returns: (transfer full): the file, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdCaseFile *dd_case_files_load (DdConnection *connection, const char *id, GError **error);

G_END_DECLS
