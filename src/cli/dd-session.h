/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"
#include "dd-connection.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdSession: a command's work with the database: open, do one thing, close.
 *
 *     static char *
 *     list_things (DdSession *session, gpointer data, GError **error)
 *     {
 *       …                          // on the thread of the database
 *     }
 *
 *     char *
 *     dd_command_thing_list (DdCommandLine *line, GError **error)
 *     {
 *       g_auto (DdSessionOptions) options = { NULL };
 *       const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };
 *
 *       if (!dd_command_line_parse (line, entries, error))
 *         return NULL;
 *       return dd_session_run (line, &options, DD_SESSION_READ, list_things, NULL, error);
 *     }
 */
typedef struct
{
  DdConnection *connection; /* (unowned) */
  DdCalendar *calendar;     /* (owned): everybody's, in whose zone dates are told and read */
  const char *user;         /* (unowned): who does it */
  gint64 now;               /* an instant */
  DdTerminal terminal;
  gboolean json;
} DdSession;

/* What every command on the database can be told. */
typedef struct
{
  char *database; /* (owned) (nullable): the file's path; NULL is the default one */
  gboolean json;
} DdSessionOptions;

/* Frees what @options holds. */
void dd_session_options_clear (DdSessionOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdSessionOptions, dd_session_options_clear)

/* The entries of @options. */
#define DD_SESSION_OPTIONS(options) \
  { "database", 'd', 0, G_OPTION_ARG_FILENAME, &(options).database, \
    N_ ("The database (default: that of the application)"), N_ ("FILE") }, \
  DD_COMMAND_OPTION_JSON ((options).json)

/**
 * DdSessionMode:
 * @DD_SESSION_READ: a database that is there; what is read is of one moment, the dates of plans
 *   are those of today
 * @DD_SESSION_CHANGE: a database that is there
 * @DD_SESSION_CREATE: a new one, if there is none
 */
typedef enum
{
  DD_SESSION_READ,
  DD_SESSION_CHANGE,
  DD_SESSION_CREATE,
} DdSessionMode;

/* What is done in a session. Returns: (transfer full): the text to print, or NULL with @error */
typedef char *(*DdSessionFunc) (DdSession *session, gpointer data, GError **error);

/* Opens the database of @options, calls @func with @data, and closes it. A database that is damaged
 * is refused with the command that restores its newest good backup. When the daily backup is due
 * and cannot be made, @line has a warning.
 * Returns: (transfer full): the text of @func, or NULL with @error */
char *dd_session_run (DdCommandLine *line, const DdSessionOptions *options, DdSessionMode mode,
                      DdSessionFunc func, gpointer data, GError **error);

/* Returns: (transfer full): the path of the database, whether it is there or not */
char *dd_session_options_get_path (const DdSessionOptions *options);

/* Returns: the present, as an instant */
gint64 dd_session_get_now (void);

/* Whether @reason has a backup to offer: then the command that restores it is added to its
 * message. */
void dd_session_offer_restore (const DdSessionOptions *options, GError *reason);

G_END_DECLS
