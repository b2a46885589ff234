/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Whatever is done to cases, calendars and days: after each action the stored dates of every case
 * are those of a plan made from its records, as of the action that touched it last.
 */

#include "config.h"

#include "dd-replan-day.h"

#include "case-fixture.h"
#include "dd-preferences.h"
#include "dd-records.h"
#include "dd-undo.h"

#include <string.h>

#define SEEDS     6
#define ACTIONS   250
#define N_CASES   5
#define N_CLIENTS 2

#define CELLS                                                                                      \
  EVENT ("request", CUSTOMER)                                                                      \
  TASK ("respond", "1d", "owner='manager'")                                                        \
  "<cell duration='2d' order='parallel'><activity id='prepare'/><activity id='place' " CUSTOMER    \
  "/></cell>" GATE ("gate", CUSTOMER) TASK ("upgrade", "1d..3d", "") TASK ("review", "1d", BOTH)   \
      EVENT ("final", "") WINDOW ("support", "1w", "")

static const char *const calendars[] = { NULL, CASE_FIXTURE_HOLIDAY, CASE_FIXTURE_SHORT,
                                         CASE_FIXTURE_NIGHT };

/* One case, and what the store should say of it. */
typedef struct
{
  char *id;          /* (owned) */
  gint64 planned_at; /* when it was touched last */
  char *dates;       /* (owned) (nullable): what was stored then */
} Tracked;

typedef struct
{
  DdConnection *connection;
  GRand *rand;
  gint64 now;
  DdRecord *customers[N_CLIENTS];
  Tracked cases[N_CASES];
} World;

/* --- A plan from records, without the store's help --- */

static gint64
get_minutes (DdRecord *record, const char *name)
{
  gint64 minutes = dd_record_get_integer (record, name);

  return minutes == DD_INTEGER_NONE ? -1 : minutes;
}

static DdProgress
get_progress (DdRecord *record)
{
  return (DdProgress){ (DdActivityState) dd_record_get_integer (record, "state"),
                       dd_record_get_integer (record, "started_at"),
                       dd_record_get_integer (record, "finished_at"),
                       dd_record_get_integer (record, "not_before"),
                       get_minutes (record, "override_minutes"),
                       get_minutes (record, "remaining_minutes") };
}

static GArray *
list_waits (World *world, DdNetwork *network, const char *case_id)
{
  g_autoptr (GPtrArray) rows =
      case_fixture_query (world->connection, &dd_case_wait_entity, case_id);
  g_autoptr (GPtrArray) activities =
      case_fixture_query (world->connection, &dd_case_activity_entity, case_id);
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (DdWait));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 finish = dd_record_get_integer (rows->pdata[i], "finished_at");
      const char *id = dd_record_get_text (rows->pdata[i], "activity_id");
      DdWait wait = { .activity = DD_WHOLE_CASE };

      wait.span.start = dd_record_get_integer (rows->pdata[i], "started_at");
      wait.span.finish = finish == DD_INTEGER_NONE ? DD_INSTANT_MAX : finish;
      for (guint j = 0; id != NULL && j < activities->len; j++)
        if (strcmp (dd_record_get_id (activities->pdata[j]), id) == 0)
          wait.activity = (int) fixture_index (network, dd_record_get_text (activities->pdata[j],
                                                                            "definition_id"));
      g_array_append_val (waits, wait);
    }
  return waits;
}

static DdCalendar *
parse_calendar (const char *text)
{
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = text != NULL ? dd_calendar_parse (text, -1, "test", &error)
                                      : dd_calendar_new_default (NULL, &error);

  g_assert_no_error (error);
  return calendar;
}

static DdCalendar *
load_vendor (World *world, DdRecord *record)
{
  g_autoptr (DdPreference) everybodys =
      dd_preferences_load (world->connection, NULL, DD_PREFERENCE_CALENDAR, NULL);
  const char *own = dd_record_get_text (record, "calendar");

  return parse_calendar (own != NULL ? own : dd_record_get_text (DD_RECORD (everybodys), "value"));
}

/* Returns: (transfer full) (nullable): the plan of a case as of @now, NULL when there can be none
 */
