/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-tab.h"

#include "dd-ui.h"
#include "dd-window.h"
#include "forms/dd-form-dropped.h"
#include "forms/dd-form-exchange.h"
#include "forms/dd-form-finder.h"
#include "forms/dd-form-move-dialog.h"
#include "forms/dd-form-section-view.h"
#include "forms/dd-form-sections.h"
#include "forms/dd-form-words.h"

#include <glib/gi18n.h>

struct _DdFormTab
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *states;
  AdwStatusPage *problem;
  GtkToggleButton *show_sections;
  GtkLabel *progress;
  GtkMenuButton *find;
  DdFormFinder *finder;
  GtkInfoBar *offer;
  GtkLabel *offer_text;
  AdwFlap *flap;
  DdFormSections *sections;
  GtkScrolledWindow *scrolled;
  AdwBin *place;
  GtkButton *next;
  GtkLabel *next_label;

  /* Owned references */
  DdContext *context;
  char *case_id;
  DdFormSession *session; /* (nullable): until it was first shown */
  char *section;          /* (nullable): id of the section that is shown; empty: what is dropped */
};

G_DEFINE_FINAL_TYPE (DdFormTab, dd_form_tab, ADW_TYPE_BIN)

/* --- Sections --- */

static GPtrArray *
get_sections (DdFormTab *self)
{
  return dd_form_get_questionnaire (dd_form_session_get_form (self->session))->sections;
}

static const DdSection *
find_section (DdFormTab *self, const char *id)
{
  GPtrArray *sections = get_sections (self);

  for (guint i = 0; i < sections->len; i++)
    if (g_strcmp0 (((DdSection *) g_ptr_array_index (sections, i))->id, id) == 0)
      return g_ptr_array_index (sections, i);
  return NULL;
}

/* The first visible section from @index on, or NULL. */
static const DdSection *
find_visible (DdFormTab *self, guint index)
{
  DdForm *form = dd_form_session_get_form (self->session);
  GPtrArray *sections = get_sections (self);

  for (guint i = index; i < sections->len; i++)
    if (dd_form_is_section_visible (form, g_ptr_array_index (sections, i)))
      return g_ptr_array_index (sections, i);
  return NULL;
}

/* The last visible section before @index, or NULL. */
static const DdSection *
find_visible_before (DdFormTab *self, guint index)
{
  DdForm *form = dd_form_session_get_form (self->session);

  while (index-- > 0)
    if (dd_form_is_section_visible (form, g_ptr_array_index (get_sections (self), index)))
      return g_ptr_array_index (get_sections (self), index);
  return NULL;
}

static const DdSection *
find_next (DdFormTab *self)
{
  const DdSection *section = find_section (self, self->section);

  return section != NULL ? find_visible (self, section->index + 1) : NULL;
}

static DdFormSectionView *
get_view (DdFormTab *self)
{
  GtkWidget *child = adw_bin_get_child (self->place);

  return DD_IS_FORM_SECTION_VIEW (child) ? DD_FORM_SECTION_VIEW (child) : NULL;
}

