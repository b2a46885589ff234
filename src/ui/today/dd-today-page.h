/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

/* DdTodayPage: what needs somebody now, whom one waits for, the reminders that were told, and what
 * comes in the next two weeks; of all cases or only of the reader's. */
#define DD_TYPE_TODAY_PAGE (dd_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DdTodayPage, dd_today_page, DD, TODAY_PAGE, DdPage)

/* Returns: whether the cases and the reminders were read, or could not be */
gboolean dd_today_page_is_settled (DdTodayPage *self);

G_END_DECLS
