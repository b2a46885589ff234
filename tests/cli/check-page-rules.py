#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page judges as Drydock does: conditions, what is asked, what is wrong with answers.

check-page-rules.py CONDITION-CASES VALUE-CASES PAGE-CASES FOLDER: random forms and random values, with
what Drydock makes of each, and the same from the scripts of the page (in FOLDER), run in a browser.
They must say the same, to the letter of each message.
"""

import json
import os
import subprocess
import sys
import tempfile

from browser import Browser, Page, find

SEED = os.environ.get("DD_TEST_SEED", "1")
CASES = 4000

# Judges all cases of a questionnaire as the page would.
JUDGE = """
  const [page, cases] = Answers.parse(JSON.stringify(args));
  const truth = (value) => (value === undefined ? 'unknown' : String(value));
  return cases.map((one) => {
    page.fields = one.fields;
    page.facts = one.facts;
    const visible = Rules.findVisible(page, one.answers);
    const lookup = Rules.createLookup(page, one.answers, visible);
    const found = { truths: {}, sections: {}, visible: [], issues: [] };
    for (const section of page.sections) {
      found.sections[section.id] = truth(Rules.judge(section.when, lookup));
      for (const question of section.questions) {
        found.truths[question.id] = truth(Rules.judge(question.when, lookup));
        if (!visible.has(question.id))
          continue;
        found.visible.push(question.id);
        for (const problem of Rules.check(question, one.answers[question.id], page.words))
          found.issues.push({
            question: question.id,
            row: problem.row === undefined ? -1 : problem.row,
            column: problem.column === undefined ? null : problem.column,
            kind: problem.kind,
            severity: problem.soft ? 'warning' : 'error',
            message: problem.text,
          });
      }
    }
    return found;
  });
"""


def make_cases(make, page_cases):
    cases = subprocess.run([make, SEED, str(CASES)], check=True, stdout=subprocess.PIPE)
    pages = subprocess.run([page_cases], check=True, input=cases.stdout, stdout=subprocess.PIPE)
    return json.loads(pages.stdout)["questionnaires"]


def write_blank(folder, scripts):
    """A page with the scripts that judge, and nothing to show."""
    path = os.path.join(folder, "rules.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write("<!DOCTYPE html><meta charset=utf-8><title>Rules</title>")
        for name in ("answers.js", "rules.js"):
            with open(os.path.join(scripts, name), encoding="utf-8") as script:
                file.write("<script>%s</script>" % script.read())
    return path


def compare(questionnaire, expected, found):
    for name in ("truths", "sections", "visible", "issues"):
        if name in expected and expected[name] != found[name]:
            print("seed %s: %s differ" % (SEED, name))
            print("Drydock: ", json.dumps(expected[name], ensure_ascii=False))
            print("the page:", json.dumps(found[name], ensure_ascii=False))
            print("answers: ", json.dumps(expected["answers"], ensure_ascii=False))
            print("fields:  ", expected["fields"], "facts:", expected["facts"])
            print(questionnaire["xml"])
            sys.exit(1)


def main():
    if find() is None:
        print("Chromium is not installed")
        sys.exit(77)
    conditions, values, page_cases, scripts = sys.argv[1:]
    n_cases = n_truths = n_issues = n_unknown = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = Page(browser, write_blank(folder, scripts))
        for questionnaire in make_cases(conditions, page_cases) + make_cases(values, page_cases):
            cases = questionnaire["cases"]
            results = page.run(JUDGE, questionnaire["page"], cases)
            for expected, found in zip(cases, results):
                compare(questionnaire, expected, found)
                truths = list(expected.get("truths", {}).values())
                n_cases += 1
                n_truths += len(truths)
                n_unknown += truths.count("unknown")
                n_issues += len(expected["issues"])
    print("%d cases, %d conditions (%d unknown), %d issues: the same"
          % (n_cases, n_truths, n_unknown, n_issues))
    # A test that compares nothing would pass as well.
    assert n_cases >= 2 * CASES and n_unknown > 0 and n_issues > CASES


main()
