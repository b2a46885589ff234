#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The metainfo is what software centres accept, its newest release is this version, and each picture
# that it names is one of ours.
# Arguments: the metainfo, the project's version, the folder data.
set -euo pipefail
metainfo=$1
version=$2
data=$3
failed=0

appstreamcli validate --no-net --pedantic --explain "$metainfo" || failed=1

newest=$(xmllint --xpath 'string(//releases/release[1]/@version)' "$metainfo")
if [ "$newest" != "$version" ]; then
  echo "the newest release in the metainfo is $newest, this is $version"
  failed=1
fi

pictures=$(xmllint --xpath '//screenshot/image/text()' "$metainfo" | sed 's|.*/||' | sort)
if ! diff <(echo "$pictures") <(ls "$data/screenshots"); then
  echo "above, < are the pictures that the metainfo names and > those in data/screenshots"
  failed=1
fi
exit $failed
