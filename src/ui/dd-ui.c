/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-ui.h"

#include "dd-ui-resources.h"

void
dd_ui_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      dd_ui_register_resource ();
      g_once_init_leave (&once, 1);
    }
}
