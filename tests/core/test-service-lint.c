/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "lint/dd-service-lint.h"
#include "service-fixture.h"

#define SERVICE(content) "<service id='s' product='S' document-version='1'>" content "</service>"
#define TABLE(rows)      SERVICE ("<phase name='All'>" rows "</phase>")

/* Returns: (transfer full): what @rule finds in @xml, one "SECTION|ACTIVITY|MESSAGE|READING" a line
 */
static char *
tell (GPtrArray *findings, const char *rule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const DdLintFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->rule, rule))
        g_string_append_printf (text, "%s%s|%s|%s|%s", text->len > 0 ? "\n" : "",
                                finding->section != NULL ? finding->section : "",
                                finding->activity != NULL ? finding->activity : "",
                                finding->message, finding->reading);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Each rule, on a definition it has something to say about, and on one it has not --- */

typedef struct
{
  const char *name;
  const char *rule;
  const char *xml;
  const char *found; /* as tell() tells it, "" for nothing */
} Case;

#define A(id) "<activity id='" id "' name='" id "' owner='consultant'/>"
#define CELL(duration, documented, activities)                                                     \
  "<cell duration='" duration "' documented='" documented "' section='Table'>" activities "</cell>"
#define HEADLINE(from, to, duration, section)                                                      \
  "<headline from='" from "' to='" to "' duration='" duration "' documented='about " duration      \
  "' section='" section "'/>"
#define WITH(content, rows)  SERVICE (content "<phase name='All'>" rows "</phase>")
#define ACTIVITY(attributes) "<activity " attributes "/>"

