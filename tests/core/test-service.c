/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-service.h"

#include "plan-fixture.h"
#include "seed.h"

#define RANDOM_SERVICES 300

static void
test_new_destroy (void)
{
  g_autoptr (DdService) service = fixture_service ("<activity/>");
  DdService *again = dd_service_ref (service);
  DdService *boxed = g_boxed_copy (DD_TYPE_SERVICE, service);

  g_assert_true (again == service);
  g_assert_true (boxed == service);
  dd_service_unref (again);
  g_boxed_free (DD_TYPE_SERVICE, boxed);
}

static void
test_find_activity (void)
{
  g_autoptr (DdService) service =
      fixture_service ("<activity id='a'/><activity/><activity id='c'/>");

  g_assert_cmpuint (dd_service_find_activity (service, "a")->index, ==, 0);
  g_assert_cmpuint (dd_service_find_activity (service, "activity-2")->index, ==, 1);
  g_assert_cmpuint (dd_service_find_activity (service, "c")->index, ==, 2);
  g_assert_null (dd_service_find_activity (service, "d"));
  g_assert_null (dd_service_find_activity (service, "A"));
  g_assert_null (dd_service_find_activity (service, ""));
}

/* --- What an activity waits for when nothing is written --- */

static const struct
{
  const char *name;
  const char *cells;
  const char *predecessors; /* of each activity in turn */
} defaults[] = {
  { "chain", "<activity/><activity/><activity/>", "|0|1|" },
  { "one-cell", "<cell><activity/><activity/></cell>", "|0|" },
  { "cell-after-cell", "<cell><activity/><activity/></cell><cell><activity/></cell>", "|0|1|" },
  { "parallel-first", "<cell order='parallel'><activity/><activity/></cell>", "||" },
  { "parallel-after-one", "<activity/><cell order='parallel'><activity/><activity/></cell>",
    "|0|0|" },
  { "after-parallel", "<cell order='parallel'><activity/><activity/></cell><activity/><activity/>",
    "||0 1|2|" },
  { "parallel-after-parallel",
    "<cell order='parallel'><activity/><activity/></cell>"
    "<cell order='parallel'><activity/><activity/></cell>",
    "||0 1|0 1|" },
  { "parallel-of-one", "<activity/><cell order='parallel'><activity/></cell><activity/>", "|0|1|" },
  { "across-milestones",
    "<milestone><activity/></milestone><milestone><activity/></milestone><activity/>", "|0|1|" },
  { "gate-and-event",
    "<activity kind='event'/><activity kind='gate'/><activity kind='window'/><activity/>",
    "|0|1|2|" },
};

