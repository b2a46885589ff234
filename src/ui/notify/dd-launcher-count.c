/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-launcher-count.h"

void
dd_launcher_count_show (GDBusConnection *bus, guint n)
{
  GVariantBuilder properties;

  if (bus == NULL)
    return;
  g_variant_builder_init (&properties, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&properties, "{sv}", "count", g_variant_new_int64 (n));
  g_variant_builder_add (&properties, "{sv}", "count-visible", g_variant_new_boolean (n > 0));
  g_dbus_connection_emit_signal (bus, NULL, "/io/github/drydock/Drydock/Launcher",
                                 "com.canonical.Unity.LauncherEntry", "Update",
                                 g_variant_new ("(s@a{sv})", "application://" DD_APP_ID ".desktop",
                                                g_variant_builder_end (&properties)),
                                 NULL);
}
