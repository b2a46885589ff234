/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-request-tab.h"

#include "case/dd-case-customer.h"
#include "case/dd-date-row.h"
#include "dd-portal-text.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "plan/dd-intake.h"
#include "service/dd-words.h"

#include <glib/gi18n.h>

struct _DdCaseRequestTab
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwEntryRow *current_version;
  DdDateRow *earliest_start;
  DdDateRow *ideal_start;
  DdDateRow *deadline;
  AdwEntryRow *deadline_reason;
  AdwActionRow *access_row;
  GtkSwitch *access;
  GtkLabel *problem;
  GtkLabel *verdict;
  GtkLabel *because;
  GtkLabel *findings;
  DdCaseCustomer *customer;

  /* Owned references */
  DdCaseSession *session;
  DdRecord *base;    /* (nullable): the case as it was when what is typed was begun */
  DdRecord *applied; /* (nullable): as it will be when what was typed is stored */

  gboolean filling; /* the form is set by us */
};

G_DEFINE_FINAL_TYPE (DdCaseRequestTab, dd_case_request_tab, ADW_TYPE_BIN)

/* --- The form --- */

static char *
typed_text (gpointer row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* A copy of @record, as the store has it. */
static DdRecord *
copy_record (DdRecord *record)
{
  const DdEntity *entity = dd_record_get_entity (record);
  DdRecord *copy = dd_record_new (entity, dd_record_get_id (record));

  for (guint i = 0; i < entity->n_fields; i++)
    dd_record_load_value (copy, i,
                          dd_field_copy_value (&entity->fields[i],
                                               dd_record_get_value (record, i)));
  dd_record_settle (copy);
  return copy;
}

/* The case as it would be if what is typed were applied. */
static DdRecord *
make_draft (DdCaseRequestTab *self)
{
  DdRecord *draft = copy_record (self->base);
  g_autofree char *version = typed_text (self->current_version);
  g_autofree char *reason = typed_text (self->deadline_reason);
  g_autofree char *earliest = dd_date_row_get_date (self->earliest_start);
  g_autofree char *ideal = dd_date_row_get_date (self->ideal_start);
  g_autofree char *deadline = dd_date_row_get_date (self->deadline);

  dd_record_set_text (draft, "current_version", version);
  dd_record_set_text (draft, "earliest_start", earliest);
  dd_record_set_text (draft, "ideal_start", ideal);
  dd_record_set_text (draft, "deadline", deadline);
  dd_record_set_text (draft, "deadline_reason", reason);
  dd_record_set_integer (draft, "access_acknowledged", gtk_switch_get_active (self->access));
  return draft;
}

static gboolean
is_changed (DdRecord *draft)
{
  const DdEntity *entity = dd_record_get_entity (draft);

  for (guint i = 0; i < entity->n_fields; i++)
    if (dd_record_is_changed (draft, i))
      return TRUE;
  return FALSE;
}

static gboolean
is_valid (DdCaseRequestTab *self)
{
  return dd_date_row_is_valid (self->earliest_start) && dd_date_row_is_valid (self->ideal_start)
         && dd_date_row_is_valid (self->deadline);
}

static void
set_text (gpointer row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (DdCaseRequestTab *self, DdRecord *record)
{
  g_set_object (&self->base, record);
  self->filling = TRUE;
  set_text (self->current_version, dd_record_get_text (record, "current_version"));
  set_text (self->deadline_reason, dd_record_get_text (record, "deadline_reason"));
  dd_date_row_set_date (self->earliest_start, dd_record_get_text (record, "earliest_start"));
  dd_date_row_set_date (self->ideal_start, dd_record_get_text (record, "ideal_start"));
  dd_date_row_set_date (self->deadline, dd_record_get_text (record, "deadline"));
  gtk_switch_set_active (self->access, dd_record_get_integer (record, "access_acknowledged"));
  self->filling = FALSE;
}

static gpointer
get_row (DdCaseRequestTab *self, DdIntakeField field)
{
  gpointer rows[DD_N_INTAKE_FIELDS] = { self->current_version, self->earliest_start,
                                        self->ideal_start,     self->deadline,
                                        self->deadline_reason, self->access_row };

  return rows[field];
}

/* The service's own words for the fields. */
static void
show_labels (DdCaseRequestTab *self, DdService *service)
{
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      for (int j = 0; j < DD_N_INTAKE_FIELDS; j++)
        if (g_str_equal (field->id, dd_intake_field_get_id (j)))
          {
            g_autofree char *title = g_markup_escape_text (dd_words_translate (field->label), -1);

            adw_preferences_row_set_title (ADW_PREFERENCES_ROW (get_row (self, j)), title);
          }
    }
}

/* --- The verdict --- */

static const char *
verdict_title (DdVerdict verdict)
{
  switch (verdict)
    {
    case DD_VERDICT_UNKNOWN:
      return _ ("Not Known Yet");
    case DD_VERDICT_INFEASIBLE:
      return _ ("Not in Time");
    case DD_VERDICT_TIGHT:
      return _ ("Tight");
    case DD_VERDICT_FEASIBLE:
      return _ ("In Time");
    }
  g_assert_not_reached ();
}

static gint64
parse_date (DdCalendar *calendar, DdRecord *draft, const char *field, gboolean end)
{
  const char *date = dd_record_get_text (draft, field);

  return date != NULL ? dd_calendar_parse_instant (calendar, date, end, NULL) : DD_INSTANT_NONE;
}

static DdIntake *
judge (DdCaseRequestTab *self, DdRecord *draft, GError **error)
{
  const DdPlanInputs *inputs = dd_case_session_get_plan (self->session)->inputs;
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;

  request.current_version = dd_record_get_text (draft, "current_version");
  request.earliest_start = parse_date (inputs->vendor, draft, "earliest_start", FALSE);
  request.ideal_start = parse_date (inputs->vendor, draft, "ideal_start", FALSE);
  request.deadline = parse_date (inputs->vendor, draft, "deadline", TRUE);
  request.reason = dd_record_get_text (draft, "deadline_reason");
  request.access = dd_record_get_integer (draft, "access_acknowledged") == TRUE;
  /* It is judged as it was when it was made: that its dates lie behind now says nothing against it.
   */
  request.now = dd_record_get_integer (draft, "requested_at");
  return dd_intake_new (inputs->network, inputs->vendor, inputs->customer, &request, error);
}

static void
show_findings (DdCaseRequestTab *self, const DdIntake *intake)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < intake->findings->len; i++)
    {
      const DdIntakeFinding *finding = g_ptr_array_index (intake->findings, i);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", finding->message);
    }
  gtk_label_set_text (self->findings, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), text->len > 0);
}

