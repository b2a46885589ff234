#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window's manual page is well formed, and it and --help name the same options.
# Arguments: drydock, the manual page.
set -euo pipefail
program=$1
page=$2

if command -v mandoc >/dev/null; then
  mandoc -T lint -W warning "$page"
else
  echo "mandoc is not installed: the manual's form is not checked here"
fi
options_of_help () { "$program" --help-all | grep -oE '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+'; }
options_of_page () { grep -oE '^\.It .*' "$page" | grep -oE 'Fl Fl [a-z-]+' | sed 's/Fl Fl /--/'; }
# Those of the toolkit are not ours to tell.
ours () { sort -u | grep -vE -- '^--(help-.*|gdk-.*|gtk-.*|g-fatal-warnings|display|class|name)$'; }
if ! diff <(options_of_help | ours) <(options_of_page | ours); then
  echo "above, < is what --help has and > what the manual has"
  exit 1
fi
