/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "markup/dd-condition.h"
#include "service/dd-duration.h"

G_BEGIN_DECLS

/*
 * DdService: what a vendor's team delivers, as its document states it.
 *
 * A tree of plain values, built once by the parser (dd-service-parser.h), immutable afterwards and
 * reference counted. Every string is owned by the service and lives as long as it does. Lists are
 * never NULL and in document order. Everything that a document states has its source: the
 * document, its version (both the service's) and the section the element names.
 *
 * The activities hang in their cells, and stand again in one flat list in document order: an
 * activity's index in that list is what plans are indexed by.
 */

/* Who does an activity; both flags together for "customer and consultant". */
typedef enum
{
  DD_OWNER_CUSTOMER = 1 << 0,
  DD_OWNER_CONSULTANT = 1 << 1,
  DD_OWNER_MANAGER = 1 << 2,
} DdOwner;

/**
 * DdActivityKind:
 * @DD_ACTIVITY_TASK: work with a duration
 * @DD_ACTIVITY_EVENT: a moment; no duration
 * @DD_ACTIVITY_GATE: an entry condition that names the required inputs it needs; not a row of the
 *   printed table
 * @DD_ACTIVITY_WINDOW: open for at most its duration; not counted in the finish that a deadline
 *   refers to
 */
typedef enum
{
  DD_ACTIVITY_TASK,
  DD_ACTIVITY_EVENT,
  DD_ACTIVITY_GATE,
  DD_ACTIVITY_WINDOW,
} DdActivityKind;

typedef struct _DdService DdService;
typedef struct _DdPhase DdPhase;
typedef struct _DdMilestone DdMilestone;
typedef struct _DdCell DdCell;
typedef struct _DdActivity DdActivity;
typedef struct _DdHeadline DdHeadline;

/* One predecessor: finish to start, after a lag of working time. */
typedef struct
{
  char *id;         /* of an activity of the same service */
  DdDuration lag;   /* one figure, never a range; "0" if none is written */
} DdPredecessor;

/* A row of the process table (or a gate, which is none). */
struct _DdActivity
{
  char *id;           /* unique in the service; "activity-3" when the third has none written */
  char *name;         /* as printed; the id when none is written */
  guint owner;        /* DdOwner flags, never 0 */
  gboolean owner_printed; /* the table prints the owner in this row. Where it does not, the owner is
                             that of the row above in the same cell, in a cell's first row the
                             consultant */
  DdActivityKind kind;
  gboolean after_given;   /* "after" is written; otherwise it follows what stands before it */
  GArray *after;      /* (element-type DdPredecessor): what is written, empty if nothing is */
  char *not_before;   /* (nullable): a date, "2026-12-01", in the calendar's zone */
  int share;          /* its part of the cell's duration, 1 to 999; 1 if not written */
  GPtrArray *inputs;  /* (element-type utf8): a gate's required inputs, by id; empty otherwise */
  GPtrArray *details; /* (element-type utf8): the bullets of the row */
  char *section;      /* (nullable): where the document says it */
  guint index;        /* in the service's activities */
  int line;           /* of the file, from 1, for messages */
  int share_before;   /* of the cell's shares, what the activities before it in the cell have */
  DdCell *cell;       /* (unowned) */
};

/* One duration cell of the printed table; a merged cell covers several activities. */
struct _DdCell
{
  DdDuration duration;
  gboolean duration_given; /* FALSE: the cell is blank and nothing is known; counts as 0 */
  char *documented;     /* (nullable): the printed text, as it is printed */
  gboolean parallel;    /* every activity takes the whole cell; else they share it in sequence */
  GPtrArray *activities; /* (element-type DdActivity) (owned) */
  char *section;        /* (nullable) */
  gboolean implicit;    /* not written: its activities stand right below the milestone */
  int line;
  int share_total;      /* of the activities that take time: no events, no gates */
  const DdHeadline *headline; /* (nullable) (unowned): the first that covers just this cell and
                                 states one figure */
  DdMilestone *milestone; /* (unowned) */
};

/* The second level of the process table. */
struct _DdMilestone
{
  char *id;          /* (nullable): only when written */
  char *name;        /* as printed; "" when implicit */
  GPtrArray *cells;  /* (element-type DdCell) (owned) */
  gboolean implicit; /* not written: its cells stand right below the phase */
  DdPhase *phase;    /* (unowned) */
};

/* The first level of the process table: Initiation, Preparation, Execution, Post Execution. */
struct _DdPhase
{
  char *id;              /* (nullable) */
  char *name;
  GPtrArray *milestones; /* (element-type DdMilestone) (owned) */
};

/* A sentence of the document (summary, output, process step, next step), with its section. */
typedef struct
{
  char *id;       /* (nullable) */
  char *text;
  char *section;  /* (nullable) */
  GPtrArray *parts; /* (element-type DdSentence) (owned): what stands indented below a step */
} DdSentence;

/* Who may have the service. */
typedef struct
{
  char *program;    /* (nullable): "platinum"; NULL: any */
  char *deployment; /* (nullable): "on-premise"; NULL: any */
  char *text;
  char *section;    /* (nullable) */
} DdEligibility;

/**
 * DdProof:
 * @DD_PROOF_EVIDENCE: what somebody has seen of it, and nothing else
 * @DD_PROOF_REQUEST: also the request, once it tells all that it must
 * @DD_PROOF_QUESTIONNAIRE: also the questionnaire, once it is complete
 *
 * What shows that a required input is there; a person says so in any case.
 */
