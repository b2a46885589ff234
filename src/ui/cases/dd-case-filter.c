/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-filter.h"

#include "cases/dd-case-item.h"

#include <string.h>

struct _DdCaseFilter
{
  GtkFilter parent_instance;

  DdCaseShow show;
  char *service; /* (owned): an id, or empty: any */
  guint owner;   /* DdOwner flags, 0: any */
  gboolean waiting;
  gboolean at_risk;
  gboolean out_of_scope;
  char *search;      /* (owned) */
  GStrv words;       /* (owned): of the search, folded */
  GHashTable *found; /* (owned) (nullable) (element-type utf8 utf8): see set_found() */
};

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_SHOW = 1,
  PROP_SERVICE,
  PROP_OWNER,
  PROP_WAITING,
  PROP_AT_RISK,
  PROP_OUT_OF_SCOPE,
  PROP_SEARCH,
} DdCaseFilterProperty;

static GParamSpec *properties[PROP_SEARCH + 1];

G_DEFINE_ENUM_TYPE (DdCaseShow,
                    dd_case_show,
                    G_DEFINE_ENUM_VALUE (DD_CASE_SHOW_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_SHOW_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_SHOW_ALL, "all"))

G_DEFINE_FINAL_TYPE (DdCaseFilter, dd_case_filter, GTK_TYPE_FILTER)

/* --- Matching --- */

