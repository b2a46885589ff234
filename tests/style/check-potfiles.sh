#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES.in lists, sorted, exactly the files in which gettext finds something to translate.
set -euo pipefail
cd "$1"
command -v xgettext >/dev/null || { echo "xgettext is not installed"; exit 77; }

# Service definitions are translated by our own rules, the rest by gettext's. The nicks of core's
# enums are words that people read; those of the window are kept in settings.
has_messages () {
  local keywords=(--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
    --keyword=ngettext:1,2)
  [[ $1 != src/core/* ]] || keywords+=(--keyword=G_DEFINE_ENUM_VALUE:2)
  [ -n "$(GETTEXTDATADIRS=resources xgettext --from-code=UTF-8 --omit-header "${keywords[@]}" \
    -o - "$1" 2>/dev/null)" ]
}

found=$(find src resources data \( -name '*.[ch]' -o -name '*.ui' -o -name '*.xml' \
  -o -name '*.desktop.in' -o -name '*.xml.in' \) -type f | LC_ALL=C sort | while IFS= read -r file; do
  if has_messages "$file"; then echo "$file"; fi
done)
listed=$(grep -v '^#' po/POTFILES.in)
if ! diff <(echo "$listed") <(echo "$found"); then
  echo "po/POTFILES.in: < lists what has no message or stands out of order, > lacks what has one"
  exit 1
fi
