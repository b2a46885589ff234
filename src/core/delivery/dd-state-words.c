/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * States in words. The nicks of the enums are what is stored and what scripts read, and are never
 * translated; these are what people read.
 */

#include "config.h"

#include "delivery/dd-state-words.h"

#include <glib/gi18n-lib.h>

const char *
dd_activity_state_to_words (DdActivityState state, gboolean is_gate)
{
  switch (state)
    {
    case DD_STATE_PLANNED:
      return _ ("Planned");
    case DD_STATE_RUNNING:
      return _ ("Running");
    case DD_STATE_DONE:
      return is_gate ? _ ("Met") : _ ("Done");
    case DD_STATE_SKIPPED:
      return _ ("Skipped");
    }
  g_return_val_if_reached (NULL);
}

const char *
dd_party_to_words (DdParty party)
{
  switch (party)
    {
    case DD_PARTY_CUSTOMER:
      return _ ("Customer");
    case DD_PARTY_VENDOR:
      return _ ("Vendor");
    }
  g_return_val_if_reached (NULL);
}
