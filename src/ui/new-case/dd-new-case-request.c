/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "new-case/dd-new-case-request.h"

#include "case/dd-date-row.h"
#include "dd-ui.h"

#include <glib/gi18n.h>

struct _DdNewCaseRequest
{
  GtkBox parent_instance;

  gboolean visited[DD_N_INTAKE_FIELDS]; /* the focus has been there and left, or text came in */

  /* Template widgets */
  AdwEntryRow *current_version;
  AdwEntryRow *target_version;
  DdDateRow *earliest;
  DdDateRow *ideal;
  DdDateRow *deadline;
  AdwEntryRow *reason;
  AdwActionRow *access_row;
  GtkSwitch *access;
  AdwActionRow *current_version_finding;
  AdwActionRow *earliest_finding;
  AdwActionRow *ideal_finding;
  AdwActionRow *deadline_finding;
  AdwActionRow *reason_finding;
};

G_DEFINE_FINAL_TYPE (DdNewCaseRequest, dd_new_case_request, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The field of @self for @field. */
static GtkWidget *
get_field (DdNewCaseRequest *self, DdIntakeField field)
{
  GtkWidget *const fields[DD_N_INTAKE_FIELDS] = {
    [DD_INTAKE_CURRENT_VERSION] = GTK_WIDGET (self->current_version),
    [DD_INTAKE_EARLIEST_START] = GTK_WIDGET (self->earliest),
    [DD_INTAKE_IDEAL_START] = GTK_WIDGET (self->ideal),
    [DD_INTAKE_DEADLINE] = GTK_WIDGET (self->deadline),
    [DD_INTAKE_REASON] = GTK_WIDGET (self->reason),
    [DD_INTAKE_ACCESS] = GTK_WIDGET (self->access),
  };

  return fields[field];
}

/* Where what is to be said of @field stands. */
static AdwActionRow *
get_finding (DdNewCaseRequest *self, DdIntakeField field)
{
  AdwActionRow *const rows[DD_N_INTAKE_FIELDS] = {
    [DD_INTAKE_CURRENT_VERSION] = self->current_version_finding,
    [DD_INTAKE_EARLIEST_START] = self->earliest_finding,
    [DD_INTAKE_IDEAL_START] = self->ideal_finding,
    [DD_INTAKE_DEADLINE] = self->deadline_finding,
    [DD_INTAKE_REASON] = self->reason_finding,
    [DD_INTAKE_ACCESS] = self->access_row,
  };

  return rows[field];
}

/* --- Text --- */

/* Returns: (transfer full) (nullable): what is typed, NULL when that is nothing */
static char *
get_text (gpointer row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

void
dd_new_case_request_get (DdNewCaseRequest *self, DdPortalRequest *request)
{
  g_return_if_fail (DD_IS_NEW_CASE_REQUEST (self));
  g_return_if_fail (request != NULL);
  request->current_version = get_text (self->current_version);
  request->earliest_start = dd_date_row_get_date (self->earliest);
  request->ideal_start = dd_date_row_get_date (self->ideal);
  request->deadline = dd_date_row_get_date (self->deadline);
  request->deadline_reason = get_text (self->reason);
  request->access = gtk_switch_get_active (self->access);
}

char *
dd_new_case_request_get_target_version (DdNewCaseRequest *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_REQUEST (self), NULL);
  return get_text (self->target_version);
}

static void
fill_text (gpointer row, const char *text)
{
  if (text != NULL)
    gtk_editable_set_text (row, text);
}

void
dd_new_case_request_fill (DdNewCaseRequest *self, const DdPortalRequest *request)
{
  g_return_if_fail (DD_IS_NEW_CASE_REQUEST (self));
  g_return_if_fail (request != NULL);
  for (guint i = 0; i < DD_N_INTAKE_FIELDS; i++)
    self->visited[i] = TRUE;
  fill_text (self->current_version, request->current_version);
  fill_text (self->earliest, request->earliest_start);
  fill_text (self->ideal, request->ideal_start);
  fill_text (self->deadline, request->deadline);
  fill_text (self->reason, request->deadline_reason);
  if (request->access)
    gtk_switch_set_active (self->access, TRUE);
}

/* What is no date says nothing: the field is marked, and refused when the case is made. */
static gint64
to_instant (DdCalendar *calendar, const char *date, gboolean end_of_day)
{
  return date != NULL ? dd_calendar_parse_instant (calendar, date, end_of_day, NULL)
                      : DD_INSTANT_NONE;
}

void
dd_new_case_request_to_intake (const DdPortalRequest *request,
                               DdCalendar *calendar,
                               DdIntakeRequest *intake)
{
  g_return_if_fail (request != NULL);
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (intake != NULL);
  intake->current_version = request->current_version;
  intake->earliest_start = to_instant (calendar, request->earliest_start, FALSE);
  intake->ideal_start = to_instant (calendar, request->ideal_start, FALSE);
  intake->deadline = to_instant (calendar, request->deadline, TRUE);
  intake->reason = request->deadline_reason;
  intake->access = request->access;
}

gboolean
dd_new_case_request_is_valid (DdNewCaseRequest *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_REQUEST (self), FALSE);
  return dd_date_row_is_valid (self->earliest) && dd_date_row_is_valid (self->ideal)
         && dd_date_row_is_valid (self->deadline);
}

