#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gettext finds nothing wrong with the catalogue of any language in po/LINGUAS, and each translates
# every message that a template made anew has.
#
# Usage: check-catalogs.sh SOURCE
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
for tool in msgcmp msgfmt xgettext; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
template=$scratch/drydock.pot
"$here/make-pot.sh" "$template" 2>"$scratch/log" || { cat "$scratch/log"; exit 1; }
failed=0

while IFS= read -r language; do
  catalog=po/$language.po
  msgfmt --check --output-file=/dev/null "$catalog" || failed=1
  msgcmp "$catalog" "$template" 2>"$scratch/missing" && continue
  failed=1
  echo "$language: these are missing, not translated or only guessed:"
  msgmerge --quiet --no-fuzzy-matching --no-wrap "$catalog" "$template" \
    | msgattrib --untranslated --no-wrap | grep '^msgid "[^"]' || cat "$scratch/missing"
done < <(grep -v '^#' po/LINGUAS)
exit $failed
