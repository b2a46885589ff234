/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Sample cases: the courses of all are laid out, what happened is told in the order of time, and
 * every case is planned as of today. Linear in the cases, but for the sorting of their events. The
 * plans that each action would bring are left out until the end, because nobody can look in
 * between.
 */

#include "config.h"

#include "dd-sample.h"

#include "dd-bundle.h"
#include "dd-journal-private.h"
#include "dd-named.h"
#include "dd-plan-cache.h"
#include "dd-preferences.h"
#include "dd-replan.h"
#include "dd-rescope.h"
#include "dd-sample-case.h"
#include "dd-sample-course.h"
#include "dd-sample-names.h"
#include "dd-sample-random.h"
#include "dd-search-index.h"
#include "delivery/dd-entities.h"
#include "plan/dd-plan.h"
#include "service/dd-service-parser.h"
#include "service/dd-service-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_PER_YEAR (364 * 86400) /* the same day of the week */
#define MAX_YEARS        4             /* that a customer has cases of, before the present one */
#define N_STORIES        3             /* the first cases, which nothing hides */
#define INDEX_STEP       4096          /* events told before the search index follows */
#define PROGRESS_STEPS   100

/* In KiB when negative. Ids are spread over all of an index: with SQLite's usual cache nearly every
 * row would read and write pages of its own. */
#define LARGE_CACHE "PRAGMA cache_size = -131072"
#define USUAL_CACHE "PRAGMA cache_size = -2000"

/* Versions of invented steps, the oldest first: enough for MAX_YEARS and the present. */
static const char *const process_versions[] = { "10.0.2", "10.2.1", "10.4.0", "11.0.3",
                                                "11.2.1", "11.4.0", "12.0.1", NULL };
static const char *const messenger_versions[] = { "5.0.1", "5.1.4", "5.2.0", "5.4.2",
                                                  "5.5.1", "5.6.0", "5.7.3", NULL };

/* What a transaction's function is told, and works with. */
typedef struct
{
  DdSampleWorld world;
  guint n_cases;
  DdSampleProgress progress; /* (nullable) */
  gpointer data;
  GPtrArray *cases; /* (owned) (element-type DdSampleCase) */
  GArray *events;   /* (owned) (element-type DdSampleEvent) */
} Making;

static void
person_clear (gpointer data)
{
  DdSamplePerson *person = data;

  g_free (person->id);
  g_free (person->name);
}

static void
forget (DdSampleCase *self)
{
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->file, dd_case_file_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
}

static void
case_free (gpointer data)
{
  DdSampleCase *self = data;

  forget (self);
  g_free (self->id);
  g_free (self);
}

static void
service_clear (DdSampleService *service)
{
  g_clear_pointer (&service->service, dd_service_unref);
  g_clear_pointer (&service->network, dd_network_unref);
  g_clear_pointer (&service->questionnaire, g_bytes_unref);
  g_free (service->hash);
  g_free (service->questionnaire_hash);
  g_free (service->minutes);
}

