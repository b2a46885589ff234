#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pictures of every page in every way it can be seen. Usage: shots.sh BUILD-FOLDER [VARIANT…]
set -euo pipefail
build=$1
shift
here=$(dirname "$(readlink -f "$0")")
folder=$build/shots
# One day for all pictures, so that they differ only where the program does.
now=1796119200
day=2026-12-01

mkdir -p "$folder"
export GSETTINGS_SCHEMA_DIR="$build/data"

# database NAME CASES
database () {
  rm -f "$folder/$1.db"*
  [ "$2" = 0 ] || "$build/src/cli/drydockctl" sample --database "$folder/$1.db" \
    --cases "$2" --seed 1 --now "$day" >/dev/null
}

# shoot VARIANT DATABASE OPTION…
shoot () {
  local variant=$1 database=$2
  shift 2
  "$here/../display.sh" -s 1400x900 "$build/tests/shots/shots" "$folder/$database.db" "$folder" \
    "$variant" "now=$now" "$@" 2>>"$folder/log.txt" | { grep '\.png$' || true; }
}

wanted () {
  [ ${#variants[@]} = 0 ] || printf '%s\n' "${variants[@]}" | grep -qx "$1"
}

variants=("$@")
: >"$folder/log.txt"
database sample 40
! wanted wide || shoot wide sample
! wanted narrow || shoot narrow sample narrow
! wanted dark || shoot dark sample dark
! wanted contrast || shoot contrast sample contrast
! wanted rtl || shoot rtl sample rtl
! wanted large || shoot large sample large
# In a language of accents that is half as long again: what will be clipped in others is here.
if wanted long; then
  "$here/../po/make-pseudo.sh" "$folder/locale"
  LANGUAGE=en_XA shoot long sample "locale=$folder/locale"
fi
if wanted empty; then
  database empty 0
  shoot empty empty
fi
if wanted many; then
  database many 10000
  shoot many many
fi
echo "The pictures are in $folder"
