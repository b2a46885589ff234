/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-service-parser.h"

#include "plan-fixture.h"
#include "service-text.h"

#include <string.h>

/* --- The files of tests/data/services ---
 *
 * good-* are services. Neither the schema nor the parser takes bad-*; unsound-* are more than the
 * schema can tell. What the parser says of them stands in messages.txt, a line each: the code and
 * the message, in which "*" is GLib's own part. */

static const char *const codes[] = {
  [DD_MARKUP_ERROR_SYNTAX] = "syntax",       [DD_MARKUP_ERROR_ELEMENT] = "element",
  [DD_MARKUP_ERROR_ATTRIBUTE] = "attribute", [DD_MARKUP_ERROR_REFERENCE] = "reference",
  [DD_MARKUP_ERROR_CYCLE] = "cycle",
};

static void
test_good_file (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = read_service_file (data, &length);
  g_autoptr (DdService) service = dd_service_parse (text, length, data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (service);
  g_assert_cmpstr (service->origin, ==, data);
}

/* @data: "CODE FILE:LINE: …" */
static void
test_refused_file (gconstpointer data)
{
  const char *pattern = strchr (data, ' ') + 1;
  g_autofree char *name = g_strndup (pattern, strchr (pattern, ':') - pattern);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = NULL;
  gsize length;
  g_autofree char *text = read_service_file (name, &length);

  service = dd_service_parse (text, length, name, &error);
  g_assert_null (service);
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_MARKUP_ERROR);
  g_assert_null (strchr (error->message, '\n'));
  if (!g_pattern_match_simple (pattern, error->message))
    g_assert_cmpstr (error->message, ==, pattern);
  code = g_strndup (data, pattern - 1 - (const char *) data);
  g_assert_cmpstr (codes[error->code], ==, code);
}

static char **
read_messages (void)
{
  g_autofree char *text = read_service_file ("messages.txt", NULL);

  g_strchomp (text);
  return g_strsplit (text, "\n", -1);
}

/* No file stands there without being looked at. */
static void
test_every_file (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "services", NULL);
  g_autofree char *messages = read_service_file ("messages.txt", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *beginning = g_strdup_printf (" %s:", name);

      g_test_message ("%s", name);
      if (g_str_has_prefix (name, "bad-") || g_str_has_prefix (name, "unsound-"))
        g_assert_nonnull (strstr (messages, beginning));
      else
        g_assert_true (g_str_has_prefix (name, "good-") || g_str_equal (name, "messages.txt"));
    }
}

/* --- What is read --- */

static DdService *
parse_file (const char *name)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = read_service_file (name, &length);
  DdService *service = dd_service_parse (text, length, name, &error);

  g_assert_no_error (error);
  return service;
}

static void
test_head (void)
{
  g_autoptr (DdService) service = parse_file ("good-full.xml");
  const DdSentence *sentence;
  const DdInput *input;

  g_assert_cmpstr (service->id, ==, "full");
  g_assert_cmpstr (service->product, ==, "Everything");
  g_assert_cmpstr (service->document, ==, "All That There Is");
  g_assert_cmpstr (service->document_version, ==, "2.1");
  g_assert_cmpstr (service->recurrence, ==, "6m");

  g_assert_cmpuint (service->summaries->len, ==, 2);
  sentence = g_ptr_array_index (service->summaries, 0);
  g_assert_cmpstr (sentence->id, ==, "why");
  g_assert_cmpstr (sentence->text, ==, "What it is for.");
  g_assert_cmpstr (sentence->section, ==, "Benefits");
  sentence = g_ptr_array_index (service->summaries, 1);
  g_assert_null (sentence->id);
  g_assert_null (sentence->section);
  sentence = g_ptr_array_index (service->timeline, 0);
  g_assert_true (g_str_has_suffix (sentence->text, "the line is full, and then some more."));

  g_assert_cmpstr (service->eligibility->program, ==, "platinum");
  g_assert_cmpstr (service->eligibility->deployment, ==, "on-premise");
  g_assert_cmpstr (service->eligibility->text, ==, "Members only.");
  input = g_ptr_array_index (service->inputs, 0);
  g_assert_cmpstr (input->id, ==, "access");
  g_assert_cmpstr (input->text, ==, "Access to the host.");
}

