# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks over every page without a pointer, and looks at each as a screen reader does.

Each page is opened by keys alone. Whatever can have the focus there must have a name of its own and
a role, neighbours must differ, and Tab and Shift+Tab must come to every control and leave it again.

Arguments: drydock, drydockctl, the file for the report (page, role, name).
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from reader import Program, attempt, path_of

# GTK names what has no name after its type.
TYPE_NAME = re.compile(r"^(Gtk|Adw|Gdk|Dd)[A-Z]\w+$")
# What only holds others: the focus goes to those.
CONTAINERS = {"scroll pane", "list", "tree table", "table", "panel", "filler", "frame", "page tab list"}
# What Tab must come to by itself. Rows and cells are reached by arrows, from the list they are in.
STOPS = {"push button", "toggle button", "check box", "radio button", "combo box", "page tab", "link"}
ROLES = CONTAINERS | STOPS | {
    "entry", "image", "label", "list item", "menu item", "spin button", "table cell", "table row", "text",
    "scroll bar", "slider", "check menu item", "radio menu item", "dialog"}
# Buttons of the window's frame, which the window's own keys stand for.
FRAME = {"Minimize", "Maximize", "Restore", "Close"}
# No page has more stops.
MOST_STOPS = 150
# So many text fields can follow each other.
MOST_SILENT = 40

HOSTS = {
    "DdTodayPage", "DdCasesPage", "DdTimelinePage", "DdServicesPage", "DdCasePage", "DdCasePlanTab",
    "DdCaseRequestTab", "DdFormTab", "DdScopeTab", "DdCaseHistoryTab"}


class Page:
    """What is walked over: how it is called, and the types that hold it, where a window has more."""

    def __init__(self, name, *hosts):
        self.name = name
        self.others = HOSTS - set(hosts) if hosts else set()

    def controls(self, tree):
        """What of the tree is laid out, can have the focus and belongs to the page."""
        for node in tree.walk():
            if not node.focusable or not node.is_laid_out() or node.name in FRAME:
                continue
            if not any(parent.name in self.others for parent in node.ancestors()):
                yield node


class Walk:
    def __init__(self, program, report):
        self.program = program
        self.report = report
        self.faults = []
        self.reached = set()  # in the window, on its pages before

    def fault(self, page, words):
        self.faults.append(f"{page.name}: {words}")
        print(self.faults[-1], flush=True)

    # What a screen reader is told.

    def check_names(self, page, controls):
        for node in controls:
            self.report.append((page.name, node.role, node.name))
            if node.role not in ROLES:
                self.fault(page, f"{node} has an unknown role")
            if node.role in CONTAINERS or is_of_toolkit(node):
                continue
            if node.name == "" or TYPE_NAME.match(node.name):
                self.fault(page, f"{node} in {place_of(node)} has no name")

    def check_neighbours(self, page, controls):
        seen = set()
        for node in controls:
            key = (id(node.parent), node.role, node.name, node.description)
            if key in seen and node.role in STOPS:
                self.fault(page, f"two neighbours are a {node}")
            seen.add(key)

    # What the keyboard comes to.

    def go_round(self, page, key):
        """Returns: every stop from here until the first one comes again"""
        stops = []
        silent = 0
        while len(stops) < MOST_STOPS:
            stop = self.program.press_and_look(key)
            silent = silent + 1 if stop is None else 0
            if silent > MOST_SILENT:
                self.fault(page, f"{key} does not leave after {name_of(self.program.focus)}")
                return stops
            if stop is not None and stops.count(stop) > 1:
                return stops
            if stop is not None:
                stops.append(stop)
        self.fault(page, f"{key} does not come round")
        return stops

    def check_stops(self, page):
        # What has the focus can change what else there is, as the last row of a list of sections does
        # that is come to backwards: what there is at last has been walked over forwards.
        reached = set(self.go_round(page, "shift+Tab")) | set(self.go_round(page, "Tab"))
        # Of a window with pages the ones before are still told of.
        reached |= self.reached
        self.reached = reached
        controls = list(page.controls(self.program.wait(self.program.read, page.name)))
        # A header bar keeps a second set of tabs for when it is narrow, and shows one of the two.
        tabs = {node.name for node in controls if node.role == "page tab" and node.key in reached}
        for node in controls:
            if node.role == "page tab" and node.name in tabs:
                continue
            if node.role in STOPS and is_sensitive(node) and not is_inside(node, reached):
                self.fault(page, f"no Tab comes to {node} in {place_of(node)}")

    def look(self, page):
        tree = self.program.wait(self.program.read, f"the page {page.name}")
        controls = list(page.controls(tree))
        if not controls:
            self.fault(page, "there is nothing that can have the focus")
        self.check_names(page, controls)
        self.check_neighbours(page, controls)
        self.check_stops(page)

    # Going somewhere.

    def go_to(self, role, name):
        """Tab until a control with this role and name, any name for None, has the focus."""
        for _ in range(MOST_STOPS):
            if self.program.press_and_look("Tab") is None:
                continue
            focus = self.program.focus
            if attempt(focus.get_role_name) == role and name in (None, attempt(focus.get_name)):
                return
        raise AssertionError(f"no Tab comes to the {role} “{name}”")

    def press_until(self, key, condition, what):
        self.program.press(key)
        self.program.wait(condition, what)

    def title(self):
        window = self.program.front_window()
        return window.get_name() if window is not None else ""

    def is_there(self, role, name):
        tree = self.program.read()
        return tree is not None and any(
            node.role == role and node.name == name and node.is_laid_out() for node in tree.walk())


