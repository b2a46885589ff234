/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
'use strict';

/*
 * Rules: what is asked, and what is wrong with an answer: the same as in Drydock (core/form), case
 * by case. Conditions have three values: true, false, and undefined while something that decides is
 * not given.
 *
 * Answers are in canonical form: no blank text, no empty list, row or cell, choices sorted.
 * "Not answered" is undefined.
 */
const Rules = (() => {
  const MAX_TEXT = 20000;
  const MAX_LINE = 1000;
  const MAX_VERSION = 60;
  const FIRST_YEAR = 1970;
  const LAST_YEAR = 2199;

  const VERSION = /^[0-9][A-Za-z0-9]*(?:[-._+ ][A-Za-z0-9]+)*$/;
  const WHOLE = /^-?[0-9]+$/;
  const COMPARABLE = /^-?[0-9]{1,15}$/;

  /* --- Values --- */

  const isBlank = (value) => value === undefined || value === null || value === false || value === ''
    || (typeof value === 'string' && /^[ \t\n]*$/.test(value));

  function normalizeRow(row) {
    const cells = Object.create(null);
    for (const id of Object.keys(row).sort())
      if (!isBlank(row[id]))
        cells[id] = row[id];
    return cells;
  }

  /* Returns value in canonical form, or undefined. */
  function normalize(value) {
    if (isBlank(value))
      return undefined;
    if (!Array.isArray(value))
      return value;
    const items = typeof value[0] === 'string'
      ? Array.from(new Set(value)).sort()
      : value.map(normalizeRow).filter((row) => Object.keys(row).length > 0);
    return items.length > 0 ? items : undefined;
  }

  /* The whole number that text is, which JavaScript holds exactly, or undefined. */
  function readInteger(text) {
    const trimmed = text.trim().replace(/^\u2212/, '-');
    const number = WHOLE.test(trimmed) ? Number(trimmed) + 0 : NaN;
    return Number.isSafeInteger(number) ? number : undefined;
  }

  const countCharacters = (text) => Array.from(text).length;

  /* --- Versions --- */

  const isVersion = (text) => text.length <= MAX_VERSION && VERSION.test(text);

  const isDigits = (part) => /^[0-9]/.test(part);

  const isZero = (part) => /^0+$/.test(part);

  function compareDigits(one, other) {
    const a = one.replace(/^0+/, '');
    const b = other.replace(/^0+/, '');
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  }

  /* Letters lie between 0 and 1. */
  function compareParts(one, other) {
    if (isDigits(one) && isDigits(other))
      return compareDigits(one, other);
    if (isDigits(one))
      return isZero(one) ? -1 : 1;
    if (isDigits(other))
      return isZero(other) ? 1 : -1;
    const a = one.toLowerCase();
    const b = other.toLowerCase();
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /* Where one has no part left, it has a 0. */
  function compareVersions(one, other) {
    const split = (version) => version.match(/[0-9]+|[A-Za-z]+/g) || [];
    const a = split(one);
    const b = split(other);
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const order = compareParts(a[i] || '0', b[i] || '0');
      if (order !== 0)
        return order;
    }
    return 0;
  }

  /* --- Conditions --- */

  const isTable = (value) => Array.isArray(value) && typeof value[0] === 'object';

  const toText = (value) => (value === true ? 'yes' : String(value));

  function equals(value, expected) {
    if (Array.isArray(value))
      return !isTable(value) && value.length === 1 && value[0] === expected;
    return toText(value) === expected;
  }

  function contains(value, part) {
    if (isTable(value))
      return value.some((row) => Object.keys(row).some((id) => equals(row[id], part)));
    if (value === true)
      return false;
    return Array.isArray(value) ? value.includes(part) : String(value).includes(part);
  }

  function greater(value, than) {
    if (Array.isArray(value))
      return false;
    const text = toText(value);
    if (COMPARABLE.test(text) && COMPARABLE.test(than))
      return Number(text) > Number(than);
    return isVersion(text) && isVersion(than) && compareVersions(text, than) > 0;
  }

  const every = (truths) => (truths.includes(false) ? false
    : truths.includes(undefined) ? undefined : true);

  const opposite = (truth) => (truth === undefined ? undefined : !truth);

  const some = (truths) => opposite(every(truths.map(opposite)));

  /* Whether condition holds, where lookup (kind, id) gives the values. */
  function evaluate(condition, lookup) {
    const children = () => condition.of.map((child) => evaluate(child, lookup));
    const compare = (test) => {
      const value = lookup(condition.kind, condition.id);
      return value === undefined ? undefined : test(value, condition.value);
    };
    switch (condition.is) {
    case 'when':
    case 'all':
      return every(children());
    case 'any':
      return some(children());
    case 'not':
      return opposite(some(children()));
    case 'equals':
      return compare(equals);
    case 'contains':
      return compare(contains);
    case 'greater':
      return compare(greater);
    default: /* answered, fact */
      return lookup(condition.kind, condition.id) !== undefined;
    }
  }

  /* Whether any of conditions holds; with none, what has them is always asked. */
  const judge = (conditions, lookup) => (conditions.length === 0
    || some(conditions.map((condition) => evaluate(condition, lookup))));

  /* What conditions look at, where visible are the ids of the questions that are asked. */
  const createLookup = (page, answers, visible) => (kind, id) => {
    if (kind === 'question')
      return visible.has(id) ? answers[id] : undefined;
    return kind === 'field' ? page.fields[id] : page.facts[id];
  };

  /* The ids of the questions that are asked: one walk, since conditions look back only. */
  function findVisible(page, answers) {
    const visible = new Set();
    const lookup = createLookup(page, answers, visible);
    for (const section of page.sections) {
      if (judge(section.when, lookup) !== true)
        continue;
      for (const question of section.questions)
        if (judge(question.when, lookup) === true)
          visible.add(question.id);
    }
    return visible;
  }

  /* --- Validation --- */

  function isDate(text) {
    const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (parts === null)
      return false;
    const [year, month, day] = parts.slice(1).map(Number);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
  }

  /* What every text is like; the key of what to say, or undefined. */
  function checkCharacters(text) {
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text))
      return 'control';
    return countCharacters(text) > MAX_TEXT ? 'longText' : undefined;
  }

  function checkLine(text) {
    if (text.includes('\n'))
      return 'oneLine';
    return countCharacters(text) > MAX_LINE ? 'longLine' : undefined;
  }

  function checkText(spec, text) {
    const key = checkCharacters(text);
    if (key !== undefined)
      return key;
    switch (spec.type) {
    case 'text':
      return checkLine(text);
    case 'version':
      return isVersion(text) ? undefined : 'version';
    case 'date':
      return isDate(text) ? undefined : 'date';
    case 'choice':
    case 'yes-no':
      return hasChoice(spec, text) ? undefined : spec.type;
    default:
      return undefined;
    }
  }

  /* The key of what is wrong with value as one of its type, or undefined. */
  function checkType(spec, value) {
    switch (spec.type) {
    case 'integer':
      return typeof value === 'number' ? undefined : 'integer';
    case 'acknowledgement':
      return value === true ? undefined : 'acknowledgement';
    case 'choices':
      return Array.isArray(value) && !isTable(value) && value.every((v) => hasChoice(spec, v))
        ? undefined : 'choices';
    case 'table':
      return isTable(value) ? undefined : 'table';
    default:
      return typeof value === 'string' ? checkText(spec, value) : 'text';
    }
  }

  const hasChoice = (spec, value) => spec.choices.some((choice) => choice.value === value);

  /* Compares what a range is about with a limit of it. */
  function compareLimit(spec, value, limit) {
    switch (spec.type) {
    case 'version':
      return compareVersions(value, limit);
    case 'date':
      return value < limit ? -1 : value > limit ? 1 : 0;
    case 'integer':
      return value - Number(limit);
    case 'choices':
    case 'table':
      return value.length - Number(limit);
    default:
      return countCharacters(value) - Number(limit);
    }
  }

  const isInRange = (spec, value, range) =>
    (range.min === undefined || compareLimit(spec, value, range.min) >= 0)
    && (range.max === undefined || compareLimit(spec, value, range.max) <= 0);

  function matches(pattern, text) {
    if (pattern.regex === undefined)
      pattern.regex = new RegExp('^(?:' + pattern.match + ')$', 'u');
    return pattern.regex.test(text);
  }

  /* The first thing that is wrong with an answered value: a sentence, or undefined. */
  function checkValue(spec, value, words) {
    const type = checkType(spec, value);
    if (type !== undefined)
      return words[type];
    for (const check of spec.checks)
      if (check.match !== undefined ? !matches(check, value) : !isInRange(spec, value, check))
        return check.message;
    return undefined;
  }

  function missing(spec, words, place) {
    const soft = spec.required === 'soft';
    const key = soft ? 'softMissing' : spec.type === 'acknowledgement' ? 'notAgreed' : 'missing';
    return Object.assign({ kind: 'missing', soft, text: words[key] }, place);
  }

  function checkRow(question, row, words) {
    const problems = [];
    for (const column of question.columns) {
      const value = row[column.id];
      const text = value !== undefined ? checkValue(column, value, words) : undefined;
      if (value === undefined && column.required !== 'no')
        problems.push(missing(column, words, { column: column.id }));
      else if (text !== undefined)
        problems.push({ kind: 'invalid', soft: false, text, column: column.id });
    }
    return problems;
  }

  /* What was found in a row: of a long table, one row changes at a time. */
  const checked = new WeakMap();

  function checkCells(question, table, words) {
    const problems = [];
    table.forEach((row, n) => {
      if (!checked.has(row))
        checked.set(row, checkRow(question, row, words));
      for (const problem of checked.get(row))
        problems.push(Object.assign({ row: n }, problem));
    });
    return problems;
  }

  /* All that is wrong with value as the answer to question: [{ kind, soft, text, row?, column? }]. */
  function check(question, value, words) {
    if (value === undefined)
      return question.required === 'no' ? [] : [missing(question, words, {})];
    const text = checkValue(question, value, words);
    const problems = text !== undefined ? [{ kind: 'invalid', soft: false, text }] : [];
    return question.type === 'table' && isTable(value)
      ? problems.concat(checkCells(question, value, words)) : problems;
  }

  return { check, createLookup, findVisible, judge, normalize, readInteger };
})();
