#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes a variant of the manifest, with what it includes, into a folder beside this one (the sources
# are found from there), and prints its path.
#
# Usage: manifest.sh FOLDER [--devel] [--complete-runtime]
#   --devel             the build for development, which can be installed beside the other
#   --complete-runtime  the runtime has all the libraries, nothing is to be downloaded
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
folder=$1
shift
id=io.github.drydock.Drydock
changes=()
while [ $# -gt 0 ]; do
  case $1 in
    --devel)
      id=$id.Devel
      changes+=(-e "s/^id: .*/id: $id/" -e 's/--buildtype=release/--buildtype=debugoptimized/')
      ;;
    --complete-runtime) changes+=(-e '/^  - libical\.yml$/d') ;;
    *) echo "manifest.sh: what is $1?" >&2; exit 2 ;;
  esac
  shift
done

mkdir -p "$folder"
cp "$here/libical.yml" "$folder/"
sed "${changes[@]}" -e '' "$here/io.github.drydock.Drydock.yml" >"$folder/$id.yml"
echo "$folder/$id.yml"
