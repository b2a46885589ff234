#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gettext finds nothing wrong with the catalogue of any language in po/LINGUAS, and each translates
# every message that a template made anew has.
#
# Usage: check-catalogs.sh SOURCE BUILD
set -euo pipefail
source=$(cd "$1" && pwd)
build=$(cd "$2" && pwd)
for tool in msgcmp msgfmt ninja xgettext; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# Meson writes a template into the source only. It is given a source of links in its place: so the
# messages are found by the very options of the build, and nothing is written where it must not be.
mkdir "$scratch/po"
ln -s "$source"/{data,resources,src} "$scratch"
ln -s "$source"/po/{LINGUAS,POTFILES.in} "$scratch/po"
command=$(ninja -C "$build" -t commands drydock-pot | grep -e '--source-root=')
bash -c "$(sed "s|--source-root=[^ ]*|--source-root=$scratch/|" <<<"$command")" 2>/dev/null
template=$scratch/po/drydock.pot
[ -s "$template" ] || { echo "no template was made"; exit 1; }

while IFS= read -r language; do
  catalog=$source/po/$language.po
  msgfmt --check --output-file=/dev/null "$catalog" || failed=1
  msgcmp "$catalog" "$template" 2>"$scratch/missing" && continue
  failed=1
  echo "$language: these are missing, not translated or only guessed:"
  msgmerge --quiet --no-fuzzy-matching --no-wrap "$catalog" "$template" \
    | msgattrib --untranslated --no-wrap | grep '^msgid "[^"]' || cat "$scratch/missing"
done < <(grep -v '^#' "$source/po/LINGUAS")
exit $failed
