/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "new-case/dd-new-case-window.h"

#include "dd-ui.h"
#include "dd-window.h"
#include "new-case/dd-new-case-customer.h"
#include "new-case/dd-new-case-job.h"
#include "new-case/dd-new-case-request.h"
#include "new-case/dd-new-case-verdict.h"

#include <glib/gi18n.h>

struct _DdNewCaseWindow
{
  AdwWindow parent_instance;

  /* Owned references */
  DdContext *context;
  GPtrArray *services;  /* (element-type DdService): as they are offered */
  GHashTable *networks; /* (element-type DdService DdNetwork): made when first needed */
  DdIntake *intake;     /* (nullable): what is said of what is typed */
  GCancellable *loading;

  char *suggested;  /* (owned) (nullable): the title as it was prefilled */
  gboolean filling; /* many fields change at once: judged at the end */
  gboolean saving;

  /* Template widgets */
  GtkStack *pages;
  GtkInfoBar *refusal;
  GtkLabel *refusal_label;
  AdwComboRow *product;
  DdNewCaseCustomer *customer;
  DdNewCaseRequest *request;
  AdwEntryRow *title_row;
  DdNewCaseVerdict *verdict;
  GtkButton *create;
  GtkTextView *pasted;
  GtkLabel *complaints;
};

G_DEFINE_FINAL_TYPE (DdNewCaseWindow, dd_new_case_window, ADW_TYPE_WINDOW)

/* --- Answers of the database --- */

/* A window must not outlive the one it stands before, so a call to the database does not hold it.
 * Returns: (transfer full): what to give the call */
static GWeakRef *
hold (DdNewCaseWindow *self)
{
  GWeakRef *held = g_new0 (GWeakRef, 1);

  g_weak_ref_init (held, self);
  return held;
}

/* @held: (transfer full). Returns: (transfer full) (nullable): the window if it is still there */
static DdNewCaseWindow *
release (GWeakRef *held)
{
  DdNewCaseWindow *self = g_weak_ref_get (held);

  g_weak_ref_clear (held);
  g_free (held);
  return self;
}

/* --- What is typed --- */

/* Returns: (transfer none) (nullable): the service that is chosen */
static DdService *
get_service (DdNewCaseWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->product);

  return selected < self->services->len ? g_ptr_array_index (self->services, selected) : NULL;
}

static DdNetwork *
ensure_network (DdNewCaseWindow *self, DdService *service)
{
  DdNetwork *network = g_hash_table_lookup (self->networks, service);

  if (network == NULL)
    {
      network = dd_network_new (service);
      g_hash_table_insert (self->networks, service, network);
    }
  return network;
}

/* Puts all that is typed into @request, which must be empty. */
static void
get_request (DdNewCaseWindow *self, DdPortalRequest *request)
{
  dd_new_case_request_get (self->request, request);
  request->customer = dd_new_case_customer_get_name (self->customer);
}

/* --- Judging --- */

static void
show_problem (DdNewCaseWindow *self, const char *message)
{
  dd_new_case_verdict_show_problem (self->verdict, message);
}

static void
run_intake (DdNewCaseWindow *self, DdService *service)
{
  g_auto (DdPortalRequest) typed = { 0 };
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;
  DdCalendar *vendor = dd_context_get_calendar (self->context);
  g_autoptr (GError) error = NULL;

  get_request (self, &typed);
  dd_new_case_request_to_intake (&typed, vendor, &request);
  request.now = dd_context_get_now (self->context);
  self->intake =
      dd_intake_new (ensure_network (self, service), vendor,
                     dd_new_case_customer_get_calendar (self->customer), &request, &error);
  if (self->intake == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  dd_new_case_verdict_show (self->verdict, self->intake);
  dd_new_case_request_show_findings (self->request, self->intake);
}

static void
judge (DdNewCaseWindow *self)
{
  DdService *service = get_service (self);
  const char *problem = dd_new_case_customer_get_problem (self->customer);

  g_clear_pointer (&self->intake, dd_intake_free);
  if (service == NULL)
    show_problem (self, _ ("There is no service that can be planned. Add a definition first."));
  else if (problem != NULL)
    show_problem (self, problem);
  else
    run_intake (self, service);
}

/* A title that nobody changed follows the customer and the product. */
static void
suggest_title (DdNewCaseWindow *self)
{
  DdService *service = get_service (self);
  g_autofree char *name = dd_new_case_customer_get_name (self->customer);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  if (service == NULL || (title[0] != '\0' && g_strcmp0 (title, self->suggested) != 0))
    return;
  g_free (self->suggested);
  self->suggested = dd_portal_text_title (service, name);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), self->suggested);
}

static gboolean
can_create (DdNewCaseWindow *self)
{
  g_autofree char *name = dd_new_case_customer_get_name (self->customer);

  return !self->saving && name != NULL && get_service (self) != NULL
         && dd_new_case_request_is_valid (self->request);
}

