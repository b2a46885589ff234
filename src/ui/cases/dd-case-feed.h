/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cases/dd-case-list.h"
#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdCaseFeed: the list of all cases of a context, kept as the database is.
 *
 * One for all pages that show cases: there is one list in memory, and it is read once after a
 * change. While it reads, further changes are gathered into one more reading. Of many cases the
 * open ones are read first, and told of before the closed ones are.
 *
 * Signal "loaded": the cases were read again, whether or not anything differs; or reading failed, see
 * dd_case_feed_get_error().
 */
#define DD_TYPE_CASE_FEED (dd_case_feed_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseFeed, dd_case_feed, DD, CASE_FEED, GObject)

/* Returns: (transfer full): the feed of @context, made and set reading if nobody has it yet */
DdCaseFeed *dd_case_feed_get (DdContext *context);

/* Returns: (transfer none): all cases */
DdCaseList *dd_case_feed_get_list (DdCaseFeed *self);

/* Returns: whether the open cases, at least, were read once */
gboolean dd_case_feed_is_loaded (DdCaseFeed *self);

/* Returns: whether all cases, closed ones too, were read once */
gboolean dd_case_feed_is_complete (DdCaseFeed *self);

/* Returns: (transfer none) (nullable): why the last reading failed; the list is as before */
const GError *dd_case_feed_get_error (DdCaseFeed *self);

G_END_DECLS
