/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The answers of a sample case: some of the questions of the questionnaire that ships, with answers
 * that suit them; a test holds the two together. O(rows). All text is data, and not translated.
 */

#include "config.h"

#include "dd-sample-answers.h"

#include "dd-sample-random.h"
#include "dd-sample-rows.h"
#include "delivery/dd-answer.h"
#include "delivery/dd-case-opening.h"
#include "delivery/dd-engagement.h"
#include "delivery/dd-finding.h"

#include <glib/gi18n-lib.h>

/* A question and what is answered, as JSON. */
typedef struct
{
  const char *service; /* (nullable): NULL: either */
  const char *question;
  const char *values[4];
} Answers;

static const Answers answers[] = {
  { NULL, "technical-contact-email", { "\"administrator@customer.example\"", NULL } },
  { NULL, "work-window", { "\"working-hours\"", "\"always\"", NULL } },
  { NULL, "environment", { "\"development\"", "\"staging\"", NULL } },
  { NULL,
    "hosts",
    { "[{\"name\":\"staging01.customer.example\",\"purpose\":\"Everything\",\"memory\":32}]",
      "[{\"name\":\"staging01.customer.example\",\"purpose\":\"Server\",\"memory\":16},"
      "{\"name\":\"db01.customer.example\",\"purpose\":\"Database\",\"free-disk\":400}]",
      NULL } },
  { NULL, "operating-system", { "\"red-hat\"", "\"windows\"", "\"suse\"", NULL } },
  { NULL, "database", { "\"oracle\"", "\"postgresql\"", "\"sql-server\"", NULL } },
  { NULL, "database-size", { "40", "160", "900", NULL } },
  { "cx-process", "application-server", { "\"weblogic\"", "\"jboss\"", NULL } },
  { "cx-process", "nodes", { "1", "2", "4", NULL } },
  { "messenger", "primary-host", { "\"staging01.customer.example\"", NULL } },
  { "messenger", "domain-managers", { "1", "2", "3", NULL } },
};

#define CX_COMPONENTS                                                                              \
  "[{\"name\":\"Claims menu\",\"kind\":\"menu\",\"purpose\":\"Entry to the claims process\"}]"
#define MESSENGER_COMPONENTS                                                                       \
  "[{\"name\":\"Tariff plugin\",\"kind\":\"plugin\",\"purpose\":\"Adds tariffs to messages\"}]"

/* --- Answers --- */

static void
add_answer (DdSampleCase *self,
            DdAction *action,
            gint64 at,
            const char *question,
            const char *value)
{
  g_autofree char *name = g_strconcat ("answer ", question, NULL);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_answer_entity, name);

  dd_record_set_text (row, "question", question);
  dd_record_set_text (row, "value", value);
  dd_record_set_integer (row, "ask_customer", value == NULL);
  if (value != NULL)
    {
      dd_record_set_text (row, "answered_by", self->consultant->name);
      dd_record_set_integer (row, "answered_at", at);
    }
  else
    dd_record_set_text (row, "note", "The customer asks a colleague.");
  dd_sample_rows_save (action, row);
}

static void
add_plain (DdSampleCase *self, DdAction *action, gint64 at)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (answers[i].service == NULL || g_str_equal (answers[i].service, self->service->service->id))
      add_answer (self, action, at, answers[i].question,
                  dd_sample_random_pick (self->rand, answers[i].values));
}

/* An answer that a rule looks at: yes for so many of a hundred, and open for a few.
 * Returns: whether it is yes */
static gboolean
add_judged (DdSampleCase *self, DdAction *action, gint64 at, const char *question, guint percent)
{
  gboolean yes = dd_sample_random_chance (self->rand, percent);
  gboolean open = dd_sample_random_chance (self->rand, 12);

  add_answer (self, action, at, question, open ? NULL : yes ? "\"yes\"" : "\"no\"");
  return yes && !open;
}

/* --- What they come to --- */

/* The row that the case was opened with. */
static DdRecord *
find_finding (DdSampleCase *self, const char *exclusion)
{
  DdRecord *row = dd_case_opening_make_finding (self->file->record, exclusion);

  dd_record_settle (row);
  return row;
}

static void
add_engagement (DdSampleCase *self, DdAction *action, gint64 at)
{
  g_autoptr (DdRecord) finding = find_finding (self, "other-environments");
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_engagement_entity, "engagement");

  dd_record_set_text (row, "finding_id", dd_record_get_id (finding));
  dd_record_set_text (row, "title", "Help with upgrading the other environments");
  dd_record_set_integer (row, "state", g_rand_int_range (self->rand, 0, DD_ENGAGEMENT_DONE + 1));
  dd_record_set_integer (row, "opened_at", at);
  dd_sample_rows_save (action, row);
}

static void
add_components (DdSampleCase *self, DdAction *action, gint64 at)
{
  gboolean messenger = g_str_equal (self->service->service->id, "messenger");
  g_autoptr (DdRecord) finding = find_finding (self, "custom-components");

  add_answer (self, action, at, "components", messenger ? MESSENGER_COMPONENTS : CX_COMPONENTS);
  if (!dd_sample_random_chance (self->rand, 30))
    return;
  dd_record_set_integer (finding, "override", DD_FINDING_OVERRIDE_CLEAR);
  dd_record_set_text (finding, "override_reason",
                      "They are only renamed; they were looked at in assessment.");
  dd_sample_rows_save (action, finding);
}

DdAction *
dd_sample_answers_take (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Took the customer’s answers"), NULL, NULL);

  add_plain (self, action, event->at);
  add_answer (self, action, event->at, "access",
              dd_sample_random_chance (self->rand, 15) ? "\"later\"" : "\"yes\"");
  if (add_judged (self, action, event->at, "other-environments", 20))
    add_engagement (self, action, event->at);
  if (add_judged (self, action, event->at, "custom-components", 40))
    add_components (self, action, event->at);
  return action;
}
