/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-entities.h"
#include "plan-fixture.h"
#include "record-fixture.h"

G_BEGIN_DECLS

/* What tests of stored plans have in common: a database with cases in it. All dates are UTC; each
 * function fails the test when the store refuses. */

/* "2026-12-01 10:00" as an instant. */
gint64 case_fixture_at (const char *text);

/* Calendars as their files' text. None works at the hours of the other two. */
#define CASE_FIXTURE_NIGHT "[calendar]\ntimezone=UTC\nmonday=20:00-24:00\ntuesday=20:00-24:00\n"
#define CASE_FIXTURE_SHORT \
  "[calendar]\ntimezone=UTC\nmonday=09:00-13:00\ntuesday=09:00-13:00\nwednesday=09:00-13:00\n"
#define CASE_FIXTURE_HOLIDAY \
  "[calendar]\ntimezone=UTC\nmonday=09:00-17:00\ntuesday=09:00-17:00\nwednesday=09:00-17:00\n" \
  "thursday=09:00-17:00\nfriday=09:00-17:00\n[exceptions]\n2026-12-03..2026-12-04=off\n"

/* Adds a customer with the calendar file's text @calendar (nullable). Returns: (transfer full): it */
DdRecord *case_fixture_add_customer (DdConnection *connection, const char *name,
                                     const char *calendar);

/* Opens, at @now, a case of @customer that starts at @start, of the service whose phase holds @cells
 * or, when that is no cell, of the service that ships under the name @cells.
 * Returns: (transfer full): its id */
char *case_fixture_open (DdConnection *connection, DdRecord *customer, const char *cells,
                         const char *start, const char *now);

/* Returns: (transfer full): the case, its activity, or any of its waits */
DdRecord *case_fixture_load (DdConnection *connection, const char *case_id);
DdRecord *case_fixture_load_activity (DdConnection *connection, const char *case_id,
                                      const char *definition_id);

/* Returns: (transfer full): the rows of @entity that belong to the case */
GPtrArray *case_fixture_query (DdConnection *connection, const DdEntity *entity,
                               const char *case_id);

/* Saves @record in an action of its own, done by Anna at @now. */
void case_fixture_save (DdConnection *connection, DdRecord *record, gint64 now);

/* The same for a text of the case. */
void case_fixture_set_text (DdConnection *connection, const char *case_id, const char *name,
                            const char *text, const char *now);

/* Makes @calendar (nullable) everybody's, at @now. */
void case_fixture_set_calendar (DdConnection *connection, const char *calendar, gint64 now);

/* The stored early (@late: late) dates as fixture_describe() tells a plan's, in document order. */
char *case_fixture_describe (DdConnection *connection, const char *case_id, gboolean late);

/* The derived fields of the case in one line: "1 09:00-8 17:00, latest 4 09:00, next respond by 2
 * 17:00"; with ", at risk" or the plan's error at the end. */
char *case_fixture_describe_case (DdConnection *connection, const char *case_id);

G_END_DECLS