static void
update (DdNewCaseWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DdService *service;

  if (self->filling)
    return;
  service = get_service (self);
  suggest_title (self);
  judge (self);
  gtk_widget_action_set_enabled (widget, "new-case.create", can_create (self));
  gtk_widget_action_set_enabled (widget, "new-case.copy-title", service != NULL);
  gtk_widget_action_set_enabled (widget, "new-case.copy-description", service != NULL);
  gtk_widget_action_set_enabled (widget, "new-case.paste", service != NULL);
  gtk_widget_action_set_enabled (widget, "new-case.open-portal",
                                 service != NULL && service->request_portal != NULL);
}

static void
on_product_chosen (DdNewCaseWindow *self)
{
  if (self->filling)
    return;
  dd_new_case_customer_set_service (self->customer, get_service (self));
  update (self);
}

static void
on_remedy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);
  DdIntakeChange change;

  if (self->intake == NULL)
    return;
  change = self->intake->change;
  dd_new_case_request_apply (self->request, &change, dd_context_get_calendar (self->context));
}

/* --- The portal --- */

static void
copy (DdNewCaseWindow *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_copy_title (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);
  g_autofree char *customer = dd_new_case_customer_get_name (self->customer);
  g_autofree char *title = dd_portal_text_title (get_service (self), customer);

  copy (self, title);
}

static void
on_copy_description (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);
  g_auto (DdPortalRequest) request = { 0 };
  g_autofree char *text = NULL;

  get_request (self, &request);
  text = dd_portal_text_description (get_service (self), &request);
  copy (self, text);
}

static void
on_open_portal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdService *service = get_service (DD_NEW_CASE_WINDOW (widget));

  gtk_show_uri (GTK_WINDOW (widget), service->request_portal, GDK_CURRENT_TIME);
}

static void
show_form (DdNewCaseWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "form");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->create));
}

static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);

  gtk_label_set_text (self->complaints, "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaints), FALSE);
  gtk_stack_set_visible_child_name (self->pages, "paste");
  gtk_widget_grab_focus (GTK_WIDGET (self->pasted));
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form (DD_NEW_CASE_WINDOW (widget));
}

GStrv
dd_new_case_window_fill (DdNewCaseWindow *self, const char *text)
{
  g_auto (DdPortalRequest) request = { 0 };
  GStrv complaints;

  g_return_val_if_fail (DD_IS_NEW_CASE_WINDOW (self), NULL);
  g_return_val_if_fail (text != NULL && get_service (self) != NULL, NULL);
  complaints = dd_portal_text_parse (get_service (self), text, &request);
  self->filling = TRUE;
  if (request.customer != NULL)
    dd_new_case_customer_set_name (self->customer, request.customer);
  dd_new_case_request_fill (self->request, &request);
  self->filling = FALSE;
  update (self);
  return complaints;
}

/* What could be read is in the fields already; what could not stays to be looked at. */
static void
on_fill (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->pasted);
  g_autofree char *text = NULL;
  g_auto (GStrv) complaints = NULL;
  g_autofree char *joined = NULL;

  g_object_get (buffer, "text", &text, NULL);
  complaints = dd_new_case_window_fill (self, text);
  joined = g_strjoinv ("\n", complaints);
  gtk_label_set_text (self->complaints, joined);
  gtk_widget_set_visible (GTK_WIDGET (self->complaints), joined[0] != '\0');
  if (joined[0] == '\0')
    show_form (self);
}

/* --- Creating --- */

/* Returns: (transfer full) (nullable): the title that is typed, NULL for the service's */
static char *
get_title (DdNewCaseWindow *self)
{
  char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  if (title[0] == '\0')
    g_clear_pointer (&title, g_free);
  return title;
}

/* The plan starts where the request was judged from, so that both tell the same dates. */
static gint64
get_start (DdNewCaseWindow *self)
{
  return self->intake != NULL ? self->intake->ideal_start : DD_INSTANT_NONE;
}

static DdNewCaseJob *
make_job (DdNewCaseWindow *self)
{
  DdNewCaseJob *job = g_new0 (DdNewCaseJob, 1);
  DdCalendar *calendar = dd_new_case_customer_get_calendar (self->customer);

  get_request (self, &job->request);
  job->service = dd_service_ref (get_service (self));
  job->user = dd_context_get_user (self->context);
  job->now = dd_context_get_now (self->context);
  job->title = get_title (self);
  job->target_version = dd_new_case_request_get_target_version (self->request);
  job->program = g_strdup (dd_new_case_customer_get_program (self->customer));
  job->deployment = g_strdup (dd_new_case_customer_get_deployment (self->customer));
  if (calendar != NULL)
    job->calendar = dd_calendar_to_text (calendar);
  job->start = get_start (self);
  return job;
}

static void
set_saving (DdNewCaseWindow *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-case.create", can_create (self));
}

static void
refuse (DdNewCaseWindow *self, const GError *error)
{
  gtk_label_set_text (self->refusal_label, error->message);
  gtk_info_bar_set_revealed (self->refusal, TRUE);
}

