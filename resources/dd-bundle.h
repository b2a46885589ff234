/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The bundle: the files that the programs carry inside themselves, below this prefix.
 *
 * It registers itself with GIO on first use, once a process and from any thread: the linker drops
 * the constructor of a resource in a static library, and registering twice is not allowed.
 */
#define DD_BUNDLE_PREFIX "/io/github/drydock/Drydock/"

/* Makes the bundle known to GIO, for whoever reads it by GIO's own means (a "resource:///" address,
 * GtkBuilder). The two functions below do so themselves. */
void dd_bundle_ensure (void);

/* The file at @path below the prefix, "services/cx-process.xml".
 * Returns: (transfer full): its bytes, not copied, or NULL with G_RESOURCE_ERROR_NOT_FOUND */
GBytes *dd_bundle_read (const char *path, GError **error);

/* Returns: (transfer full): the names of the files in @folder below the prefix ("services"),
 * sorted; empty when there is no such folder */
GStrv dd_bundle_list (const char *folder);

G_END_DECLS
