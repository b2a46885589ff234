/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-header.h"

#include "case/dd-case-page-words.h"
#include "dd-case-words.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "plan/dd-date-words.h"

#include <glib/gi18n.h>

struct _DdCaseHeader
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkInfoBar *waiting;
  GtkLabel *waiting_text;
  GtkButton *resume;
  GtkLabel *title;
  GtkLabel *state;
  GtkGrid *facts;
  GtkLabel *next;
  GtkLabel *deadline;
  GtkLabel *finish;
  GtkLabel *verdict;

  /* Owned references */
  DdCaseSession *session;
  char *waiting_activity; /* (nullable): what Resume resumes; NULL: the whole case */
};

G_DEFINE_FINAL_TYPE (DdCaseHeader, dd_case_header, ADW_TYPE_BIN)

/* --- What it says --- */

/* "Acme – CX Process 10.2 → 11.0" */
static char *
describe_case (DdCasePlan *plan)
{
  DdRecord *record = plan->file->record;
  const char *customer = dd_record_get_name (DD_RECORD (plan->customer));
  const char *product = dd_record_get_text (record, "product");
  const char *current = dd_record_get_text (record, "current_version");
  const char *target = dd_record_get_text (record, "target_version");

  if (current != NULL && target != NULL)
    /* Translators: the customer, the product, its version and the one that it is upgraded to */
    return g_strdup_printf (_ ("%s – %s %s → %s"), customer, product, current, target);
  if (current != NULL)
    /* Translators: the customer, the product, its version */
    return g_strdup_printf (_ ("%s – %s %s"), customer, product, current);
  /* Translators: the customer, the product */
  return g_strdup_printf (_ ("%s – %s"), customer, product);
}

static void
show_next (DdCaseHeader *self, DdCasePlan *plan)
{
  DdRecord *record = plan->file->record;
  const char *id = dd_record_get_text (record, "next_activity");
  gint64 due = dd_record_get_integer (record, "next_due");
  DdRecord *next = id != NULL ? dd_case_file_find_activity (plan->file, id) : NULL;
  DdCalendar *calendar = plan->inputs->vendor;
  g_autofree char *owner = NULL;
  g_autofree char *when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (next == NULL || calendar == NULL)
    {
      gtk_label_set_text (self->next, _ ("Nothing"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), NULL);
      return;
    }
  owner = dd_owner_get_label (dd_owner_parse (dd_record_get_text (next, "owner")));
  if (due != DD_INTEGER_NONE)
    {
      when = dd_case_words_due (calendar, due, plan->inputs->now);
      date = dd_date_words_of_end (calendar, due);
    }
  if (when != NULL)
    /* Translators: an activity, who does it, and when it is due: "in 2 days" */
    text = g_strdup_printf (_ ("%s – %s, %s"), dd_record_get_name (next), owner, when);
  else
    text = g_strdup_printf (_ ("%s – %s"), dd_record_get_name (next), owner);
  gtk_label_set_text (self->next, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), date);
}

static void
show_deadline (DdCaseHeader *self, DdCasePlan *plan)
{
  gint64 deadline = plan->inputs->deadline;
  DdCalendar *calendar = plan->inputs->vendor;
  g_autofree char *date = NULL;
  g_autofree char *when = NULL;

  if (deadline == DD_INSTANT_NONE || calendar == NULL)
    {
      gtk_label_set_text (self->deadline, _ ("None"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->deadline), NULL);
      return;
    }
  when = dd_case_words_due (calendar, deadline, plan->inputs->now);
  date = dd_date_words_of_end (calendar, deadline);
  gtk_label_set_text (self->deadline, when);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->deadline), date);
}

static char *
finish_on (DdCaseHeader *self, DdCasePlan *plan, DdBasis basis)
{
  return dd_case_page_words_instant (plan, dd_case_session_get_finish (self->session, basis), TRUE);
}

/* The three bases; one figure where they do not differ. */
static void
show_finish (DdCaseHeader *self, DdCasePlan *plan)
{
  g_autofree char *finish_short = finish_on (self, plan, DD_BASIS_SHORT);
  g_autofree char *typical = finish_on (self, plan, DD_BASIS_TYPICAL);
  g_autofree char *cautious = finish_on (self, plan, DD_BASIS_CAUTIOUS);
  g_autofree char *tooltip = NULL;
  g_autofree char *text = NULL;

  /* Translators: the finish on each basis */
  tooltip =
      g_strdup_printf (_ ("Short: %s\nTypical: %s\nCautious: %s"), finish_short, typical, cautious);
  if (g_str_equal (typical, cautious) && g_str_equal (typical, finish_short))
    text = g_strdup (typical);
  else
    /* Translators: the finish on the typical, the short and the cautious basis */
    text = g_strdup_printf (_ ("%s (short %s, cautious %s)"), typical, finish_short, cautious);
  gtk_label_set_text (self->finish, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finish), tooltip);
}

