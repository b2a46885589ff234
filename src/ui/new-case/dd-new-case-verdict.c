/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "new-case/dd-new-case-verdict.h"

#include "dd-ui.h"
#include "plan/dd-date-words.h"

#include <glib/gi18n.h>

struct _DdNewCaseVerdict
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *words;
  GtkLabel *finishes;
  GtkButton *remedy;
  GtkLabel *remedy_label;
};

G_DEFINE_FINAL_TYPE (DdNewCaseVerdict, dd_new_case_verdict, GTK_TYPE_BOX)

/* How a verdict looks: its sign and words differ too, not only its colour. */
static const struct
{
  const char *heading; /* to be translated */
  const char *icon;
  const char *style;
} looks[] = {
  [DD_VERDICT_UNKNOWN] = { N_ ("Not Known Yet"), "dialog-information-symbolic", "dim-label" },
  [DD_VERDICT_INFEASIBLE] = { N_ ("Not Feasible"), "dialog-error-symbolic", "error" },
  [DD_VERDICT_TIGHT] = { N_ ("Tight"), "dialog-warning-symbolic", "warning" },
  [DD_VERDICT_FEASIBLE] = { N_ ("Feasible"), "emblem-ok-symbolic", "success" },
};

static void
set_style (DdNewCaseVerdict *self, DdVerdict verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (self->heading), looks[i].style);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[verdict].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), looks[verdict].style);
  gtk_image_set_from_icon_name (self->icon, looks[verdict].icon);
  gtk_label_set_text (self->heading, _ (looks[verdict].heading));
}

char *
dd_new_case_verdict_remedy_words (DdCalendar *calendar, const DdIntakeChange *change)
{
  g_autofree char *date = NULL;

  switch (change->kind)
    {
    case DD_INTAKE_CHANGE_NONE:
      return NULL;
    case DD_INTAKE_CHANGE_ACCESS:
      return g_strdup (_ ("Acknowledge Access"));
    case DD_INTAKE_CHANGE_START:
      date = dd_date_words_of_start (calendar, change->instant);
      /* Translators: %s is a date: "Monday 21 December 2026" */
      return g_strdup_printf (_ ("Start on %s"), date);
    case DD_INTAKE_CHANGE_DEADLINE:
      date = dd_date_words_of_end (calendar, change->instant);
      /* Translators: %s is a date: "Monday 21 December 2026" */
      return g_strdup_printf (_ ("Move the Deadline to %s"), date);
    }
  g_return_val_if_reached (NULL);
}

static void
show_remedy (DdNewCaseVerdict *self, const DdIntake *intake)
{
  g_autofree char *words = NULL;

  if (intake != NULL)
    words = dd_new_case_verdict_remedy_words (intake->calendar, &intake->change);
  gtk_label_set_text (self->remedy_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), words != NULL);
}

static gboolean
is_date (gint64 instant)
{
  return instant != DD_INSTANT_NONE && instant < DD_INSTANT_MAX;
}

static void
add_finish (GString *text, const char *basis, DdCalendar *calendar, gint64 finish)
{
  g_autofree char *date = NULL;

  if (!is_date (finish))
    return;
  date = dd_date_words_of_end (calendar, finish);
  if (text->len > 0)
    g_string_append (text, " · ");
  /* Translators: the durations that are counted with ("Typical"), and the date of the finish */
  g_string_append_printf (text, _ ("%s: %s"), basis, date);
}

static void
show_finishes (DdNewCaseVerdict *self, const DdIntake *intake)
{
  const gint64 *finish = intake->ideal_finish;
  gboolean differ = finish[DD_BASIS_SHORT] != finish[DD_BASIS_CAUTIOUS];
  g_autoptr (GString) text = g_string_new (NULL);

  if (differ)
    add_finish (text, _ ("Short"), intake->calendar, finish[DD_BASIS_SHORT]);
  add_finish (text, differ ? _ ("Typical") : _ ("Short, typical and cautious"), intake->calendar,
              finish[DD_BASIS_TYPICAL]);
  if (differ)
    add_finish (text, _ ("Cautious"), intake->calendar, finish[DD_BASIS_CAUTIOUS]);
  gtk_label_set_text (self->finishes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finishes), text->len > 0);
}

static void
dd_new_case_verdict_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_NEW_CASE_VERDICT);
  G_OBJECT_CLASS (dd_new_case_verdict_parent_class)->dispose (object);
}

static void
dd_new_case_verdict_class_init (DdNewCaseVerdictClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_new_case_verdict_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-new-case-verdict.ui");
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, icon);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, heading);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, words);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, finishes);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, remedy);
  gtk_widget_class_bind_template_child (widget_class, DdNewCaseVerdict, remedy_label);
}

static void
dd_new_case_verdict_init (DdNewCaseVerdict *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_new_case_verdict_show (DdNewCaseVerdict *self, const DdIntake *intake)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DD_IS_NEW_CASE_VERDICT (self));
  g_return_if_fail (intake != NULL);
  words = dd_intake_to_words (intake);
  set_style (self, intake->verdict);
  gtk_label_set_text (self->words, words);
  show_finishes (self, intake);
  show_remedy (self, intake);
}

void
dd_new_case_verdict_show_problem (DdNewCaseVerdict *self, const char *message)
{
  g_return_if_fail (DD_IS_NEW_CASE_VERDICT (self));
  set_style (self, DD_VERDICT_UNKNOWN);
  gtk_label_set_text (self->words, message);
  gtk_widget_set_visible (GTK_WIDGET (self->finishes), FALSE);
  show_remedy (self, NULL);
}
