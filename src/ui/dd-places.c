/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-window-private.h"

#include <glib/gi18n.h>

const DdPlace dd_places[] = {
  { NULL },
};
