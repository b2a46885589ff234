/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-panel.h"

#include "case/dd-case-links.h"
#include "case/dd-case-page-words.h"
#include "dd-ui.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"

#include <glib/gi18n.h>

struct _DdCasePanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *standing;
  GtkButton *start;
  GtkButton *finish;
  GtkButton *meet;
  GtkButton *resume;
  GtkButton *wait;
  GtkMenuButton *more;
  AdwActionRow *dates;
  AdwActionRow *duration;
  AdwActionRow *room;
  AdwActionRow *baseline;
  AdwActionRow *assignee;
  AdwActionRow *evidence;
  AdwActionRow *skipped;
  AdwActionRow *note;
  DdCaseLinks *links;
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (DdCasePanel, dd_case_panel, ADW_TYPE_BIN)

/* The activity that is shown. */
typedef struct
{
  DdCasePlan *plan;
  const DdActivity *activity;
  const DdPlanDates *dates;
  DdCalendar *calendar; /* its own */
  DdRecord *record;     /* (nullable) */
} Subject;

/* Shows @text, whose markup is none, in @row, or hides the row when it is NULL. */
static void
set_row (AdwActionRow *row, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_action_row_set_subtitle (row, escaped != NULL ? escaped : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static const char *
get_text (const Subject *subject, const char *field)
{
  return subject->record != NULL ? dd_record_get_text (subject->record, field) : NULL;
}

static void
show_dates (DdCasePanel *self, const Subject *subject)
{
  const DdPlanDates *dates = subject->dates;
  g_autofree char *start = dd_case_page_words_instant (subject->plan, dates->early_start, FALSE);
  g_autofree char *finish = dd_case_page_words_instant (subject->plan, dates->early_finish, TRUE);
  g_autofree char *both = g_strdup_printf ("%s – %s", start, finish);
  g_autofree char *room =
      dd_case_page_words_float (dates, dd_calendar_get_minutes_per_day (subject->calendar));
  gboolean moment = dates->early_start == dates->early_finish;
  const DdProgress *progress = &subject->plan->inputs->progress[subject->activity->index];

  set_row (self->dates, moment ? finish : both);
  set_row (self->room,
           progress->state >= DD_STATE_DONE || subject->activity->kind == DD_ACTIVITY_WINDOW
               ? NULL
               : room);
}

/* How long it takes, by whose word; the documented duration stands beside another one. */
static void
show_duration (DdCasePanel *self, const Subject *subject)
{
  DdService *service = dd_network_get_service (subject->plan->inputs->network);
  g_autofree char *documented = dd_case_page_words_documented (service, subject->activity);
  g_autofree char *words = dd_words_minutes (subject->dates->duration_minutes,
                                             dd_calendar_get_minutes_per_day (subject->calendar));
  const char *reason = get_text (subject, "override_reason");
  g_autofree char *text = NULL;

  if (subject->activity->kind == DD_ACTIVITY_EVENT || subject->activity->kind == DD_ACTIVITY_GATE)
    text = g_strdup (documented);
  else if (reason != NULL)
    /* Translators: a duration, why it is not the documented one, and that one */
    text = g_strdup_printf (_ ("%s, because %s. Documented: %s"), words, reason, documented);
  else
    /* Translators: a duration, and what the document prints */
    text = g_strdup_printf (_ ("%s. Documented: %s"), words, documented);
  set_row (self->duration, text);
}

static void
show_baseline (DdCasePanel *self, const Subject *subject)
{
  DdBaseline *baseline = subject->plan->baseline;
  const DdBaselineEntry *entry =
      baseline != NULL ? dd_baseline_find (baseline, subject->activity->id) : NULL;
  DdCalendar *vendor = subject->plan->inputs->vendor;
  g_autofree char *agreed = NULL;
  g_autofree char *later = NULL;
  g_autofree char *text = NULL;
  gint64 minutes;

  if (entry == NULL)
    {
      set_row (self->baseline, NULL);
      return;
    }
  agreed = dd_case_page_words_instant (subject->plan, entry->finish, TRUE);
  minutes = dd_calendar_between (vendor, entry->finish, subject->dates->early_finish);
  later = dd_time_words_working (ABS (minutes), dd_calendar_get_minutes_per_day (vendor));
  if (minutes == 0)
    /* Translators: %s is the agreed finish */
    text = g_strdup_printf (_ ("%s, as it is planned"), agreed);
  else if (minutes > 0)
    /* Translators: the agreed finish, and "2 working days" */
    text = g_strdup_printf (_ ("%s; now %s later"), agreed, later);
  else
    text = g_strdup_printf (_ ("%s; now %s earlier"), agreed, later);
  set_row (self->baseline, text);
}

static void
show_standing (DdCasePanel *self, const Subject *subject)
{
  const DdProgress *progress = &subject->plan->inputs->progress[subject->activity->index];
  g_autofree char *owner = dd_owner_get_label (subject->activity->owner);
  g_autofree char *text = NULL;

  /* Translators: who does an activity, and where it stands */
  text = g_strdup_printf (_ ("%s · %s"), owner,
                          dd_case_page_words_activity_state (subject->activity->kind,
                                                             progress->state));
  gtk_label_set_text (self->name, subject->activity->name);
  gtk_label_set_text (self->standing, text);
}

/* A button stands there while its action can be done. */
static void
show_buttons (DdCasePanel *self, const Subject *subject)
{
  const DdProgress *progress = &subject->plan->inputs->progress[subject->activity->index];
  gboolean gate = subject->activity->kind == DD_ACTIVITY_GATE;
  gboolean event = subject->activity->kind == DD_ACTIVITY_EVENT;
  gboolean open = progress->state < DD_STATE_DONE;
  gboolean planned = progress->state == DD_STATE_PLANNED;
  gboolean waiting = subject->record != NULL
                     && dd_case_file_find_open_wait (subject->plan->file, subject->record) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->resume), open && waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->wait), open && !waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->start), planned && !gate && !event);
  gtk_widget_set_visible (GTK_WIDGET (self->finish), open && !gate && (!planned || event));
  gtk_widget_set_visible (GTK_WIDGET (self->meet), open && gate);
}