static void
making_clear (Making *self)
{
  g_ptr_array_unref (self->cases);
  g_array_unref (self->events);
  for (guint i = 0; i < DD_SAMPLE_N_SERVICES; i++)
    service_clear (&self->world.services[i]);
  g_clear_pointer (&self->world.calendar, dd_calendar_unref);
  g_array_unref (self->world.managers);
  g_array_unref (self->world.consultants);
  g_ptr_array_unref (self->world.customers);
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

static Making
making_new (guint n_cases, guint64 seed, DdSampleProgress progress, gpointer data)
{
  Making self = { .n_cases = n_cases, .progress = progress, .data = data };

  self.world.seed = seed;
  self.world.turn = (guint) (seed % 1009);
  self.world.managers = g_array_new (FALSE, FALSE, sizeof (DdSamplePerson));
  self.world.consultants = g_array_new (FALSE, FALSE, sizeof (DdSamplePerson));
  g_array_set_clear_func (self.world.managers, person_clear);
  g_array_set_clear_func (self.world.consultants, person_clear);
  self.world.customers = g_ptr_array_new_with_free_func (unref_record);
  self.cases = g_ptr_array_new_with_free_func (case_free);
  self.events = g_array_new (FALSE, FALSE, sizeof (DdSampleEvent));
  return self;
}

static void
report (const Making *self, guint done)
{
  guint step = MAX (1, self->n_cases / PROGRESS_STEPS);

  if (self->progress != NULL && (done % step == 0 || done == self->n_cases))
    self->progress (done, self->n_cases, self->data);
}

/* --- The world --- */

static gboolean
find_today (Making *self, gint64 now, GError **error)
{
  DdCalendar *calendar = dd_preferences_load_calendar (self->world.connection, error);

  if (calendar == NULL)
    return FALSE;
  self->world.calendar = calendar;
  self->world.now = dd_calendar_julian_start (calendar, dd_calendar_julian_day (calendar, now));
  return TRUE;
}

static DdService *
load_definition (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = dd_bundle_read (path, error);
  gsize size;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  return dd_service_parse (text, (gssize) size, path, error);
}

/* What the documents say, on this calendar. */
static gboolean
measure (DdSampleService *service, DdSampleWorld *world, GError **error)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  guint n = dd_network_get_size (service->network);
  g_autoptr (DdPlan) plan = NULL;

  request.vendor = world->calendar;
  request.start = world->now;
  plan = dd_plan_new (service->network, &request, error);
  if (plan == NULL)
    return FALSE;
  service->minutes = g_new (gint64, n);
  for (guint i = 0; i < n; i++)
    service->minutes[i] = dd_plan_get_dates (plan, i)->duration_minutes;
  service->total =
      dd_calendar_between (world->calendar, dd_plan_get_start (plan), dd_plan_get_finish (plan));
  return TRUE;
}

static gboolean
load_service (DdSampleWorld *world,
              guint index,
              const char *name,
              const char *const *versions,
              GError **error)
{
  DdSampleService *service = &world->services[index];
  g_autofree char *path = g_strconcat ("services/", name, NULL);
  g_autofree char *questionnaire_path = g_strconcat ("questionnaires/", name, NULL);

  service->service = load_definition (path, error);
  if (service->service == NULL)
    return FALSE;
  service->questionnaire = dd_bundle_read (questionnaire_path, error);
  if (service->questionnaire == NULL)
    return FALSE;
  service->network = dd_network_new (service->service);
  service->versions = versions;
  return measure (service, world, error);
}

/* Keeps the definitions, and says under which hash. */
static void
keep_definitions (DdSampleWorld *world, DdAction *action)
{
  for (guint i = 0; i < DD_SAMPLE_N_SERVICES; i++)
    {
      DdSampleService *service = &world->services[i];
      char *xml = dd_service_to_xml (service->service);
      g_autoptr (GBytes) bytes = g_bytes_new_take (xml, strlen (xml));

      service->hash = g_strdup (dd_action_keep (action, bytes));
      service->questionnaire_hash = g_strdup (dd_action_keep (action, service->questionnaire));
    }
}

/* Somebody of that name who is there already is taken for the same. */
static gboolean
add_person (DdSampleWorld *world,
            DdAction *action,
            GArray *people,
            DdPersonRole role,
            const char *name,
            GError **error)
{
  const char *nick = dd_enum_get_nick (dd_person_role_get_type (), role);
  g_autofree char *id = dd_sample_random_make_id (world->seed, nick, people->len);
  g_autofree char *email = dd_sample_names_make_address (nick, people->len, "vendor.example");
  g_autoptr (DdRecord) person = dd_named_ensure (world->connection, &dd_person_entity, name, error);
  DdSamplePerson added = { NULL, g_strdup (name) };

  g_array_append_val (people, added);
  if (person == NULL)
    return FALSE;
  if (!dd_record_is_stored (person))
    {
      g_object_unref (person);
      person = dd_record_new (&dd_person_entity, id);
      dd_record_set_text (person, "name", name);
      dd_record_set_integer (person, "role", role);
      dd_record_set_text (person, "email", email);
      dd_action_save (action, person);
    }
  g_array_index (people, DdSamplePerson, people->len - 1).id = g_strdup (dd_record_get_id (person));
  return TRUE;
}

