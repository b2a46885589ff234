/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reminder-model.h"

#include "dd-reminder-inputs.h"
#include "dd-reminder-schedule.h"

#include <string.h>

typedef enum
{
  PENDING,
  TOLD,
  PUT_OFF,
  DONE,
} State;

/* A reminder as the model remembers it. */
typedef struct
{
  char *key;    /* (owned) */
  char *matter; /* (owned): with the case */
  DdReminderKind kind;
  gint64 due;
  gint64 until; /* while PUT_OFF */
  State state;
  gboolean known; /* it was told or answered once */
  gint64 told_at; /* when it was last told */
  gboolean over;
} Memory;

/* A case. */
typedef struct
{
  char *id;            /* (owned) */
  GPtrArray *memories; /* (owned) (element-type Memory) */
} Known;

struct _ReminderModel
{
  GPtrArray *cases; /* (owned) (element-type Known) */
};

static void
memory_free (gpointer data)
{
  Memory *self = data;

  g_free (self->key);
  g_free (self->matter);
  g_free (self);
}

static void
known_free (gpointer data)
{
  Known *self = data;

  g_free (self->id);
  g_ptr_array_unref (self->memories);
  g_free (self);
}

ReminderModel *
reminder_model_new (void)
{
  ReminderModel *self = g_new0 (ReminderModel, 1);

  self->cases = g_ptr_array_new_with_free_func (known_free);
  return self;
}

void
reminder_model_free (ReminderModel *self)
{
  g_ptr_array_unref (self->cases);
  g_free (self);
}

static Known *
find_case (ReminderModel *self, const char *id)
{
  Known *known;

  for (guint i = 0; i < self->cases->len; i++)
    {
      known = self->cases->pdata[i];
      if (strcmp (known->id, id) == 0)
        return known;
    }
  known = g_new0 (Known, 1);
  known->id = g_strdup (id);
  known->memories = g_ptr_array_new_with_free_func (memory_free);
  g_ptr_array_add (self->cases, known);
  return known;
}

/* --- What is true of a case --- */

typedef struct
{
  const char *id;
  gint64 now;
  GPtrArray *reminders; /* (owned) */
} Look;

static gboolean
list (DdConnection *connection, gpointer data, GError **error)
{
  Look *self = data;
  g_autoptr (DdReminderInputs) inputs =
      dd_reminder_inputs_load (connection, self->id, self->now, error);
  DdReminderPreferences preferences;

  if (inputs == NULL
      || !dd_reminder_schedule_load_preferences (connection, self->id, &preferences, error))
    return FALSE;
  g_assert_no_error (inputs->problem);
  self->reminders = dd_reminders_list (&inputs->known, &preferences);
  return TRUE;
}

/* Of a case that is not there: none. */
static GPtrArray *
list_reminders (DdConnection *connection, const char *id, gint64 now)
{
  Look look = { id, now };
  g_autoptr (GError) error = NULL;

  if (dd_connection_snapshot (connection, list, &look, "Testing", &error))
    return look.reminders;
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  return g_ptr_array_new ();
}

static Memory *
find_memory (Known *known, const char *key)
{
  for (guint i = 0; i < known->memories->len; i++)
    if (strcmp (((Memory *) known->memories->pdata[i])->key, key) == 0)
      return known->memories->pdata[i];
  return NULL;
}

static Memory *
remember (Known *known, const DdReminder *reminder, const char *key)
{
  Memory *memory = g_new0 (Memory, 1);

  memory->key = g_strdup (key);
  memory->matter = dd_reminder_dup_notification_id (reminder);
  memory->kind = reminder->kind;
  memory->due = reminder->due;
  g_ptr_array_add (known->memories, memory);
  return memory;
}

