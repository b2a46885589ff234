/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-preferences-reminders.h"

#include "dd-ui.h"
#include "preferences/dd-choice-row.h"
#include "preferences/dd-reminder-choices.h"
#include "preferences/dd-reminder-store.h"

#include <glib/gi18n.h>

struct _DdPreferencesReminders
{
  AdwPreferencesPage parent_instance;

  /* Owned references */
  DdContext *context;
  char *case_id; /* (nullable) */
  GCancellable *loading;

  gboolean filling;
  guint n_saving; /* what was read before it is stored is not shown any more */
  DdChoiceRow *rows[DD_N_REMINDER_KINDS]; /* (unowned): in the group of leads */

  /* Template widgets */
  AdwPreferencesGroup *background;
  GtkSwitch *run;
  GtkSwitch *start;
  AdwPreferencesGroup *quiet;
  AdwComboRow *quiet_mode;
  DdChoiceRow *quiet_from;
  DdChoiceRow *quiet_to;
  AdwPreferencesGroup *leads;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (DdPreferencesReminders, dd_preferences_reminders, ADW_TYPE_PREFERENCES_PAGE)

static void
load (DdPreferencesReminders *self);

/* --- Saving --- */

static void
say_failure (DdPreferencesReminders *self, const char *words)
{
  gtk_label_set_label (self->failure, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), words != NULL);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdPreferencesReminders) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (self->context == NULL)
    return;
  dd_reminder_store_save_finish (self->context, result, &error);
  say_failure (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    load (self);
}

static void
save (DdPreferencesReminders *self, const char *name, const char *text)
{
  self->n_saving++;
  dd_reminder_store_save_async (self->context, self->case_id, name, text, on_saved,
                                g_object_ref (self));
}

static void
on_lead_chosen (DdChoiceRow *row, const char *text, DdPreferencesReminders *self)
{
  for (int kind = 0; kind < DD_N_REMINDER_KINDS; kind++)
    if (self->rows[kind] == row)
      {
        g_autofree char *name = dd_reminder_preferences_dup_name (kind);

        save (self, name, text);
      }
}

static void
on_quiet_chosen (DdPreferencesReminders *self)
{
  DdReminderQuiet quiet = adw_combo_row_get_selected (self->quiet_mode);
  g_autofree char *hours = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->quiet_from), quiet == DD_REMINDER_QUIET_HOURS);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet_to), quiet == DD_REMINDER_QUIET_HOURS);
  if (self->filling || self->context == NULL)
    return;
  hours = g_strdup_printf ("%s-%s", dd_choice_row_get (self->quiet_from),
                           dd_choice_row_get (self->quiet_to));
  save (self, DD_REMINDER_PREFERENCE_QUIET,
        quiet == DD_REMINDER_QUIET_NEVER      ? "off"
        : quiet == DD_REMINDER_QUIET_OFF_WORK ? "not-working"
                                              : hours);
}

/* --- Showing --- */

static void
show_lead (DdPreferencesReminders *self, const DdReminderStored *stored, DdReminderKind kind)
{
  g_autofree char *name = dd_reminder_preferences_dup_name (kind);
  g_autofree char *everybodys = dd_reminder_preferences_get (&stored->everybodys, name);
  g_autofree char *own = NULL;
  const char *inherited = self->case_id != NULL ? everybodys : NULL;

  if (self->case_id == NULL || stored->own[kind])
    own = dd_reminder_preferences_get (&stored->cases, name);
  dd_choice_row_set (self->rows[kind], dd_reminder_choices_list_leads (kind, own, inherited), own);
}

static void
show_time (DdChoiceRow *row, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  dd_choice_row_set (row, dd_reminder_choices_list_times (minutes), text);
}

/* Who switches from another quiet to hours begins with the usual ones. */
static void
show_quiet (DdPreferencesReminders *self, const DdReminderPreferences *stored)
{
  DdReminderPreferences usual;
  const DdReminderPreferences *hours = &usual;

  dd_reminder_preferences_init (&usual);
  if (stored->quiet == DD_REMINDER_QUIET_HOURS)
    hours = stored;
  show_time (self->quiet_from, hours->quiet_from);
  show_time (self->quiet_to, hours->quiet_to);
  adw_combo_row_set_selected (self->quiet_mode, stored->quiet);
}

static void
show_stored (DdPreferencesReminders *self, const DdReminderStored *stored)
{
  self->filling = TRUE;
  for (int kind = 0; kind < DD_N_REMINDER_KINDS; kind++)
    show_lead (self, stored, kind);
  show_quiet (self, &stored->everybodys);
  self->filling = FALSE;
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdPreferencesReminders) self = user_data;
  DdReminderStored stored;
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || self->n_saving > 0)
    return;
  if (dd_reminder_store_load_finish (self->context, result, &stored, &error))
    show_stored (self, &stored);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_failure (self, error->message);
}

static void
load (DdPreferencesReminders *self)
{
  dd_reminder_store_load_async (self->context, self->case_id, self->loading, on_loaded,
                                g_object_ref (self));
}

/* --- Object --- */

static void
dd_preferences_reminders_dispose (GObject *object)
{
  DdPreferencesReminders *self = DD_PREFERENCES_REMINDERS (object);

  g_cancellable_cancel (self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_PREFERENCES_REMINDERS);
  g_clear_object (&self->context);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->case_id, g_free);
  G_OBJECT_CLASS (dd_preferences_reminders_parent_class)->dispose (object);
}

static void
dd_preferences_reminders_class_init (DdPreferencesRemindersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_preferences_reminders_dispose;
  g_type_ensure (DD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               DD_UI_PATH "dd-preferences-reminders.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, background);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, run);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, start);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, quiet);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, quiet_mode);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, quiet_to);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, leads);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesReminders, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_quiet_chosen);
}

static void
dd_preferences_reminders_init (DdPreferencesReminders *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = 0; kind < DD_N_REMINDER_KINDS; kind++)
    {
      self->rows[kind] = DD_CHOICE_ROW (dd_choice_row_new (dd_reminder_kind_to_words (kind)));
      g_signal_connect_object (self->rows[kind], "chosen", G_CALLBACK (on_lead_chosen), self, 0);
      adw_preferences_group_add (self->leads, GTK_WIDGET (self->rows[kind]));
    }
  on_quiet_chosen (self);
}

void
dd_preferences_reminders_set_context (DdPreferencesReminders *self,
                                      DdContext *context,
                                      const char *case_id)
{
  GSettings *settings = dd_context_get_settings (context);

  g_return_if_fail (DD_IS_PREFERENCES_REMINDERS (self));
  g_return_if_fail (self->context == NULL);
  self->context = g_object_ref (context);
  self->case_id = g_strdup (case_id);
  gtk_widget_set_visible (GTK_WIDGET (self->background), case_id == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet), case_id == NULL);
  g_settings_bind (settings, "run-in-background", self->run, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "start-at-login", self->start, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (context, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

void
dd_preferences_reminders_present (GtkWindow *parent, DdContext *context, const char *case_id)
{
  GtkWidget *page = g_object_new (DD_TYPE_PREFERENCES_REMINDERS, NULL);
  GtkWidget *window;

  g_return_if_fail (case_id != NULL);
  window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE,
                         "destroy-with-parent", TRUE, "search-enabled", FALSE, "width-request", 360,
                         "title", _ ("Reminders of This Case"), NULL);
  dd_preferences_reminders_set_context (DD_PREFERENCES_REMINDERS (page), context, case_id);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (window));
}
