/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reminders/dd-reminder-kind.h"

G_BEGIN_DECLS

/* What a click on a notification beside its buttons does, as the desktops' specification calls
 * it. */
#define DD_NOTICE_DEFAULT "default"

/* Something that can be done with a notice. */
typedef struct
{
  char *name;  /* (owned) */
  char *label; /* (owned): translated */
} DdNoticeAction;

/* DdNotice: a notification before it is anywhere; a value. */
typedef struct
{
  char *id;    /* (owned): one with the same id takes its place */
  char *title; /* (owned): without markup */
  char *body;  /* (owned): the same */
  DdReminderUrgency urgency;
  gboolean silent;    /* puts right what is shown: not shown if that is gone, and without a sound */
  GPtrArray *actions; /* (owned) (element-type DdNoticeAction): in their order */
} DdNotice;

/* Returns: (transfer full): a notice without actions */
DdNotice *dd_notice_new (const char *id, const char *title, const char *body,
                         DdReminderUrgency urgency);

/* Frees @self. */
void dd_notice_free (DdNotice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNotice, dd_notice_free)

/* Adds an action; DD_NOTICE_DEFAULT is what a click on the notice does. */
void dd_notice_add_action (DdNotice *self, const char *name, const char *label);

/* The title for a server that does (@has_body) or does not show bodies, whose first sentence then
 * stands in it. Returns: (transfer full): the title */
char *dd_notice_get_title (const DdNotice *self, gboolean has_body);

/* The body for a server that does or does not (@has_markup) read it as markup.
 * Returns: (transfer full): the body */
char *dd_notice_get_body (const DdNotice *self, gboolean has_markup);

G_END_DECLS
