#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Flatpak from end to end where the real runtime cannot be had: builds it from the manifest on a
# runtime made of Debian's packages, installs it into an installation of its own, runs it on a display
# and a session bus of its own, and checks that the sandbox holds and that what must come out of it
# does.
#
# Usage: offline.sh FOLDER SUITE
#   FOLDER  is kept, so that the next run is quicker
#   SUITE   of the runtime's packages, see make-runtime.sh
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
project=$here/../..
mkdir -p "$1"
folder=$(readlink -f "$1")
suite=$2

# Nothing of the user's own flatpaks is read or changed.
export FLATPAK_USER_DIR=$folder/installation FLATPAK_SYSTEM_DIR=$folder/system
export FLATPAK_SYSTEM_CACHE_DIR=$folder/system-cache
languages=$(grep -v '^#' "$project/po/LINGUAS" || true)
branch=$(sed -n "s/^runtime-version: '\(.*\)'/\1/p" "$project/flatpak/io.github.drydock.Drydock.yml")

say () { printf '%s  (%d s)\n' "$1" $((SECONDS - began)); began=$SECONDS; }
began=$SECONDS

# Quietly, unless it fails.
quietly () { "$@" >"$folder/log" 2>&1 || { tail -n 60 "$folder/log"; return 1; }; }

# Made anew when its recipe is another, or a package.
key=$({ cat "$here/make-runtime.sh"; echo "$suite $branch"; dpkg-query -W; } | sha256sum | cut -c 1-12)
if [ ! -e "$folder/runtime/made-$key" ]; then
  quietly "$here/make-runtime.sh" "$folder/runtime" "$suite" "$branch"
  touch "$folder/runtime/made-$key"
fi
flatpak --user remote-add --if-not-exists --no-gpg-verify runtime "file://$folder/runtime/repo"
# shellcheck disable=SC2086
flatpak --user config --set languages "$(set -- en $languages; IFS=';'; echo "$*")"
quietly flatpak --user install --noninteractive --or-update runtime \
  "org.gnome.Platform//$branch" "org.gnome.Sdk//$branch"
say "Made a runtime of $suite packages"

# In the folder of the project, where the manifest's variant finds the sources.
manifest=$("$project/flatpak/manifest.sh" "$project/build-flatpak" --complete-runtime)
rofiles=()
[ -e /dev/fuse ] || rofiles=(--disable-rofiles-fuse)
quietly flatpak-builder --user --force-clean --disable-download --disable-cache "${rofiles[@]}" \
  --state-dir="$folder/state" --repo="$folder/repo" "$folder/build" "$manifest"
rm -rf "$folder/state/build"
say "Built and tested it in the sandbox"

flatpak --user remote-add --if-not-exists --no-gpg-verify drydock "file://$folder/repo"
quietly flatpak --user install --noninteractive --or-update --reinstall drydock io.github.drydock.Drydock
say "Installed it"

# shellcheck disable=SC2086
"$here/session.sh" "$here/check-app.sh" io.github.drydock.Drydock $languages
say "Ran it"