static void
show_next (DdFormTab *self)
{
  const DdSection *next = find_next (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  if (next == NULL)
    return;
  /* Translators: the title of the next section */
  text = g_strdup_printf (_ ("Next: %s"), dd_form_words_text (next->title));
  gtk_label_set_text (self->next_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/* @id may be empty: what is dropped. */
static void
show_section (DdFormTab *self, const char *id)
{
  const DdSection *section = find_section (self, id);
  char *copy;

  if (section == NULL && *id != '\0')
    return;
  copy = g_strdup (id);
  g_free (self->section);
  self->section = copy;
  adw_bin_set_child (self->place, section != NULL
                                      ? dd_form_section_view_new (self->session, section)
                                      : dd_form_dropped_new (self->session));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  dd_form_sections_select (self->sections, id);
  show_next (self);
}

/* --- What is loaded --- */

static void
show_progress (DdFormTab *self)
{
  DdFormProgress progress = dd_form_get_progress (dd_form_session_get_form (self->session), NULL);
  guint n = progress.n_missing + progress.n_soft_missing + progress.n_invalid;
  g_autofree char *missing = dd_form_words_missing (n);
  /* Translators: how many questions are answered, and how many are asked */
  g_autofree char *text =
      g_strdup_printf (_ ("%u of %u answered"), progress.n_answered, progress.n_visible);
  const char *state = NULL;

  if (dd_form_session_has_drafts (self->session, DD_FORM_DRAFT_FAILED)
      || dd_form_session_has_drafts (self->session, DD_FORM_DRAFT_CONFLICT))
    state = _ ("not all saved");
  else if (dd_form_session_has_drafts (self->session, DD_FORM_DRAFT_TYPED)
           || dd_form_session_has_drafts (self->session, DD_FORM_DRAFT_SAVING))
    state = _ ("saving…");
  if (state != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s · %s", text, state);

      gtk_label_set_text (self->progress, both);
    }
  else
    gtk_label_set_text (self->progress, text);
  gtk_menu_button_set_label (self->find, missing);
}

static void
show_offer (DdFormTab *self)
{
  DdCaseForm *stored = dd_form_session_get_stored (self->session);
  gboolean offered = dd_case_form_can_move (stored);
  g_autofree char *text = NULL;

  gtk_info_bar_set_revealed (self->offer, offered);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.move", offered);
  if (!offered)
    return;
  text = stored->questionnaire != NULL
             /* Translators: the numbers of two editions */
             ? g_strdup_printf (_ ("This case is asked edition %d of the questionnaire; there is "
                                   "edition %d."),
                                stored->questionnaire->edition, stored->current->edition)
             : g_strdup_printf (_ ("There is edition %d of the questionnaire."),
                                stored->current->edition);
  gtk_label_set_text (self->offer_text, text);
}

static void
show_state (DdFormTab *self)
{
  const GError *error = dd_form_session_get_error (self->session);
  DdCaseForm *stored = dd_form_session_get_stored (self->session);
  g_autofree char *words = NULL;

  if (error == NULL && stored != NULL)
    error = stored->problem;
  if (dd_form_session_get_form (self->session) != NULL)
    gtk_stack_set_visible_child_name (self->states, "form");
  else if (error != NULL)
    {
      words = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->problem, words);
      gtk_stack_set_visible_child_name (self->states, "problem");
    }
  else
    gtk_stack_set_visible_child_name (self->states, "none");
}

/* Another questionnaire: the section with the same id, or the first. */
static void
on_loaded (DdFormSession *session, DdFormTab *self)
{
  const DdSection *section;

  show_state (self);
  if (dd_form_session_get_form (session) == NULL)
    {
      adw_bin_set_child (self->place, NULL);
      return;
    }
  dd_form_sections_fill (self->sections, session);
  dd_form_finder_set_session (self->finder, session);
  section = find_section (self, self->section);
  if (section == NULL)
    section = find_visible (self, 0);
  if (section != NULL)
    show_section (self, section->id);
}

/* The dropped answers are listed anew; a section that is not asked any more makes room. */
static void
on_changed (DdFormSession *session, const char *question, DdFormTab *self)
{
  DdForm *form = dd_form_session_get_form (session);
  const DdSection *section;

  show_state (self);
  if (form == NULL)
    return;
  dd_form_sections_update (self->sections, session);
  show_progress (self);
  show_offer (self);
  section = find_section (self, self->section);
  if (section != NULL && !dd_form_is_section_visible (form, section)
      && find_visible (self, 0) != NULL)
    show_section (self, find_visible (self, 0)->id);
  else if (get_view (self) != NULL)
    {
      dd_form_section_view_update (get_view (self), question);
      show_next (self);
    }
}

/* --- Actions --- */

static void
on_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  show_section (self, g_variant_get_string (parameter, NULL));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Shows @section (nullable: stays) and begins with its first question. */
static void
enter_section (DdFormTab *self, const DdSection *section)
{
  if (section == NULL)
    return;
  show_section (self, section->id);
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
}

static void
on_next_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  if (get_view (self) != NULL)
    enter_section (self, find_next (self));
}

static void
on_previous_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  if (get_view (self) != NULL)
    enter_section (self, find_visible_before (self, find_section (self, self->section)->index));
}

