/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-preferences-calendar.h"

#include "case/dd-date-row.h"
#include "dd-holiday-import.h"
#include "dd-journal.h"
#include "dd-preferences.h"
#include "dd-ui.h"
#include "preferences/dd-calendar-draft.h"
#include "preferences/dd-zone-names.h"
#include "time/dd-calendar-rules.h"

#include <glib/gi18n.h>

/* So many time zones are offered at once. */
#define N_ZONES 4

/* Holidays are taken from this year and so many after it. */
#define YEARS_AHEAD 5

/* What a day that was off begins with. */
#define USUAL_HOURS "09:00-17:00"

struct _DdPreferencesCalendar
{
  AdwPreferencesPage parent_instance;

  DdContext *context;     /* (owned) */
  DdCalendarDraft *draft; /* (owned) */
  GStrv zone_names;       /* (owned) */
  GPtrArray *rows;        /* (owned): of exceptions; (unowned) in it */
  char *filled;           /* (owned) (nullable): the calendar that was shown, as a text */
  gboolean filling;
  gboolean saving;

  /* Template widgets */
  AdwActionRow *summary;
  GtkImage *summary_icon;
  AdwEntryRow *weekdays[7];
  GtkSwitch *worked[7];
  AdwActionRow *weekday_findings[7];
  AdwEntryRow *timezone;
  AdwActionRow *timezone_finding;
  AdwActionRow *zones[N_ZONES];
  GtkSpinButton *minutes;
  GtkSpinButton *days;
  AdwPreferencesGroup *exceptions;
  AdwExpanderRow *adder;
  DdDateRow *first;
  DdDateRow *last;
  AdwEntryRow *hours;
  AdwActionRow *adder_finding;
};

G_DEFINE_FINAL_TYPE (DdPreferencesCalendar, dd_preferences_calendar, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is typed --- */

/* Shows @message (nullable) below @field, and marks it. */
static void
show_finding (GtkWidget *field, AdwActionRow *finding, const char *message)
{
  gtk_widget_set_visible (GTK_WIDGET (finding), message != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (finding), message != NULL ? message : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
  if (message != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
}

/* Returns: whether what is typed for @key in @field can be used */
static gboolean
take_text (DdPreferencesCalendar *self, const char *key, AdwEntryRow *field, AdwActionRow *finding)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  g_autofree char *message = dd_calendar_draft_check (key, text);

  dd_calendar_draft_set (self->draft, key, text);
  show_finding (GTK_WIDGET (field), finding, message);
  return message == NULL;
}

static gboolean
take_weekday (DdPreferencesCalendar *self, int day)
{
  const char *key = dd_calendar_weekday_keys[day];
  GtkWidget *field = GTK_WIDGET (self->weekdays[day]);

  if (gtk_switch_get_active (self->worked[day]))
    return take_text (self, key, self->weekdays[day], self->weekday_findings[day]);
  dd_calendar_draft_set (self->draft, key, "");
  show_finding (field, self->weekday_findings[day], NULL);
  return TRUE;
}

/* The machine's own zone when nothing is typed. */
static gboolean
take_zone (DdPreferencesCalendar *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->timezone))[0] != '\0')
    return take_text (self, "timezone", self->timezone, self->timezone_finding);
  dd_calendar_draft_set (self->draft, "timezone", "");
  show_finding (GTK_WIDGET (self->timezone), self->timezone_finding, NULL);
  return TRUE;
}

static void
take_number (DdPreferencesCalendar *self, const char *key, GtkSpinButton *field)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (field));

  dd_calendar_draft_set (self->draft, key, text);
}

/* Takes all that is typed into the draft. Returns: whether all of it can be used */
static gboolean
take_fields (DdPreferencesCalendar *self)
{
  gboolean usable = take_zone (self);

  for (int day = 0; day < 7; day++)
    if (!take_weekday (self, day))
      usable = FALSE;
  take_number (self, "minutes-per-day", self->minutes);
  take_number (self, "days-per-week", self->days);
  return usable;
}

/* --- What it comes to --- */