static void
test_steps (void)
{
  g_autoptr (DdService) service = parse_file ("good-full.xml");
  const DdSentence *step, *part;

  g_assert_cmpuint (service->steps->len, ==, 2);
  step = g_ptr_array_index (service->steps, 1);
  g_assert_cmpstr (step->text, ==, "Somebody works.");
  g_assert_cmpuint (step->parts->len, ==, 2);
  part = g_ptr_array_index (step->parts, 1);
  g_assert_cmpstr (part->text, ==, "They do.");
  g_assert_cmpstr (part->section, ==, "Overview");
  g_assert_cmpuint (part->parts->len, ==, 2);
  part = g_ptr_array_index (part->parts, 1);
  g_assert_cmpstr (part->text, ==, "Then that.");
  g_assert_cmpuint (part->parts->len, ==, 0);
}

static void
test_request (void)
{
  g_autoptr (DdService) service = parse_file ("good-full.xml");
  const DdRequestField *field;

  g_assert_cmpstr (service->request_title, ==, "[Customer Name] - Everything");
  g_assert_cmpstr (service->request_portal, ==, "https://portal.example/");
  g_assert_cmpstr (service->request_section, ==, "Request");
  g_assert_cmpuint (service->request_fields->len, ==, 5);
  field = g_ptr_array_index (service->request_fields, 0);
  g_assert_cmpstr (field->id, ==, "current-version");
  g_assert_cmpstr (field->type, ==, "version");
  g_assert_cmpstr (field->label, ==, "Current Version");
  g_assert_true (field->required);
  field = g_ptr_array_index (service->request_fields, 4);
  g_assert_cmpstr (field->type, ==, "text");
  g_assert_false (field->required);
}

static void
test_exclusions (void)
{
  g_autoptr (DdService) service = parse_file ("good-full.xml");
  const DdExclusion *exclusion = g_ptr_array_index (service->exclusions, 0);
  const DdCondition *when, *any, *all;

  g_assert_cmpstr (exclusion->name, ==, "No Access");
  g_assert_cmpstr (exclusion->effect, ==, "paid-engagement");
  g_assert_cmpstr (exclusion->certainty, ==, "will");
  g_assert_cmpstr (exclusion->wording, ==, "will be required");
  g_assert_cmpstr (exclusion->text, ==, "Without access it costs extra.");

  g_assert_cmpuint (exclusion->when->len, ==, 2);
  when = g_ptr_array_index (exclusion->when, 1);
  g_assert_cmpstr (when->name, ==, "when");
  g_assert_cmpuint (when->children->len, ==, 2);
  any = g_ptr_array_index (when->children, 0);
  g_assert_cmpstr (any->name, ==, "any");
  g_assert_cmpuint (any->children->len, ==, 3);
  all = g_ptr_array_index (any->children, 2);
  g_assert_cmpstr (all->name, ==, "all");
  g_assert_cmpstr (((DdCondition *) g_ptr_array_index (all->children, 0))->name, ==, "not");
  g_assert_cmpint (all->line, ==, 47);

  exclusion = g_ptr_array_index (service->exclusions, 1);
  g_assert_cmpstr (exclusion->name, ==, "custom");
  g_assert_cmpuint (exclusion->when->len, ==, 0);
}

