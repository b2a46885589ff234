# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside: what a screen reader is told of it, and a keyboard to drive it."""

import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# No wait takes longer than this, in seconds, unless something is wrong.
BOUND = 30
# A text field does not tell that it has the focus: whatever is silent for so long is one.
SILENCE = 0.5


class Node:
    """One thing that a screen reader is told of, as it was when it was read."""

    def __init__(self, accessible, parent):
        states = accessible.get_state_set()
        self.accessible = accessible
        self.parent = parent
        self.key = path_of(accessible)
        self.role = accessible.get_role_name()
        self.name = accessible.get_name() or ""
        self.description = accessible.get_description() or ""
        self.focusable = states.contains(Atspi.StateType.FOCUSABLE)
        self.sensitive = states.contains(Atspi.StateType.SENSITIVE)
        self.size = size_of(accessible)
        self.children = []

    def is_laid_out(self):
        return self.size[0] > 0 and self.size[1] > 0

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __str__(self):
        return f"{self.role} “{self.name}”"


def path_of(accessible):
    return accessible.path


def size_of(accessible):
    component = accessible.get_component_iface()
    if component is None:
        return (0, 0)
    extents = component.get_extents(Atspi.CoordType.WINDOW)
    return (extents.width, extents.height)


class Program:
    """A running program, its windows and its focus."""

    def __init__(self, command):
        Atspi.init()
        self.focus = None
        self.told = 0
        self.listener = Atspi.EventListener.new(self.on_focused)
        self.listener.register("object:state-changed:focused")
        self.process = subprocess.Popen(command)

    def on_focused(self, event):
        if event.detail1 == 1:
            self.focus = event.source
            self.told += 1

    def check_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with status {self.process.returncode}")

    def wait(self, condition, what, bound=BOUND):
        """Handles what is told until the condition holds. Returns: what it is then."""
        end = time.monotonic() + bound
        context = GLib.MainContext.default()
        while True:
            self.check_alive()
            while context.iteration(False):
                pass
            value = attempt(condition)
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"waited {bound} s for {what}")
            time.sleep(0.005)

    def windows(self):
        """The windows of the program, the newest last."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid:
                # What the library remembers is older than what is there.
                application.set_cache_mask(Atspi.Cache.NONE)
                count = application.get_child_count()
                return [application.get_child_at_index(i) for i in range(count)]
        return []

    def front_window(self):
        """Returns: (nullable) the window that opened last"""
        windows = [window for window in self.windows() if window is not None]
        return windows[-1] if windows else None

    def read(self):
        """Returns: (nullable) the tree of the window that opened last, all of it"""
        window = attempt(self.front_window)
        return read_tree(window) if window is not None else None

    def press(self, key):
        self.check_alive()
        subprocess.run(["xdotool", "key", key], check=True)

    def press_and_look(self, key):
        """Presses a key that moves the focus. Returns: the path of what has it then; None for a
        text field, which does not tell."""
        told = self.told
        self.press(key)
        try:
            self.wait(lambda: self.told > told, "the focus", SILENCE)
        except AssertionError:
            self.check_alive()
            return None
        return path_of(self.focus)

    def end(self):
        self.process.terminate()
        self.process.wait(BOUND)
        return self.process.returncode


def attempt(function):
    """What is read can go away meanwhile; then there is no answer yet."""
    try:
        return function()
    except GLib.Error:
        return None


def read_tree(accessible, parent=None):
    node = attempt(lambda: Node(accessible, parent))
    if node is None:
        return None
    count = attempt(accessible.get_child_count) or 0
    for index in range(count):
        child = attempt(lambda: accessible.get_child_at_index(index))
        read = read_tree(child, node) if child is not None else None
        if read is not None:
            node.children.append(read)
    return node
