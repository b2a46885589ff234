/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of cases, its filter, its columns and its words, as tables. No display is needed. */

#include "config.h"

#include "cases/dd-case-columns.h"
#include "cases/dd-case-filter.h"
#include "cases/dd-case-list.h"
#include "cases/dd-highlight.h"
#include "dd-case-words.h"
#include "service/dd-service.h"

/* Tuesday 2026-12-01 10:00 UTC */
#define NOW  G_GINT64_CONSTANT (1796119200)
#define HOUR G_GINT64_CONSTANT (3600)
#define DAY  (24 * HOUR)

/* A summary like those that are read. */
static DdCaseSummary *
make (const char *id, const char *customer)
{
  DdCaseSummary *self = g_new0 (DdCaseSummary, 1);
  g_autofree char *words = dd_case_summary_fold (customer);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_ref_string_new (id);
  self->title = g_ref_string_new (customer);
  self->customer = g_ref_string_new_intern (customer);
  self->customer_key = g_ref_string_new_intern (customer);
  self->product = g_ref_string_new_intern ("CX Process");
  self->service_id = g_ref_string_new_intern ("cx-process");
  self->words = g_ref_string_new (words);
  self->planned_start = self->planned_finish = self->latest_start = DD_INTEGER_NONE;
  self->next_due = self->closed_at = self->deadline = self->float_minutes = DD_INTEGER_NONE;
  self->state = DD_CASE_RUNNING;
  return self;
}

/* "b=Beta d=Delta": a reading with these ids and customers. */
static GPtrArray *
make_reading (const char *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      if (pair[0] != NULL)
        g_ptr_array_add (all, make (pair[0], pair[1]));
    }
  return all;
}

/* --- The list --- */

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *told; /* "position-removed+added" of each change */
} ListCase;

static const ListCase list_cases[] = {
  { "first", "", "a=A b=B", "0-0+2" },
  { "same", "a=A b=B", "a=A b=B", "" },
  { "all-gone", "a=A b=B", "", "0-2+0" },
  { "one-changed", "a=A b=B c=C", "a=A b=X c=C", "1-1+1" },
  { "neighbours-changed", "a=A b=B c=C", "a=X b=Y c=C", "0-2+2" },
  { "two-apart", "a=A b=B c=C", "a=X b=B c=Z", "0-1+1 2-1+1" },
  { "one-came", "a=A c=C", "a=A b=B c=C", "1-0+1" },
  { "one-went", "a=A b=B c=C", "a=A c=C", "1-1+0" },
  { "came-and-went", "a=A b=B d=D", "a=A c=C d=D", "1-1+1" },
  { "at-both-ends", "b=B c=C", "a=A b=B c=C d=D", "0-0+1 3-0+1" },
  { "replaced-whole", "a=A b=B", "c=C d=D", "0-2+2" },
};

static void
note_change (GListModel *model, guint position, guint removed, guint added, GString *told)
{
  g_string_append_printf (told, "%s%u-%u+%u", told->len > 0 ? " " : "", position, removed, added);
}

/* Keeps a copy by what is told, as models over the list do. */
static void
follow (GListModel *model, guint position, guint removed, guint added, GPtrArray *copy)
{
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (copy, position);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
assert_same (DdCaseList *list, GPtrArray *copy, GPtrArray *reading)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, reading->len);
  g_assert_cmpuint (copy->len, ==, reading->len);
  for (guint i = 0; i < reading->len; i++)
    {
      g_autoptr (DdCaseItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      DdCaseSummary *summary = dd_case_item_get_summary (item);

      g_assert_true (copy->pdata[i] == item);
      g_assert_true (dd_case_summary_equal (summary, reading->pdata[i]));
      g_assert_true (dd_case_list_find (list, summary->id) == item);
    }
}

static void
test_list_tells_what_differs (gconstpointer data)
{
  const ListCase *row = data;
  g_autoptr (DdCaseList) list = dd_case_list_new ();
  g_autoptr (GPtrArray) before = make_reading (row->before);
  g_autoptr (GPtrArray) after = make_reading (row->after);
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (follow), copy);
  dd_case_list_update (list, before);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), told);
  dd_case_list_update (list, after);
  g_assert_cmpstr (told->str, ==, row->told);
  assert_same (list, copy, after);
}

