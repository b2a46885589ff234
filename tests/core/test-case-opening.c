/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "delivery/dd-case-opening.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-label.h"
#include "service-fixture.h"

#define SERVICE                                                                                    \
  "<service id='s' product='Ship' document-version='1'>"                                           \
  "<request title='[Customer Name] - Request'/>"                                                   \
  "<phase><activity id='a' name='Ask' owner='customer'/><activity id='b' name='Build'/></phase>"   \
  "</service>"

static const DdActor anna = { .user = "Anna", .now = 5000 };

static DdAction *
open_case (const char *id, const DdActor *actor, DdCaseFile **file)
{
  g_autoptr (DdService) service = fixture_parse (SERVICE);
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  const DdCaseOpening opening = { .id = id,
                                  .service = service,
                                  .customer = "Ümit & Söhne",
                                  .current_version = "",
                                  .deadline = "2026-12-18",
                                  .start = DD_INSTANT_NONE };

  dd_record_set_text (customer, "name", opening.customer);
  return dd_case_opening_take (&opening, customer, actor, file);
}

/* Returns: (transfer full): the label in words */
static char *
tell (DdAction *action)
{
  return dd_label_format (dd_action_get_label (action), dd_action_get_arguments (action));
}

static void
test_open (void)
{
  const DdActor late = { .user = "Anna", .now = 5000, .at = 3000 };
  g_autoptr (DdCaseFile) file = NULL;
  g_autoptr (DdAction) action = open_case (NULL, &late, &file);
  g_autofree char *words = tell (action);
  DdRecord *second = file->activities->pdata[1];

  g_assert_cmpstr (words, ==, "Opened the case “Ümit & Söhne - Request”");
  g_assert_cmpint (dd_action_get_at (action), ==, 5000);
  g_assert_cmpuint (dd_action_get_changes (action)->len, ==, 1 + 1 + 2);
  g_assert_cmpuint (g_hash_table_size (dd_action_get_contents (action)), ==, 1);
  g_assert_cmpint (dd_record_get_integer (file->record, "requested_at"), ==, 3000);
  g_assert_cmpint (dd_record_get_integer (file->record, "start_at"), ==, 3000);
  g_assert_null (dd_record_get_text (file->record, "current_version"));
  g_assert_cmpstr (dd_record_get_text (file->record, "deadline"), ==, "2026-12-18");
  g_assert_cmpuint (file->activities->len, ==, 2);
  g_assert_cmpstr (dd_record_get_text (second, "definition_id"), ==, "b");
  g_assert_cmpint (dd_record_get_integer (second, "position"), ==, 1);
}

/* The case's id decides those of its activities; without one, each case has others. */
static void
test_ids (void)
{
  static const char id[] = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
  g_autoptr (DdCaseFile) first = NULL;
  g_autoptr (DdCaseFile) second = NULL;
  g_autoptr (DdCaseFile) other = NULL;

  dd_action_free (open_case (id, &anna, &first));
  dd_action_free (open_case (id, &anna, &second));
  dd_action_free (open_case (NULL, &anna, &other));
  g_assert_cmpstr (dd_record_get_id (first->record), ==, id);
  for (guint i = 0; i < first->activities->len; i++)
    {
      const char *own = dd_record_get_id (first->activities->pdata[i]);

      g_assert_cmpstr (own, ==, dd_record_get_id (second->activities->pdata[i]));
      g_assert_cmpstr (own, !=, dd_record_get_id (other->activities->pdata[i]));
    }
}

/* What is given of a new customer is kept, and what is not says nothing. */
static void
test_customer (void)
{
  g_autoptr (DdService) service = fixture_parse (SERVICE);
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  const DdCaseOpening opening = {
    .service = service, .customer = "Acme", .program = "platinum", .calendar = ""
  };

  dd_record_set_text (customer, "deployment", "on-premise");
  dd_record_set_text (customer, "calendar", "[calendar]");
  dd_action_free (dd_case_opening_take (&opening, customer, &anna, NULL));
  g_assert_cmpstr (dd_record_get_text (customer, "program"), ==, "platinum");
  g_assert_cmpstr (dd_record_get_text (customer, "deployment"), ==, "on-premise");
  g_assert_null (dd_record_get_text (customer, "calendar"));

  dd_record_settle (customer);
  dd_record_set_text (customer, "program", "standard");
  dd_action_free (dd_case_opening_take (&opening, customer, &anna, NULL));
  g_assert_cmpstr (dd_record_get_text (customer, "program"), ==, "standard");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-opening/open", test_open);
  g_test_add_func ("/case-opening/ids", test_ids);
  g_test_add_func ("/case-opening/customer", test_customer);
  return g_test_run ();
}
