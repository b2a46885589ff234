/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "plan/dd-progress.h"
#include "service/dd-service.h"
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

/* Who does something, and when. */
typedef struct
{
  const char *user; /* a name, not empty */
  gint64 now;       /* instant */
} DdActor;

/* What a case is opened with. Dates are texts, "2026-12-18"; what is NULL is not known. */
typedef struct
{
  DdService *service;
  const char *customer;        /* the name; a customer with that name is made if there is none */
  const char *program;         /* (nullable): a new customer's support program: "platinum" */
  const char *deployment;      /* (nullable): how a new customer runs it: "on-premise" */
  const char *calendar;        /* (nullable): a new customer's calendar, as a calendar file's text */
  const char *title;           /* (nullable): the service's request title then */
  const char *current_version; /* (nullable) */
  const char *target_version;  /* (nullable) */
  const char *earliest_start;  /* (nullable) */
  const char *ideal_start;     /* (nullable) */
  const char *deadline;        /* (nullable) */
  const char *deadline_reason; /* (nullable) */
  gboolean access_acknowledged;
  gint64 start; /* where the plan starts, or DD_INSTANT_NONE: now */
} DdCaseOpening;

/* One value that a case is given. */
typedef struct
{
  const char *name; /* of a field: "deadline", "target-version"; "manager" and "consultant" are given
                       the name of a person, who is made if there is none */
  const char *text; /* as dd_field_parse() reads it; empty for none */
} DdCaseSetting;

/* Opens a case at the actor's instant, which is that of the request: with the service's activities,
 * and the definition itself, kept for good. @id (out) (transfer full) is the new case's. */
gboolean dd_case_actions_open (DdConnection *connection, const DdActor *actor,
                               const DdCaseOpening *opening, char **id, GError **error);

/* The service definition that the case was opened with, as it was then.
 * Returns: (transfer full): the service, or NULL with @error */
DdService *dd_case_actions_load_service (DdConnection *connection, const char *service_hash,
                                         GError **error);

/* Starts an activity. */
gboolean dd_case_actions_start (DdConnection *connection, const DdActor *actor,
                                const char *case_id, const char *activity, GError **error);

/* Marks an activity done; a gate met, with @evidence (nullable). */
gboolean dd_case_actions_finish (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, const char *activity, const char *evidence,
                                 GError **error);

/* Decides that an activity will not be done. */
gboolean dd_case_actions_skip (DdConnection *connection, const DdActor *actor,
                               const char *case_id, const char *activity, const char *reason,
                               GError **error);

/* Begins a wait of an activity, or of the whole case when @activity is NULL. */
gboolean dd_case_actions_wait (DdConnection *connection, const DdActor *actor,
                               const char *case_id, const char *activity, DdParty party,
                               const char *reason, GError **error);

/* Ends the wait of an activity, or of the whole case when @activity is NULL. */
gboolean dd_case_actions_resume (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, const char *activity, GError **error);

/* Gives a case @n values; instants are meant in the zone of @calendar. */
gboolean dd_case_actions_set (DdConnection *connection, const DdActor *actor, const char *case_id,
                              const DdCaseSetting *settings, guint n, DdCalendar *calendar,
                              GError **error);

/* Closes a case as delivered. @note is nullable. */
gboolean dd_case_actions_close (DdConnection *connection, const DdActor *actor,
                                const char *case_id, const char *note, GError **error);

/* Ends a case without delivery. */
gboolean dd_case_actions_cancel (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, const char *reason, GError **error);

/* Deletes a case with all that is a part of it. The journal keeps it: an undo brings it back. */
gboolean dd_case_actions_delete (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, GError **error);

G_END_DECLS
