/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "services/dd-service-view.h"

#include "lint/dd-service-lint.h"
#include "plan/dd-plan.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"
#include "services/dd-service-table.h"

#include <glib/gi18n.h>

/* --- Pieces --- */

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* A row of text, which may be long: title and subtitle wrap and can be selected. */
static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

/* A few words at the end of @row. */
static void
add_suffix (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *value)
{
  if (value != NULL && value[0] != '\0')
    add_row (group, title, value);
}

/* --- Facts --- */

static char *
working_days (DdService *service, DdNetwork *network, DdCalendar *calendar, DdBasis basis)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (DdPlan) plan = NULL;

  request.vendor = calendar;
  request.basis = basis;
  /* Any working day will do: the figure is working time. */
  request.start = dd_calendar_next_working (calendar, dd_calendar_day_start (calendar, 2026, 6, 1));
  plan = dd_plan_new (network, &request, NULL);
  if (plan == NULL)
    return NULL;
  return dd_time_words_working (dd_calendar_between (calendar, dd_plan_get_start (plan),
                                                     dd_plan_get_finish (plan)),
                                dd_calendar_get_minutes_per_day (calendar));
}

static void
add_lengths (AdwPreferencesGroup *group, DdService *service, DdCalendar *calendar)
{
  g_autoptr (DdNetwork) network = dd_network_new (service);
  g_autofree char *typical = NULL, *cautious = NULL;

  typical = working_days (service, network, calendar, DD_BASIS_TYPICAL);
  cautious = working_days (service, network, calendar, DD_BASIS_CAUTIOUS);
  add_fact (group, _ ("Takes, typically"), typical);
  if (g_strcmp0 (typical, cautious) != 0)
    add_fact (group, _ ("Takes, cautiously"), cautious);
}

static const char *
first_text (GPtrArray *sentences)
{
  return sentences->len > 0
             ? dd_words_translate (((DdSentence *) g_ptr_array_index (sentences, 0))->text)
             : NULL;
}

static void
add_facts (GtkBox *box, DdService *service, DdCalendar *calendar)
{
  AdwPreferencesGroup *group = add_group (box, service->product, first_text (service->summaries));
  g_autofree char *document = NULL;

  /* Translators: a document and its version */
  document = g_strdup_printf (_ ("%s, version %s"),
                              service->document != NULL ? service->document : service->id,
                              service->document_version);
  add_fact (group, _ ("Document"), document);
  add_lengths (group, service, calendar);
  if (service->eligibility != NULL)
    add_row (group, _ ("Who may have it"), dd_words_translate (service->eligibility->text));
  if (service->frequencies->len > 0)
    add_row (group, _ ("How often"), first_text (service->frequencies));
}

/* --- The rest of the document --- */

static void
add_sentences (AdwPreferencesGroup *group, GPtrArray *sentences, int depth)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const DdSentence *sentence = g_ptr_array_index (sentences, i);
      GtkWidget *row = add_row (group, dd_words_translate (sentence->text), NULL);

      gtk_widget_set_margin_start (row, depth * 18);
      add_sentences (group, sentence->parts, depth + 1);
    }
}

static void
add_sentence_group (GtkBox *box, const char *title, GPtrArray *sentences)
{
  if (sentences->len > 0)
    add_sentences (add_group (box, title, NULL), sentences, 0);
}

static void
add_inputs (GtkBox *box, GPtrArray *inputs)
{
  AdwPreferencesGroup *group;

  if (inputs->len == 0)
    return;
  group = add_group (box, _ ("Required Inputs"), NULL);
  for (guint i = 0; i < inputs->len; i++)
    add_row (group, dd_words_translate (((DdInput *) g_ptr_array_index (inputs, i))->text), NULL);
}

