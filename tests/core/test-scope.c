/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is in scope: every exclusion of both services that ship, with the questionnaire that ships,
 * over what customers answer, what is known of a case, and what was decided; with the rule that is
 * cited and the answers that are given as its grounds. Then eligibility and required inputs.
 */

#include "config.h"

#include "dd-bundle.h"
#include "delivery/dd-input-evidence.h"
#include "form-fixture.h"
#include "form/dd-questionnaire-parser.h"
#include "scope/dd-scope.h"
#include "service-fixture.h"

#include <string.h>

static DdQuestionnaire *
load_questionnaire (const char *service)
{
  g_autofree char *path = g_strdup_printf ("questionnaires/%s.xml", service);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);
  DdQuestionnaire *questionnaire;
  const char *text;
  gsize length;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  questionnaire = dd_questionnaire_parse (text, (gssize) length, path, &error);
  g_assert_no_error (error);
  return questionnaire;
}

/* What is known of a case beside the answers; all nullable. */
typedef struct
{
  const char *access; /* the request's acknowledgement */
  const char *tests;  /* how they ended */
  const char *others; /* how many environments beyond the first are upgraded */
  const char *met;    /* the required input that is there */
} Known;

static DdRecord *
make_evidence (const char *input)
{
  DdRecord *row = dd_record_new (&dd_input_evidence_entity, NULL);

  dd_record_set_text (row, "input", input);
  dd_record_set_integer (row, "met_at", 1000);
  dd_record_set_text (row, "evidence", "seen");
  dd_record_set_text (row, "recorded_by", "Anna");
  return row;
}

static DdScope *
make_scope (const char *service_id,
            const char *answers_json,
            const Known *known,
            DdFindingOverride override,
            const char *exclusion)
{
  g_autoptr (DdService) service = fixture_shipped (service_id);
  g_autoptr (DdQuestionnaire) questionnaire = load_questionnaire (service_id);
  g_autoptr (DdAnswers) answers = answers_of (answers_json);
  g_autoptr (DdFacts) facts = dd_facts_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  const DdScopeRequest request = {
    .service = service,
    .questionnaire = questionnaire,
    .answers = answers,
    .facts = facts,
    .program = "platinum",
    .deployment = "on-premise",
    .inputs = inputs,
    .findings = findings,
  };

  dd_facts_set_field (facts, "access", known->access);
  dd_facts_set_fact (facts, "non-functional-tests", known->tests);
  dd_facts_set_fact (facts, "other-environments", known->others);
  if (known->met != NULL)
    g_ptr_array_add (inputs, make_evidence (known->met));
  if (override != DD_FINDING_OVERRIDE_NONE)
    {
      DdRecord *row = dd_record_new (&dd_finding_entity, NULL);

      dd_record_set_text (row, "exclusion", exclusion);
      dd_record_set_integer (row, "override", override);
      dd_record_set_text (row, "override_reason", "It was agreed.");
      g_ptr_array_add (findings, row);
    }
  return dd_scope_new (&request);
}

/* --- Exclusions --- */

typedef struct
{
  const char *name;
  const char *exclusion;
  const char *answers;
  Known known;
  DdFindingOverride override;
  const char *state;   /* that counts */
  const char *because; /* single quotes stand for double ones */
  const char *told;    /* stands in the explanation */
} Row;

#define ACCESS "no-access"
#define OTHER  "other-environments"
#define CUSTOM "custom-components"

#define ACCESS_QUESTION                                                                            \
  "“Can Platinum Services be given access, with Read and Write privileges, to this environment?”"

