/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tab of a case's plan can be asked by name. */

#include "config.h"

#include "case/dd-case-dialog.h"
#include "case/dd-case-plan-private.h"
#include "dd-window.h"
#include "preferences/dd-preferences-reminders.h"

#include <glib/gi18n.h>

/* --- Edits --- */

/* What the tab waits for. */
typedef struct
{
  DdCasePlanTab *tab; /* (owned) */
  char *words;        /* (owned): what will have been done */
} Pending;

static void
on_edited (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  g_autoptr (GError) error = NULL;
  DdCaseSession *session = pending->tab->session;

  if (session != NULL && !dd_case_session_edit_finish (session, result, &error))
    dd_window_toast_error (GTK_WIDGET (pending->tab), error);
  else
    dd_window_toast (GTK_WIDGET (pending->tab), pending->words, TRUE);
  g_object_unref (pending->tab);
  g_free (pending->words);
  g_free (pending);
}

static void
do_edit (DdCasePlanTab *self, DdCaseEdit *edit)
{
  const DdActivity *activity = dd_case_plan_tab_get_activity (self);
  Pending *pending = g_new0 (Pending, 1);

  pending->tab = g_object_ref (self);
  pending->words =
      dd_case_edit_to_words (edit,
                             edit->activity != NULL && activity != NULL ? activity->name : NULL);
  dd_case_session_edit_async (self->session, edit, on_edited, pending);
}

void
dd_case_plan_tab_ask (DdCasePlanTab *self, DdCaseEdit *edit)
{
  dd_case_dialog_open (GTK_WIDGET (self), self->session, edit);
}

static DdRecord *
get_record (DdCasePlanTab *self)
{
  return dd_case_file_find_activity (dd_case_plan_tab_get_plan (self)->file, self->selected);
}

/* The edit of the selected activity that an action's name means; NULL while none is selected. */
static DdCaseEdit *
new_edit (DdCasePlanTab *self, DdCaseEditKind kind)
{
  if (dd_case_plan_tab_get_activity (self) == NULL)
    return NULL;
  return dd_case_edit_new (kind, self->selected);
}

static void
on_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_START);

  if (edit != NULL)
    do_edit (self, edit);
}

static void
on_finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_FINISH);

  if (edit != NULL)
    do_edit (self, edit);
}

static void
on_meet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_FINISH);

  if (edit == NULL)
    return;
  edit->instant = dd_context_get_now (dd_case_session_get_context (self->session));
  dd_case_plan_tab_ask (self, edit);
}

static void
on_resume (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_RESUME);

  if (edit != NULL)
    do_edit (self, edit);
}

static void
on_documented (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_DURATION);

  if (edit != NULL)
    do_edit (self, edit);
}

static void
on_unmove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_NOT_BEFORE);

  if (edit != NULL)
    do_edit (self, edit);
}

/* Edits of the selected activity that ask for something first, with what is there already. */
static void
ask_about_activity (DdCasePlanTab *self, DdCaseEditKind kind)
{
  DdCaseEdit *edit = new_edit (self, kind);
  const DdPlanDates *dates;
  DdRecord *record;

  if (edit == NULL)
    return;
  record = get_record (self);
  dates = dd_plan_get_dates (dd_case_plan_tab_get_plan (self)->plan,
                             dd_case_plan_tab_get_activity (self)->index);
  if (kind == DD_CASE_EDIT_DURATION)
    edit->minutes = dates->duration_minutes;
  if (kind == DD_CASE_EDIT_NOT_BEFORE)
    edit->instant = dates->early_start;
  if (kind == DD_CASE_EDIT_NOTE && record != NULL)
    edit->text = g_strdup (dd_record_get_text (record, "note"));
  if (kind == DD_CASE_EDIT_ASSIGN && record != NULL)
    edit->text = g_strdup (dd_record_get_text (record, "assignee_id"));
  dd_case_plan_tab_ask (self, edit);
}

static void
on_ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    DdCaseEditKind kind;
  } asks[] = {
    { "case.skip", DD_CASE_EDIT_SKIP },         { "case.wait", DD_CASE_EDIT_WAIT },
    { "case.duration", DD_CASE_EDIT_DURATION }, { "case.move", DD_CASE_EDIT_NOT_BEFORE },
    { "case.assign", DD_CASE_EDIT_ASSIGN },     { "case.note", DD_CASE_EDIT_NOTE },
    { "case.link", DD_CASE_EDIT_LINK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_equal (asks[i].name, name))
      ask_about_activity (DD_CASE_PLAN_TAB (widget), asks[i].kind);
}

/* --- Links --- */