static const Case cases[] = {
  { "range against figure", "headline-rows",
    WITH (HEADLINE ("a", "b", "2w", "Text"),
          CELL ("1w..2w", "1 - 2 weeks", A ("a")) CELL ("2d", "2 days", A ("b"))),
    "Text|a|“about 2w” (10 working days) is stated in Text, but the rows from a to b take 7 to 12 "
    "working days.|Drydock plans 7 working days, by the rows, and shows 12 working days as the "
    "cautious finish." },
  { "one row", "headline-rows",
    WITH (HEADLINE ("a", "a", "4h", "Text"), CELL ("1d", "1 day", A ("a"))),
    "Text|a|“about 4h” (4 working hours) is stated in Text for a, but its row takes 1 working "
    "day.|Drydock plans 1 working day, by the rows." },
  { "no words, no section", "headline-rows",
    WITH ("<headline from='a' to='b' duration='1h'/>", A ("a") A ("b")),
    "|a|1 working hour is stated in the document, but the rows from a to b take no working "
    "time.|Drydock plans no working time, by the rows." },
  { "sum agrees", "headline-rows",
    WITH (HEADLINE ("a", "b", "1w", "Text"),
          CELL ("3d", "3 days", A ("a")) CELL ("2d", "2 days", A ("b"))),
    "" },
  { "range agrees", "headline-rows",
    WITH (HEADLINE ("a", "b", "2d..3d", "Text"), CELL ("2d..3d", "2 - 3 days", A ("a") A ("b"))),
    "" },
  { "less than at most", "headline-rows",
    WITH (HEADLINE ("a", "a", "..1w", "Text"), CELL ("3d", "3 days", A ("a"))), "" },
  { "more than at most", "headline-rows",
    WITH (HEADLINE ("a", "a", "..1w", "Text"), CELL ("6d", "6 days", A ("a"))),
    "Text|a|“about ..1w” (5 working days) is stated in Text for a, but its row takes 6 working "
    "days.|Drydock plans 6 working days, by the rows." },
  { "side by side", "headline-rows",
    WITH (HEADLINE ("a", "d", "3d", "Text"),
          CELL ("1d", "1 day", A ("a")) CELL ("1d", "1 day", ACTIVITY ("id='b' after='a'"))
              CELL ("1d", "1 day", ACTIVITY ("id='c' after='a'"))
                  CELL ("1d", "1 day", ACTIVITY ("id='d' after='b c'"))),
    "" },
  { "lag counts", "headline-rows",
    WITH (HEADLINE ("a", "b", "1w", "Text"),
          CELL ("1d", "1 day", A ("a")) CELL ("2d", "2 days", ACTIVITY ("id='b' after='a+2d'"))),
    "" },
  { "whole parallel cell", "headline-rows",
    WITH (HEADLINE ("a", "b", "2d", "Text"),
          "<cell duration='2d' order='parallel'>" A ("a") A ("b") "</cell>"),
    "" },
  { "rows that do not wait for each other", "headline-rows",
    WITH (HEADLINE ("a", "b", "2d", "Text"),
          CELL ("1d", "1 day", A ("a")) CELL ("1d", "1 day", ACTIVITY ("id='b' after=''"))),
    "" },

  { "same rows", "headline-headline",
    WITH (HEADLINE ("a", "a", "1d", "Text") HEADLINE ("a", "a", "2d", "FAQ"), A ("a")),
    "Text|a|“about 1d” (1 working day) is stated in Text, “about 2d” (2 working days) in "
    "FAQ.|Drydock takes neither, and plans by the rows." },
  { "same start", "headline-headline",
    WITH (HEADLINE ("a", "b", "2w", "Text") HEADLINE ("a", "a", "1w", "FAQ"), A ("a") A ("b")),
    "Text|a|“about 2w” (10 working days) is stated in Text, “about 1w” (5 working days) in "
    "FAQ.|Drydock takes the first as the time from a to b, the second as that to a, and plans by "
    "the rows." },
  { "one figure in two units", "headline-headline",
    WITH (HEADLINE ("a", "a", "5d", "Text") HEADLINE ("a", "a", "1w", "FAQ"), A ("a")), "" },
  { "one section", "headline-headline",
    WITH (HEADLINE ("a", "b", "2w", "Text") HEADLINE ("a", "a", "1w", "Text"), A ("a") A ("b")),
    "" },
  { "another start", "headline-headline",
    WITH (HEADLINE ("a", "b", "2w", "Text") HEADLINE ("b", "b", "1w", "FAQ"), A ("a") A ("b")),
    "" },

  { "typically", "headline-typical",
    WITH ("<headline from='a' to='a' duration='1d' documented='Typically 1 day' section='Text'/>",
          A ("a")),
    "Text|a|“Typically 1 day” in Text states no limit.|Drydock plans by the rows. Where a case "
    "needs longer, its durations are changed, with the reason." },
  { "at most", "headline-typical",
    WITH ("<headline from='a' to='a' duration='1d' documented='Max 1 day'/>", A ("a")), "" },

  { "window", "row-sum",
    TABLE (CELL ("1d", "1 day", A ("a"))
               CELL ("..1w", "Max 1 week", ACTIVITY ("id='b' kind='window'"))),
    "Table||The printed durations add up to 6 working days, but the finish comes after 1 working "
    "day.|Drydock plans 1 working day, from what each row waits for. What comes after the finish "
    "is not counted: b." },
  { "side by side", "row-sum",
    TABLE (CELL ("1d..2d", "1 - 2 days", A ("a"))
               CELL ("1d", "1 day", ACTIVITY ("id='b' after=''"))),
    "Table||The printed durations add up to 2 to 3 working days, but the finish comes after 1 to 2 "
    "working days.|Drydock plans 1 to 2 working days, from what each row waits for." },
  { "one after the other", "row-sum",
    TABLE (CELL ("1d", "1 day", A ("a")) CELL ("1d", "1 day", A ("b"))), "" },
  { "nothing printed", "row-sum",
    TABLE ("<cell duration='1d'>" A ("a") "</cell><cell duration='1d'>" ACTIVITY (
        "id='b' after=''") "</cell>"),
    "" },

  { "lower end", "range", TABLE (CELL ("1w..2w", "1 - 2 weeks", A ("a") A ("b"))),
    "Table|a|The duration of a and b is a range, “1 - 2 weeks”.|Drydock plans 5 working days (the lower "
    "end) and shows 10 working days as the cautious finish." },
  { "headline inside", "range",
    WITH (HEADLINE ("a", "a", "3d", "Text"), "<cell duration='2d..4d'>" A ("a") "</cell>"),
    "|a|The duration of a is a range, 2 to 4 working days.|Drydock plans 3 working days (as the text "
    "says) and shows 4 working days as the cautious finish." },
  { "one figure", "range", TABLE (CELL ("1w", "1 week", A ("a"))), "" },
  { "at most", "range", TABLE (CELL ("..1w", "Max 1 week", A ("a"))), "" },

  { "window", "at-most", TABLE (CELL ("..1w", "Max 1 week", ACTIVITY ("id='a' kind='window'"))),
    "Table|a|“Max 1 week” for a is a limit, not a duration.|Drydock keeps it open for 5 working days, "
    "after the finish." },
  { "task", "at-most", TABLE (CELL ("..1w", "Max 1 week", A ("a"))),
    "Table|a|“Max 1 week” for a is a limit, not a duration.|Drydock plans all of it, 5 working "
    "days." },
  { "one figure", "at-most", TABLE (CELL ("1w", "1 week", A ("a"))), "" },

  { "in sequence", "merged-duration", TABLE (CELL ("1d", "1 day", A ("a") A ("b") A ("c"))),
    "Table|a|“1 day” is printed once for a, b and c.|Drydock reads one cell: one after the other, "
    "they take 1 working day." },
  { "side by side", "merged-duration",
    TABLE ("<cell duration='1d' documented='1 day' order='parallel'>" A ("a") A ("b") "</cell>"),
    "|a|“1 day” is printed once for a and b.|Drydock reads one cell: they run side by side, each "
    "for 1 working day." },
  { "nothing printed", "merged-duration", TABLE ("<cell duration='1d'>" A ("a") A ("b") "</cell>"),
    "" },
  { "one row", "merged-duration", TABLE (CELL ("1d", "1 day", A ("a"))), "" },
  { "long list", "merged-duration",
    TABLE (CELL ("1d", "1 day", A ("a") A ("b") A ("c") A ("d") A ("e") A ("f") A ("g") A ("h"))),
    "Table|a|“1 day” is printed once for a, b, c, d, e, f and 2 more.|Drydock reads one cell: one "
    "after the other, they take 1 working day." },

  { "blank cell", "no-duration",
    TABLE ("<cell section='Table'>" ACTIVITY ("id='a' kind='event'") "</cell>"),
    "Table|a|There is no duration for a.|Drydock plans a moment that takes no working time." },
  { "bare task", "no-duration", TABLE (A ("a")),
    "|a|There is no duration for a.|Drydock plans a moment that takes no working time." },
  { "bare event and gate", "no-duration",
    TABLE (ACTIVITY ("id='a' kind='event'") ACTIVITY ("id='b' kind='gate'")), "" },
  { "duration", "no-duration", TABLE ("<cell duration='0'>" A ("a") "</cell>"), "" },

  { "not applicable", "no-figure", TABLE (CELL ("0", "N/A", ACTIVITY ("id='a' kind='event'"))),
    "Table|a|The duration of a is “N/A”.|Drydock plans a moment that takes no working time." },
  { "figure", "no-figure", TABLE (CELL ("1d", "a day", A ("a"))), "" },

  { "owner above", "blank-owner",
    TABLE ("<cell>" ACTIVITY ("id='a' owner='manager'") ACTIVITY ("id='b'")
               ACTIVITY ("id='c'") "</cell>"),
    "|b|There is no owner for b and c.|Drydock takes the owner above: Platinum Project Manager." },
  { "several owners above", "blank-owner",
    TABLE ("<cell>" ACTIVITY ("id='a' owner='customer'") ACTIVITY ("id='b'")
               ACTIVITY ("id='c' owner='customer consultant'") ACTIVITY ("id='d'") "</cell>"),
    "|b|There is no owner for b.|Drydock takes the owner above: Customer.\n"
    "|d|There is no owner for d.|Drydock takes the owner above: Customer and Platinum "
    "Consultant." },
  { "nobody above", "blank-owner", TABLE (ACTIVITY ("id='a'")),
    "|a|There is no owner for a.|Drydock gives it to: Platinum Consultant." },
  { "owner", "blank-owner", TABLE (A ("a")), "" },
  { "gate", "blank-owner", TABLE (ACTIVITY ("id='a' kind='gate'")), "" },

  { "milestones", "same-name",
    SERVICE ("<phase name='One'><milestone name='Hand-off'>" A (
        "a") "</milestone></phase>"
             "<phase name='Two'><milestone name='Hand-off'>" A ("b") "</milestone></phase>"),
    "|b|The milestone Hand-off stands in One, and again in Two.|Drydock keeps both, in their "
    "order." },
  { "activities", "same-name",
    TABLE (ACTIVITY ("id='a' name='Test' section='Table'")
               ACTIVITY ("id='b' name='Test' section='Table'")),
    "Table|b|Two activities are called Test.|Drydock keeps both, in their order." },
  { "no names", "same-name",
    TABLE ("<milestone>" A ("a") "</milestone><milestone>" A ("b") "</milestone>" A ("c")), "" },

  { "table and text", "business-day",
    WITH ("<next-step section='Next'>An answer within 1 Business Day.</next-step>",
          CELL ("1d",
                "1 day",
                "<activity id='a'><detail>Be in touch within 1 day</detail></activity>")
              CELL ("1d", "1 day", A ("b")) CELL ("2d", "2 days", A ("c"))),
    "Next|a|There is “1 Business Day” in Next, but “1 day” in a and b.|Drydock counts both as "
    "working days of the calendar." },
  { "text and text", "business-day",
    WITH (
        "<step section='Steps'><text>It takes 3 days.</text><step section='Steps'>Done in 3 days.</step></step>"
        "<question-answer section='FAQ'><question>When?</question><answer>After 3 working "
        "days.</answer></question-answer>",
        A ("a")),
    "FAQ||There is “3 working days” in FAQ, but “3 days” in Steps.|Drydock "
    "counts both as working days of the calendar." },
  { "headline", "business-day",
    WITH ("<headline from='a' to='a' duration='1d' documented='within 1 business day'/>",
          CELL ("1d", "1 day", A ("a"))),
    "|a|There is “1 business day” in the document, but “1 day” in a.|Drydock counts both as "
    "working days of the calendar." },
  { "other figures", "business-day",
    WITH ("<next-step>An answer within 1 business day, or 11 days.</next-step>",
          CELL ("2d", "2 days", A ("a"))),
    "" },
  { "only business days", "business-day",
    WITH ("<next-step>Within 1 business day.</next-step>", CELL ("1d", "1 working day", A ("a"))),
    "" },
  { "only days", "business-day", TABLE (CELL ("1d", "1 day", A ("a"))), "" },

#define EXCLUSION(id, certainty, more)                                                             \
  "<exclusion id='" id "' effect='paid-engagement' certainty='" certainty "' " more                \
  " section='Limits'><text>No.</text></exclusion>"
  { "may and would", "certainty",
    WITH (EXCLUSION ("x", "will", "name='Ex'") EXCLUSION ("y", "would", "wording='would be'")
              EXCLUSION ("z", "may", ""),
          A ("a")),
    "Limits||Exclusions are not equally certain: “will” (Ex) and “would be” (y), but “may” "
    "(z).|Drydock takes “will” and “would” as certain once the condition is met, and “may” as "
    "possible." },
  { "will and would", "certainty",
    WITH (EXCLUSION ("x", "will", "") EXCLUSION ("y", "would", ""), A ("a")), "" },
  { "only may", "certainty", WITH (EXCLUSION ("x", "may", ""), A ("a")), "" },

  { "asked elsewhere", "gate-inputs",
    WITH ("<input id='x' section='List'>X</input><input id='y' section='Text'>Y</input>",
          ACTIVITY ("id='a' name='Ready' kind='gate' inputs='x y'")),
    "Text|a|Ready waits for “y”, which is asked for in Text but not in List.|Drydock lists it with the "
    "required inputs, and waits for it." },
  { "listed", "gate-inputs",
    WITH ("<input id='x' section='List'>X</input><input id='y' section='List'>Y</input>",
          ACTIVITY ("id='a' kind='gate' inputs='x y'")),
    "" },
  { "elsewhere but not needed", "gate-inputs",
    WITH ("<input id='x' section='List'>X</input><input id='y' section='Text'>Y</input>",
          ACTIVITY ("id='a' kind='gate'")),
    "" },

  { "no address", "request-portal", WITH ("<request title='T' section='Ask'/>", A ("a")),
    "Ask||No address is given for making the request.|Drydock shows the title and the fields "
    "without it." },
  { "address", "request-portal", WITH ("<request title='T' portal='https://x/'/>", A ("a")), "" },
  { "no request", "request-portal", TABLE (A ("a")), "" },
};