static const Row rows[] = {
  /* No access */
  { "access not asked yet",
    ACCESS,
    "{}",
    { "yes" },
    0,
    "unknown",
    "[{'question':'access','answer':null}]",
    "is not answered." },
  { "access given",
    ACCESS,
    "{'access':'yes'}",
    { "yes" },
    0,
    "clear",
    "[{'field':'access','answer':'yes'},{'question':'access','answer':'yes'}]",
    "The question " ACCESS_QUESTION " is answered: Yes." },
  { "access given, not acknowledged",
    ACCESS,
    "{'access':'yes'}",
    { "no" },
    0,
    "unknown",
    "[{'field':'access','answer':null}]",
    "The request does not tell" },
  { "no access",
    ACCESS,
    "{'access':'no'}",
    { NULL },
    0,
    "triggered",
    "[{'question':'access','answer':'no'}]",
    ACCESS_QUESTION " is answered: No." },
  { "access later",
    ACCESS,
    "{'access':'later'}",
    { "yes" },
    0,
    "conditional",
    "[{'question':'access','answer':'later'},{'fact':'access','answer':null}]",
    "is answered: Yes, but later. The required input “access” is not there yet." },
  { "access later, not acknowledged",
    ACCESS,
    "{'access':'later'}",
    { NULL },
    0,
    "conditional",
    "[{'question':'access','answer':'later'},{'fact':'access','answer':null}]",
    "Yes, but later." },
  { "access later, and there now",
    ACCESS,
    "{'access':'later'}",
    { "yes", .met = "access" },
    0,
    "clear",
    "[{'field':'access','answer':'yes'},{'question':'access','answer':'later'},"
    "{'fact':'access','answer':'met'}]",
    "The required input “access” is there." },
  { "request and questionnaire contradict",
    ACCESS,
    "{'access':'no'}",
    { "yes" },
    0,
    "triggered",
    "[{'question':'access','answer':'no'},{'field':'access','answer':'yes','contradicts':true}]",
    "is answered: No. That is contradicted; the worse of both counts. The request says yes to" },
  { "evidence and questionnaire contradict",
    ACCESS,
    "{'access':'no'}",
    { "yes", .met = "access" },
    0,
    "triggered",
    "[{'question':'access','answer':'no'},{'field':'access','answer':'yes','contradicts':true},"
    "{'fact':'access','answer':'met','contradicts':true}]",
    "That is contradicted; the worse of both counts." },
  { "no access, decided otherwise",
    ACCESS,
    "{'access':'no'}",
    { NULL },
    DD_FINDING_OVERRIDE_CLEAR,
    "clear",
    "[{'question':'access','answer':'no'}]",
    "is answered: No. Decided instead: In scope. It was agreed." },
  { "access, decided otherwise",
    ACCESS,
    "{'access':'yes'}",
    { "yes" },
    DD_FINDING_OVERRIDE_TRIGGERED,
    "triggered",
    "[{'field':'access','answer':'yes'},{'question':'access','answer':'yes'}]",
    "Decided instead: Out of scope. It was agreed." },

  /* Multiple Environment Assistance */
  { "others not asked yet",
    OTHER,
    "{}",
    { NULL },
    0,
    "unknown",
    "[{'question':'other-environments','answer':null}]",
    "is not answered." },
  { "no others",
    OTHER,
    "{'other-environments':'no'}",
    { NULL },
    0,
    "clear",
    "[{'question':'other-environments','answer':'no'},"
    "{'fact':'other-environments','answer':null}]",
    "One environment is upgraded in the case." },
  { "help with others",
    OTHER,
    "{'other-environments':'yes'}",
    { NULL },
    0,
    "triggered",
    "[{'question':'other-environments','answer':'yes'}]",
    "is answered: Yes." },
  { "a second environment",
    OTHER,
    "{'other-environments':'no'}",
    { .others = "1" },
    0,
    "triggered",
    "[{'fact':'other-environments','answer':'1'},"
    "{'question':'other-environments','answer':'no','contradicts':true}]",
    "1 other environment is upgraded in the case. That is contradicted;" },
  { "two more, as was said",
    OTHER,
    "{'other-environments':'yes'}",
    { .others = "2" },
    0,
    "triggered",
    "[{'question':'other-environments','answer':'yes'},"
    "{'fact':'other-environments','answer':'2'}]",
    "2 other environments are upgraded in the case." },
  { "help with others, decided otherwise",
    OTHER,
    "{'other-environments':'yes'}",
    { NULL },
    DD_FINDING_OVERRIDE_CLEAR,
    "clear",
    "[{'question':'other-environments','answer':'yes'}]",
    "Decided instead: In scope. It was agreed." },

  /* Customized components */
  { "custom not asked yet",
    CUSTOM,
    "{}",
    { .tests = "not-run" },
    0,
    "unknown",
    "[{'question':'custom-components','answer':null}]",
    "is not answered." },
  { "none customized",
    CUSTOM,
    "{'custom-components':'no'}",
    { .tests = "not-run" },
    0,
    "clear",
    "[{'question':'custom-components','answer':'no'}]",
    "is answered: No." },
  { "none customized, tests failed",
    CUSTOM,
    "{'custom-components':'no'}",
    { .tests = "failed" },
    0,
    "clear",
    "[{'question':'custom-components','answer':'no'}]",
    "is answered: No." },
  { "customized, tests not run",
    CUSTOM,
    "{'custom-components':'yes'}",
    { .tests = "not-run" },
    0,
    "conditional",
    "[{'question':'custom-components','answer':'yes'},"
    "{'fact':'non-functional-tests','answer':'not-run'}]",
    "is answered: Yes. The non-functional tests have no result yet." },
  { "customized, tests passed",
    CUSTOM,
    "{'custom-components':'yes'}",
    { .tests = "passed" },
    0,
    "clear",
    "[{'fact':'non-functional-tests','answer':'passed'}]",
    "The non-functional tests have passed." },
  { "customized, tests failed",
    CUSTOM,
    "{'custom-components':'yes'}",
    { .tests = "failed" },
    0,
    "triggered",
    "[{'question':'custom-components','answer':'yes'},"
    "{'fact':'non-functional-tests','answer':'failed'}]",
    "The non-functional tests have failed." },
  { "tests failed, custom not asked",
    CUSTOM,
    "{}",
    { .tests = "failed" },
    0,
    "unknown",
    "[{'question':'custom-components','answer':null}]",
    "is not answered." },
  { "customized, decided otherwise",
    CUSTOM,
    "{'custom-components':'yes'}",
    { .tests = "failed" },
    DD_FINDING_OVERRIDE_CLEAR,
    "clear",
    "[{'question':'custom-components','answer':'yes'},"
    "{'fact':'non-functional-tests','answer':'failed'}]",
    "Decided instead: In scope. It was agreed." },
};

