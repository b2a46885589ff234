/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "new-case/dd-new-case-customer.h"

#include "dd-calendar-chooser.h"
#include "dd-records.h"
#include "dd-ui.h"
#include "delivery/dd-customer.h"
#include "service/dd-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many customers are offered at once. */
#define N_OFFERS 4

/* Their rows in the template. */
static const char *const offer_names[N_OFFERS] = { "offer_0", "offer_1", "offer_2", "offer_3" };

struct _DdNewCaseCustomer
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *known;            /* (owned) (nullable) (element-type DdCustomer) */
  DdRecord *chosen;            /* (unowned) (nullable): of @known, whose name is typed */
  DdService *service;          /* (owned) (nullable) */
  DdCalendar *file;            /* (owned) (nullable): a new customer's calendar */
  DdCalendar *stored;          /* (owned) (nullable): the chosen customer's */
  char *problem;               /* (owned) (nullable): why the chosen customer's cannot be read */
  GtkWidget *offers[N_OFFERS]; /* (unowned): rows */

  /* Template widgets */
  AdwEntryRow *name;
  AdwActionRow *known_row;
  AdwActionRow *program_row;
  GtkSwitch *program;
  AdwActionRow *deployment_row;
  GtkSwitch *deployment;
  AdwActionRow *calendar_row;
  GtkButton *calendar_clear;
};

G_DEFINE_FINAL_TYPE (DdNewCaseCustomer, dd_new_case_customer, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full): what is typed, without blanks around it */
static char *
get_typed (DdNewCaseCustomer *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

/* --- The customer there is --- */

static DdRecord *
find_known (DdNewCaseCustomer *self, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  DdRecord *found = NULL;

  for (guint i = 0; self->known != NULL && i < self->known->len; i++)
    {
      DdRecord *customer = g_ptr_array_index (self->known, i);
      g_autofree char *name = g_utf8_casefold (dd_record_get_text (customer, "name"), -1);

      if (g_str_equal (dd_record_get_text (customer, "name"), typed))
        return customer;
      if (found == NULL && g_str_equal (name, folded))
        found = customer;
    }
  return found;
}

static void
load_stored_calendar (DdNewCaseCustomer *self)
{
  const char *text = self->chosen != NULL ? dd_record_get_text (self->chosen, "calendar") : NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->stored, dd_calendar_unref);
  g_clear_pointer (&self->problem, g_free);
  if (text == NULL)
    return;
  self->stored = dd_calendar_parse (text, -1, dd_record_get_text (self->chosen, "name"), &error);
  if (self->stored == NULL)
    self->problem = g_strdup (error->message);
}

static void
describe_known (DdNewCaseCustomer *self)
{
  g_autofree char *words = NULL;

  if (self->problem != NULL)
    words = g_strdup (self->problem);
  else if (self->stored != NULL)
    words = dd_calendar_describe (self->stored);
  adw_action_row_set_subtitle (self->known_row,
                               words != NULL ? words : _ ("Works by your own calendar"));
}

/* --- Offers --- */

static gboolean
is_offered (DdRecord *customer, const char *typed)
{
  return g_str_match_string (typed, dd_record_get_text (customer, "name"), TRUE);
}

static void
show_offer (DdNewCaseCustomer *self, guint index, DdRecord *customer)
{
  GtkWidget *row = self->offers[index];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dd_record_get_text (customer, "name"));
  gtk_widget_set_visible (row, TRUE);
}

/* Offers the customers one word of whose names begins as what is typed, until it is one's name. */
static void
update_offers (DdNewCaseCustomer *self, const char *typed)
{
  guint n = 0;

  if (typed[0] != '\0' && self->chosen == NULL && self->known != NULL)
    for (guint i = 0; i < self->known->len && n < N_OFFERS; i++)
      if (is_offered (g_ptr_array_index (self->known, i), typed))
        show_offer (self, n++, g_ptr_array_index (self->known, i));
  for (guint i = n; i < N_OFFERS; i++)
    gtk_widget_set_visible (self->offers[i], FALSE);
}

static void
on_offer_activated (AdwActionRow *row, DdNewCaseCustomer *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}

/* --- What is asked of a new customer --- */

static gboolean
asks_program (DdNewCaseCustomer *self)
{
  return self->service != NULL && self->service->eligibility != NULL
         && self->service->eligibility->program != NULL;
}

static gboolean
asks_deployment (DdNewCaseCustomer *self)
{
  return self->service != NULL && self->service->eligibility != NULL
         && self->service->eligibility->deployment != NULL;
}

static void
show_calendar (DdNewCaseCustomer *self)
{
  g_autofree char *words = self->file != NULL ? dd_calendar_describe (self->file) : NULL;

  adw_action_row_set_subtitle (self->calendar_row, words != NULL ? words : _ ("The same as yours"));
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_clear), self->file != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->calendar_row), "error");
}

static void
show_rows (DdNewCaseCustomer *self)
{
  gboolean new = dd_new_case_customer_is_new (self);

  gtk_widget_set_visible (GTK_WIDGET (self->known_row), self->chosen != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->program_row), new &&asks_program (self));
  gtk_widget_set_visible (GTK_WIDGET (self->deployment_row), new &&asks_deployment (self));
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_row), new);
}