static void
show_summary (DdPreferencesCalendar *self, const char *words, gboolean good)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), words);
  gtk_image_set_from_icon_name (self->summary_icon,
                                good ? "x-office-calendar-symbolic" : "dialog-error-symbolic");
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
}

static gboolean
is_stored (DdPreferencesCalendar *self, DdCalendar *calendar)
{
  g_autofree char *text = dd_calendar_to_text (calendar);
  g_autofree char *stored = dd_calendar_to_text (dd_context_get_calendar (self->context));

  return g_str_equal (text, stored);
}

static void
offer_zones (DdPreferencesCalendar *self)
{
  g_autoptr (GPtrArray) found =
      dd_zone_names_match ((const char *const *) self->zone_names,
                           gtk_editable_get_text (GTK_EDITABLE (self->timezone)), N_ZONES);

  for (guint i = 0; i < N_ZONES; i++)
    {
      if (i < found->len)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->zones[i]),
                                       g_ptr_array_index (found, i));
      gtk_widget_set_visible (GTK_WIDGET (self->zones[i]), i < found->len);
    }
}

static void
update (DdPreferencesCalendar *self)
{
  g_autoptr (DdCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const GError *unread;
  gboolean usable;

  if (self->filling)
    return;
  unread = dd_context_get_calendar_error (self->context);
  usable = take_fields (self);
  offer_zones (self);
  calendar = dd_calendar_draft_to_calendar (self->draft, &error);
  if (calendar != NULL)
    words = dd_calendar_describe (calendar);
  show_summary (self, words != NULL ? words : error->message, calendar != NULL);
  /* What stands here is not what is stored, and takes its place when it is saved. */
  if (unread != NULL && calendar != NULL && is_stored (self, calendar))
    show_summary (self, unread->message, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.save",
                                 usable && calendar != NULL && !self->saving
                                     && (unread != NULL || !is_stored (self, calendar)));
}

static void
on_zone_activated (AdwActionRow *row, DdPreferencesCalendar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->timezone),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (GTK_WIDGET (self->timezone));
}

/* --- Exceptions --- */

static void
fill_exceptions (DdPreferencesCalendar *self);

static void
on_remove_exception (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdPreferencesCalendar *self = DD_PREFERENCES_CALENDAR (widget);

  dd_calendar_draft_remove_exception (self->draft, g_variant_get_string (parameter, NULL));
  fill_exceptions (self);
  update (self);
}

static GtkWidget *
make_exception_row (DdPreferencesCalendar *self, const char *dates)
{
  g_autofree char *hours = dd_calendar_draft_get_exception (self->draft, dates);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), dates);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dates);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               g_str_equal (hours, "off") ? _ ("Off") : hours);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.remove-exception");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dates);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_exceptions (DdPreferencesCalendar *self)
{
  g_auto (GStrv) dates = dd_calendar_draft_list_exceptions (self->draft);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->exceptions, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (int i = 0; dates[i] != NULL; i++)
    {
      GtkWidget *row = make_exception_row (self, dates[i]);

      adw_preferences_group_add (self->exceptions, row);
      g_ptr_array_add (self->rows, row);
    }
}

static char *
get_stripped (gpointer field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (field)));
}

static void
on_add_exception (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdPreferencesCalendar *self = DD_PREFERENCES_CALENDAR (widget);
  g_autofree char *first = get_stripped (self->first);
  g_autofree char *last = get_stripped (self->last);
  g_autofree char *hours = get_stripped (self->hours);
  g_autofree char *dates =
      last[0] != '\0' ? g_strdup_printf ("%s..%s", first, last) : g_strdup (first);
  g_autoptr (GError) error = NULL;

  if (!dd_calendar_draft_add_exception (self->draft, dates, hours[0] != '\0' ? hours : "off",
                                        &error))
    {
      show_finding (GTK_WIDGET (self->adder), self->adder_finding, error->message);
      return;
    }
  show_finding (GTK_WIDGET (self->adder), self->adder_finding, NULL);
  dd_date_row_set_date (self->first, NULL);
  dd_date_row_set_date (self->last, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->hours), "");
  fill_exceptions (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

/* --- Importing --- */

static void
say (DdPreferencesCalendar *self, const char *message)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (message));
}

