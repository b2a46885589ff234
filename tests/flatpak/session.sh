#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program in a session as a desktop has it: a display, a session bus that starts what is
# installed, here and by flatpak, and a home of its own; all of it is gone when the program ends.
#
# Usage: session.sh PROGRAM [ARGUMENT…]
set -euo pipefail

# A sandbox has a /tmp of its own whatever it may see, so a home there would prove nothing.
scratch=$(mktemp -d /var/tmp/drydock-session-XXXXXX)
children=()
finish () {
  [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$scratch/display" \
  >"$scratch/server.log" 2>&1 &
children+=($!)
read -r number <"$scratch/display"

mkdir -m 700 "$scratch/run" "$scratch/home"
export DISPLAY=:$number HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/run XDG_CURRENT_DESKTOP=GNOME
export XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share
export GSK_RENDERER=cairo GTK_A11Y=none NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS

status=0
# What hangs is wrong, too.
timeout --kill-after=10 600 dbus-run-session -- "$@" 2>"$scratch/session.log" || status=$?
[ $status = 0 ] || tail -n 40 "$scratch/session.log" >&2
exit $status