static void
test_default_predecessors (gconstpointer data)
{
  const char *expected = defaults[GPOINTER_TO_INT (data)].predecessors;
  g_autoptr (DdService) service = fixture_service (defaults[GPOINTER_TO_INT (data)].cells);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < service->activities->len; i++)
    {
      g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

      dd_service_default_predecessors (service, g_ptr_array_index (service->activities, i),
                                       indices);
      for (guint j = 0; j < indices->len; j++)
        g_string_append_printf (text, "%s%u", j > 0 ? " " : "", g_array_index (indices, guint, j));
      g_string_append_c (text, '|');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_default_predecessors_appends (void)
{
  g_autoptr (DdService) service = fixture_service ("<activity/><activity/>");
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint before = 7;

  g_array_append_val (indices, before);
  dd_service_default_predecessors (service, g_ptr_array_index (service->activities, 1), indices);
  g_assert_cmpuint (indices->len, ==, 2);
  g_assert_cmpuint (g_array_index (indices, guint, 0), ==, 7);
  g_assert_cmpuint (g_array_index (indices, guint, 1), ==, 0);
}

/* --- How long activities take: days of 480 minutes, weeks of 5 days --- */

static const struct
{
  const char *name;
  const char *cells;
  const char *minutes; /* of each activity: short/typical/cautious */
} minutes[] = {
  { "blank", "<activity/>", "0/0/0" },
  { "figure", "<cell duration='2d'><activity/></cell>", "960/960/960" },
  { "range", "<cell duration='1w..2w'><activity/></cell>", "2400/2400/4800" },
  { "at-most", "<cell duration='..1w'><activity kind='window'/></cell>", "2400/2400/2400" },
  { "equal-shares", "<cell duration='1d'><activity/><activity/><activity/><activity/></cell>",
    "120/120/120 120/120/120 120/120/120 120/120/120" },
  { "shares", "<cell duration='1d'><activity share='3'/><activity/></cell>",
    "360/360/360 120/120/120" },
  { "uneven-shares",
    "<cell duration='1h'><activity share='3'/><activity share='3'/>"
    "<activity share='1'/></cell>",
    "25/25/25 26/26/26 9/9/9" },
  { "uneven-range", "<cell duration='1h..2h'><activity/><activity share='6'/></cell>",
    "8/8/17 52/52/103" },
  { "parallel", "<cell duration='1d' order='parallel'><activity/><activity share='9'/></cell>",
    "480/480/480 480/480/480" },
  { "events-take-no-share",
    "<cell duration='1d'><activity kind='event' share='7'/><activity/><activity kind='gate'/>"
    "<activity/></cell>",
    "0/0/0 240/240/240 0/0/0 240/240/240" },
  { "parallel-event",
    "<cell duration='1d' order='parallel'><activity kind='event'/><activity/></cell>",
    "0/0/0 480/480/480" },
  { "task-of-no-length", "<cell duration='0'><activity/></cell>", "0/0/0" },
  { "range-of-units", "<cell duration='10h..1d'><activity/></cell>", "480/480/600" },
};

static char *
describe_minutes (DdService *service)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < service->activities->len; i++)
    for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
      g_string_append_printf (
          text, "%s%" G_GINT64_FORMAT,
          basis > DD_BASIS_SHORT ? "/"
          : i > 0                ? " "
                                 : "",
          dd_service_activity_minutes (service, g_ptr_array_index (service->activities, i), basis,
                                       480, 5));
  return g_string_free (text, FALSE);
}

static void
test_minutes (gconstpointer data)
{
  g_autoptr (DdService) service = fixture_service (minutes[GPOINTER_TO_INT (data)].cells);
  g_autofree char *text = describe_minutes (service);

  g_assert_cmpstr (text, ==, minutes[GPOINTER_TO_INT (data)].minutes);
}

/* Beside the cell of a and b, from one to two weeks (2400 to 4800 minutes), stands c of a day. */
static const struct
{
  const char *name;
  const char *headlines;
  int typical; /* of the whole cell */
} headlines[] = {
  { "none", "", 2400 },
  { "inside", "<headline from='a' to='b' duration='7d'/>", 3360 },
  { "lower-end", "<headline from='a' to='b' duration='1w'/>", 2400 },
  { "upper-end", "<headline from='a' to='b' duration='2w'/>", 4800 },
  { "too-short", "<headline from='a' to='b' duration='4d'/>", 2400 },
  { "too-long", "<headline from='a' to='b' duration='11d'/>", 2400 },
  { "less-than-the-cell", "<headline from='a' to='a' duration='7d'/>", 2400 },
  { "more-than-the-cell", "<headline from='a' to='c' duration='7d'/>", 2400 },
  { "range", "<headline from='a' to='b' duration='7d..8d'/>", 2400 },
  { "at-most", "<headline from='a' to='b' duration='..7d'/>", 2400 },
  { "first-counts",
    "<headline from='a' to='b' duration='7d'/><headline from='a' to='b' duration='8d'/>", 3360 },
  { "range-then-figure",
    "<headline from='a' to='b' duration='1w..2w'/><headline from='a' to='b' duration='8d'/>",
    3840 },
};

static void
test_headline (gconstpointer data)
{
  g_autofree char *cells = NULL;
  g_autoptr (DdService) service = NULL;
  const DdActivity *a, *b, *c;

  cells =
      g_strconcat ("<cell duration='1w..2w'><activity id='a' share='2'/><activity id='b'/></cell>"
                   "<cell duration='1d'><activity id='c'/></cell></phase>",
                   headlines[GPOINTER_TO_INT (data)].headlines, "<phase><activity/>", NULL);
  service = fixture_service (cells);
  a = dd_service_find_activity (service, "a");
  b = dd_service_find_activity (service, "b");
  c = dd_service_find_activity (service, "c");

  g_assert_cmpint (dd_service_activity_minutes (service, a, DD_BASIS_SHORT, 480, 5)
                       + dd_service_activity_minutes (service, b, DD_BASIS_SHORT, 480, 5),
                   ==, 2400);
  g_assert_cmpint (dd_service_activity_minutes (service, a, DD_BASIS_TYPICAL, 480, 5)
                       + dd_service_activity_minutes (service, b, DD_BASIS_TYPICAL, 480, 5),
                   ==, headlines[GPOINTER_TO_INT (data)].typical);
  g_assert_cmpint (dd_service_activity_minutes (service, a, DD_BASIS_CAUTIOUS, 480, 5)
                       + dd_service_activity_minutes (service, b, DD_BASIS_CAUTIOUS, 480, 5),
                   ==, 4800);
  g_assert_cmpint (dd_service_activity_minutes (service, c, DD_BASIS_TYPICAL, 480, 5), ==, 480);
}

