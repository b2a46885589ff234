/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal-words.h"

G_BEGIN_DECLS

/* Returns: (transfer full): @words as a JSON object */
char *dd_journal_words_to_json (const DdJournalWords *words, DdCalendar *calendar);

/* Returns: (transfer full): @list (element-type DdJournalWords) as a JSON object, which tells by
 * @more whether there are older ones */
char *dd_journal_words_list_to_json (GPtrArray *list, gboolean more, DdCalendar *calendar);

G_END_DECLS
