/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-database.h"

G_BEGIN_DECLS

/* Plans the open cases of @database, which may be written, for the day that @now is in, unless that
 * is done already: in short steps between which others have their turn. What fails is tried again on
 * the next day or start; dates stay as they were. */
void dd_day_begin (DdDatabase *database, gint64 now);

/* The same for a database that stays open while another day begins; also makes the daily backup if it
 * is due, which opening does by itself. */
void dd_day_change (DdDatabase *database, gint64 now);

G_END_DECLS
