#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The round trip with a customer, with a browser in the customer's place.

check-page.py DRYDOCKCTL QUESTIONNAIRE.xml: exports the questionnaire of a case as a page, fills it in
as a person would, saves, and imports what was saved. Answers come back to the last character,
nothing in them becomes markup or script, and the page asks the world for nothing.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from browser import Browser, Page, find

# Texts that break what is not careful.
REMARKS = "Zeile 1 „äöüß“ 'q' \"Q\"\n  <img src=x onerror=fail()>\t😀👩‍💻"
CONTACT = "</script><script>fail()</script> שלום مرحبا \u202e \\ &amp; ${x} {{title}} %s"
BUILDER = "O’Brien & Søn <b>"


class Desk:
    """Drydock, in a folder of its own."""

    def __init__(self, program, questionnaire, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        own = os.path.join(folder, "data", "drydock", "questionnaires")
        os.makedirs(own)
        shutil.copy(questionnaire, os.path.join(own, "cx-process.xml"))
        self.run("case", "new", "cx-process", "--customer", "Acme <b>&amp; Söhne")
        self.case = self.read("case", "list")["cases"][0]["id"]

    def run(self, *arguments, status=0):
        result = subprocess.run([self.program, *arguments, "--database", "t.db"], cwd=self.folder,
                                env=dict(os.environ, XDG_DATA_HOME=self.folder + "/data"),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert result.returncode == status, (arguments, result)
        assert "CRITICAL" not in result.stderr, result.stderr
        return result.stdout if status == 0 else result.stderr

    def read(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))

    def get_answers(self):
        shown = self.read("questionnaire", "show", self.case)
        return {q["id"]: q["answer"] for q in shown["questions"] if q["answer"] is not None}

    def export(self, name):
        self.run("questionnaire", "export", self.case, name)
        return os.path.join(self.folder, name)


def equal(found, expected):
    assert found == expected, "found %r, expected %r" % (found, expected)


def is_shown(page, selector):
    return page.run("const e = document.querySelector(args[0]);"
                    "return e !== null && e.checkVisibility();", selector)


def get_problems(page, question):
    return page.run("""
      return Array.from(document.querySelectorAll('#q-' + args[0] + ' .problem'))
        .filter((e) => e.checkVisibility()).map((e) => e.textContent);""", question)


def get_missing(page):
    return page.run("return Array.from(document.querySelectorAll('.missing a'), (a) => a.textContent);")


def pick(page, question, n):
    page.click("#q-%s .option:nth-of-type(%d) input" % (question, n))


def leave(page):
    """Tab out of the field, as a person does."""
    page.press("Tab", 9)


def save(page, browser):
    page.click(".bar button.main")
    return browser.wait_download()


def check_beginning(page):
    """What Drydock knew is there; texts of the questionnaire are texts."""
    equal(page.run("return document.querySelector('h1').textContent;"),
          "Upgrade of <b>everything</b> & more")
    equal(page.run("return document.title;"),
          "Upgrade of <b>everything</b> & more – Acme <b>&amp; Söhne, CX Process")
    equal(page.run("return document.querySelectorAll('h1 *, .about *, .help i, main script').length;"),
          0)
    equal(page.run("return document.querySelector('#q-contact-field').value;"), CONTACT)
    equal(page.run("return document.querySelector('#q-constructor-field').value;"), "")
    equal(page.run("return typeof window.fail;"), "undefined")


def check_conditions(page):
    assert not is_shown(page, "#q-database-name")
    pick(page, "database", 3)
    assert is_shown(page, "#q-database-name")
    assert "Which database?" in get_missing(page)
    page.type("#q-database-name-field", "Hidden, but kept")
    pick(page, "database", 2)
    assert not is_shown(page, "#q-database-name")
    assert "Which database?" not in get_missing(page)
    # A section, on two conditions, one of which is not known yet.
    assert not is_shown(page, "#s-large")
    page.type("#q-users-field", "1001")
    assert not is_shown(page, "#s-large")
    pick(page, "cluster", 1)
    assert is_shown(page, "#s-large") and is_shown(page, ".contents a[href='#s-large']")
    page.type("#q-nodes-field", "4")
    pick(page, "cluster", 2)
    assert not is_shown(page, "#s-large")


def check_validation(page):
    def says(question, text, *problems):
        page.type("#q-%s-field" % question, text)
        leave(page)
        equal(get_problems(page, question), list(problems))
        equal(page.run("return document.querySelector('#q-' + args[0] + '-field')"
                       ".getAttribute('aria-invalid');", question), "true" if problems else None)

    says("mail", "kim", "Enter a mail address, such as kim@example.com.")
    says("mail", "kim@example.com")
    says("users", "12a", "Enter a whole number.")
    says("users", "5001", "Enter a number from 1 to 5,000.")
    says("users", " 250 ")
    says("installed", "x1", "Enter a version, like 6.2 or 11.3.0.1.")
    says("installed", "8.9", "Versions before 9 cannot be upgraded.")
    says("installed", "10.2 SP1")
    says("remarks", "😀" * 81, "Enter at most 80 characters.")
    says("remarks", "😀" * 80)
    # A field for dates takes keys, not text.
    page.run("const e = document.querySelector('#q-start-field'); e.value = '2025-12-31';"
             "e.dispatchEvent(new Event('input'));")
    page.focus("#q-start-field")
    for _ in range(4):
        leave(page)
    equal(get_problems(page, "start"), ["Enter a day in 2026 or 2027."])
    page.run("const e = document.querySelector('#q-start-field'); e.value = '2026-02-28';"
             "e.dispatchEvent(new Event('input'));")
    equal(get_problems(page, "start"), [])


def fill_table(page):
    row = "#q-components tbody tr:nth-child(%d) td:nth-child(%d) %s"
    page.type(row % (1, 1, "input"), "Menü </td>")
    page.type(row % (1, 2, "input"), "0")
    leave(page)
    equal(get_problems(page, "components"), ["Enter 1 or more."])
    page.type(row % (1, 2, "input"), "3")
    equal(get_problems(page, "components"), [])
    page.click("#q-components .add")
    equal(page.run("return document.activeElement.getAttribute('aria-label');"), "Name, row 2")
    page.type(row % (2, 1, "input"), "To be removed")
    page.click("#q-components .add")
    page.type(row % (3, 2, "input"), "7")
    page.run("const e = document.querySelector(args[0]); e.value = 'service';"
             "e.dispatchEvent(new Event('change'));", row % (3, 3, "select"))
    leave(page)
    equal(get_problems(page, "components"), ["This must be answered."])
    page.type(row % (3, 1, "input"), "Dienst")
    page.click("#q-components tbody tr:nth-child(2) .remove")
    equal(page.run("return document.querySelectorAll('#q-components tbody tr').length;"), 2)


def check_resume(page):
    """All is there again after a reload, also what is hidden and what is no answer yet."""
    page.type("#q-users-field", "many")
    page.type("#by", "Zoë “Z” <b>")
    page.reload()
    equal(page.run("return ['#q-users-field', '#by', '#q-remarks-field', '#q-database-name-field']"
                   ".map((s) => document.querySelector(s).value);"),
          ["many", "Zoë “Z” <b>", REMARKS, "Hidden, but kept"])
    equal(page.run("return document.querySelectorAll('#q-components tbody tr').length;"), 2)
    assert "Users" in get_missing(page)
    page.type("#q-users-field", "250")


def fill(page):
    check_conditions(page)
    check_validation(page)
    page.type("#q-remarks-field", REMARKS)
    page.type("#q-constructor-field", BUILDER)
    pick(page, "parts", 3)
    pick(page, "parts", 1)
    fill_table(page)
    page.click("#q-backup-field")
    check_resume(page)
    equal(get_missing(page), [])
    equal(page.run("return document.getElementById('progress-text').textContent;"), "10 of 10 done")


EXPECTED = {
    "contact": CONTACT, "mail": "kim@example.com", "remarks": REMARKS, "users": 250,
    "installed": "10.2 SP1", "start": "2026-02-28", "database": "oracle",
    "parts": ["mobile", "reports"], "cluster": "no", "constructor": BUILDER,
    "components": [{"count": 3, "name": "Menü </td>"},
                   {"count": 7, "kind": "service", "name": "Dienst"}],
    "backup": True,
}


def check_name_needed(page):
    page.click(".bar button.main")
    equal(page.run("return document.activeElement.id;"), "by")
    assert is_shown(page, "#by-problem")


def check_import(desk, path):
    preview = desk.read("questionnaire", "import", desk.case, path, "--dry-run")
    changes = {q["id"]: q["change"] for q in preview["questions"]}
    equal(changes, dict({q: "new" for q in EXPECTED}, contact="equal"))
    equal(desk.get_answers(), {"contact": CONTACT})
    desk.run("questionnaire", "import", desk.case, path)
    equal(desk.get_answers(), EXPECTED)
    shown = desk.read("questionnaire", "show", desk.case)
    by = {q["id"]: q["answered_by"] for q in shown["questions"] if q["answer"] is not None}
    equal(set(by.values()), {"Zoë “Z” <b>", "Kim"})
    equal(shown["progress"]["missing"], 0)
    desk.run("undo")
    equal(desk.get_answers(), {"contact": CONTACT})
    desk.run("redo")
    equal(desk.get_answers(), EXPECTED)


def check_second_round(desk, browser, path):
    """A newer page, and the file of the older one: what the customer wrote stays, what changed
    here comes through, and what changed on both sides is told."""
    desk.run("questionnaire", "set", desk.case, "mail=lee@example.com", "users=300")
    page = Page(browser, desk.export("second.html"))
    # The same browser still has what was typed: it is brought together with what is new here.
    equal(page.run("return ['#q-mail-field', '#q-users-field', '#q-remarks-field']"
                   ".map((s) => document.querySelector(s).value);"),
          ["kim@example.com", "250", REMARKS])
    page.run("window.confirm = () => true;")
    page.click(".notice button")
    equal(page.run("return ['#q-mail-field', '#q-users-field']"
                   ".map((s) => document.querySelector(s).value);"), ["lee@example.com", "300"])
    page.type("#q-users-field", "400")
    page.choose_file("input[type=file]", path)
    page.browser.wait_until(page, "return document.querySelector('.notice') !== null;")
    page.type("#q-mail-field", "max@example.com")
    again = save(page, browser)
    desk.run("questionnaire", "set", desk.case, "mail=zoe@example.com", "start=2026-03-01")
    refused = desk.run("questionnaire", "import", desk.case, again, status=1)
    assert "(mail)" in refused or "mail" in refused, refused
    preview = desk.read("questionnaire", "import", desk.case, again, "--dry-run")
    changes = {q["id"]: q["change"] for q in preview["questions"] if q["change"] != "equal"}
    equal(changes["mail"], "conflict")
    equal(changes["start"], "kept")
    desk.run("questionnaire", "import", desk.case, again, "--conflicts=keep")
    equal(desk.get_answers()["mail"], "zoe@example.com")
    desk.run("questionnaire", "import", desk.case, again, "--conflicts=take")
    equal(desk.get_answers()["mail"], "max@example.com")
    equal(desk.get_answers()["start"], "2026-03-01")
    page.check_quiet()


def check_refusals(desk, browser, path):
    """The page and Drydock refuse the same files."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    page = Page(browser, desk.export("refusals.html"))
    for name, damage, words in [
            ("cut", text[:-40], "only a part"),
            ("changed", text.replace("kim@", "tim@"), "damaged"),
            ("other", "{}", "no "),
    ]:
        bad = os.path.join(desk.folder, name + ".drydock-answers")
        with open(bad, "w", encoding="utf-8") as file:
            file.write(damage)
        before = desk.get_answers()
        refused = desk.run("questionnaire", "import", desk.case, bad, status=1)
        assert words in refused and refused.count("\n") == 1, refused
        equal(desk.get_answers(), before)
        page.run("document.querySelectorAll('.notice').forEach((e) => e.remove());")
        page.choose_file("input[type=file]", bad)
        browser.wait_until(page, "return document.querySelector('.notice.error') !== null;")
    page.check_quiet()


def check_no_storage(desk, browser):
    """A browser that keeps nothing says so, and saving still works."""
    page = Page(browser, desk.export("forgetful.html"), """
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('no storage'); } });
    """)
    assert "keeps no answers" in page.run("return document.querySelector('.notice').textContent;")
    page.type("#q-remarks-field", "not kept")
    page.type("#by", "Zoë")
    with open(save(page, browser), encoding="utf-8") as file:
        equal(json.load(file)["answers"]["remarks"], "not kept")
    page.check_quiet()


def main():
    if find() is None:
        print("Chromium is not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        desk = Desk(sys.argv[1], sys.argv[2], folder)
        desk.run("questionnaire", "set", desk.case, "contact=" + CONTACT, "--by", "Kim")
        page = Page(browser, desk.export("first.html"))
        check_beginning(page)
        check_name_needed(page)
        fill(page)
        path = save(page, browser)
        page.check_quiet()
        check_import(desk, path)
        check_second_round(desk, browser, path)
        check_refusals(desk, browser, path)
        check_no_storage(desk, browser)


main()
