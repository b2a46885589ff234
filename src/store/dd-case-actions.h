/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case-opening.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * What is done with cases, from drydockctl or the window: each function is one labelled action in
 * the journal, and one transaction in which the case is read, judged by its rules
 * (core/delivery/dd-case-rules.h) and written, so nobody comes in between.
 *
 * Each returns FALSE, with nothing changed, and a DdStoreError, or the DdCaseError or DdFieldError
 * that says what is not allowed. Cases are named by their whole id (see dd_named_find_id()),
 * activities by their id in the service's definition.
 */

/* One value that a case is given. */
typedef struct
{
  const char *name; /* of a field: "deadline", "target-version"; "manager" and "consultant" are given
                       the name of a person, who is made if there is none */
  const char *text; /* as dd_field_parse() reads it; empty for none */
} DdCaseSetting;

/* Opens a case, for a customer with the name that is given, or a new one if there is none. @id (out)
 * (transfer full) is the new case's. */
gboolean dd_case_actions_open (DdConnection *connection, const DdActor *actor,
                               const DdCaseOpening *opening, char **id, GError **error);

/* The service definition that the case was opened with, as it was then.
 * Returns: (transfer full): the service, or NULL with @error */
DdService *dd_case_actions_load_service (DdConnection *connection, const char *service_hash,
                                         GError **error);

/* Takes @step with the case. */
gboolean dd_case_actions_take (DdConnection *connection, const DdActor *actor,
                               const char *case_id, const DdCaseStep *step, GError **error);

/* Gives a case @n values; instants are meant in the zone of @calendar. */
gboolean dd_case_actions_set (DdConnection *connection, const DdActor *actor, const char *case_id,
                              const DdCaseSetting *settings, guint n, DdCalendar *calendar,
                              GError **error);

/* Deletes a case with all that is a part of it. The journal keeps it: an undo brings it back. */
gboolean dd_case_actions_delete (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, GError **error);

G_END_DECLS