static void
add_exclusions (GtkBox *box, GPtrArray *exclusions)
{
  AdwPreferencesGroup *group;

  if (exclusions->len == 0)
    return;
  group = add_group (box, _ ("Exclusions"), _ ("What is not part of the service"));
  for (guint i = 0; i < exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (exclusions, i);
      GtkWidget *row = add_row (group, exclusion->name, dd_words_translate (exclusion->text));

      if (exclusion->wording != NULL)
        add_suffix (row, exclusion->wording);
    }
}

static void
add_request (GtkBox *box, DdService *service)
{
  AdwPreferencesGroup *group;

  if (service->request_fields->len == 0 && service->request_title == NULL)
    return;
  group = add_group (box, _ ("Request"), service->request_title);
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      add_row (group, dd_words_translate (field->label), NULL);
    }
}

static void
add_questions (GtkBox *box, GPtrArray *questions)
{
  AdwPreferencesGroup *group;

  if (questions->len == 0)
    return;
  group = add_group (box, _ ("Questions and Answers"), NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const DdQuestionAnswer *question = g_ptr_array_index (questions, i);

      add_row (group, dd_words_translate (question->question),
               dd_words_translate (question->answer));
    }
}

/* --- Where it disagrees with itself --- */

static void
add_findings (GtkBox *box, DdService *service)
{
  g_autoptr (GPtrArray) findings = dd_service_lint (service);
  AdwPreferencesGroup *group;

  group = add_group (box, _ ("Where the Document Disagrees with Itself"),
                     findings->len > 0 ? _ ("Each place with the reading that plans are made by")
                                       : _ ("Nothing was found"));
  for (guint i = 0; i < findings->len; i++)
    {
      const DdLintFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *row = add_row (group, finding->message, finding->reading);

      if (finding->section != NULL)
        add_suffix (row, finding->section);
    }
}

static void
add_table (GtkBox *box, DdService *service)
{
  AdwPreferencesGroup *group =
      add_group (box, _ ("Process"), _ ("The table as it is printed, and how it is read"));

  adw_preferences_group_add (group, dd_service_table_new (service));
}

/* --- Pages --- */

static void
add_document (GtkBox *box, DdService *service)
{
  add_inputs (box, service->inputs);
  add_sentence_group (box, _ ("Outputs"), service->outputs);
  add_sentence_group (box, _ ("Process Overview"), service->steps);
  add_exclusions (box, service->exclusions);
  add_sentence_group (box, _ ("Timeline"), service->timeline);
  add_request (box, service);
  add_sentence_group (box, _ ("Next Steps"), service->next_steps);
  add_questions (box, service->questions);
}

/* A page is filled when it is first shown: measuring a document's text takes longer than a frame.
 */
typedef struct
{
  DdService *service; /* (owned) */
  void (*fill) (GtkBox *box, DdService *service);
} Page;

static void
page_free (gpointer data, GClosure *closure)
{
  Page *page = data;

  dd_service_unref (page->service);
  g_free (page);
}

static void
on_page_shown (GtkBox *box, Page *page)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    page->fill (box, page->service);
}

static void
add_page (GtkStack *stack,
          const char *title,
          DdService *service,
          void (*fill) (GtkBox *box, DdService *service))
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  Page *page = g_new (Page, 1);

  page->service = dd_service_ref (service);
  page->fill = fill;
  g_signal_connect_data (box, "map", G_CALLBACK (on_page_shown), page, page_free, 0);
  gtk_stack_add_titled (stack, box, NULL, title);
}

void
dd_service_view_fill (GtkBox *box, DdService *service, DdCalendar *calendar)
{
  GtkWidget *stack = gtk_stack_new (), *switcher = gtk_stack_switcher_new ();

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (service != NULL && calendar != NULL);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  add_page (GTK_STACK (stack), _ ("Process"), service, add_table);
  add_page (GTK_STACK (stack), _ ("Document"), service, add_document);
  add_page (GTK_STACK (stack), _ ("Findings"), service, add_findings);
  add_facts (box, service, calendar);
  gtk_box_append (box, switcher);
  gtk_box_append (box, stack);
}
