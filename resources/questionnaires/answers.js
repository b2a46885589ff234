/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
'use strict';

/*
 * Answers: the answers file, as text and as what this browser keeps.
 *
 * The checksum is the SHA-256 of the document without it, in canonical form: members sorted, no
 * blanks, strings as JSON.stringify() writes them. It guards against damage on the way, nothing
 * else. Browsers have SHA-256, but not for every page that is opened from a folder.
 */
const Answers = (() => {
  const FORMAT = 'drydock-answers';
  const VERSION = 1;

  /* --- SHA-256 (FIPS 180-4) --- */

  const rotate = (x, n) => (x >>> n) | (x << (32 - n));

  /* The first 32 bits of the fraction of a root of the first primes: cube roots as the round
   * constants, square roots as the beginning. */
  const [ROUNDS, BEGINNING] = (() => {
    const primes = [];
    for (let n = 2; primes.length < 64; n++)
      if (primes.every((p) => n % p !== 0))
        primes.push(n);
    const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
    return [primes.map((p) => fraction(Math.cbrt(p))),
            primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)))];
  })();

  /* The message with its end mark and its length, as whole blocks of 16 words. */
  function pad(bytes) {
    const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
    for (let i = 0; i < bytes.length; i++)
      words[i >> 2] |= bytes[i] << (24 - (i % 4) * 8);
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[words.length - 2] = Math.floor(bytes.length / 0x20000000);
    words[words.length - 1] = bytes.length << 3;
    return words;
  }

  function addBlock(state, words, start) {
    const w = new Int32Array(64);
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = words[start + i];
      } else {
        const x = w[i - 15];
        const y = w[i - 2];
        w[i] = w[i - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3))
             + w[i - 7] + (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10));
      }
      const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g))
               + ROUNDS[i] + w[i];
      const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
  }

  function sha256(text) {
    const words = pad(new TextEncoder().encode(text));
    const state = Int32Array.from(BEGINNING);
    for (let i = 0; i < words.length; i += 16)
      addBlock(state, words, i);
    return Array.from(state, (x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
  }

  /* --- Values --- */

  /* A copy that has nothing but its own members: questions may be called "constructor". */
  const copy = (...objects) => Object.assign(Object.create(null), ...objects);

  const isObject = (value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value);

  const parse = (text) => JSON.parse(text, (name, value) => (isObject(value) ? copy(value) : value));

  function canonical(value) {
    if (Array.isArray(value))
      return '[' + value.map(canonical).join(',') + ']';
    if (value !== null && typeof value === 'object')
      return '{' + Object.keys(value).sort()
        .map((name) => JSON.stringify(name) + ':' + canonical(value[name])).join(',') + '}';
    return JSON.stringify(value);
  }

  const equal = (one, other) => canonical(one) === canonical(other);

  /* Text as Drydock takes it: no half of a character, no control character but tab and line feed. */
  function clean(text) {
    return text.replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replace(/[\ud800-\udfff]/gu, '\ufffd');
  }

  /* --- The file --- */

  function checksum(file) {
    const rest = copy(file);
    delete rest.checksum;
    return sha256(canonical(rest));
  }

  /* What goes into the file, for people who open it in an editor: a line for each answer. */
  function write(file) {
    const lines = (object) => Object.keys(object).sort()
      .map((id) => '    ' + JSON.stringify(id) + ': ' + canonical(object[id])).join(',\n');
    const group = (object) =>
      Object.keys(object).length > 0 ? '{\n' + lines(object) + '\n  }' : '{}';
    const members = Object.keys(file).map((name) => '  ' + JSON.stringify(name) + ': '
      + (name === 'answers' || name === 'started_from' ? group(file[name])
                                                       : canonical(file[name])));
    members.push('  "checksum": ' + JSON.stringify(checksum(file)));
    return '{\n' + members.join(',\n') + '\n}\n';
  }

  /* Returns the file, or throws the key of what is wrong with it. */
  function read(text, page) {
    let file;
    try {
      file = parse(text.replace(/^\ufeff/, ''));
    } catch (e) {
      throw new Error('notAnswers');
    }
    if (!isObject(file) || file.format !== FORMAT)
      throw new Error('notAnswers');
    if (file.version !== VERSION)
      throw new Error('newerAnswers');
    if (file.checksum !== checksum(file) || !isObject(file.answers)
        || !isObject(file.started_from) || !isObject(file.questionnaire))
      throw new Error('damagedAnswers');
    if (file.case !== page.case)
      throw new Error('otherCase');
    if (file.questionnaire.id !== page.questionnaire.id)
      throw new Error('otherQuestionnaire');
    if (file.questionnaire.hash !== page.questionnaire.hash)
      throw new Error('otherEdition');
    return file;
  }

  /* Brings answers that were given in an older copy of the page together with those of this one:
   * what the customer touched there stays, with what it was started from; the rest is as Drydock
   * has it by now. */
  function merge(older, page) {
    const answers = copy(page.answers);
    const startedFrom = copy(page.answers);
    const ids = Object.keys(copy(older.started_from, older.answers));
    for (const id of ids) {
      const before = older.started_from[id];
      const after = older.answers[id];
      if (equal(before, after) || equal(after, page.answers[id]))
        continue;
      assign(answers, id, after);
      assign(startedFrom, id, before);
    }
    return { answers, startedFrom };
  }

  function assign(object, id, value) {
    if (value === undefined || value === null)
      delete object[id];
    else
      object[id] = value;
  }

  return { FORMAT, VERSION, assign, clean, copy, merge, parse, read, sha256, write };
})();