static void
show_verdict (DdCaseHeader *self, DdCasePlan *plan)
{
  gint64 typical = dd_case_session_get_finish (self->session, plan->inputs->basis);
  g_autofree char *text = NULL;

  if (plan->inputs->vendor != NULL)
    text = dd_case_page_words_verdict (plan->inputs->vendor, typical, plan->inputs->deadline);
  gtk_label_set_text (self->verdict, text != NULL ? text : _ ("No plan"));
  if (plan->inputs->deadline != DD_INSTANT_NONE && typical > plan->inputs->deadline)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
}

/* The open wait that matters most: the case's, else the one that began last. */
static DdRecord *
find_wait (DdCasePlan *plan)
{
  DdRecord *found = dd_case_file_find_open_wait (plan->file, NULL);

  for (guint i = plan->file->waits->len; i-- > 0 && found == NULL;)
    {
      DdRecord *wait = g_ptr_array_index (plan->file->waits, i);

      if (dd_record_get_integer (wait, "finished_at") == DD_INTEGER_NONE)
        found = wait;
    }
  return found;
}

static const char *
find_definition_id (DdCasePlan *plan, const char *activity_id)
{
  for (guint i = 0; i < plan->file->activities->len; i++)
    {
      DdRecord *activity = g_ptr_array_index (plan->file->activities, i);

      if (g_strcmp0 (dd_record_get_id (activity), activity_id) == 0)
        return dd_record_get_text (activity, "definition_id");
    }
  return NULL;
}

static void
show_waiting (DdCaseHeader *self, DdCasePlan *plan)
{
  DdRecord *wait = plan->inputs->vendor != NULL ? find_wait (plan) : NULL;
  g_autofree char *text = NULL;

  gtk_info_bar_set_revealed (self->waiting, wait != NULL);
  if (wait == NULL)
    return;
  g_free (self->waiting_activity);
  self->waiting_activity =
      g_strdup (find_definition_id (plan, dd_record_get_text (wait, "activity_id")));
  text = dd_case_page_words_wait (plan->inputs->vendor, wait);
  gtk_label_set_text (self->waiting_text, text);
}

static void
on_loaded (DdCaseSession *session, DdCaseHeader *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  g_autofree char *title = NULL;

  if (plan == NULL)
    return;
  title = describe_case (plan);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, dd_case_page_words_state (
                                       dd_record_get_integer (plan->file->record, "state")));
  show_next (self, plan);
  show_deadline (self, plan);
  show_finish (self, plan);
  show_verdict (self, plan);
  show_waiting (self, plan);
}

/* --- Resuming --- */

static void
on_resumed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseHeader) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (dd_case_session_edit_finish (self->session, result, &error))
    dd_window_toast (GTK_WIDGET (self), _ ("Resumed"), TRUE);
  else
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_resume (DdCaseHeader *self)
{
  dd_case_session_edit_async (self->session,
                              dd_case_edit_new (DD_CASE_EDIT_RESUME, self->waiting_activity),
                              on_resumed, g_object_ref (self));
}

/* --- Object --- */

void
dd_case_header_set_session (DdCaseHeader *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_CASE_HEADER (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loaded", G_CALLBACK (on_loaded), self, 0);
}

void
dd_case_header_set_narrow (DdCaseHeader *self, gboolean narrow)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->facts));
  int place = 0, columns = narrow ? 2 : 4;

  g_return_if_fail (DD_IS_CASE_HEADER (self));
  for (GtkWidget *fact = gtk_widget_get_first_child (GTK_WIDGET (self->facts)); fact != NULL;
       fact = gtk_widget_get_next_sibling (fact), place++)
    g_object_set (gtk_layout_manager_get_layout_child (layout, fact), "column", place % columns,
                  "row", place / columns, NULL);
}

static void
dd_case_header_dispose (GObject *object)
{
  DdCaseHeader *self = DD_CASE_HEADER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_HEADER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->waiting_activity, g_free);
  G_OBJECT_CLASS (dd_case_header_parent_class)->dispose (object);
}

static void
dd_case_header_class_init (DdCaseHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_case_header_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-header.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, waiting);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, waiting_text);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, resume);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, title);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, state);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, next);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, deadline);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, finish);
  gtk_widget_class_bind_template_child (widget_class, DdCaseHeader, verdict);
}

static void
dd_case_header_init (DdCaseHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->resume, "clicked", G_CALLBACK (on_resume), self,
                           G_CONNECT_SWAPPED);
}
