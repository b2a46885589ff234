/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-form.h"
#include "scope/dd-scope-rule.h"

G_BEGIN_DECLS

/*
 * DdScope: what of a case the service covers, as its document says: whether the customer is
 * eligible, which required inputs are there, and what became of each exclusion.
 *
 * Made at once from what is known of a case, then immutable. Costs an evaluation of the conditions.
 * Belongs to one thread.
 *
 * The facts that conditions of the services that ship look at:
 *  - "non-functional-tests": "passed" once the last result of every test is, "failed" while one of
 *    them is, else "not-run", which decides nothing: how they end is not known yet;
 *  - "other-environments": how many environments beyond the first are upgraded in the case, not known
 *    while there are none;
 *  - of each required input its id: "met" once it is there, not known before.
 *
 * A field of the request that is an acknowledgement counts when it is given: who has not acknowledged
 * that there will be access has not refused it either.
 */

/**
 * DdEligible:
 * @DD_ELIGIBLE_UNKNOWN: it is not known what program or deployment the customer has
 * @DD_ELIGIBLE_YES: the customer may have the service, or the service asks for nothing
 * @DD_ELIGIBLE_NO: the customer may not
 */
typedef enum
{
  DD_ELIGIBLE_UNKNOWN,
  DD_ELIGIBLE_YES,
  DD_ELIGIBLE_NO,
} DdEligible;

/* A required input of the service. */
typedef struct
{
  const DdInput *input; /* (unowned): the service's */
  gint64 met_at;        /* instant, DD_INSTANT_NONE: it is not there */
  char *evidence;       /* (owned) (nullable) */
  char *recorded_by;    /* (owned) (nullable) */
  gboolean suggested;   /* all that is known says that it is there; whether it is, a person says,
                           because a gate and with it the plan's clock hang on it */
  GPtrArray *gates;     /* (owned) (element-type DdActivity): those that name it */
} DdScopeInput;

/* What became of an exclusion. */
typedef struct
{
  const DdExclusion *exclusion;   /* (unowned): the service's */
  DdFindingState rule;            /* what its rule says */
  DdFindingState state;           /* what counts: the rule, or what somebody decided in its place */
  DdFindingOverride override;
  char *reason;                   /* (owned) (nullable): of the override */
  GArray *grounds;                /* (owned) (element-type DdScopeGround): of the rule */
  gboolean contradictory;         /* among the grounds one contradicts */
} DdScopeFinding;

typedef struct
{
  DdService *service;             /* (owned) */
  DdQuestionnaire *questionnaire; /* (owned) (nullable) */
  DdForm *form;                   /* (owned) (nullable): with a @questionnaire */
  DdAnswers *answers;             /* (owned): those that count, of visible questions */
  DdFacts *facts;                 /* (owned) */
  DdEligible eligible;
  DdEligible program_fits;        /* whether the customer has the program that is asked for */
  DdEligible deployment_fits;
  char *program;                  /* (owned) (nullable): the customer's */
  char *deployment;               /* (owned) (nullable) */
  GPtrArray *inputs;              /* (owned) (element-type DdScopeInput): in document order */
  GPtrArray *findings;            /* (owned) (element-type DdScopeFinding): in document order */
} DdScope;

/* What is known of a case. Everything is copied or referenced. */
typedef struct
{
  DdService *service;
  DdQuestionnaire *questionnaire; /* (nullable): all answers count then */
  const DdAnswers *answers;       /* (nullable) */
  const DdFacts *facts;           /* (nullable): without those of the inputs, which follow */
  const char *program;            /* (nullable): the customer's support program: "platinum" */
  const char *deployment;         /* (nullable): how the customer runs it: "on-premise" */
  GPtrArray *inputs;              /* (nullable) (element-type DdInputEvidence) */
  GPtrArray *findings;            /* (nullable) (element-type DdFinding): with overrides */
} DdScopeRequest;

/* Returns: (transfer full): the scope of the case that @request tells of */
DdScope *dd_scope_new (const DdScopeRequest *request);

/* Frees @self. */
void dd_scope_free (DdScope *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdScope, dd_scope_free)

/* Returns: the state of the case's scope: the worst of all findings, with what counts of each. A
 * customer who is not eligible is out of scope as a whole: triggered; one of whom that is not known
 * makes it unknown at least. */
DdFindingState dd_scope_get_state (const DdScope *self);

/* Returns: (nullable): what became of the exclusion @id */
const DdScopeFinding *dd_scope_find (const DdScope *self, const char *id);

/* Returns: (nullable): the required input @id */
const DdScopeInput *dd_scope_find_input (const DdScope *self, const char *id);

/* Returns: what counts of a rule that says @rule, and a decision @override in its place */
DdFindingState dd_scope_decide (DdFindingState rule, DdFindingOverride override);

/* --- In words, translated; each (transfer full) --- */

/* Where the document says it: "CX Process v17, Exclusions". */
char *dd_scope_cite (const DdScope *self, const char *section);

/* Whether the customer is eligible and why, in sentences. */
char *dd_scope_eligible_to_words (const DdScope *self);

/* What the finding comes to, in one sentence: with the certainty that the document words. */
char *dd_scope_finding_to_words (const DdScopeFinding *finding);

/* Why: a sentence for each ground, a contradiction, and who decided otherwise. */
char *dd_scope_finding_explain (const DdScope *self, const DdScopeFinding *finding);

/* One ground in a sentence: what was asked, and what is answered. */
char *dd_scope_ground_to_words (const DdScope *self, const DdScopeGround *ground);

/* Whether a required input is there, and how one knows, in a sentence. */
char *dd_scope_input_to_words (const DdScopeInput *input);

/* The state in one or two words: "Out of scope". (transfer none) */
const char *dd_scope_state_get_label (DdFindingState state);

/* --- As JSON --- */

/* Returns: (transfer full): the grounds as a list: {"question","answer"}, {"field","answer"} or
 * {"fact","answer"} each, with "contradicts": true where it does; "answer" is null while it is not
 * given. A fact that is not known is null, too. */
JsonNode *dd_scope_grounds_to_node (GArray *grounds);

G_END_DECLS
