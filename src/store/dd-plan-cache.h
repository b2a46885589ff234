/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "plan/dd-network.h"
#include "time/dd-calendar.h"
#include "time/dd-zone.h"

G_BEGIN_DECLS

/*
 * What plans of many cases have in common, kept with the connection: the networks of service
 * definitions, found by content hash, and working calendars, found by their text.
 *
 * Neither goes stale, because it is found by what it is made from, except where the machine's time
 * zone is. All three may be handed to
 * other threads. Cost: a hash lookup, or the making of what is not known yet (a millisecond for a
 * service, a tenth of one for a calendar).
 */

/* The network of the service definition kept under @hash.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND, a DdMarkupError or what failed */
DdNetwork *dd_plan_cache_get_network (DdConnection *connection, const char *hash, GError **error);

/* The calendar written in @text (nullable; without one the usual week in this
 * machine's zone).
 * Returns: (transfer full): it, or NULL with a DdCalendarError */
DdCalendar *dd_plan_cache_get_calendar (DdConnection *connection, const char *text, GError **error);

/* What is worked in both @vendor and @customer, which came from here.
 * Returns: (transfer full) (nullable): it, NULL when that is nothing */
DdCalendar *dd_plan_cache_get_both (DdConnection *connection, DdCalendar *vendor,
                                    DdCalendar *customer);

/* Makes calendars anew when they are asked for: those without a zone of their own go stale when the
 * machine's time zone is set. */
void dd_plan_cache_forget_calendars (DdConnection *connection);

/* The same if @zone is not the one of the last call: the machine's as it is now. */
void dd_plan_cache_follow_zone (DdConnection *connection, const DdZone *zone);

G_END_DECLS
