/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-answers-import.h"
#include "dd-case-form-edit.h"
#include "dd-context.h"

G_BEGIN_DECLS

/* What goes out to the customer and comes back, on the database's thread: values that are handed
 * to it, and DdConnectionFuncs. */

/**
 * DdFormFormat:
 * @DD_FORM_PAGE: a page for a browser, to be filled in and sent back
 * @DD_FORM_PDF: on paper, with the answers
 * @DD_FORM_BLANK_PDF: on paper, to be filled in by hand
 */
typedef enum
{
  DD_FORM_PAGE,
  DD_FORM_PDF,
  DD_FORM_BLANK_PDF,
} DdFormFormat;

/* A file that is to be written. */
typedef struct
{
  char *case_id;        /* (owned) */
  char *user;           /* (owned) */
  gint64 now;
  DdCalendar *calendar; /* (owned) */
  char *folder;         /* (owned): of the user's own questionnaires */
  GFile *file;          /* (owned) */
  DdFormFormat format;
} DdFormExport;

/* Returns: (transfer full): the questionnaire of the case @case_id as @format for @file */
DdFormExport *dd_form_export_new (DdContext *context, const char *case_id, GFile *file,
                                  DdFormFormat format);

/* Frees an export. */
void dd_form_export_free (gpointer self);

/* Writes the file: @data is a DdFormExport. The case keeps the edition that goes out. */
gboolean dd_form_export_run (DdConnection *connection, gpointer data, GError **error);

/* An answers file that came back: read first, then taken. */
typedef struct
{
  char *case_id;          /* (owned) (nullable): NULL until the file was read that names it */
  char *user;             /* (owned) */
  gint64 now;
  char *folder;           /* (owned): of the user's own questionnaires */
  GFile *path;            /* (owned) */
  DdCaseForm *form;       /* (owned) (nullable): the case's when the file was read */
  DdAnswersFile *file;    /* (owned) (nullable): what was read */
  GPtrArray *entries;     /* (owned) (nullable) (element-type DdImportEntry): what it comes to */
} DdFormImport;

/* Returns: (transfer full): the import of @path into the case @case_id (nullable: the one that the
 * file names) */
DdFormImport *dd_form_import_new (DdContext *context, const char *case_id, GFile *path);

/* Frees an import. */
void dd_form_import_free (gpointer self);

/* Reads the file and compares: @data is a DdFormImport.
 * Returns: FALSE with the errors of dd_answers_file_load() and dd_answers_file_check() */
gboolean dd_form_import_read (DdConnection *connection, gpointer data, GError **error);

/* Takes the entries that are to be taken: @data is a DdFormImport that was read.
 * Returns: FALSE with those of dd_case_form_edit() */
gboolean dd_form_import_take (DdConnection *connection, gpointer data, GError **error);

G_END_DECLS
