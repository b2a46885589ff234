/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Values of fields: what is one, how it is read and written, and how a person is told.
 */

#include "config.h"

#include "delivery/dd-case.h"
#include "delivery/dd-field.h"

#include <string.h>

static const DdField text_field = { "text", DD_FIELD_TEXT, 0, "text" };
static const DdField name_field = { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED, "name" };
static const DdField date_field = { "date", DD_FIELD_DATE, 0, "deadline" };
static const DdField instant_field = { "at", DD_FIELD_INSTANT, 0, "start" };
static const DdField any_field = { "any", DD_FIELD_INTEGER, 0, "float" };
static const DdField minutes_field = { "minutes", DD_FIELD_INTEGER, 0, "minutes", .maximum = 600 };
static const DdField flag_field = { "flag", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED, "mark" };
static const DdField state_field = { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, "state",
                                     .type = dd_case_state_get_type };

typedef struct
{
  const char *name;
  const DdField *field;
  const char *text;     /* what is read */
  gssize length;        /* of it; 0: zero-terminated */
  const char *expected; /* what is written again, NULL for null; of a refusal, its message */
  const char *words;    /* what a person is told; NULL: it is refused */
} Reading;

static const Reading readings[] = {
  { "text", &text_field, "two\nlines", 0, "two\nlines", "“two lines”" },
  { "no text", &text_field, "", 0, NULL, "nothing" },
  { "quotes and emoji", &text_field, "\"O'Neil\" 🚢", 0, "\"O'Neil\" 🚢", "“\"O'Neil\" 🚢”" },
  { "right to left", &text_field, "שלום עולם", 0, "שלום עולם", "“שלום עולם”" },
  { "a NUL inside", &text_field, "a\0b", 3, "The text has a NUL character inside: remove it.",
    NULL },
  { "not UTF-8", &text_field, "a\xff", 0, "The text is not valid UTF-8 text: enter it anew.",
    NULL },
  { "a missing name", &name_field, "", 0, "The name is missing: enter one.", NULL },
  { "a date", &date_field, "2026-12-18", 0, "2026-12-18", "18 December 2026" },
  { "a leap day", &date_field, "2028-02-29", 0, "2028-02-29", "29 February 2028" },
  { "no leap day", &date_field, "2027-02-29", 0,
    "The deadline must be a date such as “2026-12-18”, not “2027-02-29”.", NULL },
  { "a date and more", &date_field, "2026-12-18 ", 0,
    "The deadline must be a date such as “2026-12-18”, not “2026-12-18 ”.", NULL },
  { "a date in another order", &date_field, "18.12.2026", 0,
    "The deadline must be a date such as “2026-12-18”, not “18.12.2026”.", NULL },
  { "an instant of the zone", &instant_field, "2026-12-18T09:00", 0, "2026-12-18T09:00:00+01:00",
    "18 December 2026, 09:00" },
  { "an instant of another", &instant_field, "2026-07-01T09:00:00Z", 0, "2026-07-01T11:00:00+02:00",
    "1 July 2026, 11:00" },
  { "the day of an instant", &instant_field, "2026-12-18", 0, "2026-12-18T00:00:00+01:00",
    "18 December 2026, 00:00" },
  { "an instant too late", &instant_field, "2300-01-01T00:00", 0,
    "The start must be a date and time between 1970 and 2199, such as “2026-12-18T09:00”.", NULL },
  { "no instant", &instant_field, "soon", 0,
    "The start must be a date and time between 1970 and 2199, such as “2026-12-18T09:00”.", NULL },
  { "any number", &any_field, "-480", 0, "-480", "-480" },
  { "no number", &any_field, "1e3", 0, "The float must be a whole number.", NULL },
  { "the greatest number", &minutes_field, "600", 0, "600", "600" },
  { "a number too great", &minutes_field, "601", 0,
    "The minutes must be a whole number from 0 to 600.", NULL },
  { "a number too small", &minutes_field, "-1", 0,
    "The minutes must be a whole number from 0 to 600.", NULL },
  { "yes", &flag_field, "yes", 0, "yes", "yes" },
  { "no", &flag_field, "no", 0, "no", "no" },
  { "neither", &flag_field, "maybe", 0, "The mark must be “yes” or “no”.", NULL },
  { "an empty flag", &flag_field, "", 0, "The mark is missing: enter one.", NULL },
  { "a state", &state_field, "waiting", 0, "waiting", "waiting" },
  { "no state", &state_field, "lost", 0,
    "The state must be one of requested, running, waiting, closed or cancelled.", NULL },
};

static void
check_refused (const Reading *reading, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_FIELD_ERROR);
  g_assert_cmpstr (error->message, ==, reading->expected);
}

static void
check_read (const Reading *reading, DdValue value, DdCalendar *calendar)
{
  g_autofree char *text = dd_field_to_text (reading->field, value, calendar);
  g_autofree char *words = dd_field_describe (reading->field, value, calendar);

  g_assert_cmpstr (text, ==, reading->expected);
  g_assert_cmpstr (words, ==, reading->words);
}

static void
test_reading (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (GError) error = NULL;
  DdValue value;
  gboolean read;

  read = dd_field_parse (reading->field, reading->text, reading->length > 0 ? reading->length : -1,
                         calendar, &value, &error);
  g_assert_cmpint (read, ==, reading->words != NULL);
  if (!read)
    {
      check_refused (reading, error);
      return;
    }
  g_assert_no_error (error);
  check_read (reading, value, calendar);
  dd_field_clear_value (reading->field, &value);
  g_assert_true (dd_field_is_null (reading->field, value));
}

/* A long text is cut between characters, not within one. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autofree char *words = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "ü");
  words = dd_field_describe (&text_field, (DdValue){ .text = text->str }, calendar);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (words, -1), ==, 83);
  g_assert_true (g_str_has_suffix (words, "ü…”"));
}

static void
test_values (void)
{
  DdValue first = { .text = g_strdup ("Acme") };
  DdValue second = dd_field_copy_value (&text_field, first);
  DdValue null = dd_field_get_null (&text_field);

  g_assert_true (first.text != second.text);
  g_assert_true (dd_field_equal (&text_field, first, second));
  g_assert_false (dd_field_equal (&text_field, first, null));
  g_assert_true (dd_field_equal (&text_field, null, null));
  dd_field_clear_value (&text_field, &first);
  dd_field_clear_value (&text_field, &second);
  g_assert_true (dd_field_is_null (&text_field, first));
}

/* A number outside of an enum, put there by a program, is refused like any other. */
static void
test_check (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_field_check (&state_field, (DdValue){ .integer = 99 }, &error));
  g_assert_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dd_field_check (&flag_field, (DdValue){ .integer = 2 }, &error));
  g_assert_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dd_field_check (&instant_field, (DdValue){ .integer = -1 }, &error));
  g_assert_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/field/reading/%s", readings[i].name);
      g_test_add_data_func (path, &readings[i], test_reading);
    }
  g_test_add_func ("/field/long-text", test_long_text);
  g_test_add_func ("/field/values", test_values);
  g_test_add_func ("/field/check", test_check);
  return g_test_run ();
}
