/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-date-words.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define HOUR 60

/* What a person reads of times in each language: the order of a date, the words of the locale in
 * it, and the plural that a number takes. */
typedef struct
{
  const char *locale;
  const char *sentence;    /* a date in a sentence */
  const char *short_date;  /* one in a list */
  const char *other_year;  /* one of another year */
  const char *column_date; /* one in a column, a blank for the second figure */
  const char *minutes;
  const char *working[5]; /* no time, 1 hour, 1 day, 2 days, 1 day and 30 minutes */
  const char *cases[3];   /* 0, 1 and 2 */
  const char *list;
  const char *owners;
  const char *week; /* the working hours, in a sentence */
} Language;

static const Language languages[] = {
  { .locale = "de_DE.UTF-8",
    .sentence = "Freitag, 18. Dezember 2026",
    .short_date = "Fr 18. Dez",
    .other_year = "Fr 1. Jan 2027",
    .column_date = "Mi  4. Mär",
    .minutes = "2 T 4 h",
    .working = { "0 min", "1 h", "1 Arbeitstag", "2 Arbeitstage", "1 Arbeitstag 30 min" },
    .cases = { "0 Fälle", "1 Fall", "2 Fälle" },
    .list = "A, B und C",
    .owners = "K Kunde, B Platinum-Berater, P Platinum-Projektmanager",
    .week = "Montag bis Freitag 09:00–17:00, Europe/Berlin." },
  { .locale = "fr_FR.UTF-8",
    .sentence = "vendredi 18 décembre 2026",
    .short_date = "ven. 18 déc.",
    .other_year = "ven. 1 janv. 2027",
    .column_date = "mer.  4 mars",
    .minutes = "2 j 4 h",
    .working = { "0 min", "1 h", "1 jour ouvré", "2 jours ouvrés", "1 jour ouvré 30 min" },
    .cases = { "0 dossier", "1 dossier", "2 dossiers" },
    .list = "A, B et C",
    .owners = "C Client, P Consultant Platinum, M Chef de projet Platinum",
    .week = "lundi à vendredi 09:00–17:00, Europe/Berlin." },
};

static gint64
instant (DdCalendar *calendar, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 result = dd_calendar_parse_instant (calendar, text, FALSE, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_dates (gconstpointer data)
{
  const Language *language = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  gint64 december = instant (calendar, "2026-12-18T09:00");

  g_assert_nonnull (setlocale (LC_ALL, language->locale));
  assert_words (dd_date_words_of_start (calendar, december), language->sentence);
  assert_words (dd_words_date (calendar, december, 2026, DD_WORDS_PLAIN), language->short_date);
  assert_words (dd_words_date (calendar, instant (calendar, "2027-01-01T09:00"), 2026,
                               DD_WORDS_PLAIN),
                language->other_year);
  assert_words (dd_words_date (calendar, instant (calendar, "2026-03-04T09:00"), 2026,
                               DD_WORDS_ALIGNED),
                language->column_date);
}

static void
test_lengths (gconstpointer data)
{
  static const gint64 minutes[] = { 0, HOUR, 8 * HOUR, 16 * HOUR, 8 * HOUR + 30 };
  const Language *language = data;

  g_assert_nonnull (setlocale (LC_ALL, language->locale));
  assert_words (dd_words_minutes (20 * HOUR, 8 * HOUR), language->minutes);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    assert_words (dd_time_words_working (minutes[i], 8 * HOUR), language->working[i]);
}

static void
test_plurals (gconstpointer data)
{
  const Language *language = data;

  g_assert_nonnull (setlocale (LC_ALL, language->locale));
  for (guint n = 0; n < G_N_ELEMENTS (language->cases); n++)
    assert_words (g_strdup_printf (ngettext ("%u case", "%u cases", n), n), language->cases[n]);
}

static void
test_weeks (gconstpointer data)
{
  const Language *language = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);

  g_assert_nonnull (setlocale (LC_ALL, language->locale));
  assert_words (dd_calendar_describe (calendar), language->week);
}

static void
test_lists (gconstpointer data)
{
  const Language *language = data;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_assert_nonnull (setlocale (LC_ALL, language->locale));
  for (const char *const *word = (const char *const[]){ "A", "B", "C", NULL }; *word != NULL;
       word++)
    g_ptr_array_add (words, (char *) *word);
  assert_words (dd_time_words_join (words), language->list);
  assert_words (dd_words_owner_legend (), language->owners);
}

static void
add (const char *name, const Language *language, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/locales/%.2s/%s", language->locale, name);

  g_test_add_data_func (path, language, function);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_unsetenv ("LANGUAGE");
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      add ("dates", &languages[i], test_dates);
      add ("lengths", &languages[i], test_lengths);
      add ("plurals", &languages[i], test_plurals);
      add ("weeks", &languages[i], test_weeks);
      add ("lists", &languages[i], test_lists);
    }
  return g_test_run ();
}