static gboolean
matches_words (DdCaseFilter *self, const DdCaseSummary *summary)
{
  if (self->found != NULL && g_hash_table_contains (self->found, summary->id))
    return TRUE;
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (summary->words, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
dd_case_filter_matches (DdCaseFilter *self, const DdCaseSummary *summary)
{
  gboolean open = dd_case_summary_is_open (summary);

  g_return_val_if_fail (DD_IS_CASE_FILTER (self), FALSE);
  if (self->show != DD_CASE_SHOW_ALL && open != (self->show == DD_CASE_SHOW_OPEN))
    return FALSE;
  if (self->service[0] != '\0' && g_strcmp0 (self->service, summary->service_id) != 0)
    return FALSE;
  if (self->owner != 0 && (self->owner & summary->next_owner) == 0)
    return FALSE;
  if (self->waiting && !summary->waiting)
    return FALSE;
  if (self->at_risk && !summary->at_risk)
    return FALSE;
  if (self->out_of_scope && summary->scope != DD_FINDING_TRIGGERED)
    return FALSE;
  return matches_words (self, summary);
}

static gboolean
dd_case_filter_match (GtkFilter *filter, gpointer item)
{
  return dd_case_filter_matches (DD_CASE_FILTER (filter),
                                 dd_case_item_get_summary (DD_CASE_ITEM (item)));
}

static GtkFilterMatch
dd_case_filter_get_strictness (GtkFilter *filter)
{
  return GTK_FILTER_MATCH_SOME;
}

/* --- Setting --- */

static void
change (DdCaseFilter *self, DdCaseFilterProperty id, GtkFilterChange change)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
  gtk_filter_changed (GTK_FILTER (self), change);
}

/* A condition on or off. */
static void
set_flag (DdCaseFilter *self, DdCaseFilterProperty id, gboolean *flag, gboolean on)
{
  if (*flag == on)
    return;
  *flag = on;
  change (self, id, on ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT);
}

static void
set_show (DdCaseFilter *self, DdCaseShow show)
{
  if (self->show == show)
    return;
  self->show = show;
  change (self, PROP_SHOW, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_owner (DdCaseFilter *self, guint owner)
{
  if (self->owner == owner)
    return;
  self->owner = owner;
  change (self, PROP_OWNER, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_service (DdCaseFilter *self, const char *service)
{
  if (g_strcmp0 (self->service, service) == 0)
    return;
  g_free (self->service);
  self->service = g_strdup (service != NULL ? service : "");
  change (self, PROP_SERVICE, GTK_FILTER_CHANGE_DIFFERENT);
}

/* The words of @search, folded, without the empty ones. */
static GStrv
split_words (const char *search)
{
  g_autofree char *folded = dd_case_summary_fold (search);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static void
set_search (DdCaseFilter *self, const char *search)
{
  const char *text = search != NULL ? search : "";
  GtkFilterChange how = GTK_FILTER_CHANGE_DIFFERENT;

  if (g_strcmp0 (self->search, text) == 0)
    return;
  /* Typing on asks for less and less, and taking away for more. */
  if (g_str_has_prefix (text, self->search))
    how = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (self->search, text))
    how = GTK_FILTER_CHANGE_LESS_STRICT;
  g_free (self->search);
  g_strfreev (self->words);
  self->search = g_strdup (text);
  self->words = split_words (text);
  change (self, PROP_SEARCH, how);
}

/* --- Object --- */

static void
dd_case_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DdCaseFilter *self = DD_CASE_FILTER (object);

  switch ((DdCaseFilterProperty) id)
    {
    case PROP_SHOW:
      g_value_set_enum (value, (int) self->show);
      break;
    case PROP_SERVICE:
      g_value_set_string (value, self->service);
      break;
    case PROP_OWNER:
      g_value_set_uint (value, self->owner);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    case PROP_AT_RISK:
      g_value_set_boolean (value, self->at_risk);
      break;
    case PROP_OUT_OF_SCOPE:
      g_value_set_boolean (value, self->out_of_scope);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    }
}

static void
dd_case_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DdCaseFilter *self = DD_CASE_FILTER (object);

  switch ((DdCaseFilterProperty) id)
    {
    case PROP_SHOW:
      set_show (self, (DdCaseShow) g_value_get_enum (value));
      break;
    case PROP_SERVICE:
      set_service (self, g_value_get_string (value));
      break;
    case PROP_OWNER:
      set_owner (self, g_value_get_uint (value));
      break;
    case PROP_WAITING:
      set_flag (self, PROP_WAITING, &self->waiting, g_value_get_boolean (value));
      break;
    case PROP_AT_RISK:
      set_flag (self, PROP_AT_RISK, &self->at_risk, g_value_get_boolean (value));
      break;
    case PROP_OUT_OF_SCOPE:
      set_flag (self, PROP_OUT_OF_SCOPE, &self->out_of_scope, g_value_get_boolean (value));
      break;
    case PROP_SEARCH:
      set_search (self, g_value_get_string (value));
      break;
    }
}

static void
dd_case_filter_finalize (GObject *object)
{
  DdCaseFilter *self = DD_CASE_FILTER (object);

  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->found, g_hash_table_unref);
  G_OBJECT_CLASS (dd_case_filter_parent_class)->finalize (object);
}

static void
dd_case_filter_class_init (DdCaseFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dd_case_filter_get_property;
  object_class->set_property = dd_case_filter_set_property;
  object_class->finalize = dd_case_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = dd_case_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = dd_case_filter_get_strictness;

  properties[PROP_SHOW] =
      g_param_spec_enum ("show", NULL, NULL, dd_case_show_get_type (), DD_CASE_SHOW_OPEN, flags);
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, "", flags);
  properties[PROP_OWNER] = g_param_spec_uint ("owner", NULL, NULL, 0, 7, 0, flags);
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, flags);
  properties[PROP_AT_RISK] = g_param_spec_boolean ("at-risk", NULL, NULL, FALSE, flags);
  properties[PROP_OUT_OF_SCOPE] = g_param_spec_boolean ("out-of-scope", NULL, NULL, FALSE, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FOUND] = g_signal_new ("found", DD_TYPE_CASE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
dd_case_filter_init (DdCaseFilter *self)
{
  self->service = g_strdup ("");
  self->search = g_strdup ("");
  self->words = g_new0 (char *, 1);
}

/* --- Public --- */

DdCaseFilter *
dd_case_filter_new (void)
{
  return g_object_new (DD_TYPE_CASE_FILTER, NULL);
}

void
dd_case_filter_bind (DdCaseFilter *self, GSettings *settings)
{
  g_return_if_fail (DD_IS_CASE_FILTER (self));
  g_settings_bind (settings, "cases-show", self, "show", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "cases-service", self, "service", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "cases-owner", self, "owner", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "cases-waiting", self, "waiting", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "cases-at-risk", self, "at-risk", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "cases-out-of-scope", self, "out-of-scope", G_SETTINGS_BIND_DEFAULT);
}

const char *const *
dd_case_filter_get_words (DdCaseFilter *self)
{
  g_return_val_if_fail (DD_IS_CASE_FILTER (self), NULL);
  return (const char *const *) self->words;
}

void
dd_case_filter_set_found (DdCaseFilter *self, GHashTable *found)
{
  g_return_if_fail (DD_IS_CASE_FILTER (self));
  if (self->found == found)
    return;
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = found != NULL ? g_hash_table_ref (found) : NULL;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[FOUND], 0);
}

GHashTable *
dd_case_filter_get_found (DdCaseFilter *self)
{
  g_return_val_if_fail (DD_IS_CASE_FILTER (self), NULL);
  return self->found;
}

gboolean
dd_case_filter_is_narrow (DdCaseFilter *self)
{
  g_return_val_if_fail (DD_IS_CASE_FILTER (self), FALSE);
  return self->service[0] != '\0' || self->owner != 0 || self->waiting || self->at_risk
         || self->out_of_scope || self->words[0] != NULL;
}

void
dd_case_filter_clear (DdCaseFilter *self)
{
  g_object_set (self, "show", DD_CASE_SHOW_OPEN, "service", "", "owner", 0, "waiting", FALSE,
                "at-risk", FALSE, "out-of-scope", FALSE, "search", "", NULL);
}