void
dd_case_panel_show (DdCasePanel *self, DdCaseSession *session, guint index)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  Subject subject = { plan };
  g_autofree char *explanation = NULL;
  DdService *service;

  g_return_if_fail (DD_IS_CASE_PANEL (self));
  g_return_if_fail (plan != NULL && plan->plan != NULL);
  service = dd_network_get_service (plan->inputs->network);
  subject.activity = g_ptr_array_index (service->activities, index);
  subject.dates = dd_plan_get_dates (plan->plan, index);
  subject.calendar = dd_plan_get_activity_calendar (plan->plan, index);
  subject.record = dd_case_file_find_activity (plan->file, subject.activity->id);
  show_standing (self, &subject);
  show_buttons (self, &subject);
  show_dates (self, &subject);
  show_duration (self, &subject);
  show_baseline (self, &subject);
  set_row (self->assignee,
           subject.record != NULL ? dd_case_session_get_assignee (session, subject.record) : NULL);
  set_row (self->evidence, get_text (&subject, "evidence"));
  set_row (self->skipped, get_text (&subject, "skip_reason"));
  set_row (self->note, get_text (&subject, "note"));
  dd_case_links_show (self->links, dd_case_session_get_links (session), subject.record);
  explanation = dd_plan_explain (plan->plan, index);
  gtk_label_set_text (self->explanation, explanation);
}

GMenuModel *
dd_case_panel_get_menu (DdCasePanel *self)
{
  g_return_val_if_fail (DD_IS_CASE_PANEL (self), NULL);
  return gtk_menu_button_get_menu_model (self->more);
}

static void
dd_case_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_CASE_PANEL);
  G_OBJECT_CLASS (dd_case_panel_parent_class)->dispose (object);
}

static void
dd_case_panel_class_init (DdCasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_CASE_LINKS);
  G_OBJECT_CLASS (klass)->dispose = dd_case_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, name);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, standing);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, start);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, finish);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, meet);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, resume);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, wait);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, more);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, dates);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, duration);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, room);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, baseline);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, assignee);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, evidence);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, skipped);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, note);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, links);
  gtk_widget_class_bind_template_child (widget_class, DdCasePanel, explanation);
}

static void
dd_case_panel_init (DdCasePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
