#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Extracts every text that is translated, as "meson compile drydock-pot" does, but to a file of one's
# own. Usage: make-pot.sh OUT.pot
set -euo pipefail
out=$(readlink -f "$1")
cd "$(dirname "$(readlink -f "$0")")/../.."
keywords=(_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3
  G_DEFINE_ENUM_VALUE:2)
flags=(N_:1:pass-c-format C_:2:pass-c-format NC_:2:pass-c-format g_dngettext:2:pass-c-format
  g_strdup_printf:1:c-format g_string_printf:2:c-format g_string_append_printf:2:c-format
  g_error_new:3:c-format g_set_error:4:c-format)
GETTEXTDATADIRS=resources xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --add-comments \
  "${keywords[@]/#/--keyword=}" "${flags[@]/#/--flag=}" -o "$out"
