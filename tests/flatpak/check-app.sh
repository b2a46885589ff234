#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The installed Flatpak, run for real (in tests/flatpak/session.sh): the sandbox holds, and what must
# come out of it does. What is not to be seen is looked for in a way that finds it where it may be seen.
#
# Usage: check-app.sh ID [LANGUAGE…]
set -uo pipefail
id=$1
shift
languages=("$@")
object=/${id//./\/}
passed=0
failed=0
children=()
trap 'flatpak kill "$id" 2>/dev/null; kill "${children[@]}" 2>/dev/null; wait' EXIT

# check WHAT COMMAND…: the command must succeed
check () {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok - $what"
  else
    failed=$((failed + 1))
    echo "not ok - $what"
  fi
}

refuses () { ! "$@"; }

# Waits until a command succeeds; at most 30 seconds, which is when something is wrong.
eventually () {
  local end=$((SECONDS + 30))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

# inside [FLATPAK-OPTION…] SHELL-COMMAND: in a sandbox of the application
inside () { flatpak run --user --command=sh "${@:1:$#-1}" "$id" -c "${*: -1}"; }

drydockctl () { flatpak run --user --command=drydockctl "$id" "$@"; }

call () { gdbus call --session --dest "$1" --object-path "$2" --method "${@:3}"; }

has_owner () { call org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner "$1" | grep -q true; }

# --- What it may ---

permissions='[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;'
is_permitted_only_that () {
  diff <(echo "$permissions") <(flatpak info --user --show-permissions "$id" | sed '/^$/d')
}
check "it asks for a window and nothing else" is_permitted_only_that

# --- What it sees ---

echo secret >"$HOME/secret"
sees_home () { inside "$@" "test -s /.flatpak-info && test -e '$HOME/secret'"; }
check "it does not see the home folder" refuses sees_home
check "  as it would if it were allowed to" sees_home --filesystem=home

/usr/bin/python3 -u -m http.server --bind 127.0.0.1 --directory "$HOME" 0 >"$HOME/server.log" 2>&1 &
children+=($!)
eventually grep -q 'port [0-9]' "$HOME/server.log"
port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$HOME/server.log")
sees_network () { inside "$@" "bash -c 'exec 3<>/dev/tcp/127.0.0.1/$port' 2>/dev/null"; }
check "it does not reach the network" refuses sees_network
check "  as it would if it were allowed to" sees_network --share=network

check "it cannot change itself" inside 'touch "$XDG_DATA_HOME/own" && ! touch /app/own /usr/own 2>/dev/null'

# --- What it does ---

check "drydockctl works in it" eval 'drydockctl case new cx-process --customer Acme >"$HOME/log"'

flatpak run --user "$id" >"$HOME/app.log" 2>&1 &
has_window () { has_owner "$id" && call "$id" "$object/window/1" org.gtk.Actions.List >/dev/null 2>&1; }
check "its window opens" eventually has_window

process=$(flatpak ps --columns=application,child-pid | awk -v id="$id" '$1 == id { print $2; exit }')
other_namespace () { [ "$(readlink "/proc/$process/ns/$1")" != "$(readlink "/proc/self/ns/$1")" ]; }
for namespace in mnt pid net; do
  check "the window's $namespace namespace is its own" other_namespace $namespace
done

data=$HOME/.var/app/$id/data/drydock
check "the database is in the application's own data" test -s "$data/drydock.db"
check "  and nowhere else" refuses test -e "$HOME/.local/share/drydock"

call "$id" "$object" org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
check "it ends when it is asked to" eventually refuses has_owner "$id"

complain () { flatpak run --user --env=LC_ALL=en_US.UTF-8 --env=LANGUAGE="$1" --command=drydockctl "$id" x 2>&1; }
speaks () { [ "$(complain "$1")" != "$(complain en)" ]; }
check "it speaks English" test -n "$(complain en)"
for language in "${languages[@]}"; do
  check "it speaks $language" speaks "$language"
done

# --- What the desktop sees of it ---

exported=$FLATPAK_USER_DIR/exports/share
for file in "applications/$id.desktop" "dbus-1/services/$id.service" \
  "gnome-shell/search-providers/$id.search-provider.ini" "mime/packages/$id.xml" \
  "icons/hicolor/scalable/apps/$id.svg" "icons/hicolor/symbolic/apps/$id-symbolic.svg"; do
  check "the desktop gets $file" test -s "$exported/$file"
done

finds () {
  call "$id" "$object/SearchProvider" org.gnome.Shell.SearchProvider2.GetInitialResultSet "['$1']" |
    grep -q "'[0-9a-f-]*'"
}
check "a search starts it and finds the case" finds acme
check "  and none where there is none" refuses finds nobody-has-that
check "  without a window" refuses has_window

# --- What it tells its user, with no window ---

call "$id" "$object" org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
eventually refuses has_owner "$id"

server=org.freedesktop.Notifications
server_object=/org/freedesktop/Notifications
/usr/bin/python3 -m dbusmock --session --template notification_daemon \
  --parameters '{"capabilities": "actions body"}' >"$HOME/notifications.log" 2>&1 &
children+=($!)
eventually has_owner $server
dbus-monitor --session "interface='org.freedesktop.portal.Notification'" >"$HOME/portal.log" 2>&1 &
children+=($!)

inside 'gsettings set io.github.drydock.Drydock run-in-background true'
case=$(drydockctl case new cx-process --customer Byrne | head -n 1)
drydockctl case set "$case" "requested-at=$(date -u -d '30 days ago' +%FT10:00Z)" >/dev/null

# As the desktop starts it at login, at noon somewhere: at night it is quiet.
noon=Etc/GMT$(printf '%+d' $(($(date -u +%-H) - 12)))
flatpak run --user --env=TZ="$noon" "$id" --gapplication-service >"$HOME/service.log" 2>&1 &
tells () {
  call $server $server_object org.freedesktop.DBus.Mock.GetMethodCalls Notify |
    grep -q 'Byrne: The first response is late'
}
check "it tells that a response clock has run out" eventually tells
check "  by the portal" grep -q 'member=AddNotification' "$HOME/portal.log"
check "  while it has no window" refuses has_window

call $server $server_object org.freedesktop.DBus.Mock.EmitSignal $server ActionInvoked us \
  "[<uint32 1>, <'default'>]" >/dev/null
shows_case () { xdotool search --onlyvisible --name Byrne; }
check "  and a click on it opens the case" eventually shows_case

echo "$passed passed, $failed failed"
[ $failed = 0 ]