/* What each service's document says of its exclusions. */
typedef struct
{
  const char *service;
  const char *citation;
  const char *custom_name;
  const char *custom_triggered;
  const char *custom_conditional;
} Document;

static const Document documents[] = {
  { "cx-process", "CX Process v17, Exclusions", "Non-Standard components",
    "Out of scope: a paid engagement may be necessary.",
    "Depends on what is still to come: a paid engagement may be necessary then." },
  { "messenger", "Messenger v28, Exclusions", "Customized Plugins or Services",
    "Out of scope: a paid engagement would be required.",
    "Depends on what is still to come: a paid engagement would be required then." },
};

/* What a finding comes to, with the document's own certainty. */
static const char *
get_expected_words (const Document *document, const Row *row)
{
  gboolean custom = strcmp (row->exclusion, CUSTOM) == 0;

  if (strcmp (row->state, "clear") == 0)
    return "In scope: this exclusion does not apply.";
  if (strcmp (row->state, "unknown") == 0)
    return "Not known yet: an answer is missing.";
  if (strcmp (row->state, "conditional") == 0)
    return custom ? document->custom_conditional
                  : "Depends on what is still to come: a paid engagement will be required then.";
  if (custom)
    return document->custom_triggered;
  return strcmp (row->exclusion, OTHER) == 0 ? "Out of scope: a paid engagement would be required."
                                             : "Out of scope: a paid engagement will be required.";
}

static void
check_row (const Document *document, const Row *row)
{
  g_autoptr (DdScope) scope =
      make_scope (document->service, row->answers, &row->known, row->override, row->exclusion);
  const DdScopeFinding *finding = dd_scope_find (scope, row->exclusion);
  g_autofree char *citation = dd_scope_cite (scope, finding->exclusion->section);
  g_autofree char *words = dd_scope_finding_to_words (finding);
  g_autofree char *explained = dd_scope_finding_explain (scope, finding);
  g_autoptr (JsonNode) node = dd_scope_grounds_to_node (finding->grounds);
  g_autofree char *because = g_strdelimit (json_to_string (node, FALSE), "\"", '\'');

  g_assert_cmpstr (dd_enum_get_nick (dd_finding_state_get_type (), finding->state), ==, row->state);
  g_assert_cmpstr (because, ==, row->because);
  g_assert_cmpstr (citation, ==, document->citation);
  g_assert_cmpstr (words, ==, get_expected_words (document, row));
  if (strstr (explained, row->told) == NULL)
    g_error ("“%s” does not stand in “%s”", row->told, explained);
}

static void
test_row (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    check_row (&documents[i], data);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      const Known known = { NULL };
      g_autoptr (DdScope) scope =
          make_scope (documents[i].service, "{}", &known, DD_FINDING_OVERRIDE_NONE, NULL);

      g_assert_cmpuint (scope->findings->len, ==, 3);
      g_assert_cmpstr (dd_scope_find (scope, CUSTOM)->exclusion->name, ==,
                       documents[i].custom_name);
      g_assert_null (dd_scope_find (scope, "no-exclusion"));
    }
}