static DdPlan *
make_plan (World *world, DdNetwork *network, DdRecord *record, gint64 now)
{
  const char *id = dd_record_get_id (record);
  const char *deadline = dd_record_get_text (record, "deadline");
  g_autoptr (DdCalendar) vendor = load_vendor (world, record);
  g_autoptr (DdRecord) customer =
      dd_records_load (world->connection, &dd_customer_entity,
                       dd_record_get_text (record, "customer_id"), NULL);
  g_autoptr (DdCalendar) own = parse_calendar (dd_record_get_text (customer, "calendar"));
  g_autoptr (GArray) waits = list_waits (world, network, id);
  g_autofree DdProgress *progress = g_new (DdProgress, dd_network_get_size (network));
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  for (guint i = 0; i < dd_network_get_size (network); i++)
    {
      const DdActivity *activity =
          g_ptr_array_index (dd_network_get_service (network)->activities, i);
      g_autoptr (DdRecord) row = case_fixture_load_activity (world->connection, id, activity->id);
      progress[i] = get_progress (row);
    }
  request.vendor = vendor;
  request.customer = dd_record_get_text (customer, "calendar") != NULL ? own : NULL;
  request.basis = (DdBasis) dd_record_get_integer (record, "basis");
  request.start = dd_record_get_integer (record, "start_at");
  if (deadline != NULL)
    request.deadline = dd_calendar_parse_instant (vendor, deadline, TRUE, NULL);
  request.now = now;
  request.progress = progress;
  request.waits = (const DdWait *) (gpointer) waits->data;
  request.n_waits = waits->len;
  return dd_plan_new (network, &request, NULL);
}

/* --- What should be stored --- */

static void
append_dates (GString *text, const char *id, const DdPlanDates *dates)
{
  g_string_append_printf (text, "%s %ld %ld %ld %ld %ld %d\n", id, (long) dates->early_start,
                          (long) dates->early_finish, (long) dates->late_start,
                          (long) dates->late_finish, (long) dates->float_minutes, dates->critical);
}

static void
append_case (GString *text,
             gint64 start,
             gint64 finish,
             gint64 latest,
             gboolean at_risk,
             const char *next,
             gint64 due)
{
  g_string_append_printf (text, "%ld %ld %ld %d %s %ld\n", (long) start, (long) finish,
                          (long) latest, at_risk, next != NULL ? next : "-", (long) due);
}

static gboolean
is_over (DdRecord *record)
{
  gint64 state = dd_record_get_integer (record, "state");

  return state == DD_CASE_CLOSED || state == DD_CASE_CANCELLED;
}

/* The first to begin of what is not over; of several the first in the document. */
static const DdActivity *
find_next (World *world, DdRecord *record, DdPlan *plan)
{
  GPtrArray *activities = dd_network_get_service (dd_plan_get_network (plan))->activities;
  const DdActivity *next = NULL;

  for (guint i = 0; i < activities->len && !is_over (record); i++)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);
      g_autoptr (DdRecord) row =
          case_fixture_load_activity (world->connection, dd_record_get_id (record), activity->id);

      if (dd_record_get_integer (row, "state") != DD_STATE_DONE
          && dd_record_get_integer (row, "state") != DD_STATE_SKIPPED
          && (next == NULL
              || dd_plan_get_dates (plan, i)->early_start
                     < dd_plan_get_dates (plan, next->index)->early_start))
        next = activity;
    }
  return next;
}

static char *
describe_plan (World *world, DdRecord *record, DdPlan *plan)
{
  GString *text = g_string_new (NULL);
  DdNetwork *network = dd_plan_get_network (plan);
  g_autoptr (DdCalendar) vendor = load_vendor (world, record);
  const char *deadline = dd_record_get_text (record, "deadline");
  const DdActivity *next = find_next (world, record, plan);
  gint64 latest = deadline != NULL ? dd_plan_get_latest_start (plan) : DD_INSTANT_NONE;
  gboolean late =
      deadline != NULL && !is_over (record)
      && dd_plan_get_finish (plan) > dd_calendar_parse_instant (vendor, deadline, TRUE, NULL);

  for (guint i = 0; i < dd_network_get_size (network); i++)
    append_dates (
        text,
        ((DdActivity *) g_ptr_array_index (dd_network_get_service (network)->activities, i))->id,
        dd_plan_get_dates (plan, i));
  append_case (text, dd_plan_get_start (plan), dd_plan_get_finish (plan), latest, late,
               next != NULL ? next->id : NULL,
               next != NULL ? dd_plan_get_dates (plan, next->index)->late_finish : DD_INSTANT_NONE);
  return g_string_free (text, FALSE);
}