static void
test_rule (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (DdService) service = fixture_parse (item->xml);
  g_autoptr (GPtrArray) findings = dd_service_lint (service);
  g_autofree char *found = tell (findings, item->rule);

  g_assert_cmpstr (found, ==, item->found);
}

/* --- Two services --- */

typedef struct
{
  const char *name;
  const char *rule;
  const char *mine;
  const char *theirs;
  const char *found;
} Pair;

#define OTHER(content, rows)                                                                       \
  "<service id='o' product='O' document-version='1'>" content "<phase name='All'>" rows            \
  "</phase></service>"

static const Pair pairs[] = {
  { "may against would", "certainty", WITH (EXCLUSION ("x", "may", "name='Parts'"), A ("a")),
    OTHER (EXCLUSION ("x", "would", ""), A ("a")),
    "Limits||S says “may” (Parts), O says “would” (x).|Drydock takes each as its own document "
    "says: “may” as possible, “will” and “would” as certain once the condition is met." },
  { "will against would", "certainty", WITH (EXCLUSION ("x", "will", ""), A ("a")),
    OTHER (EXCLUSION ("x", "would", ""), A ("a")), "" },
  { "other exclusions", "certainty", WITH (EXCLUSION ("x", "may", ""), A ("a")),
    OTHER (EXCLUSION ("y", "would", ""), A ("a")), "" },
  { "two names", "activity-name", TABLE (ACTIVITY ("id='a' name='Support'")),
    OTHER ("", ACTIVITY ("id='b'") ACTIVITY ("id='a' name='Aftercare'")),
    "|a|S says “Support”, O says “Aftercare”.|Drydock takes them for the same activity, each under "
    "its own document's name." },
  { "one name", "activity-name", TABLE (A ("a") A ("c")), OTHER ("", A ("b") A ("a")), "" },
  { "gates", "activity-name", TABLE (ACTIVITY ("id='a' name='X' kind='gate'")), OTHER ("", A ("a")),
    "" },
  { "two owners", "activity-owner", TABLE (ACTIVITY ("id='a' owner='customer' section='Table'")),
    OTHER ("", A ("a")),
    "Table|a|a is for Customer in S, for Platinum Consultant in O.|Drydock takes each as its own "
    "document says." },
  { "one owner", "activity-owner", TABLE (A ("a")), OTHER ("", A ("a")), "" },
};