gboolean
dd_new_case_request_is_touched (DdNewCaseRequest *self)
{
  GtkEditable *const rows[] = {
    GTK_EDITABLE (self->current_version), GTK_EDITABLE (self->target_version),
    GTK_EDITABLE (self->earliest),        GTK_EDITABLE (self->ideal),
    GTK_EDITABLE (self->deadline),        GTK_EDITABLE (self->reason),
  };

  g_return_val_if_fail (DD_IS_NEW_CASE_REQUEST (self), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_editable_get_text (rows[i])[0] != '\0')
      return TRUE;
  return gtk_switch_get_active (self->access);
}

/* --- Findings --- */

/* The first that is to be said at @field; a contradiction comes before what has passed. */
static const DdIntakeFinding *
find_finding (const DdIntake *intake, DdIntakeField field)
{
  const DdIntakeFinding *found = NULL;

  for (guint i = 0; i < intake->findings->len; i++)
    {
      const DdIntakeFinding *finding = g_ptr_array_index (intake->findings, i);

      if (finding->field == field && (found == NULL || finding->kind == DD_INTAKE_CONTRADICTION))
        found = finding;
    }
  return found;
}

static gboolean
is_to_be_said (DdNewCaseRequest *self, const DdIntakeFinding *finding)
{
  return finding != NULL && (finding->kind != DD_INTAKE_MISSING || self->visited[finding->field]);
}

static void
show_text_finding (DdNewCaseRequest *self, DdIntakeField field, const char *message)
{
  AdwActionRow *row = get_finding (self, field);
  GtkWidget *widget = get_field (self, field);

  gtk_widget_set_visible (GTK_WIDGET (row), message != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message != NULL ? message : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
  if (message != NULL)
    gtk_widget_add_css_class (widget, "warning");
  else
    gtk_widget_remove_css_class (widget, "warning");
}

static void
show_access_finding (DdNewCaseRequest *self, const char *message)
{
  adw_action_row_set_subtitle (self->access_row, message != NULL ? message : "");
}

void
dd_new_case_request_show_findings (DdNewCaseRequest *self, const DdIntake *intake)
{
  g_return_if_fail (DD_IS_NEW_CASE_REQUEST (self));
  g_return_if_fail (intake != NULL);
  for (guint field = 0; field < DD_N_INTAKE_FIELDS; field++)
    {
      const DdIntakeFinding *finding = find_finding (intake, field);
      const char *message = is_to_be_said (self, finding) ? finding->message : NULL;

      if (field == DD_INTAKE_ACCESS)
        show_access_finding (self, finding != NULL ? finding->message : NULL);
      else if (DD_IS_DATE_ROW (get_field (self, field))
               && !dd_date_row_is_valid (DD_DATE_ROW (get_field (self, field))))
        show_text_finding (self, field, _ ("This is not a date such as 2026-12-18."));
      else
        show_text_finding (self, field, message);
    }
}

/* --- Changes --- */

static void
set_date (DdDateRow *row, DdCalendar *calendar, gint64 instant)
{
  g_autofree char *date = dd_calendar_format (calendar, instant, "%Y-%m-%d");

  dd_date_row_set_date (row, date);
}

/* A start that helps is one from which the whole request is judged: both fields have it where the
 * earliest was later. */
static void
set_start (DdNewCaseRequest *self, DdCalendar *calendar, gint64 start)
{
  g_autofree char *earliest = dd_date_row_get_date (self->earliest);

  if (to_instant (calendar, earliest, FALSE) > start)
    set_date (self->earliest, calendar, start);
  set_date (self->ideal, calendar, start);
}

void
dd_new_case_request_apply (DdNewCaseRequest *self,
                           const DdIntakeChange *change,
                           DdCalendar *calendar)
{
  g_return_if_fail (DD_IS_NEW_CASE_REQUEST (self));
  g_return_if_fail (change != NULL);
  g_return_if_fail (calendar != NULL);
  switch (change->kind)
    {
    case DD_INTAKE_CHANGE_NONE:
      break;
    case DD_INTAKE_CHANGE_START:
      set_start (self, calendar, change->instant);
      break;
    case DD_INTAKE_CHANGE_DEADLINE:
      /* The end of a day is the beginning of the next. */
      set_date (self->deadline, calendar, change->instant - 1);
      break;
    case DD_INTAKE_CHANGE_ACCESS:
      gtk_switch_set_active (self->access, TRUE);
      break;
    }
}

static void
on_changed (DdNewCaseRequest *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (GtkEventControllerFocus *controller, DdNewCaseRequest *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; i < DD_N_INTAKE_FIELDS; i++)
    if (get_field (self, i) == widget)
      self->visited[i] = TRUE;
  on_changed (self);
}

static void
watch (DdNewCaseRequest *self, DdIntakeField field)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "leave", G_CALLBACK (on_left), self, 0);
  gtk_widget_add_controller (get_field (self, field), controller);
}

/* --- Object --- */

static void
dd_new_case_request_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_NEW_CASE_REQUEST);
  G_OBJECT_CLASS (dd_new_case_request_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, current_version);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, target_version);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, earliest);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, ideal);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, deadline);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, reason);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, access_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, access);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, current_version_finding);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, earliest_finding);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, ideal_finding);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, deadline_finding);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseRequest, reason_finding);
}

static void
dd_new_case_request_class_init (DdNewCaseRequestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_new_case_request_dispose;
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_NEW_CASE_REQUEST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DD_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-new-case-request.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
dd_new_case_request_init (DdNewCaseRequest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < DD_N_INTAKE_FIELDS; i++)
    watch (self, i);
}