/* A cell of several rows that states one figure has that one, whatever a headline says. */
static void
test_headline_over_figure (void)
{
  g_autoptr (DdService) service =
      fixture_service ("<cell duration='1d'><activity id='a'/></cell></phase>"
                       "<headline from='a' to='a' duration='2d'/><phase><activity/>");

  g_assert_cmpint (dd_service_activity_minutes (service, g_ptr_array_index (service->activities, 0),
                                                DD_BASIS_TYPICAL, 480, 5),
                   ==, 480);
}

/* A random cell; what its tasks take adds up to it on each basis and for each calendar, and no
 * part is further from its exact share than a minute. */
static void
check_shares (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (DdService) service = NULL;
  const DdCell *cell;
  int n = g_rand_int_range (random, 1, 30), minutes_per_day = g_rand_int_range (random, 1, 1440);
  int days_per_week = g_rand_int_range (random, 1, 8), lower = g_rand_int_range (random, 0, 50);

  g_string_printf (cells, "<cell duration='%dd..%dw'>", lower, g_rand_int_range (random, 1, 99));
  for (int i = 0; i < n; i++)
    g_string_append_printf (cells, "<activity share='%d' kind='%s'/>",
                            g_rand_int_range (random, 1, 1000),
                            i > 0 && g_rand_int_range (random, 0, 4) == 0 ? "event" : "task");
  g_string_append (cells, "</cell>");
  service = fixture_service (cells->str);
  cell = ((const DdActivity *) g_ptr_array_index (service->activities, 0))->cell;

  for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
    {
      gint64 whole = dd_duration_minutes (&cell->duration, basis, minutes_per_day, days_per_week);
      gint64 sum = 0, shares = 0;

      for (int i = 0; i < n; i++)
        {
          const DdActivity *activity = g_ptr_array_index (service->activities, i);

          if (activity->kind == DD_ACTIVITY_TASK)
            shares += activity->share;
        }
      for (int i = 0; i < n; i++)
        {
          const DdActivity *activity = g_ptr_array_index (service->activities, i);
          gint64 part = dd_service_activity_minutes (service, activity, basis, minutes_per_day,
                                                     days_per_week);
          gint64 share = activity->kind == DD_ACTIVITY_TASK ? activity->share : 0;

          sum += part;
          g_assert_cmpint (ABS (part * shares - whole * share), <=, shares);
        }
      g_assert_cmpint (sum, ==, whole);
    }
}

static void
test_shares_add_up (void)
{
  guint32 seed = seed_get ();

  for (guint i = 0; i < RANDOM_SERVICES; i++)
    check_shares (seed + i);
}

/* --- Owners and kinds --- */

static const struct
{
  const char *words;
  guint owner;
  const char *canonical;
  const char *letters;
  const char *label;
} owners[] = {
  { "customer", DD_OWNER_CUSTOMER, "customer", "C", "Customer" },
  { "consultant", DD_OWNER_CONSULTANT, "consultant", "P", "Platinum Consultant" },
  { "manager", DD_OWNER_MANAGER, "manager", "M", "Platinum Project Manager" },
  { "customer consultant", DD_OWNER_CUSTOMER | DD_OWNER_CONSULTANT, "customer consultant", "C+P",
    "Customer and Platinum Consultant" },
  { "consultant customer", DD_OWNER_CUSTOMER | DD_OWNER_CONSULTANT, "customer consultant", "C+P",
    "Customer and Platinum Consultant" },
  { "manager manager customer", DD_OWNER_CUSTOMER | DD_OWNER_MANAGER, "customer manager", "C+M",
    "Customer and Platinum Project Manager" },
  { "consultant manager customer", DD_OWNER_CUSTOMER | DD_OWNER_CONSULTANT | DD_OWNER_MANAGER,
    "customer consultant manager", "C+P+M",
    "Customer, Platinum Consultant and Platinum Project Manager" },
};

