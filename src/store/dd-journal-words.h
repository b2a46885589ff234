/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdJournalWords: an action of the journal in words, in the reader's language:
 * "Marked “Backup Configuration Files” done", with who and when beside it.
 */
typedef struct
{
  gint64 id;        /* of the action */
  gint64 at;        /* instant */
  char *user;       /* (owned): who did it */
  char *subject_id; /* (owned) (nullable): of the case, or the customer or person, that it is about;
                       of several the first case */
  char *subject;    /* (owned) (nullable): what names it */
  char *title;      /* (owned): what was done, one sentence without a full stop */
  GStrv details;    /* (owned): each change in words; empty when the title says it all */
  gboolean undone;  /* it is taken back now */
} DdJournalWords;

/* Frees an entry. */
void dd_journal_words_free (DdJournalWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdJournalWords, dd_journal_words_free)

/* @entry in words, with all its changes. Instants are told in the zone of @calendar.
 * Returns: (transfer full): the words, or NULL with @error */
DdJournalWords *dd_journal_words_new (DdConnection *connection, const DdJournalEntry *entry,
                                      DdCalendar *calendar, GError **error);

/* What dd_journal_list() gives, in words. With @subject_id only the changes told in that history are
 * among the details. Instants are told in the zone of @calendar. Cost: what it returns, and a query
 * for each name in it.
 * Returns: (transfer full) (element-type DdJournalWords): the newest first, or NULL with @error */
GPtrArray *dd_journal_words_list (DdConnection *connection, const char *subject_id, gint64 before,
                                  guint limit, DdCalendar *calendar, GError **error);

G_END_DECLS
