/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-journal-json.h"

#include "dd-json.h"

static void
add_entry (JsonBuilder *builder, const DdJournalWords *words, DdCalendar *calendar)
{
  json_builder_begin_object (builder);
  dd_json_add_int (builder, "id", words->id);
  dd_json_add_instant (builder, "at", calendar, words->at);
  dd_json_add_string (builder, "user", words->user);
  dd_json_add_string (builder, "title", words->title);
  dd_json_begin_array (builder, "details");
  for (guint i = 0; words->details[i] != NULL; i++)
    dd_json_add_string (builder, NULL, words->details[i]);
  json_builder_end_array (builder);
  dd_json_add_boolean (builder, "undone", words->undone);
  json_builder_end_object (builder);
}

char *
dd_journal_words_to_json (const DdJournalWords *words, DdCalendar *calendar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_entry (builder, words, calendar);
  return dd_json_to_text (builder);
}

char *
dd_journal_words_list_to_json (GPtrArray *list, gboolean more, DdCalendar *calendar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "entries");
  for (guint i = 0; i < list->len; i++)
    add_entry (builder, g_ptr_array_index (list, i), calendar);
  json_builder_end_array (builder);
  dd_json_add_boolean (builder, "more", more);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}
