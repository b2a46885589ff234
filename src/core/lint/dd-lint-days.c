/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The rule about days: where one text promises "1 business day" and another "1 day", a reader
 * cannot know whether the second runs over a weekend.
 *
 * Every text of the service is searched for such figures, the table first. Those of one number are
 * gathered in two lists of places, and a number that has both is a finding.
 */
#include "config.h"

#include "lint/dd-lint-rules.h"

#include <glib/gi18n-lib.h>

/* Where a figure was found first, in its words, and all places that have it. */
typedef struct
{
  char *words;                /* (nullable) (owned): "1 business day" */
  const char *section;        /* (nullable) (unowned) */
  const DdActivity *activity; /* (nullable) (unowned) */
  GPtrArray *places;          /* (element-type utf8) (unowned) (owned): names for a reader */
  GHashTable *seen;           /* (element-type utf8) (unowned) (owned): the same, as a set */
} Mentions;

/* One number of days. */
typedef struct
{
  Mentions plain;
  Mentions business;
} Figure;

typedef struct
{
  GRegex *pattern;     /* (owned) */
  GHashTable *figures; /* (element-type utf8 Figure) (owned): by number, "1" */
  GPtrArray *numbers;  /* (element-type utf8) (unowned) (owned): in the order in which they came */
} Search;

static void
mentions_init (Mentions *self)
{
  self->places = g_ptr_array_new ();
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
mentions_clear (Mentions *self)
{
  g_free (self->words);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->seen);
}

static Figure *
figure_new (void)
{
  Figure *self = g_new0 (Figure, 1);

  mentions_init (&self->plain);
  mentions_init (&self->business);
  return self;
}

static void
figure_free (Figure *self)
{
  mentions_clear (&self->plain);
  mentions_clear (&self->business);
  g_free (self);
}

static void
search_init (Search *self)
{
  self->pattern = g_regex_new ("\\b0*([0-9]+)\\s+((?:business|working)\\s+)?days?\\b",
                               G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  self->figures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) figure_free);
  self->numbers = g_ptr_array_new ();
}

static void
search_clear (Search *self)
{
  g_regex_unref (self->pattern);
  g_ptr_array_unref (self->numbers);
  g_hash_table_unref (self->figures);
}

static Figure *
get_figure (Search *self, char *number)
{
  Figure *figure = g_hash_table_lookup (self->figures, number);

  if (figure != NULL)
    {
      g_free (number);
      return figure;
    }
  figure = figure_new ();
  g_hash_table_insert (self->figures, number, figure);
  g_ptr_array_add (self->numbers, number);
  return figure;
}

static void
note (Mentions *mentions, char *words, const char *section, const DdActivity *activity)
{
  const char *place = activity != NULL ? activity->name : dd_lint_section (section);

  if (mentions->words == NULL)
    {
      mentions->words = words;
      mentions->section = section;
      mentions->activity = activity;
    }
  else
    g_free (words);
  if (g_hash_table_add (mentions->seen, (char *) place))
    g_ptr_array_add (mentions->places, (char *) place);
}

/* Notes each figure of @text (nullable). */
static void
search_text (Search *self, const char *text, const char *section, const DdActivity *activity)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL)
    return;
  for (g_regex_match (self->pattern, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      Figure *figure = get_figure (self, g_match_info_fetch (match, 1));
      g_autofree char *unit = g_match_info_fetch (match, 2);
      gboolean business = unit != NULL && *unit != '\0';

      note (business ? &figure->business : &figure->plain, g_match_info_fetch (match, 0), section,
            activity);
    }
}

/* --- The texts of a service --- */

static void
search_table (Search *self, DdService *service)
{
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      const char *section = dd_lint_activity_section (activity);

      if (activity == g_ptr_array_index (activity->cell->activities, 0))
        search_text (self, activity->cell->documented, section, activity);
      for (guint j = 0; j < activity->details->len; j++)
        search_text (self, g_ptr_array_index (activity->details, j), section, activity);
    }
}

static void
search_headlines (Search *self, DdService *service)
{
  for (guint i = 0; i < service->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (service->headlines, i);

      search_text (self, headline->documented, headline->section,
                   dd_service_find_activity (service, headline->from));
    }
}

/* Steps lie in one another no deeper than the parser allows. */
static void
search_sentences (Search *self, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const DdSentence *sentence = g_ptr_array_index (sentences, i);

      search_text (self, sentence->text, sentence->section, NULL);
      search_sentences (self, sentence->parts);
    }
}

static void
search_questions (Search *self, DdService *service)
{
  for (guint i = 0; i < service->questions->len; i++)
    {
      const DdQuestionAnswer *item = g_ptr_array_index (service->questions, i);

      search_text (self, item->question, item->section, NULL);
      search_text (self, item->answer, item->section, NULL);
    }
}

static void
search_service (Search *self, DdService *service)
{
  GPtrArray *sentences[] = { service->summaries, service->frequencies, service->outputs,
                             service->steps,     service->timeline,    service->next_steps };

  search_table (self, service);
  search_headlines (self, service);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    search_sentences (self, sentences[i]);
  search_questions (self, service);
}

void
dd_lint_business_day (DdLintRun *run)
{
  Search search;

  search_init (&search);
  search_service (&search, run->service);
  for (guint i = 0; i < search.numbers->len; i++)
    {
      const char *number = g_ptr_array_index (search.numbers, i);
      const Figure *figure = g_hash_table_lookup (search.figures, number);
      g_autofree char *places = NULL;

      if (figure->plain.words == NULL || figure->business.words == NULL)
        continue;
      places = dd_lint_list (figure->plain.places);
      dd_lint_run_add (run, figure->business.section, figure->plain.activity,
                       /* Translators: "1 business day" in a section, "1 day" in activities */
                       g_strdup_printf (_ ("There is “%s” in %s, but “%s” in %s."),
                                        figure->business.words,
                                        dd_lint_section (figure->business.section),
                                        figure->plain.words, places),
                       g_strdup (_ ("Drydock counts both as working days of the calendar.")));
    }
  search_clear (&search);
}
