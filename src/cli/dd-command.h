/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "dd-terminal.h"

G_BEGIN_DECLS

/*
 * DdCommand: one command of drydockctl.
 *
 * A command turns its arguments into the text that goes to standard output, or into an error; it
 * prints nothing itself. So whatever fails leaves standard output empty, and there is one place
 * that prints and one that chooses the exit status.
 *
 *     static char *
 *     run_show (DdCommandLine *line, GError **error)
 *     {
 *       gboolean json = FALSE;
 *       const GOptionEntry options[] = { DD_COMMAND_OPTION_JSON (json), { NULL } };
 *
 *       if (!dd_command_line_parse (line, options, error))
 *         return NULL;
 *       …
 *     }
 */
typedef struct _DdCommand DdCommand;
typedef struct _DdCommandLine DdCommandLine;

/* Returns: (transfer full): what goes to standard output, or NULL with @error */
typedef char *(*DdCommandRun) (DdCommandLine *line, GError **error);

struct _DdCommand
{
  const char *name;      /* "plan", or a family and its verb: "service list" */
  const char *arguments; /* N_(): what follows in the usage, without options; "" for nothing */
  const char *summary;   /* N_(): one line, a verb first, no full stop */
  const char *examples;  /* whole command lines, one a line */
  guint min_arguments;   /* how many arguments there must be */
  guint max_arguments;   /* how many there may be; DD_COMMAND_ANY */
  DdCommandRun run;
};

/* As many arguments as anybody likes. */
#define DD_COMMAND_ANY G_MAXUINT

/* What a command was called with, and what it has to say beside its text. */
struct _DdCommandLine
{
  const DdCommand *command; /* (nullable): none yet, or no command at all */
  GStrv arguments;     /* (owned): after the command's name; after parsing what is no option */
  DdTerminal terminal; /* what the text is laid out for */
  char *warning;       /* (owned) (nullable): what went wrong although the command was done */
};

/* Frees what @line holds. */
void dd_command_line_clear (DdCommandLine *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdCommandLine, dd_command_line_clear)

#define DD_COMMAND_ERROR (dd_command_error_quark ())

/**
 * DdCommandError:
 * @DD_COMMAND_ERROR_USAGE: called in a way that it does not have; the message says which it has
 * @DD_COMMAND_ERROR_HELP: the help was asked for: the message is the help's text. It takes an
 *   error's way because every command then leaves alike.
 */
typedef enum
{
  DD_COMMAND_ERROR_USAGE,
  DD_COMMAND_ERROR_HELP,
} DdCommandError;

/* The error domain of calling commands. */
GQuark dd_command_error_quark (void);

/* The option that every command has. */
#define DD_COMMAND_OPTION_JSON(variable) \
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &(variable), N_ ("Print JSON"), NULL }

/* Reads @options (ended with an empty one) and --help from @line, and counts what remains.
 * Texts are read as G_OPTION_ARG_FILENAME, so that a locale without UTF-8 does no harm.
 * Returns: whether the command is to go on */
gboolean dd_command_line_parse (DdCommandLine *line, const GOptionEntry *options, GError **error);

/* Runs the one of @commands (ended with an empty one) that @arguments, after the program's name,
 * begin with; or answers --help and --version. Of @line the terminal is given, the rest is set.
 * Returns: (transfer full): what goes to standard output, or NULL with @error */
char *dd_command_run (const DdCommand *commands, const char *const *arguments,
                      DdCommandLine *line, GError **error);

G_END_DECLS