/* An answer to a question that is not asked any more decides nothing. */
static void
test_hidden (void)
{
  g_autoptr (DdService) service =
      fixture_parse ("<service id='s' product='S' document-version='1'>"
                     "<exclusion id='e' effect='paid-engagement' certainty='will'><text>E</text>"
                     "<when><equals question='b' value='yes'/></when></exclusion>"
                     "<exclusion id='f' effect='paid-engagement' certainty='will'><text>F</text>"
                     "</exclusion><phase><activity id='a'/></phase></service>");
  g_autoptr (DdQuestionnaire) questionnaire =
      parse_questions ("<question id='a' type='yes-no'><label>A</label></question>"
                       "<question id='b' type='yes-no'><label>B</label>"
                       "<when><equals question='a' value='yes'/></when></question>");
  g_autoptr (DdAnswers) answers = answers_of ("{'a':'no','b':'yes'}");
  DdScopeRequest request = { .service = service, .answers = answers };
  g_autoptr (DdScope) all = dd_scope_new (&request);
  g_autoptr (DdScope) asked = NULL;
  g_autofree char *words = NULL;

  request.questionnaire = questionnaire;
  asked = dd_scope_new (&request);
  g_assert_cmpint (dd_scope_find (all, "e")->state, ==, DD_FINDING_TRIGGERED);
  g_assert_cmpint (dd_scope_find (asked, "e")->state, ==, DD_FINDING_UNKNOWN);

  /* A rule without a condition is for a person to judge. */
  words = dd_scope_finding_to_words (dd_scope_find (asked, "f"));
  g_assert_cmpint (dd_scope_find (asked, "f")->state, ==, DD_FINDING_UNKNOWN);
  g_assert_cmpstr (words, ==, "Not known: the rule has no condition, a person must decide.");
}

/* --- The scope as a whole --- */

static void
test_state (void)
{
  const Known known = { "yes", "not-run", NULL, NULL };
  const struct
  {
    const char *answers;
    DdFindingState state;
  } states[] = {
    { "{}", DD_FINDING_UNKNOWN },
    { "{'access':'yes','other-environments':'no','custom-components':'no'}", DD_FINDING_CLEAR },
    { "{'access':'yes','other-environments':'no','custom-components':'yes'}",
      DD_FINDING_CONDITIONAL },
    { "{'access':'yes','other-environments':'yes','custom-components':'yes'}",
      DD_FINDING_TRIGGERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (DdScope) scope =
          make_scope ("cx-process", states[i].answers, &known, DD_FINDING_OVERRIDE_NONE, NULL);

      g_assert_cmpint (dd_scope_get_state (scope), ==, states[i].state);
    }
}

/* --- Eligibility --- */

typedef struct
{
  const char *name;
  const char *program;
  const char *deployment;
  DdEligible eligible;
  const char *words;
} EligibleRow;

static const EligibleRow eligible_rows[] = {
  { "member", "platinum", "on-premise", DD_ELIGIBLE_YES, "The customer is eligible." },
  { "as people write it", "Platinum", "On premise", DD_ELIGIBLE_YES, "The customer is eligible." },
  { "another program", "gold", "on-premise", DD_ELIGIBLE_NO,
    "The customer is not eligible. The customer’s support program is gold; it must be platinum." },
  { "in the cloud", "platinum", "cloud", DD_ELIGIBLE_NO,
    "The customer is not eligible. The customer’s deployment is cloud; it must be on-premise." },
  { "nothing known", NULL, "", DD_ELIGIBLE_UNKNOWN,
    "It is not known whether the customer is eligible. The customer’s support program is not "
    "known; it must be platinum. The customer’s deployment is not known; it must be on-premise." },
  { "cloud decides alone", NULL, "cloud", DD_ELIGIBLE_NO,
    "The customer is not eligible. The customer’s support program is not known; it must be "
    "platinum. The customer’s deployment is cloud; it must be on-premise." },
};

static void
test_eligible (gconstpointer data)
{
  const EligibleRow *row = data;

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (DdService) service = fixture_shipped (documents[i].service);
      const DdScopeRequest request = { .service = service,
                                       .program = row->program,
                                       .deployment = row->deployment };
      g_autoptr (DdScope) scope = dd_scope_new (&request);
      g_autofree char *words = dd_scope_eligible_to_words (scope);

      g_assert_cmpint (scope->eligible, ==, row->eligible);
      g_assert_cmpstr (words, ==, row->words);
      g_assert_cmpint (dd_scope_get_state (scope), ==,
                       row->eligible == DD_ELIGIBLE_NO ? DD_FINDING_TRIGGERED : DD_FINDING_UNKNOWN);
    }
}

