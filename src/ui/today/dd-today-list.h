/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of the page of today. */
typedef struct
{
  char *id;         /* (owned): what the actions are told: a case's id, a reminder's key */
  char *case_id;    /* (owned): opened by a click */
  char *title;      /* (owned) */
  char *subtitle;   /* (owned) */
  char *when;       /* (owned): at the end of the row */
  const char *icon; /* (nullable): before that; what it means is in the words too */
  const char *done; /* (nullable): what the button that settles the row says */
  gboolean snoozes; /* it can be put off */
} DdTodayItem;

/* Frees an item. */
void dd_today_item_free (gpointer self);

/* So many rows of a group are shown at first: more is a list to work through, which the page of cases
 * is for. */
#define DD_TODAY_LIST_FEW 6

/*
 * DdTodayList: a group of rows, of which the first few are shown and the others on demand; the whole
 * group is not there while it has none.
 *
 * Rows are made anew only when what they say differs, and the focus stays where it was, so that nothing
 * jumps under the reader's hand. Up go the actions "win.case" (s: case), "today.done" (s: id) and
 * "today.snooze" (ss: id, nick of a DdReminderSnooze).
 */
#define DD_TYPE_TODAY_LIST (dd_today_list_get_type ())
G_DECLARE_FINAL_TYPE (DdTodayList, dd_today_list, DD, TODAY_LIST, AdwPreferencesGroup)

/* Shows @items (transfer full) (element-type DdTodayItem). */
void dd_today_list_set_items (DdTodayList *self, GPtrArray *items);

/* Returns: how many rows there are, shown or not */
guint dd_today_list_get_n_items (DdTodayList *self);

G_END_DECLS