static GPtrArray *
make_random_reading (GRand *rand)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("%03u", i);

      if (g_rand_int_range (rand, 0, 4) > 0)
        g_ptr_array_add (all, make (id, g_rand_boolean (rand) ? "A" : "B"));
    }
  return all;
}

static void
test_list_follows_any_readings (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (DdCaseList) list = dd_case_list_new ();
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_object_unref);

  g_test_message ("seed %u", seed);
  g_signal_connect (list, "items-changed", G_CALLBACK (follow), copy);
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (GPtrArray) reading = make_random_reading (rand);

      dd_case_list_update (list, reading);
      assert_same (list, copy, reading);
    }
}

static void
test_list_keeps_items (void)
{
  g_autoptr (DdCaseList) list = dd_case_list_new ();
  g_autoptr (GPtrArray) before = make_reading ("a=A b=B");
  g_autoptr (GPtrArray) after = make_reading ("a=A b=X c=C");
  DdCaseItem *item;

  dd_case_list_update (list, before);
  item = dd_case_list_find (list, "b");
  dd_case_list_update (list, after);
  g_assert_true (dd_case_list_find (list, "b") == item);
  g_assert_cmpstr (dd_case_item_get_summary (item)->customer, ==, "X");
  g_assert_null (dd_case_list_find (list, "bb"));
}

static gboolean
has_item (GListModel *model, gpointer item)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (model, i);

      if (other == item)
        return TRUE;
    }
  return FALSE;
}

static void
test_selection_survives_an_update (void)
{
  DdCaseList *list = dd_case_list_new ();
  g_autoptr (GPtrArray) before = make_reading ("a=A b=B c=C");
  g_autoptr (GPtrArray) after = make_reading ("a=A b=Z c=C d=D");
  GtkSorter *sorter = dd_case_column_make_sorter (dd_case_column_find ("customer"));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (list), sorter);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gpointer selected;

  dd_case_list_update (list, before);
  gtk_single_selection_set_selected (selection, 1);
  selected = gtk_single_selection_get_selected_item (selection);
  dd_case_list_update (list, after);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == selected);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  g_assert_true (has_item (G_LIST_MODEL (selection), selected));
}

/* --- The filter --- */

typedef struct
{
  const char *name;
  const char *property;
  const char *value; /* as g_object_set_property() takes it from a text */
  const char *shown; /* of the letters of filter_summaries() */
} FilterCase;

static const FilterCase filter_cases[] = {
  { "open", "show", "open", "abcd" },
  { "closed", "show", "closed", "e" },
  { "all", "show", "all", "abcde" },
  { "service", "service", "messenger", "b" },
  { "any-service", "service", "", "abcd" },
  { "customer", "owner", "1", "a" },
  { "consultant", "owner", "2", "b" },
  { "consultant-or-manager", "owner", "6", "bc" },
  { "waiting", "waiting", "1", "c" },
  { "at-risk", "at-risk", "1", "d" },
  { "out-of-scope", "out-of-scope", "1", "b" },
  { "search", "search", "alp", "a" },
  { "search-case", "search", "ALPHA", "a" },
  { "search-accent", "search", "MÜLLER", "d" },
  { "search-two-words", "search", "mar co", "c" },
  { "search-order", "search", "co mar", "c" },
  { "search-nothing", "search", "zebra", "" },
  { "search-blanks", "search", "  ", "abcd" },
};

static GPtrArray *
filter_summaries (void)
{
  GPtrArray *all = make_reading ("a=Alpha b=Beta c=Marco d=Müller e=Epsilon");
  DdCaseSummary *const *each = (DdCaseSummary *const *) all->pdata;

  each[0]->next_owner = DD_OWNER_CUSTOMER;
  each[1]->next_owner = DD_OWNER_CONSULTANT;
  g_ref_string_release (each[1]->service_id);
  each[1]->service_id = g_ref_string_new_intern ("messenger");
  each[2]->next_owner = DD_OWNER_MANAGER;
  each[2]->waiting = TRUE;
  each[3]->at_risk = TRUE;
  each[0]->scope = DD_FINDING_CONDITIONAL;
  each[1]->scope = DD_FINDING_TRIGGERED;
  each[2]->scope = DD_FINDING_UNKNOWN;
  each[4]->state = DD_CASE_CLOSED;
  return all;
}

