/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "scope/dd-scope-tab.h"

#include "case/dd-case-dialog.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "scope/dd-scope-rows.h"

#include <glib/gi18n.h>

struct _DdScopeTab
{
  AdwBin parent_instance;

  /* Owned references */
  DdCaseSession *session;
  GPtrArray *rows;      /* (element-type GtkWidget): what is shown, to be taken away */
  GHashTable *expanded; /* (element-type utf8): names of exclusions that are unfolded */

  gboolean shown;   /* once, at least */
  gboolean reading; /* it is being read */
  gboolean stale;   /* something changed since that began, or while it was not seen */

  /* Template widgets */
  GtkStack *states;
  AdwStatusPage *failure;
  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *summary;
  AdwPreferencesGroup *eligible;
  AdwPreferencesGroup *inputs;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *engagements;
};

G_DEFINE_FINAL_TYPE (DdScopeTab, dd_scope_tab, ADW_TYPE_BIN)

/* --- Showing --- */

static void
add (DdScopeTab *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static AdwPreferencesGroup *
find_group (GtkWidget *row)
{
  return ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP));
}

/* Which exclusions are unfolded stays as it is. */
static void
clear (DdScopeTab *self)
{
  g_hash_table_remove_all (self->expanded);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (self->expanded,
                          g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))));
      adw_preferences_group_remove (find_group (row), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static const char *
describe_state (DdFindingState state)
{
  switch (state)
    {
    case DD_FINDING_CLEAR:
      return _ ("Nothing that is known excludes anything of this case.");
    case DD_FINDING_UNKNOWN:
      return _ ("Something is not known yet that decides about it.");
    case DD_FINDING_CONDITIONAL:
      return _ ("It depends on what is still to come.");
    case DD_FINDING_TRIGGERED:
      return _ ("Part of this case is not covered by the service.");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_state_icon (DdFindingState state)
{
  return state == DD_FINDING_CLEAR       ? "object-select-symbolic"
         : state == DD_FINDING_TRIGGERED ? "dialog-warning-symbolic"
                                         : "dialog-question-symbolic";
}

static void
show_summary (DdScopeTab *self, const DdScope *scope)
{
  DdFindingState state = dd_scope_get_state (scope);

  gtk_image_set_from_icon_name (self->icon, get_state_icon (state));
  gtk_label_set_text (self->state, dd_scope_state_get_label (state));
  gtk_label_set_text (self->summary, describe_state (state));
}

/* What one wants to see at once. */
static gboolean
is_notable (const DdScopeFinding *finding)
{
  return finding->state == DD_FINDING_TRIGGERED || finding->contradictory;
}

static void
show_findings (DdScopeTab *self, const DdScope *scope, gboolean open)
{
  for (guint i = 0; i < scope->findings->len; i++)
    {
      const DdScopeFinding *finding = scope->findings->pdata[i];
      GtkWidget *row = dd_scope_rows_new_finding (scope, finding, open);
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                     g_hash_table_contains (self->expanded, title)
                                         || (!self->shown && is_notable (finding)));
      add (self, self->findings, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), scope->findings->len > 0);
}

static void
show_scope (DdScopeTab *self, DdCaseScope *loaded)
{
  const DdScope *scope = loaded->scope;
  DdCalendar *calendar = dd_context_get_calendar (dd_case_session_get_context (self->session));
  gint64 state = dd_record_get_integer (loaded->record, "state");
  gboolean open = state != DD_CASE_CLOSED && state != DD_CASE_CANCELLED;

  clear (self);
  show_summary (self, scope);
  add (self, self->eligible, dd_scope_rows_new_eligible (scope));
  for (guint i = 0; i < scope->inputs->len; i++)
    add (self, self->inputs,
         dd_scope_rows_new_input (scope, scope->inputs->pdata[i], calendar, open));
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), scope->inputs->len > 0);
  show_findings (self, scope, open);
  for (guint i = 0; i < loaded->engagements->len; i++)
    add (self, self->engagements, dd_scope_rows_new_engagement (loaded->engagements->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->engagements), loaded->engagements->len > 0);
  gtk_stack_set_visible_child_name (self->states, "scope");
  self->shown = TRUE;
}

static void
show_failure (DdScopeTab *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, words);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

/* --- Reading --- */

/* What the database's thread is told, and tells. */
typedef struct
{
  char *case_id;       /* (owned) */
  DdCaseScope *loaded; /* (owned) (nullable) */
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_free (job->case_id);
  g_clear_pointer (&job->loaded, dd_case_scope_free);
  g_free (job);
}

static gboolean
run_read (DdConnection *connection, gpointer data, GError **error)
{
  ReadJob *job = data;

  job->loaded = dd_case_scope_load (connection, job->case_id, error);
  return job->loaded != NULL;
}

static void
reload (DdScopeTab *self);

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdScopeTab) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job = NULL;

  self->reading = FALSE;
  if (self->session == NULL)
    return;
  if (!dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    show_failure (self, error);
  else if (((ReadJob *) job)->loaded->scope == NULL)
    show_failure (self, ((ReadJob *) job)->loaded->problem);
  else
    show_scope (self, ((ReadJob *) job)->loaded);
  if (self->stale)
    reload (self);
}

