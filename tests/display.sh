#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program on a display and a session bus of its own, with a home of its own; all of it is
# gone when the program ends.
#
# Usage: display.sh [-s WIDTHxHEIGHT] PROGRAM [ARGUMENT…]
#   -s   the size of the screen, 1280x800 if not given
set -euo pipefail

size=1280x800
while getopts s: option; do
  case $option in
    s) size=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))

scratch=$(mktemp -d)
children=()
finish () {
  [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

# The server writes the number of its display into the pipe when it is ready.
mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset \
  3>"$scratch/display" >"$scratch/server.log" 2>&1 &
children+=($!)
read -r number <"$scratch/display"

mkdir -m 700 -p "$scratch/run/dbus-1/services" "$scratch/home" "$scratch/services"
# A bus that starts nothing but the accessibility bus, and what a test puts into the runtime folder:
# portals and a keyring would only slow it down.
ln -s /usr/share/dbus-1/services/org.a11y.Bus.service "$scratch/services/" 2>/dev/null || true
cat >"$scratch/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$scratch</listen>
  <servicedir>$scratch/services</servicedir>
  <servicedir>$scratch/run/dbus-1/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF

export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo}
export XDG_RUNTIME_DIR="$scratch/run" HOME="$scratch/home"
export XDG_DATA_HOME="$scratch/home/.local/share" XDG_CONFIG_HOME="$scratch/home/.config"
export XDG_CACHE_HOME="$scratch/home/.cache" GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
export LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

status=0
dbus-run-session --config-file="$scratch/bus.conf" -- "$@" || status=$?
exit $status
