#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The build refuses an include upwards. This shows that it does: a file of each layer that
# includes a header from above must fail to compile with that layer's own flags.
set -euo pipefail
cd "$1"
cc=${CC:-cc}
flags=$(pkg-config --cflags glib-2.0 gobject-2.0 gio-2.0)
failed=0

# refused LAYER-INCLUDE-FOLDERS HEADER
refused () {
  local includes=""
  for folder in $1; do includes+=" -Isrc/$folder"; done
  if echo "#include \"$2\"" | $cc $flags $includes -fsyntax-only -x c - 2>/dev/null; then
    echo "a file with the include folders '$1' can include $2"
    failed=1
  fi
}

refused core "gtk/gtk.h"
for header in src/store/*.h; do [ -e "$header" ] && refused core "$(basename "$header")"; done
for header in src/exchange/*.h; do [ -e "$header" ] && refused "core store" "$(basename "$header")"; done
for header in src/cli/*.h; do [ -e "$header" ] && refused "core store exchange" "$(basename "$header")"; done

# Here GTK can be found, so that it is the layer which is refused.
plain=$flags
flags=$(pkg-config --cflags gtk4 libadwaita-1)
while IFS= read -r header; do
  refused "core store exchange cli" "${header#src/ui/}"
done < <(find src/ui -name '*.h')
flags=$plain

# The folders of core share a library, so the order in which its meson.build names them is the rule:
# none includes from one that comes later.
before=()
while IFS= read -r folder; do
  for earlier in "${before[@]}"; do
    if grep -nE "^#include \"$folder/" "src/core/$earlier"/*.[ch]; then
      echo "core/$earlier comes before core/$folder and includes from it"
      failed=1
    fi
  done
  before+=("$folder")
done < <(sed -n "s/^subdir('\(.*\)')$/\1/p" src/core/meson.build)

# Nobody goes around it with a path.
if grep -rnE '^#include "\.\./' src; then
  echo "an include climbs out of its folder"
  failed=1
fi
exit $failed
