/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-history-tab.h"

#include "dd-journal-words.h"
#include "dd-ui.h"
#include "dd-undo.h"
#include "dd-window.h"
#include "plan/dd-date-words.h"

#include <glib/gi18n.h>

/* So many actions are read at once. */
#define PAGE_SIZE 40

struct _DdCaseHistoryTab
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkBox *days;

  /* Owned references */
  DdCaseSession *session;
  GCancellable *cancellable;

  AdwPreferencesGroup *last_group; /* (unowned) (nullable): of the oldest day that is shown */
  guint32 last_day;                /* Julian */
  gint64 oldest;                   /* the oldest action that is shown; 0: none */
  guint n_shown;
  gboolean complete;
  gboolean loading;
  gboolean stale;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (DdCaseHistoryTab, dd_case_history_tab, ADW_TYPE_BIN)

/* --- Undoing --- */

typedef struct
{
  gint64 id;
  char *user; /* (owned) */
  gint64 at;
} Undo;

static void
undo_free (gpointer data)
{
  g_free (((Undo *) data)->user);
  g_free (data);
}

static gboolean
run_undo (DdConnection *connection, gpointer data, GError **error)
{
  Undo *undo = data;
  DdJournalEntry *done =
      dd_undo_run_action (connection, DD_JOURNAL_UNDO, undo->id, undo->user, undo->at, error);

  if (done == NULL)
    return FALSE;
  dd_journal_entry_free (done);
  return TRUE;
}

static void
on_undone (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseHistoryTab) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    dd_window_toast (GTK_WIDGET (self), _ ("Undone"), FALSE);
  else
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseHistoryTab *self = DD_CASE_HISTORY_TAB (widget);
  DdContext *context = dd_case_session_get_context (self->session);
  Undo *undo = g_new0 (Undo, 1);

  undo->id = g_variant_get_int64 (parameter);
  undo->user = dd_context_get_user (context);
  undo->at = dd_context_get_now (context);
  dd_database_run_async (dd_context_get_database (context), run_undo, undo, undo_free, NULL,
                         on_undone, g_object_ref (self));
}

/* --- Rows --- */

static void
add_undo_button (AdwExpanderRow *row, const DdJournalWords *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: %s is what somebody did */
  g_autofree char *label = g_strdup_printf (_ ("Undo: %s"), words->title);

  gtk_widget_set_tooltip_text (button, _ ("Undo This"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.undo");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", words->id);
  adw_expander_row_add_action (row, button);
}

static void
add_details (AdwExpanderRow *row, const DdJournalWords *words)
{
  for (guint i = 0; words->details != NULL && words->details[i] != NULL; i++)
    {
      g_autofree char *text = g_markup_escape_text (words->details[i], -1);
      GtkWidget *detail = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (detail), text);
      adw_expander_row_add_row (row, detail);
    }
}

static GtkWidget *
make_row (const DdJournalWords *words, DdCalendar *calendar)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *time = dd_calendar_format (calendar, words->at, "%H:%M");
  g_autofree char *who = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = g_markup_escape_text (words->title, -1);

  /* Translators: the time of day, and who did it */
  who = words->undone ? g_strdup_printf (_ ("%s · %s · taken back"), time, words->user)
                      : g_strdup_printf (_ ("%s · %s"), time, words->user);
  subtitle = g_markup_escape_text (who, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->title,
                                  -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  add_details (ADW_EXPANDER_ROW (row), words);
  if (!words->undone)
    add_undo_button (ADW_EXPANDER_ROW (row), words);
  return row;
}

static void
add_words (DdCaseHistoryTab *self, const DdJournalWords *words, DdCalendar *calendar)
{
  guint32 day = dd_calendar_julian_day (calendar, words->at);

  if (self->last_group == NULL || day != self->last_day)
    {
      g_autofree char *date = dd_date_words_of_start (calendar, words->at);

      self->last_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      self->last_day = day;
      adw_preferences_group_set_title (self->last_group, date);
      gtk_box_append (self->days, GTK_WIDGET (self->last_group));
    }
  adw_preferences_group_add (self->last_group, make_row (words, calendar));
  self->oldest = words->id;
  self->n_shown++;
}