static void
show_verdict (DdCaseRequestTab *self, DdRecord *draft)
{
  DdCasePlan *plan = dd_case_session_get_plan (self->session);
  g_autoptr (DdIntake) intake = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (plan == NULL || plan->inputs->problem != NULL)
    return;
  intake = judge (self, draft, &error);
  if (intake == NULL)
    {
      gtk_label_set_text (self->verdict, _ ("No Plan"));
      gtk_label_set_text (self->because, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
      return;
    }
  words = dd_intake_to_words (intake);
  gtk_label_set_text (self->verdict, verdict_title (intake->verdict));
  gtk_label_set_text (self->because, words);
  show_findings (self, intake);
}

static void
on_changed (DdCaseRequestTab *self)
{
  g_autoptr (DdRecord) draft = NULL;
  gboolean changed;

  if (self->filling || self->base == NULL)
    return;
  draft = make_draft (self);
  changed = is_changed (draft) || !is_valid (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.apply", changed && is_valid (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.revert", changed);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  show_verdict (self, draft);
}

/* --- The session --- */

/* What is typed stays: only a form in which nothing is changed follows the case. */
static void
on_loaded (DdCaseSession *session, DdCaseRequestTab *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  g_autoptr (DdRecord) draft = NULL;

  if (plan == NULL)
    return;
  if (plan->inputs->network != NULL && self->base == NULL)
    show_labels (self, dd_network_get_service (plan->inputs->network));
  if (self->base != NULL)
    draft = make_draft (self);
  if (draft == NULL || (!is_changed (draft) && is_valid (self)))
    fill (self, plan->file->record);
  on_changed (self);
}

void
dd_case_request_tab_set_session (DdCaseRequestTab *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_CASE_REQUEST_TAB (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loaded", G_CALLBACK (on_loaded), self, 0);
  dd_case_customer_set_session (self->customer, session);
}

/* --- Applying --- */

static void
on_applied (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseRequestTab) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (!dd_context_commit_finish (dd_case_session_get_context (self->session), result, &error))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.apply", TRUE);
      return;
    }
  dd_window_toast (GTK_WIDGET (self), _ ("Changed the request"), TRUE);
  /* What was typed is what is stored now; the session brings the rest. */
  dd_record_settle (self->applied);
  g_set_object (&self->base, self->applied);
  on_changed (self);
}

