#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gettext finds the sentences of service definitions, blanks collapsed as the parser
# does it, and leaves alone what is kept as the document prints it.
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
What it is for.
Twice a year.
Members only.
Access to the host.
A Playbook.
Somebody asks.
Somebody works.
First this.
It takes its time, as long as a sentence that goes on and on until the line is full, and then some more.
Current Version
Wait for an answer.
Without access it costs extra.
How long?
Not long.
In the portal
TEXT

while IFS= read -r message; do
  ! found "$message" || { echo "found: $message"; failed=1; }
done <<'TEXT'
Everything
All That There Is
No Access
Initiation
Request
Ask
Access in Place
2.1
Timeline
N/A
Max 1 week
typically a week
will be required
[Customer Name] - Everything
customer consultant
menus
TEXT
exit $failed
