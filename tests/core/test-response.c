/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What services promise to whoever requests them.
 */

#include "config.h"

#include "delivery/dd-response.h"

#include "plan-fixture.h"
#include "service-fixture.h"

#define MANAGER "owner='manager' "

/* "activity documented", "-" for no promise */
static char *
describe (DdService *service, DdResponse response)
{
  DdResponsePromise promise;

  if (!dd_response_find (service, response, &promise))
    return g_strdup ("-");
  return g_strdup_printf ("%s %s", promise.activity->id, promise.headline->documented);
}

static void
test_shipped (void)
{
  const char *const ids[] = { "cx-process", "messenger" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (DdService) service = fixture_shipped (ids[i]);
      g_autofree char *first = describe (service, DD_RESPONSE_FIRST);
      g_autofree char *manager = describe (service, DD_RESPONSE_MANAGER);

      g_assert_cmpstr (first, ==, "respond-to-request within 1 business day");
      g_assert_cmpstr (manager, ==, "acknowledge-request within 1 day");
    }
}

typedef struct
{
  const char *name;
  const char *headline; /* from and to */
  const char *cells;
  const char *first;
  const char *manager;
} Row;

static const Row rows[] = {
  { "no headline", "", TASK ("a", "1d", MANAGER), "-", "-" },
  { "the manager's task is the first", "from='a' to='a'", TASK ("a", "1d", MANAGER), "a soon",
    "a soon" },
  { "over two tasks", "from='a' to='b'", TASK ("a", "1d", MANAGER) TASK ("b", "1d", MANAGER), "-",
    "-" },
  { "over a later task", "from='b' to='b'", TASK ("a", "1d", MANAGER) TASK ("b", "1d", MANAGER),
    "-", "-" },
  { "the customer's tasks do not count", "from='b' to='b'",
    TASK ("a", "1d", CUSTOMER) TASK ("c", "1d", BOTH) TASK ("b", "1d", "owner='consultant'"),
    "b soon", "-" },
  { "events and gates do not count", "from='b' to='b'",
    EVENT ("a", MANAGER) GATE ("c", MANAGER) TASK ("b", "1d", MANAGER), "b soon", "b soon" },
};

static void
test_rule (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *xml = g_strdup_printf (
      "<service id='s' product='S' document-version='1'>%s%s%s<phase id='p' name='P'>%s</phase>"
      "</service>",
      *row->headline != '\0' ? "<headline duration='1d' documented='soon' " : "", row->headline,
      *row->headline != '\0' ? "/>" : "", row->cells);
  g_autoptr (DdService) service = fixture_parse (xml);
  g_autofree char *first = describe (service, DD_RESPONSE_FIRST);
  g_autofree char *manager = describe (service, DD_RESPONSE_MANAGER);

  g_assert_cmpstr (first, ==, row->first);
  g_assert_cmpstr (manager, ==, row->manager);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response/shipped", test_shipped);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/response/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_rule);
    }
  return g_test_run ();
}
