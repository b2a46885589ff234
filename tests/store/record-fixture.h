/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal.h"
#include "delivery/dd-entities.h"
#include "store-test.h"

G_BEGIN_DECLS

/* What the tests of records, journal and undo share: a migrated database, rows of every entity with
 * values of every kind, and the text of all that is stored. */

/* Returns: (transfer full): the database of @test, brought to today's form */
DdConnection *record_fixture_open (StoreTest *test);

/* Returns: (transfer none) (nullable): the id of a row that a new row may refer to */
typedef const char *(*RecordFixtureChoose) (const DdEntity *entity, gpointer data);

/* Returns: (transfer full): a new row of @entity with a value that may be stored in every field, or
 * nothing now and then in one that is not required; NULL when it would have to refer to what there
 * is not. Values of different rows differ wherever the schema wants that. */
DdRecord *record_fixture_make (const DdEntity *entity, GRand *rand, RecordFixtureChoose choose,
                               gpointer data);

/* Gives field @index of @record another value, at random. */
void record_fixture_change (DdRecord *record, guint index, GRand *rand, RecordFixtureChoose choose,
                            gpointer data);

/* Keeps the content that all "…_hash" fields of the fixture's rows refer to. */
void record_fixture_keep_content (DdConnection *connection);

/* One row of each entity, each referring to the ones before, committed in one action by Anna at
 * instant 1000. Returns: (transfer full) (element-type DdRecord): them, in the order of dd_entities */
GPtrArray *record_fixture_fill (DdConnection *connection);

/* Commits @action; fails the test when that fails. Returns: its id */
gint64 record_fixture_commit (DdConnection *connection, DdAction *action);

/* Returns: (transfer full): the row of @record as it is stored now */
DdRecord *record_fixture_reload (DdConnection *connection, DdRecord *record);

/* Returns: (transfer full): everything in every table but the journal's, one row a line, by id */
char *record_fixture_dump (DdConnection *connection);

G_END_DECLS
