/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-customer.h"

#include "dd-calendar-chooser.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "dd-ui.h"
#include "dd-window.h"

#include <glib/gi18n.h>

struct _DdCaseCustomer
{
  AdwPreferencesGroup parent_instance;

  /* Owned references */
  DdCaseSession *session;

  gboolean filling; /* the switches are set by us */

  /* Template widgets */
  AdwActionRow *program_row;
  GtkSwitch *program;
  AdwActionRow *deployment_row;
  GtkSwitch *deployment;
  AdwActionRow *calendar_row;
  GtkButton *calendar_clear;
};

G_DEFINE_FINAL_TYPE (DdCaseCustomer, dd_case_customer, ADW_TYPE_PREFERENCES_GROUP)

/* --- Showing --- */

/* Returns: (nullable): whom the service is for */
static const DdEligibility *
get_eligibility (DdCaseCustomer *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (self->session);

  if (plan == NULL || plan->inputs->network == NULL)
    return NULL;
  return dd_network_get_service (plan->inputs->network)->eligibility;
}

static void
show_switch (AdwActionRow *row, GtkSwitch *active, const char *asked, const char *stored)
{
  gtk_widget_set_visible (GTK_WIDGET (row), asked != NULL);
  gtk_switch_set_active (active, asked != NULL && g_strcmp0 (asked, stored) == 0);
}

static char *
describe_calendar (DdRecord *customer)
{
  const char *text = dd_record_get_text (customer, "calendar");
  g_autoptr (DdCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return g_strdup (_ ("The same as yours"));
  calendar = dd_calendar_parse (text, -1, dd_record_get_name (customer), &error);
  return calendar != NULL ? dd_calendar_describe (calendar) : g_strdup (error->message);
}

static void
show_calendar (DdCaseCustomer *self, DdRecord *customer)
{
  g_autofree char *words = describe_calendar (customer);

  adw_action_row_set_subtitle (self->calendar_row, words);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_clear),
                          dd_record_get_text (customer, "calendar") != NULL);
}

static void
on_loaded (DdCaseSession *session, DdCaseCustomer *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  const DdEligibility *eligibility = get_eligibility (self);
  g_autofree char *name = NULL;
  DdRecord *customer;

  if (plan == NULL)
    return;
  customer = DD_RECORD (plan->customer);
  name = g_markup_escape_text (dd_record_get_name (customer), -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), name);
  self->filling = TRUE;
  show_switch (self->program_row, self->program, eligibility ? eligibility->program : NULL,
               dd_record_get_text (customer, "program"));
  show_switch (self->deployment_row, self->deployment, eligibility ? eligibility->deployment : NULL,
               dd_record_get_text (customer, "deployment"));
  self->filling = FALSE;
  show_calendar (self, customer);
}

/* --- Changing --- */

/* One field of the customer, read and written in one transaction. */
typedef struct
{
  char *customer_id; /* (owned) */
  const char *field;
  char *text; /* (owned) (nullable) */
  char *user; /* (owned) */
  gint64 now;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->customer_id);
  g_free (self->text);
  g_free (self->user);
  g_free (self);
}

static gboolean
set_field (DdConnection *connection, gpointer data, GError **error)
{
  const Change *self = data;
  g_autoptr (DdRecord) customer =
      dd_records_load (connection, &dd_customer_entity, self->customer_id, error);
  g_autoptr (DdAction) action = NULL;

  if (customer == NULL)
    return FALSE;
  action = dd_action_new (self->user, self->now, N_ ("Changed what is known of %s"),
                          dd_record_get_name (customer), NULL);
  dd_record_set_text (customer, self->field, self->text);
  dd_action_save (action, customer);
  return dd_journal_append (connection, action, NULL, error);
}

static gboolean
run_change (DdConnection *connection, gpointer data, GError **error)
{
  return dd_connection_transaction (connection, set_field, data, _ ("Saving the customer"), error);
}

static void
on_changed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseCustomer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    {
      dd_window_toast (GTK_WIDGET (self), _ ("Changed the customer"), TRUE);
      return;
    }
  dd_window_toast_error (GTK_WIDGET (self), error);
  if (self->session != NULL)
    on_loaded (self->session, self);
}

/* Gives the customer @text (nullable) for @field. */
static void
change (DdCaseCustomer *self, const char *field, const char *text)
{
  DdContext *context = dd_case_session_get_context (self->session);
  DdCasePlan *plan = dd_case_session_get_plan (self->session);
  Change *job;

  if (self->filling || plan == NULL)
    return;
  job = g_new0 (Change, 1);
  *job = (Change){ g_strdup (dd_record_get_id (DD_RECORD (plan->customer))), field, g_strdup (text),
                   dd_context_get_user (context), dd_context_get_now (context) };
  dd_database_run_async (dd_context_get_database (context), run_change, job, change_free, NULL,
                         on_changed, g_object_ref (self));
}

static void
on_program (DdCaseCustomer *self)
{
  const DdEligibility *eligibility = get_eligibility (self);

  if (eligibility != NULL)
    change (self, "program", gtk_switch_get_active (self->program) ? eligibility->program : NULL);
}

static void
on_deployment (DdCaseCustomer *self)
{
  const DdEligibility *eligibility = get_eligibility (self);

  if (eligibility != NULL)
    change (self, "deployment",
            gtk_switch_get_active (self->deployment) ? eligibility->deployment : NULL);
}

/* --- The calendar --- */

void
dd_case_customer_load_calendar (DdCaseCustomer *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (DD_IS_CASE_CUSTOMER (self));
  g_return_if_fail (G_IS_FILE (file));
  calendar = dd_calendar_chooser_load (file, &error);
  if (calendar == NULL)
    {
      dd_window_toast_error (GTK_WIDGET (self), error);
      return;
    }
  text = dd_calendar_to_text (calendar);
  change (self, "calendar", text);
}

static void
on_chosen (GtkWidget *widget, GFile *file)
{
  dd_case_customer_load_calendar (DD_CASE_CUSTOMER (widget), file);
}

static void
on_choose_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_calendar_chooser_open (widget, on_chosen);
}

static void
on_clear_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change (DD_CASE_CUSTOMER (widget), "calendar", NULL);
}

/* --- Object --- */

static void
dd_case_customer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_CASE_CUSTOMER);
  g_clear_object (&DD_CASE_CUSTOMER (object)->session);
  G_OBJECT_CLASS (dd_case_customer_parent_class)->dispose (object);
}

static void
dd_case_customer_class_init (DdCaseCustomerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_case_customer_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-customer.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, program_row);
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, program);
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, deployment_row);
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, deployment);
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, DdCaseCustomer, calendar_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_program);
  gtk_widget_class_bind_template_callback (widget_class, on_deployment);
  gtk_widget_class_install_action (widget_class, "customer.choose-calendar", NULL,
                                   on_choose_calendar);
  gtk_widget_class_install_action (widget_class, "customer.clear-calendar", NULL,
                                   on_clear_calendar);
}

static void
dd_case_customer_init (DdCaseCustomer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_case_customer_set_session (DdCaseCustomer *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_CASE_CUSTOMER (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loaded", G_CALLBACK (on_loaded), self, 0);
}