static void
add_holidays (DdPreferencesCalendar *self, GPtrArray *holidays)
{
  g_autofree char *message =
      g_strdup_printf (ngettext ("Added %u day off; save to plan with it",
                                 "Added %u days off; save to plan with them", holidays->len),
                       holidays->len);

  for (guint i = 0; i < holidays->len; i++)
    dd_calendar_draft_add_exception (self->draft, g_ptr_array_index (holidays, i), "off", NULL);
  fill_exceptions (self);
  update (self);
  say (self, message);
}

void
dd_preferences_calendar_import (DdPreferencesCalendar *self, GFile *file)
{
  g_autofree char *path = NULL, *year = NULL;
  g_autoptr (GPtrArray) holidays = NULL;
  g_autoptr (GError) error = NULL;
  int first;

  g_return_if_fail (DD_IS_PREFERENCES_CALENDAR (self));
  g_return_if_fail (G_IS_FILE (file));
  path = g_file_get_path (file);
  if (path == NULL)
    {
      say (self, _ ("The file is not on this computer; copy it here first"));
      return;
    }
  year = dd_calendar_format (dd_context_get_calendar (self->context),
                             dd_context_get_now (self->context), "%Y");
  first = (int) g_ascii_strtoll (year, NULL, 10);
  holidays = dd_holiday_import_load (path, first, first + YEARS_AHEAD, &error);
  if (holidays == NULL)
    say (self, error->message);
  else
    add_holidays (self, holidays);
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, DdPreferencesCalendar *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    dd_preferences_calendar_import (self, file);
  g_object_unref (dialog);
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Import Holidays"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars (.ics)"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Saving --- */

typedef struct
{
  char *text;
  char *user;
  gint64 at;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_free (job->text);
  g_free (job->user);
  g_free (job);
}

static gboolean
run_save (DdConnection *connection, gpointer data, GError **error)
{
  SaveJob *job = data;
  g_autoptr (DdAction) action =
      dd_action_new (job->user, job->at, N_ ("Changed the working calendar"), NULL);

  return dd_preferences_set_calendar (connection, action, job->text, error)
         && dd_journal_commit (connection, action, NULL, error);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdPreferencesCalendar) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (self->context == NULL)
    return;
  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    g_signal_emit (self, signals[SAVED], 0);
  else
    {
      update (self);
      show_summary (self, error->message, FALSE);
    }
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdPreferencesCalendar *self = DD_PREFERENCES_CALENDAR (widget);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->text = dd_calendar_draft_to_text (self->draft);
  job->user = dd_context_get_user (self->context);
  job->at = dd_context_get_now (self->context);
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "calendar.save", FALSE);
  dd_database_run_async (dd_context_get_database (self->context), run_save, job, save_job_free,
                         NULL, on_saved, g_object_ref (self));
}

/* --- Filling --- */

static void
fill_weekday (DdPreferencesCalendar *self, int day)
{
  g_autofree char *hours = dd_calendar_draft_get (self->draft, dd_calendar_weekday_keys[day]);
  gboolean worked = hours[0] != '\0' && !g_str_equal (hours, "off");

  gtk_switch_set_active (self->worked[day], worked);
  gtk_editable_set_text (GTK_EDITABLE (self->weekdays[day]), worked ? hours : USUAL_HOURS);
}

/* Shows the calendar that is stored, instead of what is typed. */
static void
fill (DdPreferencesCalendar *self)
{
  DdCalendar *calendar = dd_context_get_calendar (self->context);
  g_autofree char *text = dd_calendar_to_text (calendar);
  g_autofree char *zone = NULL;

  g_clear_pointer (&self->draft, dd_calendar_draft_free);
  self->draft = dd_calendar_draft_new (text);
  g_free (self->filled);
  self->filled = g_strdup (text);
  zone = dd_calendar_draft_get (self->draft, "timezone");
  self->filling = TRUE;
  for (int day = 0; day < 7; day++)
    fill_weekday (self, day);
  gtk_editable_set_text (GTK_EDITABLE (self->timezone), zone);
  gtk_spin_button_set_value (self->minutes, dd_calendar_get_minutes_per_day (calendar));
  gtk_spin_button_set_value (self->days, dd_calendar_get_days_per_week (calendar));
  self->filling = FALSE;
  fill_exceptions (self);
  update (self);
}

