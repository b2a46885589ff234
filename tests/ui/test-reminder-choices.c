/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-reminder-choices.h"

/* The choices in one line: "off Never, 1h 1 Working Hour"; what holds for all cases has no text. */
static char *
describe (GPtrArray *choices)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const DdReminderChoice *choice = g_ptr_array_index (choices, i);

      g_string_append_printf (line, "%s%s%s%s", i > 0 ? ", " : "",
                              choice->text != NULL ? choice->text : "",
                              choice->text != NULL ? " " : "", choice->words);
    }
  return g_string_free (line, FALSE);
}

#define USUAL                                                                                      \
  "off Never, 1h 1 Working Hour, 2h 2 Working Hours, 4h 4 Working Hours, 1d 1 Working Day, "       \
  "2d 2 Working Days, 3d 3 Working Days, 1w 1 Working Week, 2w 2 Working Weeks"

static const struct
{
  const char *name;
  DdReminderKind kind;
  const char *stored;
  const char *everybodys;
  const char *choices;
  guint chosen;
} rows[] = {
  { "usual", DD_REMINDER_ACTIVITY_DUE, "1d", NULL, USUAL, 4 },
  { "never", DD_REMINDER_ACTIVITY_DUE, "off", NULL, USUAL, 0 },
  { "another", DD_REMINDER_WAIT_OLD, "10d", NULL, USUAL ", 10d 10 Working Days", 9 },
  { "at-an-instant", DD_REMINDER_RESPONSE_BREACHED, "on", NULL, "off Never, on When It Happens",
    1 },
  { "of-a-case", DD_REMINDER_ACTIVITY_DUE, "4h", "2d", "As for All Cases (2 Working Days), " USUAL,
    4 },
  { "of-a-case-without-its-own", DD_REMINDER_ACTIVITY_DUE, NULL, "off",
    "As for All Cases (Never), " USUAL, 0 },
};

static void
test_lists_leads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) choices =
          dd_reminder_choices_list_leads (rows[i].kind, rows[i].stored, rows[i].everybodys);
      g_autofree char *line = describe (choices);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (line, ==, rows[i].choices);
      g_assert_cmpuint (dd_reminder_choices_find (choices, rows[i].stored), ==, rows[i].chosen);
    }
}

static void
test_lists_times (void)
{
  g_autoptr (GPtrArray) usual = dd_reminder_choices_list_times (20 * 60);
  g_autoptr (GPtrArray) odd = dd_reminder_choices_list_times (7 * 60 + 15);
  g_autoptr (GPtrArray) late = dd_reminder_choices_list_times (24 * 60 - 1);

  g_assert_cmpuint (usual->len, ==, 48);
  g_assert_cmpuint (dd_reminder_choices_find (usual, "20:00"), ==, 40);
  g_assert_cmpuint (odd->len, ==, 49);
  g_assert_cmpuint (dd_reminder_choices_find (odd, "07:15"), ==, 15);
  g_assert_cmpuint (dd_reminder_choices_find (late, "23:59"), ==, 48);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-choices/lists-leads", test_lists_leads);
  g_test_add_func ("/reminder-choices/lists-times", test_lists_times);
  return g_test_run ();
}
