/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-database.h"

G_BEGIN_DECLS

/* As dd_database_new(), with @migrations (transfer full) (element-type DdMigration) in place of those
 * that Drydock carries: for tests of what happens when the form changes.
 * Returns: (transfer full): a new database */
DdDatabase *dd_database_new_with_migrations (const char *path, GPtrArray *migrations);

G_END_DECLS