static void
test_pair (gconstpointer data)
{
  const Pair *item = data;
  g_autoptr (DdService) mine = fixture_parse (item->mine);
  g_autoptr (DdService) theirs = fixture_parse (item->theirs);
  g_autoptr (GPtrArray) findings = dd_service_lint_compare (mine, theirs);
  g_autofree char *found = tell (findings, item->rule);

  g_assert_cmpstr (found, ==, item->found);
}

/* --- The services that ship --- */

/* Rule and activity of every finding, in their order. */
static void
assert_found (GPtrArray *findings, const char *const *expected)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const DdLintFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *found =
          g_strdup_printf ("%s %s", finding->rule,
                           finding->activity != NULL ? finding->activity : finding->section);

      g_test_message ("%s: %s %s", finding->rule, finding->message, finding->reading);
      g_assert_cmpstr (found, ==, expected[i]);
    }
  g_assert_null (expected[findings->len]);
}

static void
test_cx_process (void)
{
  static const char *const expected[] = {
    "headline-typical backup",
    "headline-typical backup",
    "row-sum Process Detail",
    "at-most support",
    "merged-duration prepare-for-upgrade",
    "merged-duration backup",
    "merged-duration create-playbook",
    "merged-duration review-playbook",
    "no-figure create-request-case",
    "blank-owner upgrade-environment",
    "business-day respond-to-request",
    "certainty Exclusions",
    "gate-inputs upgrade-gate",
    NULL,
  };
  g_autoptr (DdService) service = fixture_shipped ("cx-process");
  g_autoptr (GPtrArray) findings = dd_service_lint (service);

  assert_found (findings, expected);
}