/* Another process stored a calendar, or this one did: what somebody typed since stays. */
static void
on_calendar_changed (DdPreferencesCalendar *self)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_draft_to_calendar (self->draft, NULL);
  g_autofree char *text = calendar != NULL ? dd_calendar_to_text (calendar) : NULL;

  if (g_strcmp0 (text, self->filled) == 0 || (calendar != NULL && is_stored (self, calendar)))
    fill (self);
  else
    update (self);
}

/* --- Object --- */

static void
dd_preferences_calendar_dispose (GObject *object)
{
  DdPreferencesCalendar *self = DD_PREFERENCES_CALENDAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_PREFERENCES_CALENDAR);
  g_clear_object (&self->context);
  g_clear_pointer (&self->draft, dd_calendar_draft_free);
  g_clear_pointer (&self->filled, g_free);
  g_clear_pointer (&self->zone_names, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (dd_preferences_calendar_parent_class)->dispose (object);
}

/* Binds what stands once for each weekday, and for each zone that is offered. */
static void
bind_lists (GtkWidgetClass *widget_class)
{
  for (int day = 0; day < 7; day++)
    {
      const char *key = dd_calendar_weekday_keys[day];
      g_autofree char *worked = g_strdup_printf ("%s_worked", key);
      g_autofree char *finding = g_strdup_printf ("%s_finding", key);

      gtk_widget_class_bind_template_child_full (widget_class, key, FALSE,
                                                 G_STRUCT_OFFSET (DdPreferencesCalendar,
                                                                  weekdays[day]));
      gtk_widget_class_bind_template_child_full (widget_class, worked, FALSE,
                                                 G_STRUCT_OFFSET (DdPreferencesCalendar,
                                                                  worked[day]));
      gtk_widget_class_bind_template_child_full (widget_class, finding, FALSE,
                                                 G_STRUCT_OFFSET (DdPreferencesCalendar,
                                                                  weekday_findings[day]));
    }
  for (guint i = 0; i < N_ZONES; i++)
    {
      g_autofree char *name = g_strdup_printf ("zone_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (DdPreferencesCalendar, zones[i]));
    }
}

static void
dd_preferences_calendar_class_init (DdPreferencesCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_preferences_calendar_dispose;
  signals[SAVED] = g_signal_new ("saved", DD_TYPE_PREFERENCES_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DD_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               DD_UI_PATH "dd-preferences-calendar.ui");
  bind_lists (widget_class);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, summary);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, summary_icon);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, timezone);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, timezone_finding);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, minutes);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, days);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, exceptions);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, adder);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, first);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, last);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, hours);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesCalendar, adder_finding);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_activated);
  gtk_widget_class_install_action (widget_class, "calendar.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, on_add_exception);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "calendar.remove-exception", "s",
                                   on_remove_exception);
}

static void
dd_preferences_calendar_init (DdPreferencesCalendar *self)
{
  self->rows = g_ptr_array_new ();
  self->zone_names = dd_zone_names_load ();
  /* Nothing is judged before there is a calendar. */
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_preferences_calendar_set_context (DdPreferencesCalendar *self, DdContext *context)
{
  g_return_if_fail (DD_IS_PREFERENCES_CALENDAR (self));
  g_return_if_fail (DD_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);
  self->context = g_object_ref (context);
  fill (self);
  g_signal_connect_object (context, "calendar-changed", G_CALLBACK (on_calendar_changed), self,
                           G_CONNECT_SWAPPED);
}

gboolean
dd_preferences_calendar_is_changed (DdPreferencesCalendar *self)
{
  g_autoptr (DdCalendar) calendar = NULL;

  g_return_val_if_fail (DD_IS_PREFERENCES_CALENDAR (self), FALSE);
  calendar = dd_calendar_draft_to_calendar (self->draft, NULL);
  return calendar == NULL || !is_stored (self, calendar);
}
