/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Changes: what saving and deleting records comes to.
 */

#include "config.h"

#include "delivery/dd-case.h"
#include "delivery/dd-change.h"
#include "delivery/dd-customer.h"

static DdRecord *
make_customer (void)
{
  DdRecord *record = dd_record_new (&dd_customer_entity, NULL);

  dd_record_set_text (record, "name", "Acme");
  dd_record_set_text (record, "note", "On the 4th floor");
  dd_record_settle (record);
  return record;
}

static const DdFieldChange *
find (const DdChange *change, const char *name)
{
  return dd_change_find_field (change, (guint) dd_entity_find (change->entity, name));
}

static void
test_insert (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_customer_entity, NULL);
  g_autoptr (DdChange) change = NULL;

  dd_record_set_text (record, "name", "Acme");
  change = dd_change_new_save (record);
  g_assert_cmpint (change->kind, ==, DD_CHANGE_INSERT);
  g_assert_cmpstr (change->record_id, ==, dd_record_get_id (record));
  g_assert_cmpstr (change->subject_id, ==, dd_record_get_id (record));
  g_assert_cmpuint (change->fields->len, ==, 1);
  g_assert_null (find (change, "name")->before.text);
  g_assert_cmpstr (find (change, "name")->after.text, ==, "Acme");
}

static void
test_update (void)
{
  g_autoptr (DdRecord) record = make_customer ();
  g_autoptr (DdChange) change = NULL;

  g_assert_null (dd_change_new_save (record));
  dd_record_set_text (record, "note", NULL);
  change = dd_change_new_save (record);
  g_assert_cmpint (change->kind, ==, DD_CHANGE_UPDATE);
  g_assert_cmpuint (change->fields->len, ==, 1);
  g_assert_cmpstr (find (change, "note")->before.text, ==, "On the 4th floor");
  g_assert_null (find (change, "note")->after.text);
}

/* What is deleted is the row, not what was typed over it. */
static void
test_delete (void)
{
  g_autoptr (DdRecord) record = make_customer ();
  g_autoptr (DdChange) change = NULL;

  dd_record_set_text (record, "note", "typed");
  change = dd_change_new_delete (record);
  g_assert_cmpint (change->kind, ==, DD_CHANGE_DELETE);
  g_assert_cmpuint (change->fields->len, ==, 2);
  g_assert_cmpstr (find (change, "note")->before.text, ==, "On the 4th floor");
}

static void
test_derived (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, NULL);
  g_autoptr (DdChange) change = NULL;

  dd_record_settle (record);
  dd_record_set_integer (record, "planned_start", 1);
  dd_record_set_integer (record, "at_risk", TRUE);
  g_assert_null (dd_change_new_save (record));
  change = dd_change_new_delete (record);
  g_assert_null (find (change, "at_risk"));
}

static void
test_invert (void)
{
  g_autoptr (DdRecord) record = make_customer ();
  g_autoptr (DdChange) update = NULL;
  g_autoptr (DdChange) delete = dd_change_new_delete (record);
  g_autoptr (DdChange) back = NULL;
  g_autoptr (DdChange) insert = dd_change_invert (delete);

  dd_record_set_text (record, "name", "Beta");
  update = dd_change_new_save (record);
  back = dd_change_invert (update);
  g_assert_cmpint (back->kind, ==, DD_CHANGE_UPDATE);
  g_assert_cmpstr (find (back, "name")->before.text, ==, "Beta");
  g_assert_cmpstr (find (back, "name")->after.text, ==, "Acme");
  g_assert_cmpint (insert->kind, ==, DD_CHANGE_INSERT);
  g_assert_cmpstr (find (insert, "name")->after.text, ==, "Acme");
}

static void
test_check (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_customer_entity, NULL);
  g_autoptr (DdRecord) stored = make_customer ();
  g_autoptr (DdChange) insert = dd_change_new_save (record);
  g_autoptr (DdChange) delete = dd_change_new_delete (stored);
  g_autoptr (DdChange) update = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_change_check (insert, &error));
  g_assert_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_MISSING);
  g_clear_error (&error);
  dd_record_set_text (stored, "name", "");
  update = dd_change_new_save (stored);
  g_assert_false (dd_change_check (update, &error));
  g_assert_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (dd_change_check (delete, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/insert", test_insert);
  g_test_add_func ("/change/update", test_update);
  g_test_add_func ("/change/delete", test_delete);
  g_test_add_func ("/change/derived", test_derived);
  g_test_add_func ("/change/invert", test_invert);
  g_test_add_func ("/change/check", test_check);
  return g_test_run ();
}