static void
test_table (void)
{
  g_autoptr (DdService) service = parse_file ("good-full.xml");
  const DdActivity *ask = dd_service_find_activity (service, "ask");
  const DdActivity *prepare = dd_service_find_activity (service, "prepare");
  const DdActivity *host = dd_service_find_activity (service, "prepare-host");
  const DdActivity *gate = dd_service_find_activity (service, "gate");
  const DdActivity *upgrade = dd_service_find_activity (service, "upgrade");
  const DdPredecessor *predecessor;

  g_assert_cmpint (ask->kind, ==, DD_ACTIVITY_EVENT);
  g_assert_true (ask->after_given);
  g_assert_cmpuint (ask->after->len, ==, 0);
  g_assert_cmpuint (ask->details->len, ==, 2);
  g_assert_cmpstr (ask->cell->documented, ==, "N/A");
  g_assert_true (ask->cell->duration_given);
  g_assert_cmpstr (ask->cell->milestone->name, ==, "Request");
  g_assert_cmpstr (ask->cell->milestone->phase->name, ==, "Initiation");

  g_assert_true (prepare->cell == host->cell);
  g_assert_true (prepare->cell->parallel);
  g_assert_false (prepare->after_given);
  g_assert_cmpuint (host->after->len, ==, 2);
  predecessor = &g_array_index (host->after, DdPredecessor, 0);
  g_assert_cmpstr (predecessor->id, ==, "ask");
  g_assert_cmpint (predecessor->lag.upper.count, ==, 2);
  g_assert_cmpint (predecessor->lag.upper.unit, ==, DD_DURATION_HOUR);

  g_assert_cmpint (gate->kind, ==, DD_ACTIVITY_GATE);
  g_assert_cmpuint (gate->inputs->len, ==, 2);
  g_assert_true (gate->cell->implicit);
  g_assert_false (gate->cell->duration_given);
  g_assert_true (gate->cell->milestone->implicit);

  g_assert_cmpstr (upgrade->not_before, ==, "2026-12-01");
  g_assert_cmpint (upgrade->share, ==, 3);
  g_assert_cmpuint (upgrade->owner, ==, DD_OWNER_CUSTOMER | DD_OWNER_CONSULTANT);
  g_assert_cmpstr (upgrade->cell->headline->documented, ==, "typically a week");
  g_assert_cmpint (upgrade->line, ==, 89);
  g_assert_cmpint (upgrade->cell->line, ==, 88);
}

/* Levels that are left out are there all the same, and nothing is lost between them. */
static void
test_implicit (void)
{
  g_autoptr (DdService) service = parse_file ("good-implicit.xml");
  const DdPhase *phase = g_ptr_array_index (service->phases, 0);
  const DdMilestone *milestone;

  g_assert_cmpstr (phase->name, ==, "first");
  g_assert_cmpuint (phase->milestones->len, ==, 3);
  milestone = g_ptr_array_index (phase->milestones, 0);
  g_assert_true (milestone->implicit);
  g_assert_cmpstr (milestone->name, ==, "");
  g_assert_cmpuint (milestone->cells->len, ==, 3);
  milestone = g_ptr_array_index (phase->milestones, 1);
  g_assert_false (milestone->implicit);
  g_assert_cmpstr (milestone->name, ==, "m");
  milestone = g_ptr_array_index (phase->milestones, 2);
  g_assert_true (milestone->implicit);
  g_assert_null (milestone->id);

  phase = g_ptr_array_index (service->phases, 1);
  g_assert_null (phase->id);
  g_assert_cmpstr (phase->name, ==, "");
}

/* An activity without an id is called after its place, unless another one is. */
static void
test_names (void)
{
  const char *const ids[] = { "activity-1", "activity-3", "activity-3-3", "activity-3-2" };
  g_autoptr (DdService) service = parse_file ("good-names.xml");

  g_assert_cmpuint (service->activities->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);

      g_assert_cmpstr (activity->id, ==, ids[i]);
      g_assert_cmpstr (activity->name, ==, ids[i]);
      g_assert_true (dd_service_find_activity (service, ids[i]) == activity);
    }
}

/* Blanks, comments, CDATA, references, a byte order mark. */
static void
test_blanks (void)
{
  g_autoptr (DdService) service = parse_file ("good-blanks.xml");
  const DdSentence *summary = g_ptr_array_index (service->summaries, 0);
  const DdActivity *activity = g_ptr_array_index (service->activities, 1);

  g_assert_cmpstr (service->id, ==, "s");
  g_assert_cmpstr (service->product, ==, "CX Process");
  g_assert_cmpstr (summary->text, ==, "one two three & <four> five six&seven");
  g_assert_cmpuint (activity->after->len, ==, 2);
  g_assert_cmpstr (g_array_index (activity->after, DdPredecessor, 1).id, ==, "activity-1");
  g_assert_cmpint (activity->line, ==, 15);
}

/* --- What is handed over --- */