static void
clear (DdCaseHistoryTab *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  self->last_group = NULL;
  self->oldest = 0;
  self->n_shown = 0;
  self->complete = FALSE;
}

/* --- Reading --- */

typedef struct
{
  char *case_id;        /* (owned) */
  DdCalendar *calendar; /* (owned) */
  gint64 before;
  guint limit;
  GPtrArray *words; /* (owned) (nullable) */
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_free (self->case_id);
  dd_calendar_unref (self->calendar);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load (DdConnection *connection, gpointer data, GError **error)
{
  Load *self = data;

  self->words = dd_journal_words_list (connection, self->case_id, self->before, self->limit,
                                       self->calendar, error);
  return self->words != NULL;
}

static void
reload (DdCaseHistoryTab *self);

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseHistoryTab) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = dd_database_run_finish (DD_DATABASE (object), result, &data, &error);
  Load *loaded = data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->loading = FALSE;
  if (!done)
    {
      dd_window_toast_error (GTK_WIDGET (self), error);
      return;
    }
  if (loaded->before == 0)
    clear (self);
  for (guint i = 0; i < loaded->words->len; i++)
    add_words (self, g_ptr_array_index (loaded->words, i), loaded->calendar);
  self->complete = loaded->words->len < loaded->limit;
  if (self->stale)
    reload (self);
}

static void
begin_load (DdCaseHistoryTab *self, gint64 before, guint limit)
{
  DdContext *context = dd_case_session_get_context (self->session);
  Load *data = g_new0 (Load, 1);

  self->loading = TRUE;
  self->stale = FALSE;
  data->case_id = g_strdup (dd_case_session_get_case_id (self->session));
  data->calendar = dd_calendar_ref (dd_context_get_calendar (context));
  data->before = before;
  data->limit = limit;
  dd_database_run_async (dd_context_get_database (context), load, data, load_free,
                         self->cancellable, on_loaded, g_object_ref (self));
}

/* Reads anew as much as was shown, so that the place that was scrolled to stays. */
static void
reload (DdCaseHistoryTab *self)
{
  self->stale = TRUE;
  if (self->shown && !self->loading)
    begin_load (self, 0, MAX (self->n_shown + 1, PAGE_SIZE));
}

static void
on_edge_reached (GtkScrolledWindow *scrolled, GtkPositionType edge, DdCaseHistoryTab *self)
{
  if (edge == GTK_POS_BOTTOM && !self->loading && !self->complete && self->oldest != 0)
    begin_load (self, self->oldest, PAGE_SIZE);
}

/* --- Object --- */

void
dd_case_history_tab_set_session (DdCaseHistoryTab *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_CASE_HISTORY_TAB (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  self->stale = TRUE;
  g_signal_connect_object (dd_case_session_get_context (session), "changed", G_CALLBACK (reload),
                           self, G_CONNECT_SWAPPED);
}

void
dd_case_history_tab_set_shown (DdCaseHistoryTab *self, gboolean shown)
{
  g_return_if_fail (DD_IS_CASE_HISTORY_TAB (self));
  self->shown = shown;
  if (self->session != NULL && shown && self->stale)
    reload (self);
}

static void
dd_case_history_tab_dispose (GObject *object)
{
  DdCaseHistoryTab *self = DD_CASE_HISTORY_TAB (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_HISTORY_TAB);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dd_case_history_tab_parent_class)->dispose (object);
}

static void
dd_case_history_tab_finalize (GObject *object)
{
  g_clear_object (&DD_CASE_HISTORY_TAB (object)->cancellable);
  G_OBJECT_CLASS (dd_case_history_tab_parent_class)->finalize (object);
}

static void
dd_case_history_tab_class_init (DdCaseHistoryTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_case_history_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_case_history_tab_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-history-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCaseHistoryTab, days);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
  gtk_widget_class_install_action (widget_class, "history.undo", "x", on_undo);
}

static void
dd_case_history_tab_init (DdCaseHistoryTab *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
