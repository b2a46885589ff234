/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-notice.h"

#include <glib/gi18n.h>
#include <string.h>

static void
action_free (gpointer data)
{
  DdNoticeAction *action = data;

  g_free (action->name);
  g_free (action->label);
  g_free (action);
}

DdNotice *
dd_notice_new (const char *id, const char *title, const char *body, DdReminderUrgency urgency)
{
  DdNotice *self = g_new0 (DdNotice, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->body = g_strdup (body);
  self->urgency = urgency;
  self->actions = g_ptr_array_new_with_free_func (action_free);
  return self;
}

void
dd_notice_free (DdNotice *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

void
dd_notice_add_action (DdNotice *self, const char *name, const char *label)
{
  DdNoticeAction *action = g_new (DdNoticeAction, 1);

  action->name = g_strdup (name);
  action->label = g_strdup (label);
  g_ptr_array_add (self->actions, action);
}

char *
dd_notice_get_title (const DdNotice *self, gboolean has_body)
{
  g_autofree char *line = NULL;

  if (has_body || *self->body == '\0')
    return g_strdup (self->title);
  line = g_strdelimit (g_strdup (self->body), "\n", ' ');
  /* Translators: the title of a notification, then its text */
  return g_strdup_printf (_ ("%s – %s"), self->title, line);
}

char *
dd_notice_get_body (const DdNotice *self, gboolean has_markup)
{
  return has_markup ? g_markup_escape_text (self->body, -1) : g_strdup (self->body);
}