static void
on_unlink (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);
  DdCaseEdit *edit = new_edit (self, DD_CASE_EDIT_UNLINK);

  if (edit == NULL)
    return;
  edit->text = g_variant_dup_string (parameter, NULL);
  do_edit (self, edit);
}

static void
on_link_shown (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    dd_window_toast_error (self, error);
}

static void
on_open_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GdkAppLaunchContext) context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL),
                                           G_APP_LAUNCH_CONTEXT (context), NULL, on_link_shown,
                                           g_object_ref (widget));
}

/* --- The whole case --- */

static void
on_agree (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_case_plan_tab_ask (DD_CASE_PLAN_TAB (widget), dd_case_edit_new (DD_CASE_EDIT_AGREE, NULL));
}

static void
on_wait_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_case_plan_tab_ask (DD_CASE_PLAN_TAB (widget), dd_case_edit_new (DD_CASE_EDIT_WAIT, NULL));
}

static void
on_resume_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_edit (DD_CASE_PLAN_TAB (widget), dd_case_edit_new (DD_CASE_EDIT_RESUME, NULL));
}

/* --- Looking --- */

static void
on_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = DD_CASE_PLAN_TAB (widget)->as_table;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
on_close_panel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->panel), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_case_plan_tab_export (DD_CASE_PLAN_TAB (widget), g_variant_get_string (parameter, NULL));
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_case_plan_tab_print (DD_CASE_PLAN_TAB (widget));
}

/* When reminders of this case come. */
static void
on_reminders (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (widget);

  dd_preferences_reminders_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                    dd_case_session_get_context (self->session),
                                    dd_case_session_get_case_id (self->session));
}

/* --- Installing --- */

static void
enable (DdCasePlanTab *self, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

static void
update_activity_actions (DdCasePlanTab *self, DdCasePlan *plan, gboolean case_open)
{
  const DdActivity *activity = dd_case_plan_tab_get_activity (self);
  DdRecord *record = activity != NULL ? get_record (self) : NULL;
  const DdProgress *progress = activity != NULL ? &plan->inputs->progress[activity->index] : NULL;
  gboolean open = case_open && record != NULL && progress->state < DD_STATE_DONE;
  gboolean gate = open && activity->kind == DD_ACTIVITY_GATE;
  gboolean timed = open && !gate && activity->kind != DD_ACTIVITY_EVENT;
  gboolean planned = open && progress->state == DD_STATE_PLANNED;
  gboolean waiting = open && dd_case_file_find_open_wait (plan->file, record) != NULL;

  enable (self, "case.start", timed && planned);
  enable (self, "case.finish", open && !gate);
  enable (self, "case.meet", gate);
  enable (self, "case.skip", open);
  enable (self, "case.wait", open && !waiting);
  enable (self, "case.resume", waiting);
  enable (self, "case.duration", timed);
  enable (self, "case.documented", timed && progress->override_minutes >= 0);
  enable (self, "case.move", planned);
  enable (self, "case.unmove", planned && progress->not_before != DD_INSTANT_NONE);
  enable (self, "case.assign", record != NULL);
  enable (self, "case.note", record != NULL);
  enable (self, "case.link", record != NULL);
}

void
dd_case_plan_tab_update_actions (DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  gboolean open = plan != NULL && !dd_plan_inputs_is_over (plan->inputs);
  gboolean waiting = open && dd_case_file_find_open_wait (plan->file, NULL) != NULL;

  update_activity_actions (self, plan, open);
  dd_chart_view_set_editable (self->chart, open);
  enable (self, "case.agree", open);
  enable (self, "case.wait-all", open && !waiting);
  enable (self, "case.resume-all", waiting);
  enable (self, "case.export", plan != NULL);
  enable (self, "case.print", plan != NULL);
}

void
dd_case_plan_tab_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "case.start", on_start },
    { "case.finish", on_finish },
    { "case.meet", on_meet },
    { "case.resume", on_resume },
    { "case.documented", on_documented },
    { "case.unmove", on_unmove },
    { "case.skip", on_ask },
    { "case.wait", on_ask },
    { "case.duration", on_ask },
    { "case.move", on_ask },
    { "case.assign", on_ask },
    { "case.note", on_ask },
    { "case.link", on_ask },
    { "case.agree", on_agree },
    { "case.wait-all", on_wait_all },
    { "case.resume-all", on_resume_all },
    { "case.reminders", on_reminders },
    { "case.table", on_table },
    { "case.close-panel", on_close_panel },
    { "case.print", on_print },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (widget_class, "case.unlink", "s", on_unlink);
  gtk_widget_class_install_action (widget_class, "case.open-link", "s", on_open_link);
  gtk_widget_class_install_action (widget_class, "case.export", "s", on_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "case.table",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "case.print",
                                       NULL);
}
