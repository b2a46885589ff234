/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdCalendarDraft: a working calendar while it is edited: the keys of a calendar file and what is
 * typed for them, right or not.
 */
typedef struct _DdCalendarDraft DdCalendarDraft;

/* The draft that begins as the calendar file's @text, which must be one.
 * Returns: (transfer full): a new draft */
DdCalendarDraft *dd_calendar_draft_new (const char *text);

/* Frees @self. */
void dd_calendar_draft_free (DdCalendarDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCalendarDraft, dd_calendar_draft_free)

/* Returns: (transfer full): what @key ("monday", "timezone") has; "" when nothing */
char *dd_calendar_draft_get (DdCalendarDraft *self, const char *key);

/* Gives @key what was typed for it; nothing, or only blanks, takes it out. */
void dd_calendar_draft_set (DdCalendarDraft *self, const char *key, const char *value);

/* What is wrong with @value for @key, a sentence.
 * Returns: (transfer full) (nullable): the sentence, NULL when nothing is */
char *dd_calendar_draft_check (const char *key, const char *value);

/* Returns: (transfer full): the dates with hours of their own, sorted: "2026-12-24",
 * "2026-12-28..2027-01-01" */
GStrv dd_calendar_draft_list_exceptions (DdCalendarDraft *self);

/* Returns: (transfer full): the hours of the exception @dates: "off", "09:00-12:00" */
char *dd_calendar_draft_get_exception (DdCalendarDraft *self, const char *dates);

/* Adds the exception @dates with @hours, in the place of one about the same.
 * Returns: whether it was added; FALSE with a DdCalendarError that says what is wrong */
gboolean dd_calendar_draft_add_exception (DdCalendarDraft *self, const char *dates,
                                          const char *hours, GError **error);

/* Takes the exception @dates out. */
void dd_calendar_draft_remove_exception (DdCalendarDraft *self, const char *dates);

/* Returns: (transfer full): the draft as a calendar file */
char *dd_calendar_draft_to_text (DdCalendarDraft *self);

/* Returns: (transfer full): the calendar that the draft is, or NULL with a DdCalendarError */
DdCalendar *dd_calendar_draft_to_calendar (DdCalendarDraft *self, GError **error);

G_END_DECLS
