/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "new-case/dd-new-case-job.h"

#include "dd-case-actions.h"
#include "dd-questionnaire-finder.h"

void
dd_new_case_job_free (gpointer data)
{
  DdNewCaseJob *job = data;

  dd_portal_request_clear (&job->request);
  dd_service_unref (job->service);
  g_free (job->user);
  g_free (job->title);
  g_free (job->target_version);
  g_free (job->program);
  g_free (job->deployment);
  g_free (job->calendar);
  g_free (job->id);
  g_free (job);
}

gboolean
dd_new_case_job_run (DdConnection *connection, gpointer data, GError **error)
{
  DdNewCaseJob *job = data;
  DdActor actor = { .user = job->user, .now = job->now };
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (DdQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) asked = NULL;
  DdCaseOpening opening = {
    .service = job->service,
    .customer = job->request.customer,
    .program = job->program,
    .deployment = job->deployment,
    .calendar = job->calendar,
    .title = job->title,
    .current_version = job->request.current_version,
    .target_version = job->target_version,
    .earliest_start = job->request.earliest_start,
    .ideal_start = job->request.ideal_start,
    .deadline = job->request.deadline,
    .deadline_reason = job->request.deadline_reason,
    .access_acknowledged = job->request.access,
    .start = job->start,
  };

  if (!dd_questionnaire_finder_find (folder, job->service->id, &questionnaire, &asked, error))
    return FALSE;
  opening.questionnaire = asked;
  return dd_case_actions_open (connection, &actor, &opening, &job->id, error);
}
