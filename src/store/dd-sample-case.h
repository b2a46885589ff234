/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "dd-sample-profile.h"
#include "delivery/dd-case-file.h"
#include "plan/dd-network.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * What the parts of the sample's making share: the world in which it is made, its cases, and the
 * events that their lives consist of.
 *
 * First the course of every case is laid out: when each thing happens, in working time from its
 * start. Then what lies before the present is told in the order of time, across all cases, as the
 * actions of those who did it. So the journal reads as if it had been written day by day.
 */

/* A service that ships, ready for use. */
typedef struct
{
  DdService *service;         /* (owned) */
  DdNetwork *network;         /* (owned) */
  GBytes *questionnaire;      /* (owned): what its cases are asked */
  char *hash;                 /* (owned): under which its definition is kept */
  char *questionnaire_hash;   /* (owned): under which that is kept */
  gint64 *minutes;            /* (owned) (array): of each activity, as documented */
  gint64 total;               /* working minutes from the start to the planned finish */
  const char *const *versions; /* (array zero-terminated=1): of the product, the oldest first */
} DdSampleService;

/* One of the vendor's team. */
typedef struct
{
  char *id;   /* (owned) */
  char *name; /* (owned) */
} DdSamplePerson;

#define DD_SAMPLE_N_SERVICES 2

/* What all cases have in common. */
typedef struct
{
  DdConnection *connection; /* (unowned) */
  guint64 seed;
  guint turn;           /* where the lists of names begin */
  gint64 now;           /* the beginning of the present day */
  DdCalendar *calendar; /* (owned): the vendor's */
  DdSampleService services[DD_SAMPLE_N_SERVICES];
  GArray *managers;     /* (owned) (element-type DdSamplePerson) */
  GArray *consultants;  /* (owned) (element-type DdSamplePerson) */
  GPtrArray *customers; /* (owned) (element-type DdRecord): by number, NULL before they are met */
} DdSampleWorld;

/* One case, from its first event to its last. */
typedef struct _DdSampleCase DdSampleCase;
struct _DdSampleCase
{
  DdSampleWorld *world; /* (unowned) */
  guint number;
  char *id;             /* (owned) */
  guint customer;       /* number */
  const DdSampleService *service;
  const DdSampleProfile *profile;
  const DdSamplePerson *manager;
  const DdSamplePerson *consultant;
  const char *previous_id;  /* (unowned) (nullable): of the case of the year before */
  guint version;            /* index of the version it starts from */
  gint64 start;             /* instant */
  gint64 not_before;        /* to which the customer puts it off, or DD_INSTANT_NONE */
  gint64 override_minutes;  /* of the upgrade itself, or -1 */
  gboolean retested;        /* a test fails, and what it found is mended */
  guint events_left;        /* not told yet */

  /* While it is told. */
  GRand *rand;              /* (owned) (nullable) */
  DdCaseFile *file;         /* (owned) (nullable) */
  GHashTable *kept;         /* (owned) (nullable) (element-type utf8 DdRecord): rows that later
                               events look at again, by name */
};

typedef struct _DdSampleEvent DdSampleEvent;

/* Tells what happened. Returns: (transfer full): the action it was, or NULL with @error */
typedef DdAction *(*DdSampleTell) (DdSampleCase *self, const DdSampleEvent *event,
                                   GError **error);

/* Something that happens in a case. */
struct _DdSampleEvent
{
  gint64 at;                /* instant */
  DdSampleCase *subject;    /* (unowned) */
  guint order;              /* among those of the case at the same instant */
  DdSampleTell tell;
  const char *activity;     /* (unowned) (nullable): its id in the definition */
  const DdSampleWait *wait; /* (nullable): of a wait's beginning and end */
};

G_END_DECLS