/* Shows the case in the window before which this one stands, and goes. */
static void
show_case (DdNewCaseWindow *self, const DdNewCaseJob *job)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *message = NULL;

  /* Translators: %s is the name of a customer */
  message = g_strdup_printf (_ ("Opened a case for %s"), job->request.customer);
  if (parent != NULL)
    {
      gtk_widget_activate_action (parent, "win.case", "s", job->id);
      dd_window_toast (parent, message, TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_created (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdNewCaseWindow) self = release (user_data);
  g_autoptr (GError) error = NULL;
  gpointer job;

  if (self == NULL)
    return;
  if (dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    {
      show_case (self, job);
      return;
    }
  set_saving (self, FALSE);
  refuse (self, error);
}

static void
on_create (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (widget);

  if (!can_create (self))
    return;
  gtk_info_bar_set_revealed (self->refusal, FALSE);
  set_saving (self, TRUE);
  dd_database_run_async (dd_context_get_database (self->context), dd_new_case_job_run,
                         make_job (self), dd_new_case_job_free, NULL, on_created, hold (self));
}

static void
on_refusal_closed (GtkInfoBar *bar, int response, DdNewCaseWindow *self)
{
  gtk_info_bar_set_revealed (self->refusal, FALSE);
}

/* --- What there is --- */

static void
on_customers_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdNewCaseWindow) self = release (user_data);
  g_autoptr (GError) error = NULL;
  gpointer data;

  if (self == NULL)
    return;
  if (dd_database_run_finish (DD_DATABASE (object), result, &data, &error))
    dd_new_case_customer_set_known (self->customer, g_steal_pointer ((GPtrArray **) data));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, error);
}

static void
load_customers (DdNewCaseWindow *self)
{
  dd_database_run_async (dd_context_get_database (self->context), dd_new_case_customer_query,
                         g_new0 (GPtrArray *, 1), dd_new_case_customer_query_free, self->loading,
                         on_customers_loaded, hold (self));
}

/* Definitions that cannot be used are not offered. */
static void
fill_products (DdNewCaseWindow *self)
{
  GPtrArray *entries = dd_service_catalog_get_entries (dd_context_get_catalog (self->context));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);

      if (entry->service == NULL)
        continue;
      g_ptr_array_add (self->services, dd_service_ref (entry->service));
      gtk_string_list_append (names, entry->service->product);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->product, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* --- Closing --- */

static gboolean
is_touched (DdNewCaseWindow *self)
{
  g_autofree char *name = dd_new_case_customer_get_name (self->customer);

  return name != NULL || dd_new_case_request_is_touched (self->request);
}

static void
on_close_answered (AdwMessageDialog *dialog, const char *response, DdNewCaseWindow *self)
{
  if (!g_str_equal (response, "discard"))
    return;
  /* The question outlives its answer for a moment; the window it stands before does not. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
dd_new_case_window_close_request (GtkWindow *window)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (window);
  GtkWidget *dialog;

  if (!is_touched (self))
    return GTK_WINDOW_CLASS (dd_new_case_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Discard This Case?"),
                                   _ ("What was typed is not stored yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* --- Object --- */

static void
dd_new_case_window_dispose (GObject *object)
{
  DdNewCaseWindow *self = DD_NEW_CASE_WINDOW (object);

  /* A row that loses the focus as it goes still tells that it has changed. */
  self->filling = TRUE;
  g_cancellable_cancel (self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_NEW_CASE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->networks, g_hash_table_unref);
  g_clear_pointer (&self->intake, dd_intake_free);
  g_clear_pointer (&self->suggested, g_free);
  G_OBJECT_CLASS (dd_new_case_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "new-case.create", NULL, on_create);
  gtk_widget_class_install_action (widget_class, "new-case.remedy", NULL, on_remedy);
  gtk_widget_class_install_action (widget_class, "new-case.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "new-case.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "new-case.fill", NULL, on_fill);
  gtk_widget_class_install_action (widget_class, "new-case.copy-title", NULL, on_copy_title);
  gtk_widget_class_install_action (widget_class, "new-case.copy-description", NULL,
                                   on_copy_description);
  gtk_widget_class_install_action (widget_class, "new-case.open-portal", NULL, on_open_portal);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
dd_new_case_window_class_init (DdNewCaseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_new_case_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dd_new_case_window_close_request;
  g_type_ensure (DD_TYPE_NEW_CASE_CUSTOMER);
  g_type_ensure (DD_TYPE_NEW_CASE_REQUEST);
  g_type_ensure (DD_TYPE_NEW_CASE_VERDICT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-new-case-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, product);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, customer);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, request);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, create);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, pasted);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseWindow, complaints);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_product_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_refusal_closed);
  install_actions (widget_class);
}

static void
dd_new_case_window_init (DdNewCaseWindow *self)
{
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_service_unref);
  self->networks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dd_network_unref);
  self->loading = g_cancellable_new ();
  /* Nothing is judged before there is a context. */
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

DdNewCaseWindow *
dd_new_case_window_new (GtkWindow *parent, DdContext *context)
{
  DdNewCaseWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  self = g_object_new (DD_TYPE_NEW_CASE_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  fill_products (self);
  on_product_chosen (self);
  load_customers (self);
  dd_new_case_customer_focus (self->customer);
  g_signal_connect_object (context, "calendar-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (load_customers), self,
                           G_CONNECT_SWAPPED);
  return self;
}