/* The more cases, the larger the team. */
static gboolean
add_team (Making *self, DdAction *action, GError **error)
{
  DdSampleWorld *world = &self->world;
  guint managers = CLAMP (4 + self->n_cases / 50, 4, 8);
  guint consultants = CLAMP (6 + self->n_cases / 25, 6, 20);

  for (guint i = 0; i < managers && dd_sample_managers[i] != NULL; i++)
    if (!add_person (world, action, world->managers, DD_PERSON_ROLE_MANAGER, dd_sample_managers[i],
                     error))
      return FALSE;
  for (guint i = 0; i < consultants && dd_sample_consultants[i] != NULL; i++)
    if (!add_person (world, action, world->consultants, DD_PERSON_ROLE_CONSULTANT,
                     dd_sample_consultants[i], error))
      return FALSE;
  return TRUE;
}

/* What every case builds upon comes before all of them. */
static gboolean
make_world (Making *self, gint64 now, GError **error)
{
  DdSampleWorld *world = &self->world;
  g_autoptr (DdAction) action = NULL;

  if (!find_today (self, now, error)
      || !load_service (world, 0, "cx-process.xml", process_versions, error)
      || !load_service (world, 1, "messenger.xml", messenger_versions, error))
    return FALSE;
  action = dd_action_new (DD_SAMPLE_USER, world->now - (MAX_YEARS + 2) * (gint64) SECONDS_PER_YEAR,
                          N_ ("Added the team"), NULL);
  keep_definitions (world, action);
  return add_team (self, action, error)
         && dd_journal_append (world->connection, action, NULL, error);
}

/* --- Cases --- */

static DdSampleCase *
add_case (Making *self, guint customer, guint service, guint version)
{
  DdSampleWorld *world = &self->world;
  DdSampleCase *made = g_new0 (DdSampleCase, 1);

  made->world = world;
  made->number = self->cases->len;
  made->id = dd_sample_random_make_id (world->seed, "case", made->number);
  made->customer = customer;
  made->service = &world->services[service];
  made->version = version;
  made->manager = &g_array_index (world->managers, DdSamplePerson, customer % world->managers->len);
  made->consultant = &g_array_index (world->consultants, DdSamplePerson,
                                     (made->number * 3) % world->consultants->len);
  g_ptr_array_add (self->cases, made);
  return made;
}

/* The present case of a customer and, numbered after it, those of the years before. */
static void
add_customer (Making *self, guint customer)
{
  g_autoptr (GRand) rand = dd_sample_random_new (self->world.seed, G_MAXUINT32 - customer);
  guint room = self->n_cases - self->cases->len - 1;
  guint years = (guint) g_rand_int_range (rand, 0, MAX_YEARS + 1);
  guint service = (guint) g_rand_int_range (rand, 0, DD_SAMPLE_N_SERVICES);
  guint version = MAX_YEARS + (guint) g_rand_int_range (rand, 0, 2);
  DdSampleCase *later;

  years = customer < N_STORIES || dd_sample_random_chance (rand, 35) ? 0 : MIN (years, room);
  service = customer < N_STORIES ? 0 : service;
  later = add_case (self, customer, service, version);
  later->profile = dd_sample_profile_get (customer);
  dd_sample_course_lay (later, DD_INSTANT_NONE, self->events);
  for (guint i = 1; i <= years; i++)
    {
      DdSampleCase *earlier = add_case (self, customer, service, version - i);
      gint64 shift = g_rand_int_range (rand, -15, 16) * (gint64) 86400 + 5400;

      earlier->profile = dd_sample_profile_get_past ();
      dd_sample_course_lay (earlier, later->start - SECONDS_PER_YEAR + shift, self->events);
      later->previous_id = earlier->id;
      later = earlier;
    }
}