/* What is stored, in the same words. */
static char *
describe_stored (World *world, DdRecord *record)
{
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  GPtrArray *activities = dd_network_get_service (network)->activities;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);
      g_autoptr (DdRecord) row =
          case_fixture_load_activity (world->connection, dd_record_get_id (record), activity->id);
      DdPlanDates dates = {
        .early_start = dd_record_get_integer (row, "early_start"),
        .early_finish = dd_record_get_integer (row, "early_finish"),
        .late_start = dd_record_get_integer (row, "late_start"),
        .late_finish = dd_record_get_integer (row, "late_finish"),
        .float_minutes = dd_record_get_integer (row, "float_minutes"),
        .critical = (gboolean) dd_record_get_integer (row, "critical"),
      };
      append_dates (text, activity->id, &dates);
    }
  append_case (text, dd_record_get_integer (record, "planned_start"),
               dd_record_get_integer (record, "planned_finish"),
               dd_record_get_integer (record, "latest_start"),
               (gboolean) dd_record_get_integer (record, "at_risk"),
               dd_record_get_text (record, "next_activity"),
               dd_record_get_integer (record, "next_due"));
  return g_string_free (text, FALSE);
}

/* --- Checking --- */

/* A case that was touched has the dates of a new plan, or those it had and a reason. */
static void
check_touched (World *world, Tracked *tracked, DdRecord *record)
{
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  gint64 now = is_over (record) ? dd_record_get_integer (record, "closed_at") : tracked->planned_at;
  g_autoptr (DdPlan) plan = make_plan (world, network, record, now);
  g_autofree char *stored = describe_stored (world, record);
  g_autofree char *expected =
      plan != NULL ? describe_plan (world, record, plan) : g_strdup (tracked->dates);

  g_assert_cmpstr (stored, ==, expected);
  g_assert_true ((dd_record_get_text (record, "plan_error") == NULL) == (plan != NULL));
  g_free (tracked->dates);
  tracked->dates = g_steal_pointer (&stored);
}

static void
check_case (World *world, Tracked *tracked)
{
  g_autoptr (DdRecord) record = case_fixture_load (world->connection, tracked->id);
  g_autofree char *stored = NULL;

  if (tracked->planned_at == world->now)
    {
      check_touched (world, tracked, record);
      return;
    }
  stored = describe_stored (world, record);
  g_assert_cmpstr (stored, ==, tracked->dates);
}

/* --- Random actions; each says which cases it touches by their planned_at --- */

static int
draw (World *world, int end)
{
  return g_rand_int_range (world->rand, 0, end);
}

static Tracked *
draw_case (World *world)
{
  return &world->cases[draw (world, N_CASES)];
}

/* An action that changes nothing touches nothing. */
static void
save (World *world, Tracked *tracked, DdRecord *record)
{
  gboolean changed = !dd_record_is_stored (record);

  for (guint i = 0; i < dd_record_get_entity (record)->n_fields; i++)
    changed |= dd_record_is_changed (record, i);
  case_fixture_save (world->connection, record, world->now);
  if (changed)
    tracked->planned_at = world->now;
}

static void
change_activity (World *world)
{
  Tracked *tracked = draw_case (world);
  g_autoptr (GPtrArray) rows =
      case_fixture_query (world->connection, &dd_case_activity_entity, tracked->id);
  DdRecord *row = rows->pdata[draw (world, (int) rows->len)];
  gint64 some_time = world->now - draw (world, 5) * 36000;

  switch (draw (world, 6))
    {
    case 0:
      dd_record_set_integer (row, "state", DD_STATE_RUNNING);
      dd_record_set_integer (row, "started_at", some_time);
      break;
    case 1:
      dd_record_set_integer (row, "state", DD_STATE_DONE);
      dd_record_set_integer (row, "finished_at",
                             MAX (some_time, dd_record_get_integer (row, "started_at")));
      break;
    case 2:
      dd_record_set_integer (row, "state", DD_STATE_SKIPPED);
      break;
    case 3:
      dd_record_set_integer (row, "override_minutes", draw (world, 2000));
      break;
    case 4:
      dd_record_set_integer (row, "remaining_minutes", draw (world, 2000));
      break;
    default:
      dd_record_set_integer (row, "not_before", world->now + draw (world, 20) * 43200);
    }
  save (world, tracked, row);
}