static void
on_go_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);
  DdForm *form = self->session != NULL ? dd_form_session_get_form (self->session) : NULL;
  const DdQuestion *question;

  if (form == NULL)
    return;
  question = dd_questionnaire_find_question (dd_form_get_questionnaire (form),
                                             g_variant_get_string (parameter, NULL));
  if (question == NULL)
    return;
  if (g_strcmp0 (self->section, question->section->id) != 0)
    show_section (self, question->section->id);
  dd_form_section_view_focus (get_view (self), question);
}

gboolean
dd_form_tab_find (DdFormTab *self)
{
  g_return_val_if_fail (DD_IS_FORM_TAB (self), FALSE);
  if (self->session == NULL || dd_form_session_get_form (self->session) == NULL)
    return FALSE;
  gtk_menu_button_popup (self->find);
  return TRUE;
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  dd_form_session_flush (self->session, NULL);
  dd_form_move_dialog_open (widget, self->session);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  if (get_view (self) != NULL)
    dd_form_section_view_update (get_view (self), NULL);
  if (self->session != NULL)
    dd_form_session_flush (self->session, NULL);
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  if (self->session != NULL && dd_form_session_get_form (self->session) != NULL)
    dd_form_exchange_export (widget, self->session, g_variant_get_string (parameter, NULL));
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  if (self->session != NULL && dd_form_session_get_form (self->session) != NULL)
    dd_form_exchange_import (widget, self->session);
}

/* --- Being shown --- */

static void
dd_form_tab_map (GtkWidget *widget)
{
  DdFormTab *self = DD_FORM_TAB (widget);

  GTK_WIDGET_CLASS (dd_form_tab_parent_class)->map (widget);
  if (self->session != NULL || self->context == NULL)
    return;
  self->session = dd_form_session_new (self->context, self->case_id);
  g_signal_connect_object (self->session, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (on_changed), self, 0);
}

/* Nothing that was typed waits when the person goes elsewhere. */
static void
dd_form_tab_unmap (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "form.save", NULL);
  GTK_WIDGET_CLASS (dd_form_tab_parent_class)->unmap (widget);
}

void
dd_form_tab_set_case (DdFormTab *self, DdContext *context, const char *case_id)
{
  g_return_if_fail (DD_IS_FORM_TAB (self));
  g_return_if_fail (self->context == NULL);
  self->context = g_object_ref (context);
  self->case_id = g_strdup (case_id);
}

DdFormSession *
dd_form_tab_get_session (DdFormTab *self)
{
  g_return_val_if_fail (DD_IS_FORM_TAB (self), NULL);
  return self->session;
}

void
dd_form_tab_set_narrow (DdFormTab *self, gboolean narrow)
{
  g_return_if_fail (DD_IS_FORM_TAB (self));
  adw_flap_set_fold_policy (self->flap,
                            narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->show_sections), narrow);
}

/* --- Object --- */

static void
dd_form_tab_dispose (GObject *object)
{
  DdFormTab *self = DD_FORM_TAB (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FORM_TAB);
  if (self->session != NULL)
    dd_form_session_close (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->section, g_free);
  G_OBJECT_CLASS (dd_form_tab_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-form-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, states);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, problem);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, show_sections);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, progress);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, find);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, finder);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, offer);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, offer_text);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, flap);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, sections);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, place);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, next);
  gtk_widget_class_bind_template_child (widget_class, DdFormTab, next_label);
}

static void
dd_form_tab_class_init (DdFormTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_FORM_FINDER);
  g_type_ensure (DD_TYPE_FORM_SECTIONS);
  G_OBJECT_CLASS (klass)->dispose = dd_form_tab_dispose;
  widget_class->map = dd_form_tab_map;
  widget_class->unmap = dd_form_tab_unmap;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.section", "s", on_section);
  gtk_widget_class_install_action (widget_class, "form.next-section", NULL, on_next_section);
  gtk_widget_class_install_action (widget_class, "form.previous-section", NULL,
                                   on_previous_section);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "form.next-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "form.previous-section", NULL);
  gtk_widget_class_install_action (widget_class, "form.go-to", "s", on_go_to);
  gtk_widget_class_install_action (widget_class, "form.move", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "form.export", "s", on_export);
  gtk_widget_class_install_action (widget_class, "form.import", NULL, on_import);
}

static void
dd_form_tab_init (DdFormTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_form_tab_set_narrow (self, FALSE);
}