static void
look (Known *known, DdConnection *connection, gint64 now)
{
  g_autoptr (GPtrArray) reminders = list_reminders (connection, known->id, now);

  for (guint i = 0; i < known->memories->len; i++)
    ((Memory *) known->memories->pdata[i])->over = TRUE;
  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = reminders->pdata[i];
      g_autofree char *key = dd_reminder_dup_key (reminder);
      Memory *memory = find_memory (known, key);

      if (memory == NULL)
        memory = remember (known, reminder, key);
      if (memory->due != reminder->due && reminder->due > now && reminder->due > memory->told_at)
        memory->state = PENDING;
      memory->due = reminder->due;
      memory->over = FALSE;
    }
  for (guint i = known->memories->len; i > 0; i--)
    {
      Memory *memory = known->memories->pdata[i - 1];
      if (memory->over && !memory->known)
        g_ptr_array_remove_index (known->memories, i - 1);
    }
}

void
reminder_model_look (ReminderModel *self, DdConnection *connection, const char *case_id, gint64 now)
{
  look (find_case (self, case_id), connection, now);
}

void
reminder_model_look_at_all (ReminderModel *self, DdConnection *connection, gint64 now)
{
  for (guint i = 0; i < self->cases->len; i++)
    look (self->cases->pdata[i], connection, now);
}

/* --- What is to be told --- */

static gboolean
is_due (const Memory *memory, gint64 now)
{
  return !memory->over
         && ((memory->state == PENDING && memory->due <= now)
             || (memory->state == PUT_OFF && memory->until <= now));
}

static gboolean
is_any_due (Known *known, gint64 now)
{
  for (guint i = 0; i < known->memories->len; i++)
    if (is_due (known->memories->pdata[i], now))
      return TRUE;
  return FALSE;
}

/* Whether another of the same matter that is due comes later in its course. */
static gboolean
is_outdone (Known *known, const Memory *memory, gint64 now)
{
  for (guint i = 0; i < known->memories->len; i++)
    {
      const Memory *other = known->memories->pdata[i];
      if (other->kind > memory->kind && strcmp (other->matter, memory->matter) == 0
          && is_due (other, now))
        return TRUE;
    }
  return FALSE;
}

/* All others of the matter that were told, or are due too, are done with. */
static void
tell (Known *known, Memory *memory, gint64 now)
{
  for (guint i = 0; i < known->memories->len; i++)
    {
      Memory *other = known->memories->pdata[i];

      if (other == memory || strcmp (other->matter, memory->matter) != 0)
        continue;
      if (is_due (other, now))
        {
          other->known = TRUE;
          other->told_at = now;
        }
      if (is_due (other, now) || other->state == TOLD || other->state == PUT_OFF)
        other->state = DONE;
    }
  memory->state = TOLD;
  memory->known = TRUE;
  memory->told_at = now;
}

gboolean
reminder_model_is_quiet (DdCalendar *calendar, gint64 now)
{
  g_autofree char *clock = dd_calendar_format (calendar, now, "%H:%M");

  return strcmp (clock, "07:00") < 0 || strcmp (clock, "20:00") >= 0;
}

GPtrArray *
reminder_model_poll (ReminderModel *self, DdConnection *connection, gint64 now)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->cases->len; i++)
    {
      Known *known = self->cases->pdata[i];

      if (!is_any_due (known, now))
        continue;
      look (known, connection, now);
      for (guint j = 0; j < known->memories->len; j++)
        {
          Memory *memory = known->memories->pdata[j];

          if (!is_due (memory, now) || is_outdone (known, memory, now))
            continue;
          tell (known, memory, now);
          g_ptr_array_add (keys, g_strdup (memory->key));
        }
    }
  return keys;
}

/* --- Readers --- */

static Memory *
find (ReminderModel *self, const char *key)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      Memory *memory = find_memory (self->cases->pdata[i], key);
      if (memory != NULL)
        return memory;
    }
  return NULL;
}

void
reminder_model_answer (ReminderModel *self, const char *key, gint64 until)
{
  Memory *memory = find (self, key);

  g_assert_nonnull (memory);
  memory->state = until == 0 ? DONE : PUT_OFF;
  memory->until = until;
}

gboolean
reminder_model_is_open (ReminderModel *self, const char *key)
{
  Memory *memory = find (self, key);

  return memory != NULL && !memory->over && memory->state == TOLD;
}
