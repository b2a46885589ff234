#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installing puts there what it should and nothing else, the programs run from there, and
# uninstalling leaves nothing behind.
# Arguments: the build folder, its prefix, the application's id, the list of languages.
set -euo pipefail
build=$1
prefix=$2
id=$3
languages=$(grep -v '^#' "$4" || true)
failed=0

scratch=$(mktemp -d)
log=$build/meson-logs/install-log.txt
# What a person has installed from here they can still uninstall.
finish () {
  rm -f "$log"
  [ ! -e "$scratch/install-log.txt" ] || cp "$scratch/install-log.txt" "$log"
  rm -rf "$scratch"
}
[ ! -e "$log" ] || cp "$log" "$scratch/"
trap finish EXIT

installed () { find "$scratch/root" ! -type d -printf '%P\n' | LC_ALL=C sort; }

expected () {
  sed "s|^|${prefix#/}/|" <<LIST
bin/drydock
bin/drydockctl
share/applications/$id.desktop
share/dbus-1/services/$id.service
share/drydock/questionnaires/questionnaire.rng
share/drydock/services/service.rng
share/glib-2.0/schemas/io.github.drydock.Drydock.gschema.xml
share/gnome-shell/search-providers/$id.search-provider.ini
share/icons/hicolor/scalable/apps/$id.svg
share/icons/hicolor/symbolic/apps/$id-symbolic.svg
share/man/man1/drydock.1
share/man/man1/drydockctl.1
share/metainfo/$id.metainfo.xml
share/mime/packages/$id.xml
LIST
  for language in $languages; do
    echo "${prefix#/}/share/locale/$language/LC_MESSAGES/drydock.mo"
  done
}

meson install -C "$build" --no-rebuild --quiet --destdir "$scratch/root" >"$scratch/log" 2>&1 ||
  { cat "$scratch/log"; exit 1; }
if ! diff <(expected | LC_ALL=C sort) <(installed); then
  echo "above, < should be installed and > is"
  failed=1
fi

bin=$scratch/root$prefix/bin
"$bin/drydockctl" --help >/dev/null || failed=1
"$bin/drydockctl" plan cx-process --start 2026-12-01 --json >/dev/null || failed=1
"$bin/drydock" --version | grep -q '^Drydock [0-9]' || failed=1
grep -q "^Exec=$prefix/bin/drydock " "$scratch/root$prefix/share/dbus-1/services/$id.service" ||
  { echo "the bus would start another program"; failed=1; }

ninja -C "$build" uninstall >/dev/null
left=$([ ! -e "$scratch/root" ] || installed)
[ -z "$left" ] || { echo "uninstalling left: $left"; failed=1; }
exit $failed
