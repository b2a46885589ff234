#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The desktop knows an answers file by its name and by its content, and takes no other file for one.
# Argument: the description of the type.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
type=application/vnd.drydock.answers+json
failed=0

mkdir -p "$scratch/home/mime/packages"
export XDG_DATA_HOME=$scratch/home
cp "$1" "$scratch/home/mime/packages/"
update-mime-database "$scratch/home/mime"

# is TYPE NAME CONTENT
is () {
  local found
  printf '%s' "$3" >"$scratch/$2"
  found=$(gio info -a standard::content-type "$scratch/$2" | sed -n 's/.*content-type: //p')
  if [ "$found" != "$1" ]; then
    echo "a file '$2' with the content '$3' is $found, not $1"
    failed=1
  fi
}

is $type acme.drydock-answers '{"format":"drydock-answers","edition":"1"}'
is $type acme.drydock-answers 'damaged'
is $type acme '{"format":"drydock-answers"}'
is $type acme '{
  "format" : "drydock-answers",
  "edition" : "1"
}'
is application/json acme.json '{"format":"drydock-answers"}'
is text/plain acme '{"format":"other"}'
is text/plain acme '{"answers":"drydock-answers"}'
is application/json other.json '{"format":"other"}'
exit $failed
