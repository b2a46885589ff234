/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "today/dd-today-page.h"

#include "case/dd-case-quick.h"
#include "cases/dd-case-feed.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "plan/dd-date-words.h"
#include "today/dd-today-items.h"

#include <glib/gi18n.h>

/* More than a window of usual height shows. */
#define FIRST_ROWS 14

struct _DdTodayPage
{
  DdPage parent_instance;

  /* Owned references */
  DdCaseFeed *feed;
  GPtrArray *inbox; /* (nullable) (element-type DdReminderEntry): until it was read */

  gboolean reading; /* the inbox is being read */
  gboolean stale;   /* something changed since that began */
  gboolean filled;  /* every group has its rows, not only those that show first */
  guint filling;    /* the tick that will fill the others, or 0 */
  guint ticks;      /* since then */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkToggleButton *mine;
  GtkStack *states;
  AdwStatusPage *failure;
  GtkLabel *summary;
  DdTodayList *overdue;
  DdTodayList *due;
  DdTodayList *danger;
  DdTodayList *waiting;
  DdTodayList *reminders;
  DdTodayList *coming;
};

G_DEFINE_FINAL_TYPE (DdTodayPage, dd_today_page, DD_TYPE_PAGE)

/* --- Showing --- */

static GPtrArray *
list_summaries (DdTodayPage *self)
{
  GListModel *all = G_LIST_MODEL (dd_case_feed_get_list (self->feed));
  guint n = g_list_model_get_n_items (all);
  GPtrArray *summaries = g_ptr_array_new_full (n, (GDestroyNotify) dd_case_summary_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DdCaseItem) item = g_list_model_get_item (all, i);

      g_ptr_array_add (summaries, dd_case_summary_ref (dd_case_item_get_summary (item)));
    }
  return summaries;
}

static void
show_groups (DdTodayPage *self, const DdToday *today, DdCalendar *calendar, gint64 now)
{
  DdTodayList *lists[DD_N_TODAY_GROUPS] = {
    [DD_TODAY_OVERDUE] = self->overdue, [DD_TODAY_DUE] = self->due,
    [DD_TODAY_DANGER] = self->danger,   [DD_TODAY_WAITING] = self->waiting,
    [DD_TODAY_COMING] = self->coming,
  };
  g_autofree char *words = dd_today_to_words (today);
  guint n = 0;

  for (guint i = 0; i < DD_N_TODAY_GROUPS && (self->filled || n < FIRST_ROWS); i++)
    {
      dd_today_list_set_items (lists[i],
                               dd_today_items_of_cases (today->groups[i], i, calendar, now));
      n += MIN (today->groups[i]->len, DD_TODAY_LIST_FEW);
    }
  gtk_label_set_text (self->summary, words);
}

static void
show_inbox (DdTodayPage *self, DdCalendar *calendar, gint64 now)
{
  dd_today_list_set_items (self->reminders,
                           dd_today_items_of_reminders (self->inbox, calendar, now));
}

static void
show_date (DdTodayPage *self, DdCalendar *calendar, gint64 now)
{
  g_autofree char *date = dd_date_words_of_start (calendar, now);

  adw_window_title_set_subtitle (self->title, date);
}

static const char *
choose_state (DdTodayPage *self, const DdToday *today)
{
  if (!dd_case_feed_is_loaded (self->feed) || self->inbox == NULL)
    return "loading";
  return today->n_open > 0 || self->inbox->len > 0 ? "list" : "empty";
}

static void
show (DdTodayPage *self);

/* The first tick comes before the frame that shows the first rows, the second after it. */
static gboolean
fill (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DdTodayPage *self = DD_TODAY_PAGE (widget);

  if (++self->ticks < 2)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  self->filled = TRUE;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Rows take their time to be laid out: those further down than one sees come a frame later. */
static void
fill_later (DdTodayPage *self)
{
  if (self->filled || self->filling != 0 || !dd_case_feed_is_loaded (self->feed))
    return;
  self->ticks = 0;
  self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill, NULL, NULL);
}

static void
show (DdTodayPage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));
  DdCalendar *calendar = dd_context_get_calendar (context);
  gint64 now = dd_context_get_now (context);
  g_autofree char *user = dd_context_get_user (context);
  g_autoptr (GPtrArray) summaries = list_summaries (self);
  gboolean mine = gtk_toggle_button_get_active (self->mine);
  g_autoptr (DdToday) today = dd_today_new (summaries, calendar, now, user, FALSE);

  /* Whoever has no case of their own sees all, whatever was chosen before. */
  gtk_widget_set_visible (GTK_WIDGET (self->mine), today->n_mine > 0);
  if (mine && today->n_mine > 0)
    {
      dd_today_free (today);
      today = dd_today_new (summaries, calendar, now, user, TRUE);
    }
  show_date (self, calendar, now);
  show_groups (self, today, calendar, now);
  if (self->inbox != NULL)
    show_inbox (self, calendar, now);
  gtk_stack_set_visible_child_name (self->states, choose_state (self, today));
  fill_later (self);
}

