/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Where sample cases stand: every state, every phase, waiting for either party, late and early. The
 * activities are those that both shipped services have.
 */

#include "config.h"

#include "dd-sample-profile.h"

#define DAY 480 /* working minutes, to say how long waits are */

const DdSampleWait dd_sample_waits[] = {
  { "set-up-project", FALSE, DD_PARTY_CUSTOMER, "The upgrade questionnaire has not come back.",
    2 * DAY },
  { "prepare-environment", FALSE, DD_PARTY_CUSTOMER,
    "The software is downloaded, but not on the host yet.", DAY },
  { "upgrade-gate", TRUE, DD_PARTY_CUSTOMER,
    "The account for the staging host has no write privileges.", 3 * DAY },
  { "upgrade-environment", FALSE, DD_PARTY_VENDOR,
    "Engineering looks into a migration script that stops half way.", DAY },
  { "deliver-playbook", FALSE, DD_PARTY_CUSTOMER,
    "The customer’s administrator is on leave and reads the Playbook afterwards.", 2 * DAY },
  { "prepare-for-upgrade", FALSE, DD_PARTY_VENDOR,
    "The consultant is still busy with another delivery.", DAY / 2 },
};
const guint dd_sample_n_waits = G_N_ELEMENTS (dd_sample_waits);

/* Open now: half of each is over. */
static const DdSampleWait access_wait = {
  "upgrade-gate", TRUE, DD_PARTY_CUSTOMER,
  "Access to the staging environment: the security team has not approved it yet.", 10 * DAY
};
static const DdSampleWait questionnaire_wait = {
  "set-up-project", TRUE, DD_PARTY_CUSTOMER,
  "The questionnaire came back with half of the questions open.", 6 * DAY
};
static const DdSampleWait software_wait = {
  "prepare-environment", FALSE, DD_PARTY_CUSTOMER,
  "The download is too big for the customer’s proxy; they ask for another way.", 3 * DAY
};
static const DdSampleWait engineering_wait = {
  "upgrade-environment", FALSE, DD_PARTY_VENDOR,
  "A hotfix for the schema migration is promised by Engineering.", 3 * DAY
};
static const DdSampleWait people_wait = {
  "prepare-for-upgrade", TRUE, DD_PARTY_VENDOR,
  "The consultant is ill; a colleague takes over when the hand-over is done.", 2 * DAY
};
static const DdSampleWait review_wait = {
  "deliver-playbook", FALSE, DD_PARTY_CUSTOMER,
  "Comments on the Playbook: the customer’s year-end closing goes first.", 4 * DAY
};

static const DdSampleProfile profiles[] = {
  /* The three that tell a story. */
  { "upgrade-environment", 60, 8, 90, NULL, 0, FALSE },
  { "upgrade-gate", 0, 1, 100, &access_wait, 0, FALSE },
  { "support", 40, 2, 95, NULL, 0, FALSE },

  { "respond-to-request", -50, 6, 100, NULL, 0, FALSE },
  { "set-up-project", 0, 3, 100, &questionnaire_wait, 0, FALSE },
  { "test", 50, 1, 115, NULL, 0, FALSE },
  { NULL, 0, 4, 100, NULL, 0, FALSE },
  { "create-playbook", 50, 4, 95, NULL, 0, FALSE },
  { "prepare-environment", 0, 2, 100, &software_wait, 0, FALSE },
  { "set-up-project", 30, 5, 100, NULL, 0, TRUE },
  { "fix-and-retest", 30, -1, 160, NULL, 0, FALSE },
  { "acknowledge-request", 50, 12, 100, NULL, 0, FALSE },
  { "upgrade-environment", 0, 0, 110, &engineering_wait, 0, FALSE },
  { "review-playbook", 60, -2, 140, NULL, 0, FALSE },
  { "set-up-project", -50, 20, 100, NULL, 15, FALSE },
  { NULL, 0, -1, 130, NULL, 0, FALSE },
  { "deliver-playbook", 0, 3, 100, &review_wait, 0, FALSE },
  { "backup", 50, 5, 100, NULL, 0, FALSE },
  { "support", 75, 0, 105, NULL, 0, FALSE },
  { "prepare-for-upgrade", 0, 4, 100, &people_wait, 0, FALSE },
  { "respond-to-request", 70, 1, 100, NULL, 0, FALSE },
};

static const DdSampleProfile past = { NULL, 0, 3, 105, NULL, 0, FALSE };

const DdSampleProfile *
dd_sample_profile_get (guint number)
{
  return &profiles[number % G_N_ELEMENTS (profiles)];
}

const DdSampleProfile *
dd_sample_profile_get_past (void)
{
  return &past;
}