static void
set_from_text (DdCaseFilter *filter, const char *property, const char *value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (filter), property);

  if (G_IS_PARAM_SPEC_STRING (pspec))
    g_object_set (filter, property, value, NULL);
  else if (G_IS_PARAM_SPEC_ENUM (pspec))
    g_object_set (filter, property,
                  g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, value)->value,
                  NULL);
  else
    g_object_set (filter, property, atoi (value), NULL);
}

static char *
list_shown (DdCaseFilter *filter, GPtrArray *all)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    if (dd_case_filter_matches (filter, all->pdata[i]))
      g_string_append (shown, ((DdCaseSummary *) all->pdata[i])->id);
  return g_string_free (shown, FALSE);
}

static void
test_filter (gconstpointer data)
{
  const FilterCase *row = data;
  g_autoptr (GPtrArray) all = filter_summaries ();
  g_autoptr (DdCaseFilter) filter = dd_case_filter_new ();
  g_autofree char *shown = NULL;

  set_from_text (filter, row->property, row->value);
  shown = list_shown (filter, all);
  g_assert_cmpstr (shown, ==, row->shown);
}

static void
test_filter_clears (void)
{
  g_autoptr (GPtrArray) all = filter_summaries ();
  g_autoptr (DdCaseFilter) filter = dd_case_filter_new ();
  g_autofree char *shown = NULL;

  g_object_set (filter, "search", "zebra", "waiting", TRUE, "owner", 2, NULL);
  g_assert_true (dd_case_filter_is_narrow (filter));
  dd_case_filter_clear (filter);
  g_assert_false (dd_case_filter_is_narrow (filter));
  shown = list_shown (filter, all);
  g_assert_cmpstr (shown, ==, "abcd");
}

static void
note_how (GtkFilter *filter, GtkFilterChange change, GtkFilterChange *how)
{
  *how = change;
}