static void
reload (DdScopeTab *self)
{
  DdContext *context = dd_case_session_get_context (self->session);
  ReadJob *job;

  self->stale = self->reading || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  self->reading = TRUE;
  job = g_new0 (ReadJob, 1);
  job->case_id = g_strdup (dd_case_session_get_case_id (self->session));
  dd_database_run_async (dd_context_get_database (context), run_read, job, read_job_free, NULL,
                         on_read, g_object_ref (self));
}

static void
dd_scope_tab_map (GtkWidget *widget)
{
  DdScopeTab *self = DD_SCOPE_TAB (widget);

  GTK_WIDGET_CLASS (dd_scope_tab_parent_class)->map (widget);
  if (self->session != NULL && self->stale)
    reload (self);
}

void
dd_scope_tab_set_session (DdScopeTab *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_SCOPE_TAB (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (dd_case_session_get_context (session), "changed", G_CALLBACK (reload),
                           self, G_CONNECT_SWAPPED);
  reload (self);
}

gboolean
dd_scope_tab_is_settled (DdScopeTab *self)
{
  g_return_val_if_fail (DD_IS_SCOPE_TAB (self), FALSE);
  return !self->reading && !self->stale
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "loading") != 0;
}

/* --- Doing --- */

static DdCaseEdit *
new_edit (DdCaseEditKind kind, const char *subject)
{
  DdCaseEdit *edit = dd_case_edit_new (kind, NULL);

  edit->subject = g_strdup (subject);
  return edit;
}

/* Edits that ask for something first. */
static void
on_ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdScopeTab *self = DD_SCOPE_TAB (widget);
  const char *subject = g_variant_get_string (parameter, NULL);
  DdCaseEdit *edit;

  if (g_str_equal (name, "scope.meet"))
    {
      edit = new_edit (DD_CASE_EDIT_MEET_INPUT, subject);
      edit->instant = dd_context_get_now (dd_case_session_get_context (self->session));
    }
  else if (g_str_equal (name, "scope.engage"))
    edit = new_edit (DD_CASE_EDIT_ENGAGE, subject);
  else if (g_str_equal (name, "scope.include"))
    edit = new_edit (DD_CASE_EDIT_INCLUDE, subject);
  else
    edit = new_edit (DD_CASE_EDIT_EXCLUDE, subject);
  dd_case_dialog_open (widget, self->session, edit);
}

/* What the tab waits for. */
typedef struct
{
  DdScopeTab *tab; /* (owned) */
  char *words;     /* (owned): what will have been done */
} Pending;

static void
on_edited (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  DdCaseSession *session = pending->tab->session;
  g_autoptr (GError) error = NULL;

  if (session != NULL && !dd_case_session_edit_finish (session, result, &error))
    dd_window_toast_error (GTK_WIDGET (pending->tab), error);
  else
    dd_window_toast (GTK_WIDGET (pending->tab), pending->words, TRUE);
  g_object_unref (pending->tab);
  g_free (pending->words);
  g_free (pending);
}

/* Does @edit (transfer full). */
static void
do_edit (DdScopeTab *self, DdCaseEdit *edit)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->tab = g_object_ref (self);
  pending->words = dd_case_edit_to_words (edit, NULL);
  dd_case_session_edit_async (self->session, edit, on_edited, pending);
}

static void
on_withdraw (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_edit (DD_SCOPE_TAB (widget),
           new_edit (DD_CASE_EDIT_WITHDRAW_INPUT, g_variant_get_string (parameter, NULL)));
}

static void
on_follow (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_edit (DD_SCOPE_TAB (widget),
           new_edit (DD_CASE_EDIT_FOLLOW_RULE, g_variant_get_string (parameter, NULL)));
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id, *state;
  DdCaseEdit *edit;

  g_variant_get (parameter, "(&s&s)", &id, &state);
  edit = new_edit (DD_CASE_EDIT_MOVE_ENGAGEMENT, id);
  edit->text = g_strdup (state);
  do_edit (DD_SCOPE_TAB (widget), edit);
}

/* --- Object --- */

static void
dd_scope_tab_dispose (GObject *object)
{
  DdScopeTab *self = DD_SCOPE_TAB (object);

  clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_SCOPE_TAB);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dd_scope_tab_parent_class)->dispose (object);
}

static void
dd_scope_tab_finalize (GObject *object)
{
  DdScopeTab *self = DD_SCOPE_TAB (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->expanded);
  G_OBJECT_CLASS (dd_scope_tab_parent_class)->finalize (object);
}

static void
dd_scope_tab_class_init (DdScopeTabClass *klass)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "scope.meet", "s", on_ask },      { "scope.withdraw", "s", on_withdraw },
    { "scope.include", "s", on_ask },   { "scope.exclude", "s", on_ask },
    { "scope.follow", "s", on_follow }, { "scope.engage", "s", on_ask },
    { "scope.move", "(ss)", on_move },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_scope_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_scope_tab_finalize;
  widget_class->map = dd_scope_tab_map;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-scope-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, states);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, failure);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, icon);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, state);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, summary);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, eligible);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, inputs);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, findings);
  gtk_widget_class_bind_template_child (widget_class, DdScopeTab, engagements);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
}

static void
dd_scope_tab_init (DdScopeTab *self)
{
  self->rows = g_ptr_array_new ();
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
