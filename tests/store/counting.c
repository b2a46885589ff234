/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "counting.h"

#include "dd-records.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define COUNTER_ID "0b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a11"

static DdConnection *
open_counter (const char *path)
{
  g_autoptr (GError) error = NULL;
  DdConnection *connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

void
counting_prepare (const char *path)
{
  g_autoptr (DdConnection) connection = open_counter (path);
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  g_autoptr (DdRecord) counter = dd_record_new (&dd_customer_entity, COUNTER_ID);

  dd_record_set_text (counter, "name", "Counter");
  dd_record_set_text (counter, "note", "0");
  dd_action_save (action, counter);
  record_fixture_commit (connection, action);
}

/* Returns: whether the number was raised; FALSE without @error when somebody was quicker */
static gboolean
count_once (DdConnection *connection, const char *user, GError **error)
{
  g_autoptr (DdAction) action = dd_action_new (user, 2000, "Counted", NULL);
  g_autoptr (DdRecord) counter =
      dd_records_load (connection, &dd_customer_entity, COUNTER_ID, error);
  g_autoptr (GError) refused = NULL;
  g_autofree char *next = NULL;

  if (counter == NULL)
    return FALSE;
  next = g_strdup_printf ("%d", atoi (dd_record_get_text (counter, "note")) + 1);
  dd_record_set_text (counter, "note", next);
  dd_action_save (action, counter);
  if (dd_journal_commit (connection, action, NULL, &refused))
    return TRUE;
  if (!g_error_matches (refused, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT))
    g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

int
counting_run (const char *path, const char *user, guint times, double seconds)
{
  g_autoptr (DdConnection) connection = open_counter (path);
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  g_autoptr (GError) error = NULL;
  guint counted = 0;
  guint refused = 0;

  while (counted < times && error == NULL && (seconds <= 0 || g_get_monotonic_time () < end))
    if (count_once (connection, user, &error))
      counted++;
    else
      refused++;
  if (error != NULL)
    g_printerr ("%s: %s\n", user, error->message);
  g_print ("%u %u\n", counted, refused);
  return error != NULL ? EXIT_FAILURE : EXIT_SUCCESS;
}

static GSubprocess *
spawn (const char *program, const char *path, guint number, guint times, double seconds)
{
  g_autofree char *user = g_strdup_printf ("User %u", number);
  g_autofree char *times_text = g_strdup_printf ("%u", times);
  g_autofree char *seconds_text = g_strdup_printf ("%g", seconds);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "count",
                                           path, user, times_text, seconds_text, NULL);

  g_assert_no_error (error);
  return process;
}

guint
counting_spawn (const char *program, const char *path, guint n, guint times, double seconds)
{
  g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_object_unref);
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (processes, spawn (program, path, i, times, seconds));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;

      g_subprocess_communicate_utf8 (processes->pdata[i], NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (processes->pdata[i]));
      g_test_message ("counted and refused: %s", g_strchomp (output));
      sum += (guint) atoi (output);
    }
  return sum;
}

guint
counting_get (const char *path)
{
  g_autoptr (DdConnection) connection = open_counter (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) counter =
      dd_records_load (connection, &dd_customer_entity, COUNTER_ID, &error);

  g_assert_no_error (error);
  return (guint) atoi (dd_record_get_text (counter, "note"));
}

gboolean
counting_main (int argc, char *argv[], int *status)
{
  if (argc != 6 || strcmp (argv[1], "count") != 0)
    return FALSE;
  *status = counting_run (argv[2], argv[3], (guint) atoi (argv[4]), g_ascii_strtod (argv[5], NULL));
  return TRUE;
}