static void
change_wait (World *world)
{
  Tracked *tracked = draw_case (world);
  g_autoptr (GPtrArray) waits =
      case_fixture_query (world->connection, &dd_case_wait_entity, tracked->id);
  g_autoptr (GPtrArray) activities =
      case_fixture_query (world->connection, &dd_case_activity_entity, tracked->id);
  g_autoptr (DdRecord) wait = NULL;

  if (waits->len > 0 && draw (world, 2) == 0)
    {
      wait = g_object_ref (waits->pdata[draw (world, (int) waits->len)]);
      dd_record_set_integer (wait, "finished_at",
                             MAX (world->now, dd_record_get_integer (wait, "started_at")));
    }
  else
    {
      wait = dd_record_new (&dd_case_wait_entity, NULL);
      dd_record_set_text (wait, "case_id", tracked->id);
      dd_record_set_text (wait, "reason", "access");
      dd_record_set_integer (wait, "party", draw (world, 2));
      dd_record_set_integer (wait, "started_at", world->now - draw (world, 100) * 3600);
      if (draw (world, 2) == 0)
        dd_record_set_text (wait, "activity_id",
                            dd_record_get_id (
                                activities->pdata[draw (world, (int) activities->len)]));
    }
  save (world, tracked, wait);
}

static void
change_case (World *world)
{
  Tracked *tracked = draw_case (world);
  g_autoptr (DdRecord) record = case_fixture_load (world->connection, tracked->id);
  g_autofree char *date = g_strdup_printf ("2026-12-%02d", draw (world, 31) + 1);
  DdCaseState state = (DdCaseState) draw (world, 5);

  switch (draw (world, 5))
    {
    case 0:
      dd_record_set_text (record, "deadline", draw (world, 4) == 0 ? NULL : date);
      break;
    case 1:
      dd_record_set_integer (record, "basis", draw (world, DD_N_BASES));
      break;
    case 2:
      dd_record_set_integer (record, "start_at", world->now + (draw (world, 20) - 10) * 43200);
      break;
    case 3:
      dd_record_set_text (record, "calendar", calendars[draw (world, 3)]);
      break;
    default:
      dd_record_set_integer (record, "state", state);
      dd_record_set_integer (record, "closed_at",
                             state >= DD_CASE_CLOSED ? world->now : DD_INTEGER_NONE);
    }
  save (world, tracked, record);
}

/* Those that are over stay as they are. */
static void
touch_open (World *world, const char *customer_id, gboolean without_calendar)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (DdRecord) record = case_fixture_load (world->connection, world->cases[i].id);

      if (!is_over (record)
          && (customer_id == NULL
              || g_strcmp0 (dd_record_get_text (record, "customer_id"), customer_id) == 0)
          && (!without_calendar || dd_record_get_text (record, "calendar") == NULL))
        world->cases[i].planned_at = world->now;
    }
}

static void
change_customer (World *world)
{
  DdRecord *customer = world->customers[draw (world, N_CLIENTS)];
  g_autoptr (DdRecord) now = record_fixture_reload (world->connection, customer);
  const char *calendar = calendars[draw (world, G_N_ELEMENTS (calendars))];

  if (g_strcmp0 (dd_record_get_text (now, "calendar"), calendar) == 0)
    return;
  dd_record_set_text (now, "calendar", calendar);
  case_fixture_save (world->connection, now, world->now);
  touch_open (world, dd_record_get_id (customer), FALSE);
}

