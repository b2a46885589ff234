/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A label says what an action did: "Marked “%s” done" and its arguments. It is stored untranslated
 * and put together when it is read, so that a history is told in the reader's language.
 *
 * Only "%s", "%1$s" to "%9$s" and "%%" mean something; whatever else a file may hold in place of a
 * label is shown as it is, and does no harm.
 */

/* Translates @label and puts @arguments (nullable) in; one that is missing is empty.
 * Returns: (transfer full): the sentence */
char *dd_label_format (const char *label, const char *const *arguments);

G_END_DECLS
