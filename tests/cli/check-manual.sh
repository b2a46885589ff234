#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual page is well formed, and it and --help name the same commands with the same options.
# Arguments: drydockctl, the manual page.
set -euo pipefail
program=$1
page=$2
failed=0

if command -v mandoc >/dev/null; then
  mandoc -T lint "$page" || failed=1
else
  echo "mandoc is not installed: the manual's form is not checked here"
fi

# The commands with their arguments, as --help lists them.
commands_of_help () {
  COLUMNS=400 "$program" --help | awk '
    /^Commands:/ { inside = 1; next }
    /^$/ { inside = 0 }
    inside { sub (/^ +/, ""); sub (/ ( +).*/, ""); print }' | sort
}

# ".It Nm Cm journal Op Ar CASE" is the head of a command.
commands_of_page () {
  sed -n 's/^\.It Nm Cm //p' "$page" \
    | sed -E 's/ Op Ar ([^ ]+)/ [\1]/g; s/ Ar / /g; s/ \.\.\.$/…/' | sort
}

# The long options of command $1 in its --help; those that many commands have are told once.
options_of_help () {
  # shellcheck disable=SC2086
  "$program" $1 --help | grep -oE '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' \
    | grep -vxE -- '--(json|help|database)' | sort || true
}

# The long options below the head of command $1, up to the next head or section.
options_of_page () {
  awk -v command="$1" '
    /^\.It Nm Cm / { head = $0; sub (/^\.It Nm Cm /, "", head); sub (/ (Op )?Ar .*/, "", head) }
    /^\.Sh / { head = "" }
    head == command && match ($0, /^\.It .*Fl Fl [a-z-]+/) {
      option = substr ($0, RSTART, RLENGTH); sub (/.*Fl Fl /, "", option); print "--" option
    }' "$page" | sort
}

# same WHAT HELP PAGE
same () {
  diff <(echo "$2") <(echo "$3") && return
  echo "$1: above, < is what --help has and > what the manual has"
  failed=1
}

help=$(commands_of_help)
[ -n "$help" ] || { echo "--help lists no commands"; exit 1; }
same "commands" "$help" "$(commands_of_page)"
while IFS= read -r command; do
  name=$(echo "$command" | sed -E 's/ [[]?[A-Z].*//')
  same "options of $name" "$(options_of_help "$name")" "$(options_of_page "$name")"
done <<<"$help"
exit $failed
