/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The plan cache: three tables of what was made from texts.
 *
 * What is too much is forgotten all at once, because a portfolio has a handful of services and as
 * many calendars as it has customers: whoever has more has each used once in a while anyhow. What
 * was handed out lives on by its references. Must not happen: an entry that depends on anything but
 * its key.
 */

#include "config.h"

#include "dd-plan-cache.h"

#include "dd-connection-private.h"
#include "dd-journal.h"
#include "service/dd-service-parser.h"

#include <glib/gi18n-lib.h>

/* A calendar takes some 20 kB, a network of the usual size less. */
#define MAX_ENTRIES 512

typedef struct
{
  GHashTable *networks;  /* (owned) (element-type utf8 DdNetwork): by hash */
  GHashTable *calendars; /* (owned) (element-type utf8 DdCalendar): by text, "" for none */
  const DdZone *zone;    /* (unowned) (nullable): the machine's by which calendars were made */
  GHashTable *both; /* (owned) (element-type Pair DdCalendar): NULL where nothing is in common */
} PlanCache;

/* Two calendars. */
typedef struct
{
  DdCalendar *vendor;   /* (owned): so that no other gets its address */
  DdCalendar *customer; /* (owned) */
} Pair;

static guint
pair_hash (gconstpointer data)
{
  const Pair *pair = data;

  return g_direct_hash (pair->vendor) * 31 + g_direct_hash (pair->customer);
}

static gboolean
pair_equal (gconstpointer first, gconstpointer second)
{
  const Pair *one = first;
  const Pair *other = second;

  return one->vendor == other->vendor && one->customer == other->customer;
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  dd_calendar_unref (pair->vendor);
  dd_calendar_unref (pair->customer);
  g_free (pair);
}

static void
unref_calendar (gpointer data)
{
  if (data != NULL)
    dd_calendar_unref (data);
}

static void
plan_cache_free (gpointer data)
{
  PlanCache *self = data;

  g_hash_table_unref (self->networks);
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->both);
  g_free (self);
}

static PlanCache *
get_cache (DdConnection *connection)
{
  GQuark key = g_quark_from_static_string ("dd-plan-cache");
  PlanCache *self = dd_connection_get_data (connection, key);

  if (self != NULL)
    return self;
  self = g_new0 (PlanCache, 1);
  self->networks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dd_network_unref);
  self->calendars =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dd_calendar_unref);
  self->both = g_hash_table_new_full (pair_hash, pair_equal, pair_free, unref_calendar);
  dd_connection_set_data (connection, key, self, plan_cache_free);
  return self;
}

static void
make_room (GHashTable *table)
{
  if (g_hash_table_size (table) >= MAX_ENTRIES)
    g_hash_table_remove_all (table);
}

static DdNetwork *
load_network (DdConnection *connection, const char *hash, GError **error)
{
  g_autoptr (GBytes) content = dd_journal_load_content (connection, hash, error);
  g_autoptr (DdService) service = NULL;
  const char *text;
  gsize size;

  if (content == NULL)
    return NULL;
  text = g_bytes_get_data (content, &size);
  service = dd_service_parse (text, (gssize) size, _ ("the case's service definition"), error);
  return service != NULL ? dd_network_new (service) : NULL;
}

DdNetwork *
dd_plan_cache_get_network (DdConnection *connection, const char *hash, GError **error)
{
  PlanCache *self = get_cache (connection);
  DdNetwork *network = g_hash_table_lookup (self->networks, hash);

  if (network != NULL)
    return dd_network_ref (network);
  network = load_network (connection, hash, error);
  if (network == NULL)
    return NULL;
  make_room (self->networks);
  g_hash_table_insert (self->networks, g_strdup (hash), dd_network_ref (network));
  return network;
}

DdCalendar *
dd_plan_cache_get_calendar (DdConnection *connection, const char *text, GError **error)
{
  PlanCache *self = get_cache (connection);
  gboolean given = text != NULL && *text != '\0';
  const char *key = given ? text : "";
  DdCalendar *calendar = g_hash_table_lookup (self->calendars, key);

  if (calendar != NULL)
    return dd_calendar_ref (calendar);
  calendar = given ? dd_calendar_parse (text, -1, _ ("the working calendar"), error)
                   : dd_calendar_new_default (NULL, error);
  if (calendar == NULL)
    return NULL;
  make_room (self->calendars);
  g_hash_table_insert (self->calendars, g_strdup (key), dd_calendar_ref (calendar));
  return calendar;
}

DdCalendar *
dd_plan_cache_get_both (DdConnection *connection, DdCalendar *vendor, DdCalendar *customer)
{
  PlanCache *self = get_cache (connection);
  Pair pair = { vendor, customer };
  gpointer both;

  if (!g_hash_table_lookup_extended (self->both, &pair, NULL, &both))
    {
      both = dd_calendar_intersect (vendor, customer, NULL);
      make_room (self->both);
      dd_calendar_ref (vendor);
      dd_calendar_ref (customer);
      g_hash_table_insert (self->both, g_memdup2 (&pair, sizeof pair), both);
    }
  return both != NULL ? dd_calendar_ref (both) : NULL;
}

void
dd_plan_cache_forget_calendars (DdConnection *connection)
{
  PlanCache *self = get_cache (connection);

  g_hash_table_remove_all (self->both);
  g_hash_table_remove_all (self->calendars);
}

void
dd_plan_cache_follow_zone (DdConnection *connection, const DdZone *zone)
{
  PlanCache *self = get_cache (connection);

  if (self->zone != zone)
    dd_plan_cache_forget_calendars (connection);
  self->zone = zone;
}
