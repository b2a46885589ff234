/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What tests of plans have in common: services in a few characters, and dates as text. */

/* A cell of one activity, with further attributes of the activity. */
#define TASK(id, duration, attributes) \
  "<cell duration='" duration "'><activity id='" id "' " attributes "/></cell>"
#define EVENT(id, attributes) TASK (id, "0", "kind='event' " attributes)
#define GATE(id, attributes) TASK (id, "0", "kind='gate' " attributes)
#define WINDOW(id, duration, attributes) TASK (id, duration, "kind='window' " attributes)
#define AFTER(predecessors) "after='" predecessors "' "
#define CUSTOMER "owner='customer' "
#define BOTH "owner='customer consultant' "

/* The service whose one phase holds @cells; fails the test when that is no service. */
DdService *fixture_service (const char *cells);

/* The network of that service. */
DdNetwork *fixture_network (const char *cells);

/* The network of the service that ships under @id. */
DdNetwork *fixture_shipped_network (const char *id);

/* The calendar that stands in @text as the keys of [calendar] and what follows. */
DdCalendar *fixture_calendar (const char *text);

/* Monday to Friday 09:00-17:00 in Europe/Berlin. */
DdCalendar *fixture_vendor (void);

/* "2026-12-01 10:00" in the zone of @calendar, DD_INSTANT_NONE for NULL. */
gint64 fixture_instant (DdCalendar *calendar, const char *text);

/* The index of activity @id. */
guint fixture_index (DdNetwork *network, const char *id);

/* All early (late) dates in one line, in the vendor's zone and without the month: "a 1 09:00-1
 * 17:00, b 2 09:00-3 17:00"; a moment has one: "e 3 17:00". Critical activities have a star:
 * "a* 1 09:00-1 17:00". */
char *fixture_describe (DdPlan *plan, gboolean late);

G_END_DECLS