/* --- Required inputs --- */

static void
test_inputs (void)
{
  const Known known = { .access = "yes", .met = "access" };
  g_autoptr (DdScope) scope =
      make_scope ("cx-process", "{}", &known, DD_FINDING_OVERRIDE_NONE, NULL);
  const DdScopeInput *access = dd_scope_find_input (scope, "access");
  const DdScopeInput *software = dd_scope_find_input (scope, "software");
  g_autofree char *there = dd_scope_input_to_words (access);
  g_autofree char *missing = dd_scope_input_to_words (software);

  g_assert_cmpuint (scope->inputs->len, ==, 4);
  g_assert_cmpint (access->met_at, ==, 1000);
  g_assert_cmpstr (access->recorded_by, ==, "Anna");
  g_assert_cmpstr (there, ==, "It is there: seen");
  g_assert_cmpuint (access->gates->len, ==, 1);
  g_assert_cmpstr (((DdActivity *) access->gates->pdata[0])->id, ==, "upgrade-gate");
  g_assert_cmpint (software->met_at, ==, DD_INSTANT_NONE);
  g_assert_cmpstr (missing, ==, "Not there yet.");
  g_assert_null (dd_scope_find_input (scope, "papers"));
}

/* "All information" is suggested by a request that tells all that it must, "the documents" by a
 * questionnaire that is complete; a person confirms either. */
static void
test_suggested (void)
{
  g_autoptr (DdService) service =
      fixture_parse ("<service id='s' product='S' document-version='1'>"
                     "<input id='information' shown-by='request'>I</input>"
                     "<input id='documents' shown-by='questionnaire'>D</input>"
                     "<input id='access'>A</input>"
                     "<request><field id='reason' type='text' required='true'>R</field>"
                     "<field id='access' type='acknowledgement' required='true'>A</field>"
                     "<field id='note' type='text'>N</field></request>"
                     "<phase><activity id='a'/></phase></service>");
  g_autoptr (DdQuestionnaire) questionnaire =
      parse_questions ("<question id='a' type='yes-no' required='yes'><label>A</label></question>");
  const struct
  {
    const char *reason;
    const char *access;
    const char *answers;
    gboolean information;
    gboolean documents;
  } cases[] = {
    { NULL, NULL, "{}", FALSE, FALSE },         { "Because", NULL, "{}", FALSE, FALSE },
    { "Because", "no", "{}", FALSE, FALSE },    { "Because", "yes", "{}", TRUE, FALSE },
    { NULL, "yes", "{'a':'no'}", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DdAnswers) answers = answers_of (cases[i].answers);
      g_autoptr (DdFacts) facts = dd_facts_new ();
      const DdScopeRequest request = {
        .service = service, .questionnaire = questionnaire, .answers = answers, .facts = facts
      };
      g_autoptr (DdScope) scope = NULL;
      g_autofree char *words = NULL;

      dd_facts_set_field (facts, "reason", cases[i].reason);
      dd_facts_set_field (facts, "access", cases[i].access);
      scope = dd_scope_new (&request);
      g_assert_cmpint (dd_scope_find_input (scope, "information")->suggested, ==,
                       cases[i].information);
      g_assert_cmpint (dd_scope_find_input (scope, "documents")->suggested, ==, cases[i].documents);
      g_assert_false (dd_scope_find_input (scope, "access")->suggested);
      words = dd_scope_input_to_words (dd_scope_find_input (scope, "documents"));
      g_assert_cmpstr (words, ==,
                       cases[i].documents
                           ? "Not recorded, but everything it asks for is there: confirm it."
                           : "Not there yet.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/scope/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (eligible_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/scope/eligible/", eligible_rows[i].name, NULL);
      g_test_add_data_func (path, &eligible_rows[i], test_eligible);
    }
  g_test_add_func ("/scope/names", test_names);
  g_test_add_func ("/scope/hidden", test_hidden);
  g_test_add_func ("/scope/state", test_state);
  g_test_add_func ("/scope/inputs", test_inputs);
  g_test_add_func ("/scope/suggested", test_suggested);
  return g_test_run ();
}
