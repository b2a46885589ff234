#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The schema takes every definition that ships or is planned in a test, the good and the unsound
# ones of tests/data/services (what is wrong with those only the parser sees), and none of the bad.
set -euo pipefail
cd "$1"
command -v xmllint >/dev/null || { echo "xmllint is not installed"; exit 77; }
failed=0

valid () { xmllint --noout --nonet --relaxng resources/services/service.rng "$1" 2>&1; }

for file in resources/services/*.xml tests/data/oracle/*.xml tests/data/services/{good,unsound}-*.xml; do
  valid "$file" >/dev/null || { echo "the schema refuses $file:"; valid "$file" || failed=1; }
done
for file in tests/data/services/bad-*.xml; do
  ! valid "$file" >/dev/null || { echo "the schema takes $file"; failed=1; }
done
exit $failed