static int
compare_events (gconstpointer first, gconstpointer second)
{
  const DdSampleEvent *one = first;
  const DdSampleEvent *other = second;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  if (one->subject != other->subject)
    return one->subject->number < other->subject->number ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static void
lay_courses (Making *self)
{
  guint customer = 0;

  while (self->cases->len < self->n_cases)
    add_customer (self, customer++);
  g_ptr_array_set_size (self->world.customers, (int) customer);
  g_array_sort (self->events, compare_events);
}

/* --- Telling --- */

static gboolean
check_new (const Making *self, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (self->world.connection, "SELECT 1 FROM cases WHERE id = ?1",
                             _ ("Making sample cases"), error);
  gboolean there = FALSE;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->cases->len && !there; i++)
    {
      const DdSampleCase *made = self->cases->pdata[i];

      dd_statement_reset (statement);
      dd_statement_bind_text (statement, 1, made->id, -1);
      if (!dd_statement_step (statement, &there, error))
        return FALSE;
    }
  if (there)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                 _ ("The sample cases with the seed %llu are in the database already. Take another "
                    "seed for more of them."),
                 (unsigned long long) self->world.seed);
  return !there;
}

static gboolean
tell (Making *self, const DdSampleEvent *event, GError **error)
{
  DdSampleCase *subject = event->subject;
  g_autoptr (DdAction) action = event->tell (subject, event, error);

  if (action == NULL || !dd_journal_append_alone (self->world.connection, action, error))
    return FALSE;
  if (--subject->events_left == 0)
    forget (subject);
  return TRUE;
}

/* The search finds the newest first: by and by its index follows what is told. */
static gboolean
tell_all (Making *self, GError **error)
{
  DdConnection *connection = self->world.connection;

  for (guint i = 0; i < self->events->len; i++)
    if (!tell (self, &g_array_index (self->events, DdSampleEvent, i), error)
        || (i % INDEX_STEP == 0 && !dd_search_index_update (connection, error)))
      return FALSE;
  return dd_search_index_update (connection, error);
}

static gboolean
plan_all (Making *self, GError **error)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DdSampleCase *made = self->cases->pdata[i];

      if (!dd_replan_case (self->world.connection, made->id, self->world.now, error)
          || !dd_rescope_case (self->world.connection, made->id, error))
        return FALSE;
      report (self, i + 1);
    }
  return TRUE;
}

/* What a transaction's function is told. */
typedef struct
{
  Making *making;
  gint64 now;
} Job;

static gboolean
make (DdConnection *connection, gpointer data, GError **error)
{
  const Job *job = data;
  Making *self = job->making;

  self->world.connection = connection;
  if (!make_world (self, job->now, error))
    return FALSE;
  lay_courses (self);
  return check_new (self, error) && tell_all (self, error) && plan_all (self, error);
}

gboolean
dd_sample_make (DdConnection *connection,
                guint n_cases,
                guint64 seed,
                gint64 now,
                DdSampleProgress progress,
                gpointer data,
                GError **error)
{
  Making making;
  Job job = { &making, now };
  gboolean made;

  g_return_val_if_fail (n_cases >= 1 && n_cases <= DD_SAMPLE_MAX_CASES, FALSE);

  making = making_new (n_cases, seed, progress, data);
  made = dd_connection_exec (connection, LARGE_CACHE, _ ("Making sample cases"), error)
         && dd_connection_transaction (connection, make, &job, _ ("Making sample cases"), error);
  making_clear (&making);
  return dd_connection_exec (connection, USUAL_CACHE, _ ("Making sample cases"),
                             made ? error : NULL)
         && made;
}
