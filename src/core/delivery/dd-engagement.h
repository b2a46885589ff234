/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdEngagementState:
 * @DD_ENGAGEMENT_PROPOSED: proposed
 * @DD_ENGAGEMENT_OFFERED: offered
 * @DD_ENGAGEMENT_AGREED: agreed
 * @DD_ENGAGEMENT_DECLINED: declined
 * @DD_ENGAGEMENT_DONE: done
 *
 * How far a paid engagement is.
 */
typedef enum
{
  DD_ENGAGEMENT_PROPOSED,
  DD_ENGAGEMENT_OFFERED,
  DD_ENGAGEMENT_AGREED,
  DD_ENGAGEMENT_DECLINED,
  DD_ENGAGEMENT_DONE,
} DdEngagementState;

/* The enum type of DdEngagementState; the nicks are what is stored. */
GType dd_engagement_state_get_type (void) G_GNUC_CONST;

/* DdEngagement: what a triggered finding leads to. */
#define DD_TYPE_ENGAGEMENT (dd_engagement_get_type ())
DD_DECLARE_RECORD (DdEngagement, dd_engagement, ENGAGEMENT)

G_END_DECLS
