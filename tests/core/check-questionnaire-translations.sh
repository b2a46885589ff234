#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gettext finds all that people read in questionnaires, and leaves alone ids and patterns.
set -euo pipefail
cd "$1"
command -v xgettext >/dev/null || { echo "xgettext is not installed"; exit 77; }
failed=0

# In one line each: msgid ""\n"a "\n"b" is "a b".
messages=$(GETTEXTDATADIRS=resources xgettext --from-code=UTF-8 --omit-header --no-location \
  --no-wrap -o - "$2" | sed -n 's/^msgid "\(.*\)"$/\1/p')

found () { grep -qxF "$1" <<<"$messages"; }

while IFS= read -r message; do
  found "$message" || { echo "not found: $message"; failed=1; }
done <<'TEXT'
Before the Upgrade
What we need to know.
Contact
Who we talk to.
First name and last name.
Enter 2 to 80 characters.
Enter digits.
PostgreSQL
Custom components
Kind
Service
About how many.
I agree.
TEXT

while IFS= read -r message; do
  ! found "$message" || { echo "found: $message"; failed=1; }
done <<'TEXT'
upgrade
everything
postgresql
components
daemon
yes
current-version
5.0
2026-01-01
TEXT
exit $failed
