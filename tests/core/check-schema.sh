#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-schema.sh ROOT service|questionnaire: the schema of the kind takes every definition that
# ships or is read in a test, the good and the unsound ones of tests/data (what is wrong with those
# only the parser sees), and none of the bad.
set -euo pipefail
shopt -s nullglob
cd "$1"
kind=$2
command -v xmllint >/dev/null || { echo "xmllint is not installed"; exit 77; }
failed=0

valid () { xmllint --noout --nonet --relaxng "resources/${kind}s/$kind.rng" "$1" 2>&1; }

good=("resources/${kind}s"/*.xml "tests/data/${kind}s"/{good,unsound}-*.xml)
[ "$kind" != service ] || good+=(tests/data/oracle/*.xml)
for file in "${good[@]}"; do
  valid "$file" >/dev/null || { echo "the schema refuses $file:"; valid "$file" || failed=1; }
done
for file in "tests/data/${kind}s"/bad-*.xml; do
  ! valid "$file" >/dev/null || { echo "the schema takes $file"; failed=1; }
done
exit $failed