static void
test_owners (void)
{
  const char *const no_owners[] = {
    "", " ", "Customer", "vendor", "customer,consultant", "customer vendor", "customer  consultant"
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *text = dd_owner_to_text (owners[i].owner);
      g_autofree char *letters = dd_owner_get_letters (owners[i].owner);
      g_autofree char *label = dd_owner_get_label (owners[i].owner);

      g_test_message ("%s", owners[i].words);
      g_assert_cmpuint (dd_owner_parse (owners[i].words), ==, owners[i].owner);
      g_assert_cmpstr (text, ==, owners[i].canonical);
      g_assert_cmpstr (letters, ==, owners[i].letters);
      g_assert_cmpstr (label, ==, owners[i].label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_owners); i++)
    {
      g_test_message ("%s", no_owners[i]);
      g_assert_cmpuint (dd_owner_parse (no_owners[i]), ==, 0);
    }
}

/* The cells and who does each activity; "*" where the table prints it. */
static void
test_owners_in_cells (void)
{
  g_autoptr (DdService) service = fixture_service (
      "<cell><activity owner='customer'/><activity/><activity owner='manager'/><activity/></cell>"
      "<cell><activity/><activity owner='customer consultant'/><activity/></cell>"
      "<activity/><activity owner='consultant'/>");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      g_autofree char *owner = dd_owner_to_text (activity->owner);

      g_string_append_printf (text, "%s%s|", owner, activity->owner_printed ? "*" : "");
    }
  g_assert_cmpstr (text->str, ==,
                   "customer*|customer|manager*|manager|"
                   "consultant|customer consultant*|customer consultant|"
                   "consultant|consultant*|");
}

static void
test_kinds (void)
{
  g_assert_cmpstr (dd_activity_kind_to_text (DD_ACTIVITY_TASK), ==, "task");
  g_assert_cmpstr (dd_activity_kind_to_text (DD_ACTIVITY_EVENT), ==, "event");
  g_assert_cmpstr (dd_activity_kind_to_text (DD_ACTIVITY_GATE), ==, "gate");
  g_assert_cmpstr (dd_activity_kind_to_text (DD_ACTIVITY_WINDOW), ==, "window");
}

static void
test_condition_attributes (void)
{
  g_autoptr (DdService) service = fixture_service (
      "<activity/></phase><exclusion id='e' effect='paid-engagement' certainty='may'>"
      "<text>one</text><when><greater question='q' value='2'/></when></exclusion>"
      "<phase><activity/>");
  const DdExclusion *exclusion = g_ptr_array_index (service->exclusions, 0);
  const DdCondition *when = g_ptr_array_index (exclusion->when, 0);
  const DdCondition *greater = g_ptr_array_index (when->children, 0);

  g_assert_cmpstr (dd_condition_get_attribute (greater, "question"), ==, "q");
  g_assert_cmpstr (dd_condition_get_attribute (greater, "value"), ==, "2");
  g_assert_null (dd_condition_get_attribute (greater, "q"));
  g_assert_null (dd_condition_get_attribute (greater, "field"));
  g_assert_null (dd_condition_get_attribute (when, "question"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/new-destroy", test_new_destroy);
  g_test_add_func ("/service/find-activity", test_find_activity);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      g_autofree char *path =
          g_strconcat ("/service/default-predecessors/", defaults[i].name, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_default_predecessors);
    }
  g_test_add_func ("/service/default-predecessors-appends", test_default_predecessors_appends);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *path = g_strconcat ("/service/minutes/", minutes[i].name, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autofree char *path = g_strconcat ("/service/headline/", headlines[i].name, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_headline);
    }
  g_test_add_func ("/service/headline-over-figure", test_headline_over_figure);
  g_test_add_func ("/service/shares-add-up", test_shares_add_up);
  g_test_add_func ("/service/owners", test_owners);
  g_test_add_func ("/service/owners-in-cells", test_owners_in_cells);
  g_test_add_func ("/service/kinds", test_kinds);
  g_test_add_func ("/service/condition-attributes", test_condition_attributes);
  return g_test_run ();
}