typedef enum
{
  DD_PROOF_EVIDENCE,
  DD_PROOF_REQUEST,
  DD_PROOF_QUESTIONNAIRE,
} DdProof;

/* Something the customer must give before work can begin. */
typedef struct
{
  char *id;
  char *text;
  DdProof shown_by;
  char *section;     /* (nullable) */
} DdInput;

/* A field of the request, in the order in which it is asked. */
typedef struct
{
  char *id;
  char *label;
  char *type;        /* "text", "version", "date", "paragraph" or "acknowledgement" */
  gboolean required;
  char *section;     /* (nullable) */
} DdRequestField;

/* What is not part of the service. */
typedef struct
{
  char *id;
  char *name;       /* as printed: "No Access"; the id when none is written */
  char *effect;     /* "paid-engagement" */
  char *certainty;  /* "will", "would" or "may": how sure the document is of the effect */
  char *text;       /* the exclusion in Drydock's words */
  char *wording;    /* (nullable): the few words of the document that state the certainty */
  GPtrArray *when;  /* (element-type DdCondition) (owned): any of them triggers; a "when" holds if
                       all conditions in it do */
  char *section;    /* (nullable) */
} DdExclusion;

/* A duration that the text states over more than one row: "typically takes 1 week". */
struct _DdHeadline
{
  char *from;          /* id of the first activity it covers */
  char *to;            /* id of the last; the same or later in the document */
  DdDuration duration;
  char *documented;    /* (nullable): "typically takes 1 week" */
  char *section;       /* (nullable): "Timeline", "FAQs" */
  int line;
};

/* A question of the document's own FAQ. */
typedef struct
{
  char *question;
  char *answer;
  char *section;   /* (nullable) */
} DdQuestionAnswer;

#define DD_TYPE_SERVICE (dd_service_get_type ())

struct _DdService
{
  gatomicrefcount ref_count;
  char *id;
  char *product;
  char *document;          /* (nullable): the document's title */
  char *document_version;  /* "17" */
  char *recurrence;        /* (nullable): "1y", "6m": years or months, 1 to 99 */
  char *origin;            /* what the parser was told: a file's name */

  GPtrArray *summaries;    /* (element-type DdSentence) */
  GPtrArray *frequencies;  /* (element-type DdSentence): the recommended frequency */
  DdEligibility *eligibility; /* (nullable) */
  GPtrArray *inputs;       /* (element-type DdInput) */
  GPtrArray *outputs;      /* (element-type DdSentence) */
  GPtrArray *steps;        /* (element-type DdSentence): the process overview */
  GPtrArray *timeline;     /* (element-type DdSentence): what is said of time beside figures */
  char *request_title;     /* (nullable): "[Customer Name] - …" */
  char *request_portal;    /* (nullable): the address of the support portal */
  char *request_section;   /* (nullable) */
  GPtrArray *request_fields; /* (element-type DdRequestField) */
  GPtrArray *next_steps;   /* (element-type DdSentence) */
  GPtrArray *exclusions;   /* (element-type DdExclusion) */
  GPtrArray *headlines;    /* (element-type DdHeadline) */
  GPtrArray *questions;    /* (element-type DdQuestionAnswer) */
  GPtrArray *phases;       /* (element-type DdPhase) */
  GPtrArray *activities;   /* (element-type DdActivity) (unowned): all, in document order */
  GHashTable *activities_by_id; /* (element-type utf8 DdActivity) (unowned): see
                              dd_service_find_activity() */
};

/* The boxed type of DdService. */
GType dd_service_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): @self with one more reference */
DdService *dd_service_ref (DdService *self);

/* Gives one reference back; the last frees @self. */
void dd_service_unref (DdService *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdService, dd_service_unref)

/* The activity with @id. O(1).
 * Returns: (nullable) (transfer none): the activity */
DdActivity *dd_service_find_activity (DdService *self, const char *id);

/* What @activity waits for if its "after" is not written: what stands before it in the document;
 * in a parallel cell what stands before the cell; after a parallel cell all of it. The first
 * activity waits for nothing. Appends the indices (guint) to @indices. */
void dd_service_default_predecessors (DdService *self, const DdActivity *activity,
                                      GArray *indices);

/* The working minutes that @activity takes on @basis where a day has @minutes_per_day and a week
 * @days_per_week: its share of its cell (the shares of a cell add up to the cell exactly), the
 * whole cell if that is parallel, 0 for events and gates. Typical is the lower end, unless a
 * headline from the first to the last activity of just this cell states a figure inside its
 * range; "..B" is B on every basis. O(1). */
gint64 dd_service_activity_minutes (DdService *self, const DdActivity *activity, DdBasis basis,
                                    int minutes_per_day, int days_per_week);

/* Returns: (transfer full): owner flags in the format's words: "customer consultant" */
char *dd_owner_to_text (guint owner);

/* Returns: (transfer full): owner flags as a person reads them, translated: "Customer and
 * Platinum Consultant" */
char *dd_owner_get_label (guint owner);

/* Returns: (transfer full): the letters that stand for owner flags in tables and bars, translated:
 * "C", "P", "M", "C+P" */
char *dd_owner_get_letters (guint owner);

/* Reads the format's words, one or several in any order. Returns: DdOwner flags, 0 when @text is no
 * owner. */
guint dd_owner_parse (const char *text);

/* Returns: (transfer none): the format's word: "task", "event", "gate", "window" */
const char *dd_activity_kind_to_text (DdActivityKind kind);

G_END_DECLS