static void
test_messenger (void)
{
  static const char *const expected[] = {
    "headline-rows backup",
    "headline-rows backup",
    "headline-headline backup",
    "headline-typical backup",
    "headline-typical backup",
    "row-sum Process Detail",
    "range backup",
    "at-most support",
    "merged-duration prepare-for-upgrade",
    "merged-duration backup",
    "merged-duration create-playbook",
    "no-duration deliver-resources",
    "no-figure create-request-case",
    "blank-owner prepare-environment",
    "blank-owner upgrade-environment",
    "blank-owner deliver-resources",
    "blank-owner deliver-playbook",
    "same-name create-playbook",
    "business-day respond-to-request",
    "gate-inputs upgrade-gate",
    "request-portal Request an Upgrade",
    NULL,
  };
  g_autoptr (DdService) service = fixture_shipped ("messenger");
  g_autoptr (GPtrArray) findings = dd_service_lint (service);

  assert_found (findings, expected);
}

static void
test_shipped_pair (void)
{
  static const char *const expected[] = {
    "certainty Exclusions",
    "activity-name upgrade-environment",
    "activity-name support",
    "activity-owner prepare-environment",
    "activity-owner deliver-playbook",
    NULL,
  };
  g_autoptr (DdService) mine = fixture_shipped ("cx-process");
  g_autoptr (DdService) theirs = fixture_shipped ("messenger");
  g_autoptr (GPtrArray) findings = dd_service_lint_compare (mine, theirs);

  assert_found (findings, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lint/%s/%s", cases[i].rule, cases[i].name);
      g_test_add_data_func (path, &cases[i], test_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lint/compare/%s/%s", pairs[i].rule, pairs[i].name);
      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/lint/shipped/cx-process", test_cx_process);
  g_test_add_func ("/lint/shipped/messenger", test_messenger);
  g_test_add_func ("/lint/shipped/pair", test_shipped_pair);
  return g_test_run ();
}