static void
test_length (void)
{
  const char *text = "<service id='s' product='S' document-version='1'><phase><activity/></phase>"
                     "</service>garbage";
  gsize length = strlen (text) - strlen ("garbage");
  g_autofree char *exact = g_malloc (length);
  g_autoptr (DdService) counted = NULL, terminated = NULL;

  memcpy (exact, text, length);
  counted = dd_service_parse (exact, length, "counted", NULL);
  g_assert_nonnull (counted);
  terminated = dd_service_parse (text, -1, "terminated", NULL);
  g_assert_null (terminated);
}

static const struct
{
  const char *origin;
  const char *message;
} origins[] = {
  { "", ":1: it is empty; expected <service>" },
  { "a file.xml", "a file.xml:1: it is empty; expected <service>" },
  { "two\nlines\t", "two lines :1: it is empty; expected <service>" },
  { "gr\xfc\xdf", "gr\xef\xbf\xbd\xef\xbf\xbd:1: it is empty; expected <service>" },
};

static void
test_origin (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dd_service_parse ("", 0, origins[i].origin, &error));
      g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, origins[i].message);
    }
}

/* Whatever a file is cut off at, it is refused, and in one line. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *text = read_service_file ("good-full.xml", &length);

  g_strchomp (text);
  length = strlen (text);
  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *part = g_malloc (n + 1);
      g_autoptr (GError) error = NULL;

      memcpy (part, text, n);
      g_assert_null (dd_service_parse (part, n, "part", &error));
      g_assert_true (error->domain == DD_MARKUP_ERROR);
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* --- Limits --- */

static void
test_too_large (void)
{
  gsize length = DD_SERVICE_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', length);
  g_assert_null (dd_service_parse (text, length, "large.xml", &error));
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==,
                   "large.xml:1: it has more than 33554432 bytes; expected fewer");
  g_clear_error (&error);

  g_assert_null (dd_service_parse (text, length - 1, "blank.xml", &error));
  g_assert_cmpstr (error->message, ==, "blank.xml:1: it is empty; expected <service>");
}

/* Two parallel cells of @n: n × n predecessors. */
static DdService *
parse_parallel (guint n, GError **error)
{
  g_autoptr (GString) xml =
      g_string_new ("<service id='s' product='S' document-version='1'><phase>");

  for (guint i = 0; i < 2; i++)
    {
      g_string_append (xml, "<cell order='parallel'>");
      for (guint j = 0; j < n; j++)
        g_string_append (xml, "<activity/>");
      g_string_append (xml, "</cell>");
    }
  g_string_append (xml, "</phase></service>");
  return dd_service_parse (xml->str, xml->len, "parallel.xml", error);
}

static void
test_too_many_predecessors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) most = parse_parallel (2000, &error);
  g_autoptr (DdService) more = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (most);
  more = parse_parallel (2001, &error);
  g_assert_null (more);
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_REFERENCE);
  g_assert_cmpstr (error->message, ==,
                   "parallel.xml:1: <service>: its activities wait for each other in too many "
                   "ways; expected at most 4000000 predecessors in all");
}

/* As many predecessors as written: @n_activities times @n_words. */
static DdService *
parse_waiting (guint n_activities, guint n_words, GError **error)
{
  g_autoptr (GString) xml = g_string_new ("<service id='s' product='S' document-version='1'><phase>"
                                          "<activity id='a'/>");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (words, "a ");
  for (guint i = 0; i < n_activities; i++)
    g_string_append_printf (xml, "<activity after='%s'/>", words->str);
  g_string_append (xml, "</phase></service>");
  return dd_service_parse (xml->str, xml->len, "waiting.xml", error);
}

static void
test_too_many_written_predecessors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) most = parse_waiting (400, 10000, &error);
  g_autoptr (DdService) more = NULL, in_one = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (most);
  more = parse_waiting (401, 10000, &error);
  g_assert_null (more);
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_REFERENCE);
  g_clear_error (&error);
  in_one = parse_waiting (1, DD_SERVICE_MAX_ACTIVITIES + 1, &error);
  g_assert_null (in_one);
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_ATTRIBUTE);
}

