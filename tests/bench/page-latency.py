#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""page-latency.py PAGE.html: how long the page takes to open in a browser, and how long a character
that is typed takes: the scripts alone, and until the next frame is drawn."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))

from browser import Browser, Page, find  # pylint: disable=wrong-import-position

OPEN = """
  const [entry] = performance.getEntriesByType('navigation');
  return entry.loadEventEnd;
"""

TYPE = """
  return (async () => {
    const field = document.querySelector(args[0]);
    field.scrollIntoView({ block: 'center' });
    field.focus();
    const scripts = [];
    const frames = [];
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    for (let i = 0; i < 40; i++) {
      field.value += 'a';
      const begin = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      scripts.push(performance.now() - begin);
      await frame();
      frames.push(performance.now() - begin);
    }
    return [scripts, frames].map((times) => times.sort((a, b) => a - b))
      .map((times) => [times[20], times[38]]);
  })();
"""


def main():
    if find() is None:
        print("Chromium is not installed: the page is not measured in a browser")
        return
    with Browser() as browser:
        page = Page(browser, sys.argv[1])
        print("page open: %.0f ms" % page.run(OPEN))
        for name, selector in (("a question", "#q-q0-0-field"),
                               ("a cell of the table", "#q-rows tbody tr:nth-child(500) input")):
            scripts, frames = page.run(TYPE, selector)
            print("a character typed in %s: scripts %.1f ms (p95 %.1f), until drawn %.1f ms (p95 %.1f)"
                  % (name, *scripts, *frames))


main()