static void
on_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseRequestTab *self = DD_CASE_REQUEST_TAB (widget);
  DdContext *context = dd_case_session_get_context (self->session);
  g_autoptr (DdRecord) draft = make_draft (self);
  g_autofree char *user = dd_context_get_user (context);
  DdAction *action =
      dd_action_new (user, dd_context_get_now (context), N_ ("Changed the request"), NULL);

  dd_action_save (action, draft);
  g_set_object (&self->applied, draft);
  gtk_widget_action_set_enabled (widget, "request.apply", FALSE);
  dd_context_commit_async (context, action, NULL, on_applied, g_object_ref (self));
}

static void
on_revert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseRequestTab *self = DD_CASE_REQUEST_TAB (widget);
  DdCasePlan *plan = dd_case_session_get_plan (self->session);

  if (plan != NULL)
    fill (self, plan->file->record);
  on_changed (self);
}

/* --- The portal --- */

static void
copy_text (DdCaseRequestTab *self, const char *text, const char *said)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  dd_window_toast (GTK_WIDGET (self), said, FALSE);
}

static DdService *
get_service (DdCaseRequestTab *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (self->session);

  if (plan == NULL || plan->inputs->network == NULL)
    return NULL;
  return dd_network_get_service (plan->inputs->network);
}

static void
on_copy_title (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseRequestTab *self = DD_CASE_REQUEST_TAB (widget);
  DdCasePlan *plan = dd_case_session_get_plan (self->session);
  g_autofree char *text = NULL;

  if (get_service (self) == NULL)
    return;
  text = dd_portal_text_title (get_service (self), dd_record_get_name (DD_RECORD (plan->customer)));
  copy_text (self, text, _ ("Copied the title"));
}

static void
on_copy_description (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseRequestTab *self = DD_CASE_REQUEST_TAB (widget);
  g_auto (DdPortalRequest) request = { NULL };
  g_autofree char *text = NULL;

  if (get_service (self) == NULL)
    return;
  request.current_version = typed_text (self->current_version);
  request.earliest_start = dd_date_row_get_date (self->earliest_start);
  request.ideal_start = dd_date_row_get_date (self->ideal_start);
  request.deadline = dd_date_row_get_date (self->deadline);
  request.deadline_reason = typed_text (self->deadline_reason);
  request.access = gtk_switch_get_active (self->access);
  text = dd_portal_text_description (get_service (self), &request);
  copy_text (self, text, _ ("Copied the description"));
}

/* --- Object --- */

static void
dd_case_request_tab_dispose (GObject *object)
{
  DdCaseRequestTab *self = DD_CASE_REQUEST_TAB (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_REQUEST_TAB);
  g_clear_object (&self->session);
  g_clear_object (&self->base);
  g_clear_object (&self->applied);
  G_OBJECT_CLASS (dd_case_request_tab_parent_class)->dispose (object);
}

static void
dd_case_request_tab_class_init (DdCaseRequestTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_CASE_CUSTOMER);
  g_type_ensure (DD_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = dd_case_request_tab_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-request-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, current_version);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, earliest_start);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, ideal_start);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, deadline);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, deadline_reason);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, access_row);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, access);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, problem);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, verdict);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, because);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, findings);
  gtk_widget_class_bind_template_child (widget_class, DdCaseRequestTab, customer);
  gtk_widget_class_install_action (widget_class, "request.apply", NULL, on_apply);
  gtk_widget_class_install_action (widget_class, "request.revert", NULL, on_revert);
  gtk_widget_class_install_action (widget_class, "request.copy-title", NULL, on_copy_title);
  gtk_widget_class_install_action (widget_class, "request.copy-description", NULL,
                                   on_copy_description);
}

static void
dd_case_request_tab_init (DdCaseRequestTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < DD_N_INTAKE_FIELDS; i++)
    {
      gpointer row = get_row (self, i);

      if (GTK_IS_EDITABLE (row))
        g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->access, "notify::active", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.apply", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.revert", FALSE);
}