static void
change_everybodys (World *world)
{
  g_autoptr (DdPreference) preference =
      dd_preferences_load (world->connection, NULL, DD_PREFERENCE_CALENDAR, NULL);
  const char *calendar = calendars[draw (world, 3)];

  if (g_strcmp0 (dd_record_get_text (DD_RECORD (preference), "value"), calendar) == 0)
    return;
  case_fixture_set_calendar (world->connection, calendar, world->now);
  touch_open (world, NULL, TRUE);
}

/* What an undo or redo touches is what its changes are about. */
static void
touch_subjects (World *world, DdJournalEntry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const DdChange *change = entry->changes->pdata[i];

      if (change->entity == &dd_customer_entity)
        touch_open (world, change->record_id, FALSE);
      if (change->entity == &dd_preference_entity)
        touch_open (world, NULL, TRUE);
      for (guint j = 0; j < N_CASES; j++)
        if (strcmp (world->cases[j].id, change->subject_id) == 0)
          world->cases[j].planned_at = world->now;
    }
}

static void
undo_or_redo (World *world)
{
  DdJournalKind kind = draw (world, 3) == 0 ? DD_JOURNAL_REDO : DD_JOURNAL_UNDO;
  Tracked *tracked = draw_case (world);
  g_autoptr (DdJournalEntry) entry = NULL;
  const char *subject_id = draw (world, 2) == 0 ? tracked->id : NULL;
  g_autoptr (GError) error = NULL;

  dd_undo_find (world->connection, kind, "Anna", subject_id, &entry, &error);
  g_assert_no_error (error);
  if (entry == NULL || strcmp (entry->label, "Opened it") == 0)
    return;
  g_clear_pointer (&entry, dd_journal_entry_free);
  entry = dd_undo_run (world->connection, kind, "Anna", subject_id, world->now, NULL);
  if (entry != NULL)
    touch_subjects (world, entry);
}

static void
begin_day (World *world)
{
  g_autoptr (GError) error = NULL;

  world->now += 86400;
  dd_replan_day_run (world->connection, world->now, NULL, NULL, &error);
  g_assert_no_error (error);
  touch_open (world, NULL, FALSE);
}

/* --- The test --- */

static void
world_set_up (World *world, StoreTest *test, guint32 seed)
{
  world->connection = record_fixture_open (test);
  world->rand = g_rand_new_with_seed (seed);
  world->now = case_fixture_at ("2026-12-01 08:00");
  for (guint i = 0; i < N_CLIENTS; i++)
    world->customers[i] =
        case_fixture_add_customer (world->connection, i == 0 ? "Acme" : "Beta", NULL);
  for (guint i = 0; i < N_CASES; i++)
    {
      world->cases[i].id = case_fixture_open (world->connection, world->customers[i % N_CLIENTS],
                                              CELLS, "2026-12-01", "2026-12-01 08:00");
      world->cases[i].planned_at = world->now;
    }
}

static void
world_tear_down (World *world)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_free (world->cases[i].id);
      g_free (world->cases[i].dates);
    }
  for (guint i = 0; i < N_CLIENTS; i++)
    g_object_unref (world->customers[i]);
  g_rand_free (world->rand);
  dd_connection_close (world->connection);
}

static void
act (World *world)
{
  static void (*const actions[]) (World *) = {
    change_activity, change_activity,   change_activity, change_wait, change_case,
    change_customer, change_everybodys, undo_or_redo,    begin_day,
  };

  /* No two actions have the same now, which tells apart what each touched. */
  world->now += 60 + draw (world, 20000);
  actions[draw (world, G_N_ELEMENTS (actions))](world);
}

static void
run_seed (guint32 seed)
{
  StoreTest test;
  World world = { 0 };

  g_test_message ("seed %u", seed);
  store_test_set_up (&test, NULL);
  world_set_up (&world, &test, seed);
  for (guint i = 0; i < N_CASES; i++)
    check_case (&world, &world.cases[i]);
  for (int i = 0; i < ACTIONS; i++)
    {
      act (&world);
      for (guint j = 0; j < N_CASES; j++)
        check_case (&world, &world.cases[j]);
    }
  world_tear_down (&world);
  store_test_tear_down (&test, NULL);
}

static void
test_property (void)
{
  for (guint32 seed = 1; seed <= SEEDS; seed++)
    run_seed (seed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replan-property/random-actions", test_property);
  return g_test_run ();
}
