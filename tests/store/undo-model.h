/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-entities.h"

G_BEGIN_DECLS

/*
 * UndoModel: what the store must hold, and may do, after each step, thought out anew and naively:
 * whole rows as texts, whole lists of actions, no SQL.
 */
typedef struct _UndoModel UndoModel;

/* What becomes of one row: its values as texts before and after, of every field that is no derived
 * one, in the entity's order; NULL when there is no row. */
typedef struct
{
  const DdEntity *entity;
  char *id;      /* (owned) */
  char **before; /* (owned) (nullable) (array): n_fields texts, each NULL or owned */
  char **after;  /* likewise */
} ModelChange;

/* Returns: (transfer full): a model of an empty store */
UndoModel *undo_model_new (void);

/* Frees the model. */
void undo_model_free (UndoModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UndoModel, undo_model_free)

/* Returns: (transfer full): that @record is stored as it is now, or with @deleted that its row goes */
ModelChange *undo_model_make_change (DdRecord *record, gboolean deleted);

/* Frees a change. */
void undo_model_change_free (ModelChange *change);

/* Whether @changes (element-type ModelChange) can all be done. */
gboolean undo_model_can_do (UndoModel *self, GPtrArray *changes);

/* Does @changes (transfer full), which can be done, as action @id of user @user. */
void undo_model_do (UndoModel *self, gint64 id, guint user, GPtrArray *changes);

/* Returns: the action that an undo (or redo) by @user is about, 0 for none */
gint64 undo_model_find (UndoModel *self, gboolean redo, guint user);

/* Takes back (or does again) action @id as user @user. Returns: whether it could be done */
gboolean undo_model_run (UndoModel *self, gboolean redo, gint64 id, guint user);

/* Returns: the action that is done and was done last, 0 for none */
gint64 undo_model_get_last (UndoModel *self);

/* Returns: (transfer none) (nullable): the id of a row of @entity chosen by @rand */
const char *undo_model_choose (UndoModel *self, const DdEntity *entity, GRand *rand);

/* Returns: the number of rows */
guint undo_model_get_size (UndoModel *self);

/* Whether @record, just loaded, is a row as the model has it. */
gboolean undo_model_has (UndoModel *self, DdRecord *record);

G_END_DECLS