static void
update (DdNewCaseCustomer *self)
{
  g_autofree char *typed = get_typed (self);
  DdRecord *chosen = find_known (self, typed);

  if (chosen != self->chosen)
    {
      self->chosen = chosen;
      load_stored_calendar (self);
    }
  describe_known (self);
  update_offers (self, typed);
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Choosing a calendar --- */

void
dd_new_case_customer_load_calendar (DdNewCaseCustomer *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar;

  g_return_if_fail (DD_IS_NEW_CASE_CUSTOMER (self));
  g_return_if_fail (G_IS_FILE (file));
  calendar = dd_calendar_chooser_load (file, &error);
  if (calendar == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->calendar_row), "error");
      adw_action_row_set_subtitle (self->calendar_row, error->message);
      return;
    }
  g_clear_pointer (&self->file, dd_calendar_unref);
  self->file = calendar;
  show_calendar (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chosen (GtkWidget *widget, GFile *file)
{
  dd_new_case_customer_load_calendar (DD_NEW_CASE_CUSTOMER (widget), file);
}

static void
on_choose_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_calendar_chooser_open (widget, on_chosen);
}

static void
on_clear_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseCustomer *self = DD_NEW_CASE_CUSTOMER (widget);

  g_clear_pointer (&self->file, dd_calendar_unref);
  show_calendar (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Object --- */

static void
dd_new_case_customer_dispose (GObject *object)
{
  DdNewCaseCustomer *self = DD_NEW_CASE_CUSTOMER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_NEW_CASE_CUSTOMER);
  self->chosen = NULL;
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->service, dd_service_unref);
  g_clear_pointer (&self->file, dd_calendar_unref);
  g_clear_pointer (&self->stored, dd_calendar_unref);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (dd_new_case_customer_parent_class)->dispose (object);
}

static void
dd_new_case_customer_class_init (DdNewCaseCustomerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_new_case_customer_dispose;
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_NEW_CASE_CUSTOMER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-new-case-customer.ui");
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, name);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, known_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, program_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, program);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, deployment_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, deployment);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseCustomer, calendar_clear);
  for (guint i = 0; i < N_OFFERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, offer_names[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_offer_activated);
  gtk_widget_class_install_action (widget_class, "customer.choose-calendar", NULL,
                                   on_choose_calendar);
  gtk_widget_class_install_action (widget_class, "customer.clear-calendar", NULL,
                                   on_clear_calendar);
}

static void
dd_new_case_customer_init (DdNewCaseCustomer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_OFFERS; i++)
    self->offers[i] =
        GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), DD_TYPE_NEW_CASE_CUSTOMER,
                                                   offer_names[i]));
  show_calendar (self);
  show_rows (self);
}

/* --- Public --- */

gboolean
dd_new_case_customer_query (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_customer_entity);
  GPtrArray **customers = data;

  dd_query_order_by (query, "name", FALSE);
  *customers = dd_records_query (connection, query, error);
  return *customers != NULL;
}

void
dd_new_case_customer_query_free (gpointer data)
{
  GPtrArray **customers = data;

  g_clear_pointer (customers, g_ptr_array_unref);
  g_free (customers);
}

/* No grab_focus() of its own: that is what GTK calls when the focus leaves a group backwards, which
 * would send it right back. */
void
dd_new_case_customer_focus (DdNewCaseCustomer *self)
{
  g_return_if_fail (DD_IS_NEW_CASE_CUSTOMER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
dd_new_case_customer_set_known (DdNewCaseCustomer *self, GPtrArray *customers)
{
  g_return_if_fail (DD_IS_NEW_CASE_CUSTOMER (self));
  g_return_if_fail (customers != NULL);
  self->chosen = NULL;
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = customers;
  update (self);
}

void
dd_new_case_customer_set_service (DdNewCaseCustomer *self, DdService *service)
{
  g_autofree char *description = NULL;

  g_return_if_fail (DD_IS_NEW_CASE_CUSTOMER (self));
  g_clear_pointer (&self->service, dd_service_unref);
  if (service != NULL)
    self->service = dd_service_ref (service);
  if (service != NULL && service->eligibility != NULL)
    description = g_markup_escape_text (dd_words_translate (service->eligibility->text), -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  show_rows (self);
}

char *
dd_new_case_customer_get_name (DdNewCaseCustomer *self)
{
  char *typed;

  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), NULL);
  if (self->chosen != NULL)
    return g_strdup (dd_record_get_text (self->chosen, "name"));
  typed = get_typed (self);
  if (typed[0] == '\0')
    g_clear_pointer (&typed, g_free);
  return typed;
}

void
dd_new_case_customer_set_name (DdNewCaseCustomer *self, const char *name)
{
  g_return_if_fail (DD_IS_NEW_CASE_CUSTOMER (self));
  g_return_if_fail (name != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

DdCalendar *
dd_new_case_customer_get_calendar (DdNewCaseCustomer *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), NULL);
  return self->chosen != NULL ? self->stored : self->file;
}

const char *
dd_new_case_customer_get_problem (DdNewCaseCustomer *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), NULL);
  return self->problem;
}

const char *
dd_new_case_customer_get_program (DdNewCaseCustomer *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), NULL);
  return asks_program (self) && gtk_switch_get_active (self->program)
             ? self->service->eligibility->program
             : NULL;
}

const char *
dd_new_case_customer_get_deployment (DdNewCaseCustomer *self)
{
  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), NULL);
  return asks_deployment (self) && gtk_switch_get_active (self->deployment)
             ? self->service->eligibility->deployment
             : NULL;
}

gboolean
dd_new_case_customer_is_new (DdNewCaseCustomer *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (DD_IS_NEW_CASE_CUSTOMER (self), FALSE);
  typed = get_typed (self);
  return self->chosen == NULL && typed[0] != '\0';
}
