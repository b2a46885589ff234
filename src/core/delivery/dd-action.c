/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdAction: a label and a list of changes, collected and handed to the store. Adding a change is
 * O(fields), keeping content O(bytes).
 */

#include "config.h"

#include "delivery/dd-action.h"

struct _DdAction
{
  char *user; /* (owned) */
  gint64 at;
  char *label;          /* (owned) (nullable) */
  GStrv arguments;      /* (owned) */
  GPtrArray *changes;   /* (owned) (element-type DdChange) */
  GHashTable *contents; /* (owned) (element-type utf8 GBytes) */
};

static GStrv
collect (va_list arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *argument;

  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  return g_strv_builder_end (builder);
}

DdAction *
dd_action_new (const char *user, gint64 at, const char *label, ...)
{
  DdAction *self;
  va_list arguments;

  g_return_val_if_fail (user != NULL && *user != '\0', NULL);
  g_return_val_if_fail (at >= DD_INSTANT_MIN && at <= DD_INSTANT_MAX, NULL);

  self = g_new0 (DdAction, 1);
  self->user = g_strdup (user);
  self->at = at;
  self->label = g_strdup (label);
  va_start (arguments, label);
  self->arguments = label != NULL ? collect (arguments) : g_new0 (char *, 1);
  va_end (arguments);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_change_free);
  self->contents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

void
dd_action_free (DdAction *self)
{
  g_free (self->user);
  g_free (self->label);
  g_strfreev (self->arguments);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->contents);
  g_free (self);
}

void
dd_action_save (DdAction *self, gpointer record)
{
  DdChange *change = dd_change_new_save (record);

  if (change != NULL)
    g_ptr_array_add (self->changes, change);
}

void
dd_action_delete (DdAction *self, gpointer record)
{
  g_ptr_array_add (self->changes, dd_change_new_delete (record));
}

const char *
dd_action_keep (DdAction *self, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gpointer kept;

  if (!g_hash_table_lookup_extended (self->contents, hash, &kept, NULL))
    {
      kept = g_steal_pointer (&hash);
      g_hash_table_insert (self->contents, kept, g_bytes_ref (bytes));
    }
  return kept;
}

const char *
dd_action_get_user (DdAction *self)
{
  return self->user;
}

gint64
dd_action_get_at (DdAction *self)
{
  return self->at;
}

const char *
dd_action_get_label (DdAction *self)
{
  return self->label;
}

const char *const *
dd_action_get_arguments (DdAction *self)
{
  return (const char *const *) self->arguments;
}

GPtrArray *
dd_action_get_changes (DdAction *self)
{
  return self->changes;
}

GHashTable *
dd_action_get_contents (DdAction *self)
{
  return self->contents;
}
