/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "scope/dd-scope-rows.h"

#include "plan/dd-date-words.h"
#include "service/dd-words.h"

#include <glib/gi18n.h>

/* --- Pieces --- */

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
new_button (const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* Told by its words beside it as well. */
static const char *
get_icon (DdFindingState state)
{
  switch (state)
    {
    case DD_FINDING_CLEAR:
      return "object-select-symbolic";
    case DD_FINDING_UNKNOWN:
      return "dialog-question-symbolic";
    case DD_FINDING_CONDITIONAL:
      return "dialog-information-symbolic";
    case DD_FINDING_TRIGGERED:
      return "dialog-warning-symbolic";
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
new_icon (const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return icon;
}

/* --- Eligibility --- */

GtkWidget *
dd_scope_rows_new_eligible (const DdScope *scope)
{
  static const struct
  {
    const char *title;
    DdFindingState state;
  } words[] = {
    [DD_ELIGIBLE_UNKNOWN] = { N_ ("Not Known"), DD_FINDING_UNKNOWN },
    [DD_ELIGIBLE_YES] = { N_ ("Eligible"), DD_FINDING_CLEAR },
    [DD_ELIGIBLE_NO] = { N_ ("Not Eligible"), DD_FINDING_TRIGGERED },
  };
  g_autofree char *why = dd_scope_eligible_to_words (scope);
  GtkWidget *row = new_row (_ (words[scope->eligible].title), why);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             new_icon (get_icon (words[scope->eligible].state)));
  return row;
}

/* --- Required inputs --- */

static char *
describe_input (const DdScope *scope, const DdScopeInput *input, DdCalendar *calendar)
{
  g_autofree char *state = dd_scope_input_to_words (input);
  g_autofree char *cited = dd_scope_cite (scope, input->input->section);
  g_autofree char *date = NULL;

  if (input->met_at == DD_INSTANT_NONE)
    return g_strdup_printf ("%s\n%s", state, cited);
  date = dd_date_words_of_start (calendar, input->met_at);
  if (input->recorded_by == NULL)
    return g_strdup_printf ("%s\n%s\n%s", state, date, cited);
  /* Translators: what is there, when it came, who recorded it, and where the document asks for it
   */
  return g_strdup_printf (_ ("%s\n%s, recorded by %s\n%s"), state, date, input->recorded_by, cited);
}

GtkWidget *
dd_scope_rows_new_input (const DdScope *scope,
                         const DdScopeInput *input,
                         DdCalendar *calendar,
                         gboolean open)
{
  g_autofree char *subtitle = describe_input (scope, input, calendar);
  gboolean met = input->met_at != DD_INSTANT_NONE;
  GtkWidget *row = new_row (dd_words_translate (input->input->text), subtitle), *button;

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             new_icon (met ? "checkbox-checked-symbolic" : "checkbox-symbolic"));
  if (!open)
    return row;
  button = met ? new_button (_ ("_Take Back"), "scope.withdraw", input->input->id)
               : new_button (_ ("_Record…"), "scope.meet", input->input->id);
  if (input->suggested && !met)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* --- Findings --- */

static GtkWidget *
new_decisions (const DdScopeFinding *finding)
{
  GtkWidget *box = gtk_flow_box_new ();
  const char *id = finding->exclusion->id;
  gboolean paid =
      finding->state == DD_FINDING_TRIGGERED || finding->state == DD_FINDING_CONDITIONAL;
  GtkWidget *buttons[4] = { NULL };
  guint n = 0;

  if (paid)
    buttons[n++] = new_button (_ ("_Propose a Paid Engagement…"), "scope.engage", id);
  if (finding->state != DD_FINDING_CLEAR)
    buttons[n++] = new_button (_ ("Decide: _In Scope…"), "scope.include", id);
  if (finding->state != DD_FINDING_TRIGGERED)
    buttons[n++] = new_button (_ ("Decide: _Out of Scope…"), "scope.exclude", id);
  if (finding->override != DD_FINDING_OVERRIDE_NONE)
    buttons[n++] = new_button (_ ("_Follow the Rule"), "scope.follow", id);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 4);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), buttons[i]);
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      gtk_flow_box_append (GTK_FLOW_BOX (box), child);
    }
  return box;
}

static void
add_row (AdwExpanderRow *expander, const char *title, const char *text)
{
  adw_expander_row_add_row (expander, new_row (title, text));
}

GtkWidget *
dd_scope_rows_new_finding (const DdScope *scope, const DdScopeFinding *finding, gboolean open)
{
  GtkWidget *row = adw_expander_row_new ();
  const DdExclusion *exclusion = finding->exclusion;
  g_autofree char *name = g_markup_escape_text (exclusion->name, -1);
  g_autofree char *words = dd_scope_finding_to_words (finding);
  g_autofree char *why = dd_scope_finding_explain (scope, finding);
  g_autofree char *cited = dd_scope_cite (scope, exclusion->section);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  exclusion->name, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), dd_scope_state_get_label (finding->state));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), new_icon (get_icon (finding->state)));
  add_row (ADW_EXPANDER_ROW (row), words, why);
  add_row (ADW_EXPANDER_ROW (row), cited, dd_words_translate (exclusion->text));
  if (open)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_decisions (finding));
  return row;
}

/* --- Engagements --- */

static const char *
get_state_words (DdEngagementState state)
{
  switch (state)
    {
    case DD_ENGAGEMENT_PROPOSED:
      return _ ("Proposed");
    case DD_ENGAGEMENT_OFFERED:
      return _ ("Offered");
    case DD_ENGAGEMENT_AGREED:
      return _ ("Agreed");
    case DD_ENGAGEMENT_DECLINED:
      return _ ("Declined");
    case DD_ENGAGEMENT_DONE:
      return _ ("Done");
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
new_move_button (DdRecord *engagement, DdEngagementState from)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int to = DD_ENGAGEMENT_PROPOSED; to <= DD_ENGAGEMENT_DONE; to++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (get_state_words (to), NULL);

      if (!dd_engagement_can_move (from, to))
        continue;
      g_menu_item_set_action_and_target (item, "scope.move", "(ss)", dd_record_get_id (engagement),
                                         dd_enum_get_nick (dd_engagement_state_get_type (), to));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), get_state_words (from));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change the State"));
  return button;
}

GtkWidget *
dd_scope_rows_new_engagement (DdRecord *engagement)
{
  const char *note = dd_record_get_text (engagement, "note");
  DdEngagementState state = (DdEngagementState) dd_record_get_integer (engagement, "state");
  GtkWidget *row = new_row (dd_record_get_name (engagement), note != NULL ? note : "");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_move_button (engagement, state));
  return row;
}