static void
show_failure (DdTodayPage *self, const GError *error)
{
  if (dd_case_feed_is_loaded (self->feed) && self->inbox != NULL)
    {
      dd_window_toast_error (GTK_WIDGET (self), error);
      return;
    }
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

/* --- Reading --- */

static gboolean
run_read (DdConnection *connection, gpointer data, GError **error)
{
  GPtrArray **inbox = data;

  *inbox = dd_reminder_inbox_load (connection, error);
  return *inbox != NULL;
}

static void
inbox_free (gpointer data)
{
  g_clear_pointer ((GPtrArray **) data, g_ptr_array_unref);
  g_free (data);
}

static void
read_inbox (DdTodayPage *self);

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  self->reading = FALSE;
  if (self->feed == NULL)
    return;
  if (!dd_database_run_finish (DD_DATABASE (object), result, &data, &error))
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->inbox, g_ptr_array_unref);
  self->inbox = g_steal_pointer ((GPtrArray **) data);
  show (self);
  if (self->stale)
    read_inbox (self);
}

static void
read_inbox (DdTodayPage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  self->stale = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  dd_database_run_async (dd_context_get_database (context), run_read, g_new0 (GPtrArray *, 1),
                         inbox_free, NULL, on_read, g_object_ref (self));
}

static void
on_cases_loaded (DdTodayPage *self)
{
  const GError *error = dd_case_feed_get_error (self->feed);

  if (error != NULL)
    show_failure (self, error);
  else
    show (self);
}

/* --- Doing --- */

/* What became of a reminder. */
typedef struct
{
  char *key; /* (owned) */
  DdReminderSnooze snooze;
  gboolean done;
  gint64 now;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *self = data;

  g_free (self->key);
  g_free (self);
}

static gboolean
run_verdict (DdConnection *connection, gpointer data, GError **error)
{
  const Verdict *self = data;

  if (self->done)
    return dd_reminder_inbox_done (connection, self->key, self->now, error);
  return dd_reminder_inbox_snooze (connection, self->key, self->snooze, self->now, error);
}

static void
on_verdict (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    dd_window_toast_error (GTK_WIDGET (self), error);
  else if (self->feed != NULL)
    read_inbox (self);
}

static void
give_verdict (DdTodayPage *self, const char *key, gboolean done, DdReminderSnooze snooze)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));
  Verdict *verdict = g_new0 (Verdict, 1);

  *verdict = (Verdict){ g_strdup (key), snooze, done, dd_context_get_now (context) };
  dd_database_run_async (dd_context_get_database (context), run_verdict, verdict, verdict_free,
                         NULL, on_verdict, g_object_ref (self));
}

static void
on_snooze (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key, *nick;
  DdReminderSnooze snooze;

  g_variant_get (parameter, "(&s&s)", &key, &nick);
  if (dd_snooze_find (nick, &snooze))
    give_verdict (DD_TODAY_PAGE (widget), key, FALSE, snooze);
}

/* Returns: (transfer full) (nullable): what is known of the case @id */
static DdCaseSummary *
find_summary (DdTodayPage *self, const char *id)
{
  g_autoptr (GPtrArray) summaries = list_summaries (self);

  for (guint i = 0; i < summaries->len; i++)
    if (g_str_equal (((DdCaseSummary *) summaries->pdata[i])->id, id))
      return dd_case_summary_ref (summaries->pdata[i]);
  return NULL;
}

/* A case's id means its next activity, everything else is a reminder. */
static void
on_done (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTodayPage *self = DD_TODAY_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (DdCaseSummary) summary = find_summary (self, id);
  DdCaseStep step = { .kind = DD_CASE_STEP_FINISH };
  g_autofree char *words = NULL;

  if (summary == NULL)
    {
      give_verdict (self, id, TRUE, 0);
      return;
    }
  if (summary->next_activity == NULL)
    return;
  step.activity = summary->next_activity;
  words = g_strdup_printf (_ ("Marked “%s” done"), summary->next_name);
  dd_case_quick_take (widget, dd_page_get_context (DD_PAGE (self)), id, &step, words);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (dd_page_get_context (DD_PAGE (widget)), "changed");
}

/* --- Object --- */

static void
dd_today_page_constructed (GObject *object)
{
  DdTodayPage *self = DD_TODAY_PAGE (object);
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  G_OBJECT_CLASS (dd_today_page_parent_class)->constructed (object);
  self->feed = dd_case_feed_get (context);
  g_settings_bind (dd_context_get_settings (context), "today-mine", self->mine, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (on_cases_loaded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (read_inbox), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "minute-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mine, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  read_inbox (self);
}

static void
dd_today_page_dispose (GObject *object)
{
  DdTodayPage *self = DD_TODAY_PAGE (object);

  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_TODAY_PAGE);
  g_clear_object (&self->feed);
  g_clear_pointer (&self->inbox, g_ptr_array_unref);
  G_OBJECT_CLASS (dd_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, failure);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, due);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, danger);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, reminders);
  gtk_widget_class_bind_template_child (widget_class, DdTodayPage, coming);
}

static void
dd_today_page_class_init (DdTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dd_today_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = dd_today_page_dispose;
  g_type_ensure (DD_TYPE_TODAY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-today-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "today.done", "s", on_done);
  gtk_widget_class_install_action (widget_class, "today.snooze", "(ss)", on_snooze);
  gtk_widget_class_install_action (widget_class, "today.reload", NULL, on_reload);
}

static void
dd_today_page_init (DdTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_page_set_title (DD_PAGE (self), _ ("Today"));
}

gboolean
dd_today_page_is_settled (DdTodayPage *self)
{
  g_return_val_if_fail (DD_IS_TODAY_PAGE (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "loading") != 0;
}
