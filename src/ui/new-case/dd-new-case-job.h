/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "dd-portal-text.h"

G_BEGIN_DECLS

/* What the owner thread of the database is given to open a case, and the id it gives back. */
typedef struct
{
  DdPortalRequest request; /* (owned): with the customer's name */
  DdService *service;      /* (owned) */
  char *user;              /* (owned) */
  char *title;             /* (owned) (nullable): the service's then */
  char *target_version;    /* (owned) (nullable) */
  char *program;           /* (owned) (nullable): a new customer's */
  char *deployment;        /* (owned) (nullable): a new customer's */
  char *calendar;          /* (owned) (nullable): a new customer's, as a calendar file's text */
  gint64 now;
  gint64 start;            /* where the plan starts, or DD_INSTANT_NONE */
  char *id;                /* (owned) (nullable): of the new case */
} DdNewCaseJob;

/* Frees the job @data. */
void dd_new_case_job_free (gpointer data);

/* Opens the case of the job @data: a DdConnectionFunc. */
gboolean dd_new_case_job_run (DdConnection *connection, gpointer data, GError **error);

G_END_DECLS
