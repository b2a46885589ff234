#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every action that a widget or the application installs is asked for somewhere: by a button or a
# menu, by a key, or by what a widget does when it is used. One that nothing asks for cannot be
# reached, by the keyboard or otherwise.
set -euo pipefail
cd "$1"
failed=0

# Lines that install an action or switch it on and off ask for nothing.
declares='install_action|action_set_enabled|enable \(self|^ +\{ "[a-z.-]+", (on_|")'

# In C, also as a table of actions that a loop installs.
of_widgets () {
  grep -rhoE '(install_action \([a-z_]+, |\{ )"[a-z-]+\.[a-z-]+"' --include='*.c' src/ui |
    grep -oE '[a-z-]+\.[a-z-]+' | sort -u
}

of_application () {
  sed -nE 's/^  \{ "([a-z-]+)", on_[a-z_]+ \},$/app.\1/p' src/ui/dd-application.c
}

# asked_for ACTION
asked_for () {
  grep -rqE ">$1(\(.*)?<|>$1::" resources/ui resources/gtk ||
    grep -rhE "\"$1(\"|\(|::)" --include='*.c' src/ui | grep -qvE "$declares" ||
    grep -qx "\[Desktop Action ${1#app.}\]" data/*.desktop*
}

actions=$(of_widgets; of_application)
[ "$(wc -w <<<"$actions")" -gt 50 ] || { echo "the actions are not found any more"; exit 1; }
for action in $actions; do
  asked_for "$action" || { echo "nothing asks for the action $action"; failed=1; }
done
exit $failed