def name_of(accessible):
    return attempt(accessible.get_name) if accessible is not None else "nothing"


def place_of(node):
    return next((parent.name for parent in node.ancestors() if parent.name), "the window")


def is_of_toolkit(node):
    """What GTK and libadwaita put into theirs and do not name; what holds it is named."""
    inside = {parent.role for parent in node.ancestors()}
    header = node.role == "table row" and node.parent.role == "tree table"
    search = node.role == "push button" and node.name == "GtkImage"
    return header or search or "combo box" in inside


def is_sensitive(node):
    return node.sensitive and all(parent.sensitive for parent in node.ancestors())


def is_inside(node, reached):
    """Whether it, or for a part of a menu button or of a row the whole, is reached; of choices that
    exclude each other, between which arrows go, one."""
    group = [node] + [other for other in node.parent.children if other.role == node.role == "check box"]
    return any(other.key in reached for other in group) or any(
        parent.key in reached for parent in node.ancestors() if parent.role in STOPS | {"text"})


# The walk itself.

PLACES = [("alt+1", "Today", "DdTodayPage"), ("alt+2", "Cases", "DdCasesPage"),
          ("alt+3", "Timeline", "DdTimelinePage"), ("alt+4", "Services", "DdServicesPage")]
TABS = [("Plan", "DdCasePlanTab"), ("Request", "DdCaseRequestTab"), ("Questionnaire", "DdFormTab"),
        ("Scope", "DdScopeTab"), ("History", "DdCaseHistoryTab")]


def walk_places(walk):
    for key, name, host in PLACES:
        walk.press_until(key, lambda: walk.title().startswith(name), name)
        walk.program.wait(lambda: settled(walk), f"what is in {name}")
        walk.look(Page(name, host))


def settled(walk):
    """Whether the tree is the same twice: what was loaded has come."""
    def shape():
        tree = walk.program.read()
        return [(node.key, node.name, node.size) for node in tree.walk()] if tree else None
    first = shape()
    return first is not None and first == shape()


def walk_case(walk):
    walk.press_until("alt+2", lambda: walk.title().startswith("Cases"), "the cases")
    walk.go_to("table row", None)
    walk.press_until("Down", lambda: True, "the first case")
    walk.press_until("Return", lambda: not walk.title().startswith("Cases"), "a case")
    for name, host in TABS:
        walk.go_to("page tab", name)
        walk.program.press("space")
        walk.program.wait(lambda: settled(walk), f"what is in {name}")
        walk.look(Page(f"Case, {name}", "DdCasePage", host))
    walk.press_until("alt+Left", lambda: walk.title().startswith("Cases"), "the way back")


def walk_window(walk, key, name, tabs=()):
    """A window that the key opens and Escape closes."""
    main = path_of(walk.program.front_window())
    walk.reached = set()
    walk.press_until(key, lambda: path_of(walk.program.front_window()) != main, name)
    walk.program.wait(lambda: settled(walk), f"what is in {name}")
    walk.look(Page(name))
    for tab in tabs:
        walk.go_to("page tab", tab)
        walk.program.press("space")
        walk.program.wait(lambda: settled(walk), f"what is in {tab}")
        walk.look(Page(f"{name}, {tab}"))
    walk.press_until("Escape", lambda: path_of(walk.program.front_window()) == main, "the way back")


def walk_menu(walk):
    """Each item of the main menu has the focus once, then the menu closes."""
    page = Page("Main Menu")
    names = []
    walk.press_until("F10", lambda: attempt(walk.program.focus.get_role_name) == "menu item", "the menu")
    while name_of(walk.program.focus) not in names:
        names.append(name_of(walk.program.focus))
        walk.report.append((page.name, "menu item", names[-1]))
        walk.program.press_and_look("Down")
    if len(names) < 5:
        walk.fault(page, f"only {len(names)} items have the focus")
    walk.program.press_and_look("Escape")
    if attempt(walk.program.focus.get_role_name) == "menu item":
        walk.fault(page, "Escape does not close it")


def walk_all(walk):
    walk_places(walk)
    walk_case(walk)
    walk_window(walk, "ctrl+n", "New Case")
    walk_window(walk, "ctrl+comma", "Preferences", ("Reminders", "Working Calendar"))
    walk_window(walk, "F1", "Keyboard Shortcuts")
    walk_menu(walk)


def main():
    drydock, drydockctl, report_file = sys.argv[1:4]
    report = []
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "walk.db")
        subprocess.run([drydockctl, "sample", "--database", database, "--cases", "12", "--seed", "1"],
                       check=True, stdout=subprocess.DEVNULL)
        program = Program([drydock, "--database", database])
        walk = Walk(program, report)
        try:
            program.wait(lambda: walk.title().endswith("Drydock"), "the window")
            program.wait(lambda: walk.is_there("list", "Places"), "the places")
            walk_all(walk)
        finally:
            program.end()
            lines = sorted({"\t".join(line) for line in report})
            Path(report_file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} controls on {len({page for page, _, _ in report})} pages, "
          f"{len(walk.faults)} faults")
    return 1 if walk.faults or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