static void
test_filter_tells_how_it_changes (void)
{
  g_autoptr (DdCaseFilter) filter = dd_case_filter_new ();
  GtkFilterChange how = GTK_FILTER_CHANGE_DIFFERENT;

  g_signal_connect (filter, "changed", G_CALLBACK (note_how), &how);
  g_object_set (filter, "search", "al", NULL);
  g_assert_cmpint (how, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_object_set (filter, "search", "a", NULL);
  g_assert_cmpint (how, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  g_object_set (filter, "search", "b", NULL);
  g_assert_cmpint (how, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_set (filter, "at-risk", TRUE, NULL);
  g_assert_cmpint (how, ==, GTK_FILTER_CHANGE_MORE_STRICT);
}

/* --- Columns --- */

/* Two summaries that differ in what every column compares, the first the smaller. */
static GPtrArray *
make_ordered (void)
{
  GPtrArray *all = make_reading ("b=Alpha a=Beta");
  DdCaseSummary *first = all->pdata[0], *second = all->pdata[1];

  first->product_key = g_ref_string_new ("A");
  second->product_key = g_ref_string_new ("B");
  first->state = DD_CASE_REQUESTED;
  first->next_name = first->next_key = g_ref_string_new_intern ("A");
  second->next_name = second->next_key = g_ref_string_new_intern ("B");
  g_ref_string_acquire (first->next_name);
  g_ref_string_acquire (second->next_name);
  first->next_owner = DD_OWNER_CUSTOMER;
  second->next_owner = DD_OWNER_MANAGER;
  first->next_due = first->deadline = first->planned_finish = first->float_minutes = -5;
  second->next_due = second->deadline = second->planned_finish = second->float_minutes = 7;
  return all;
}

static void
test_column_sorts (gconstpointer data)
{
  const DdCaseColumn *column = data;
  g_autoptr (GPtrArray) all = make_ordered ();
  g_autoptr (DdCaseItem) first = dd_case_item_new (all->pdata[0]);
  g_autoptr (DdCaseItem) second = dd_case_item_new (all->pdata[1]);
  g_autoptr (GtkSorter) sorter = dd_case_column_make_sorter (column);

  g_assert_cmpint (column->compare (all->pdata[0], all->pdata[1]), <, 0);
  g_assert_cmpint (column->compare (all->pdata[1], all->pdata[0]), >, 0);
  g_assert_cmpint (column->compare (all->pdata[0], all->pdata[0]), ==, 0);
  g_assert_cmpint (gtk_sorter_compare (sorter, first, second), ==, GTK_ORDERING_SMALLER);
  g_assert_cmpint (gtk_sorter_compare (sorter, second, first), ==, GTK_ORDERING_LARGER);
}

/* What is not there comes last, whatever is sorted by. */
static void
test_column_puts_nothing_last (gconstpointer data)
{
  const DdCaseColumn *column = data;
  g_autoptr (GPtrArray) all = make_ordered ();
  g_autoptr (GPtrArray) bare = make_reading ("c=Zeta");
  DdCaseSummary *nothing = bare->pdata[0];

  nothing->state = DD_CASE_CLOSED;
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (column->compare (all->pdata[i], nothing), <, 0);
}

static void
test_equal_rows_have_an_order (void)
{
  g_autoptr (GPtrArray) all = make_reading ("a=Alpha b=Alpha");
  g_autoptr (DdCaseItem) first = dd_case_item_new (all->pdata[0]);
  g_autoptr (DdCaseItem) second = dd_case_item_new (all->pdata[1]);
  g_autoptr (GtkSorter) sorter = dd_case_column_make_sorter (dd_case_column_find ("due"));

  g_assert_cmpint (gtk_sorter_compare (sorter, first, second), ==, GTK_ORDERING_SMALLER);
}

/* --- Words --- */

typedef struct
{
  const char *name;
  gint64 instant;
  const char *words;
} DueCase;

static const DueCase due_cases[] = {
  { "none", DD_INSTANT_NONE, "" },
  { "now", NOW, "today 10:00" },
  { "today", NOW + 7 * HOUR, "today 17:00" },
  { "end-of-today", NOW + 14 * HOUR, "today 00:00" },
  { "tomorrow", NOW + DAY, "tomorrow" },
  { "day-after", NOW + 2 * DAY + 7 * HOUR, "in 2 days" },
  { "over-the-weekend", NOW + 6 * DAY + 7 * HOUR, "in 4 days" },
  { "next-week-but-one", NOW + 14 * DAY + 7 * HOUR, "in 10 days" },
  { "far", NOW + 15 * DAY + 7 * HOUR, "Wed 16 Dec" },
  { "next-year", NOW + 40 * DAY, "10 Jan 2027" },
  { "minutes-late", NOW - 1800, "30 min late" },
  { "hours-late", NOW - 17 * HOUR, "1 h late" },
  { "days-late", NOW - 5 * DAY, "3 days late" },
  { "weekend-late", NOW - 4 * DAY + 14 * HOUR, "1 day late" },
};

static void
test_due_words (gconstpointer data)
{
  const DueCase *row = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autofree char *words = dd_case_words_due (calendar, row->instant, NOW);

  g_assert_cmpstr (words, ==, row->words);
}

typedef struct
{
  const char *name;
  gint64 deadline;
  gint64 float_minutes;
  const char *words;
} RiskCase;

static const RiskCase risk_cases[] = {
  { "no-deadline", DD_INTEGER_NONE, DD_INTEGER_NONE, "No deadline" },
  { "no-plan", NOW, DD_INTEGER_NONE, "Not planned" },
  { "to-spare", NOW, 3 * 480 + 10, "3 days to spare" },
  { "one-day", NOW, 480, "1 day to spare" },
  { "hours", NOW, 150, "2 h to spare" },
  { "exact", NOW, 0, "Nothing to spare" },
  { "late", NOW, -2 * 480, "2 days too late" },
};

static void
test_risk_words (gconstpointer data)
{
  const RiskCase *row = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (DdCaseSummary) summary = make ("a", "Alpha");
  g_autofree char *words = NULL;

  summary->deadline = row->deadline;
  summary->float_minutes = row->float_minutes;
  words = dd_case_words_risk (summary, calendar);
  g_assert_cmpstr (words, ==, row->words);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *words;
} ProductCase;

static const ProductCase product_cases[] = {
  { "both", "9.1", "10.2", "CX Process 9.1 → 10.2" },
  { "target", NULL, "10.2", "CX Process → 10.2" },
  { "current", "9.1", NULL, "CX Process 9.1" },
  { "none", NULL, NULL, "CX Process" },
};

static void
test_product_words (gconstpointer data)
{
  const ProductCase *row = data;
  g_autoptr (DdCaseSummary) summary = make ("a", "Alpha");
  g_autofree char *words = NULL;

  summary->current_version = row->from != NULL ? g_ref_string_new (row->from) : NULL;
  summary->target_version = row->to != NULL ? g_ref_string_new (row->to) : NULL;
  words = dd_case_words_product (summary);
  g_assert_cmpstr (words, ==, row->words);
}

/* --- Hits --- */

typedef struct
{
  const char *name;
  const char *text;
  const char *search;
  const char *marked; /* the text with the hits in brackets */
} HitCase;

static const HitCase hit_cases[] = {
  { "none", "Alpha", "b", "Alpha" },
  { "nothing-searched", "Alpha", "", "Alpha" },
  { "beginning", "Alpha", "al", "[Al]pha" },
  { "twice", "Alpha", "a", "[A]lph[a]" },
  { "two-words", "Alpha Beta", "be al", "[Al]pha [Be]ta" },
  { "accent", "Müller", "müll", "[Müll]er" },
  { "sharp-s", "Großmann", "gross", "[Groß]mann" },
  { "longer-than-text", "Al", "alpha", "Al" },
};

static char *
write_marked (const char *text, PangoAttrList *hits)
{
  GString *marked = g_string_new (text);
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (int));
  PangoAttrIterator *iterator = hits != NULL ? pango_attr_list_get_iterator (hits) : NULL;
  int added = 0;

  while (iterator != NULL)
    {
      PangoAttribute *bold = pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT);
      int start, end;

      pango_attr_iterator_range (iterator, &start, &end);
      if (bold != NULL)
        {
          g_string_insert_c (marked, start + added++, '[');
          g_string_insert_c (marked, end + added++, ']');
        }
      if (!pango_attr_iterator_next (iterator))
        g_clear_pointer (&iterator, pango_attr_iterator_destroy);
    }
  return g_string_free (marked, FALSE);
}

static void
test_hits (gconstpointer data)
{
  const HitCase *row = data;
  g_autoptr (DdCaseFilter) filter = dd_case_filter_new ();
  g_autoptr (PangoAttrList) hits = NULL;
  g_autofree char *marked = NULL;

  g_object_set (filter, "search", row->search, NULL);
  hits = dd_highlight_find (row->text, dd_case_filter_get_words (filter));
  marked = write_marked (row->text, hits);
  g_assert_cmpstr (marked, ==, row->marked);
}

#define ADD_TABLE(path, table, func)                                                               \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                 \
    {                                                                                              \
      g_autofree char *name = g_strconcat (path, table[i].name, NULL);                             \
      g_test_add_data_func (name, &table[i], func);                                                \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/list/tells-what-differs/", list_cases, test_list_tells_what_differs);
  g_test_add_func ("/list/follows-any-readings", test_list_follows_any_readings);
  g_test_add_func ("/list/keeps-items", test_list_keeps_items);
  g_test_add_func ("/list/selection-survives-an-update", test_selection_survives_an_update);
  ADD_TABLE ("/filter/", filter_cases, test_filter);
  g_test_add_func ("/filter/clears", test_filter_clears);
  g_test_add_func ("/filter/tells-how-it-changes", test_filter_tells_how_it_changes);
  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    {
      const DdCaseColumn *column = &dd_case_columns[i];
      g_autofree char *sorts = g_strconcat ("/columns/sorts/", column->id, NULL);
      g_autofree char *last = g_strconcat ("/columns/puts-nothing-last/", column->id, NULL);

      g_test_add_data_func (sorts, column, test_column_sorts);
      g_test_add_data_func (last, column, test_column_puts_nothing_last);
    }
  g_test_add_func ("/columns/equal-rows-have-an-order", test_equal_rows_have_an_order);
  ADD_TABLE ("/words/due/", due_cases, test_due_words);
  ADD_TABLE ("/words/risk/", risk_cases, test_risk_words);
  ADD_TABLE ("/words/product/", product_cases, test_product_words);
  ADD_TABLE ("/hits/", hit_cases, test_hits);
  return g_test_run ();
}