static void
test_too_many_activities (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) xml =
      g_string_new ("<service id='s' product='S' document-version='1'><phase>");

  for (guint i = 0; i <= DD_SERVICE_MAX_ACTIVITIES; i++)
    g_string_append (xml, "<activity/>");
  g_string_append (xml, "</phase></service>");
  g_assert_null (dd_service_parse (xml->str, xml->len, "many.xml", &error));
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_ELEMENT);
  g_assert_cmpstr (
      error->message, ==,
      "many.xml:1: <activity>: it is one too many; expected at most 200000 activities");
}

/* As many as a definition can be asked to hold: each waits for the one before by name. */
static void
test_many_activities (void)
{
  const guint n = 100000;
  g_autoptr (GString) xml =
      g_string_new ("<service id='s' product='S' document-version='1'><phase>");
  g_autoptr (DdService) service = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append (xml, "<activity id='t0'/>");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (xml, "<cell duration='1d'><activity id='t%u' after='t%u+1d'/></cell>",
                            i, i - 1);
  g_string_append (xml, "</phase></service>");
  service = dd_service_parse (xml->str, xml->len, "many.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (service->activities->len, ==, n);
  g_assert_cmpuint (dd_service_find_activity (service, "t99999")->index, ==, n - 1);
}

/* What is quoted is cut off, so that a message stays one that can be read. */
static void
test_long_values (void)
{
  g_autofree char *long_word = g_strnfill (1000000, 'x');
  const char *const places[] = { "<%s/>",
                                 "<phase %s='1'/>",
                                 "<phase><cell duration='%s'/></phase>",
                                 "<phase>%s</phase>",
                                 "<phase><activity after='%s'/></phase>",
                                 "<summary>&%s;</summary>",
                                 "<headline from='%s'/>",
                                 "</%s>" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (GStrv) around = g_strsplit (places[i], "%s", 2);
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = g_strconcat ("<service id='s' product='S' document-version='1'>",
                                          around[0], long_word, around[1], "</service>", NULL);

      g_test_message ("%s", places[i]);
      g_assert_null (dd_service_parse (xml, -1, "long", &error));
      g_assert_cmpuint (strlen (error->message), <, 1500);
    }
}

static void
add_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "services", NULL);
  g_auto (GStrv) messages = read_messages ();
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  for (guint i = 0; messages[i] != NULL; i++)
    {
      const char *file = strchr (messages[i], ' ') + 1;
      g_autofree char *path =
          g_strdup_printf ("/service-parser/refused/%.*s", (int) strcspn (file, ":"), file);

      g_test_add_data_func_full (path, g_strdup (messages[i]), test_refused_file, g_free);
    }
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/service-parser/good/", name, NULL);

      if (g_str_has_prefix (name, "good-"))
        g_test_add_data_func_full (path, g_strdup (name), test_good_file, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_files ();
  g_test_add_data_func ("/service-parser/good/cx-process", "cx-process.xml", test_good_file);
  g_test_add_data_func ("/service-parser/good/messenger", "messenger.xml", test_good_file);
  g_test_add_func ("/service-parser/every-file", test_every_file);
  g_test_add_func ("/service-parser/head", test_head);
  g_test_add_func ("/service-parser/steps", test_steps);
  g_test_add_func ("/service-parser/request", test_request);
  g_test_add_func ("/service-parser/exclusions", test_exclusions);
  g_test_add_func ("/service-parser/table", test_table);
  g_test_add_func ("/service-parser/implicit", test_implicit);
  g_test_add_func ("/service-parser/names", test_names);
  g_test_add_func ("/service-parser/blanks", test_blanks);
  g_test_add_func ("/service-parser/length", test_length);
  g_test_add_func ("/service-parser/origin", test_origin);
  g_test_add_func ("/service-parser/truncated", test_truncated);
  g_test_add_func ("/service-parser/too-large", test_too_large);
  g_test_add_func ("/service-parser/too-many-predecessors", test_too_many_predecessors);
  g_test_add_func ("/service-parser/too-many-written-predecessors",
                   test_too_many_written_predecessors);
  g_test_add_func ("/service-parser/too-many-activities", test_too_many_activities);
  g_test_add_func ("/service-parser/many-activities", test_many_activities);
  g_test_add_func ("/service-parser/long-values", test_long_values);
  return g_test_run ();
}
