/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
'use strict';

/*
 * The page: shows the questions, keeps what is answered in this browser, and saves the answers file.
 */
(() => {
  const page = Answers.parse(document.getElementById('questionnaire').textContent);
  const words = page.words;
  const { button, make } = Controls;
  Controls.setStrings(words);
  const KEY = ['drydock', page.case, page.questionnaire.id, page.questionnaire.hash].join(' ');
  const SAVE_AFTER_MS = 250;

  const questions = [].concat(...page.sections.map((section) => section.questions));
  const views = new Map();    /* question id → what shows it */
  const problems = new Map(); /* question id → what is wrong with its answer */
  const touched = new Set();  /* ids of the questions whose problems are shown */

  let answers = Answers.copy(page.answers);
  let startedFrom = Answers.copy(page.answers);
  let drafts = Answers.copy();
  let visible = new Set();

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => String(values[name]));

  /* --- What this browser keeps --- */

  const storage = (() => {
    try {
      const test = KEY + ' test';
      localStorage.setItem(test, '1');
      localStorage.removeItem(test);
      return localStorage;
    } catch (e) {
      return null;
    }
  })();
  let timer = 0;
  let unsaved = false; /* something changed that is in no file yet */

  function keep() {
    timer = 0;
    try {
      storage.setItem(KEY, JSON.stringify({
        answers, started_from: startedFrom, drafts, by: by.value, unsaved,
      }));
    } catch (e) {
      tell('warning', words.storageFull);
    }
  }

  function keepSoon() {
    if (storage !== null && timer === 0)
      timer = setTimeout(keep, SAVE_AFTER_MS);
  }

  function keepNow() {
    if (timer !== 0) {
      clearTimeout(timer);
      keep();
    }
  }

  function forget() {
    clearTimeout(timer);
    timer = 0;
    if (storage !== null)
      storage.removeItem(KEY);
  }

  function resume() {
    const kept = storage !== null ? storage.getItem(KEY) : null;
    if (kept === null)
      return;
    try {
      const state = Answers.parse(kept);
      take(Answers.merge(state, page));
      drafts = state.drafts;
      by.value = state.by;
      unsaved = state.unsaved;
      tell('', words.resumed, button(words.startOver, '', startOver));
    } catch (e) {
      tell('warning', words.notResumed);
    }
  }

  function startOver() {
    if (!confirm(words.startOverQuestion))
      return;
    forget();
    take(page);
    drafts = Answers.copy();
    unsaved = false;
    notices.replaceChildren();
    showAll();
  }

  /* --- Answers --- */

  function take(state) {
    answers = Answers.copy(state.answers);
    startedFrom = Answers.copy(state.startedFrom || state.answers);
    problems.clear();
    touched.clear();
  }

  const problemsOf = (question) => {
    if (!problems.has(question.id))
      problems.set(question.id, checkNow(question));
    return problems.get(question.id);
  };

  /* What was typed and is no value yet is wrong, too. */
  function checkNow(question) {
    const found = Rules.check(question, answers[question.id], words);
    const draft = drafts[question.id];
    if (draft === undefined)
      return found;
    if (question.type !== 'table')
      return [{ kind: 'invalid', soft: false, text: words[question.type] }];
    return found.concat(checkDrafts(question, draft));
  }

  function checkDrafts(question, rows) {
    const texts = rows.map((row) => Object.keys(row)).reduce((all, ids) => all.concat(ids), []);
    return texts.slice(0, 1).map((id) => ({
      kind: 'invalid', soft: false,
      text: words[question.columns.find((column) => column.id === id).type],
    }));
  }

  function change(question, value, draft) {
    Answers.assign(answers, question.id, value);
    Answers.assign(drafts, question.id, draft);
    problems.delete(question.id);
    unsaved = true;
    showProblems(question);
    showOverview();
    keepSoon();
  }

  /* --- Questions --- */

  function createTag(question) {
    const word = { yes: words.required, soft: words.recommended }[question.required];
    return word === undefined ? [] : [make('span', { class: 'tag' }, word)];
  }

  function createQuestion(question) {
    const id = 'q-' + question.id;
    const help = question.help === undefined ? []
      : [make('p', { class: 'help', id: id + '-help' }, question.help)];
    const problem = make('div', { id: id + '-problem' });
    const describedBy = (help.length > 0 ? id + '-help ' : '') + id + '-problem';
    const control = Controls.create(question, { id: id + '-field', describedBy },
      (value, draft) => change(question, value, draft), false);
    const label = [question.label].concat(createTag(question));
    const content = Controls.isGroup(question)
      ? [make('fieldset', { 'aria-describedby': describedBy },
        make('legend', {}, ...label), ...help, control.element, problem)]
      : [make('label', { for: id + '-field' }, ...label), ...help, control.element, problem];
    const element = make('div', {
      class: question.type === 'table' ? 'question tabular' : 'question', id, tabindex: '-1',
    }, ...content);
    element.addEventListener('focusout', () => {
      if (drafts[question.id] !== undefined || answers[question.id] !== undefined)
        touch(question);
    });
    views.set(question.id, { element, control, problem });
    return element;
  }

  function touch(question) {
    if (!touched.has(question.id)) {
      touched.add(question.id);
      showProblems(question);
    }
  }

  function showProblems(question) {
    const view = views.get(question.id);
    const found = touched.has(question.id) && visible.has(question.id) ? problemsOf(question) : [];
    const whole = found.filter((problem) => problem.row === undefined);
    const lines = whole.map((problem) =>
      make('p', { class: problem.soft ? 'problem soft' : 'problem' }, problem.text));
    if (view.problem.childElementCount > 0 || lines.length > 0)
      view.problem.replaceChildren(...lines);
    view.control.mark(whole.some((problem) => !problem.soft));
    if (view.control.markCells !== undefined)
      view.control.markCells(found.filter((problem) => problem.row !== undefined));
  }

  function createSection(section) {
    return make('section', { 'class': 'card', 'id': 's-' + section.id,
                             'aria-labelledby': 's-' + section.id + '-title' },
      make('h2', { id: 's-' + section.id + '-title' }, section.title),
      ...(section.help === undefined ? [] : [make('p', { class: 'help' }, section.help)]),
      ...section.questions.map(createQuestion));
  }

  /* --- Overview --- */

  function count(section) {
    const asked = section.questions.filter((question) => visible.has(question.id));
    const counted = asked.filter((question) => question.required !== 'no'
      || problemsOf(question).length > 0);
    const done = counted.filter((question) => problemsOf(question).length === 0);
    return { asked: asked.length, counted: counted.length, done: done.length };
  }

  function showSection(section, n) {
    const { asked, counted, done } = count(section);
    const link = links[n];
    document.getElementById('s-' + section.id).hidden = asked === 0;
    link.element.hidden = asked === 0;
    link.count.textContent = counted > 0 && done === counted ? '\u2713' : done + '/' + counted;
    link.count.className = done === counted ? 'count done' : 'count';
    link.count.setAttribute('aria-label', fill(words.progress, { done, counted }));
    return { counted, done };
  }

  function showVisibility() {
    const now = Rules.findVisible(page, answers);
    for (const question of questions)
      if (now.has(question.id) !== visible.has(question.id) || visible.size === 0)
        views.get(question.id).element.hidden = !now.has(question.id);
    visible = now;
  }

  function showOverview() {
    showVisibility();
    let done = 0;
    let counted = 0;
    page.sections.forEach((section, n) => {
      const part = showSection(section, n);
      done += part.done;
      counted += part.counted;
    });
    progressText.textContent = fill(words.progress, { done, counted });
    progress.setAttribute('aria-valuenow', String(done));
    progress.setAttribute('aria-valuemax', String(counted));
    progressFill.style.transform = 'scaleX(' + (counted > 0 ? done / counted : 1) + ')';
    showMissing();
  }

  const rank = (problem) => (problem.soft ? 1 : 0);

  function createMissing(question) {
    const first = problemsOf(question).slice().sort((a, b) => rank(a) - rank(b))[0];
    const link = make('a', { href: '#q-' + question.id }, question.label);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      jump(question);
    });
    return make('li', {}, link, ' ',
      make('span', { class: first.soft ? 'problem soft' : 'problem' }, first.text));
  }

  /* The list is written anew only when it says something else. */
  let missingKey;
  function showMissing() {
    const open = questions.filter((question) =>
      visible.has(question.id) && problemsOf(question).length > 0);
    const key = open.map((question) => question.id + problemsOf(question)[0].text).join('\n');
    if (key === missingKey)
      return;
    missingKey = key;
    missingList.replaceChildren(...open.map(createMissing));
    nothingMissing.hidden = open.length > 0;
  }

  function jump(question) {
    const view = views.get(question.id);
    touched.add(question.id);
    showProblems(question);
    view.element.scrollIntoView();
    (view.element.querySelector('input, select, textarea') || view.element)
      .focus({ preventScroll: true });
  }

  /* --- Files --- */

  function tell(kind, text, ...more) {
    const notice = make('div', { class: 'notice ' + kind, role: kind === 'error' ? 'alert' : 'status' },
      make('p', {}, text), ...more);
    notices.replaceChildren(notice);
    return notice;
  }

  function pick(from) {
    const picked = Answers.copy();
    for (const question of questions)
      if (visible.has(question.id) && from[question.id] !== undefined)
        picked[question.id] = from[question.id];
    return picked;
  }

  function createFile() {
    return {
      format: Answers.FORMAT,
      version: Answers.VERSION,
      case: page.case,
      questionnaire: page.questionnaire,
      language: page.language,
      answered_by: Answers.clean(by.value).trim(),
      saved_at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      answers: pick(answers),
      started_from: pick(startedFrom),
    };
  }

  function download(text, name) {
    const url = URL.createObjectURL(new Blob([text], { type: page.mime }));
    const link = make('a', { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  function save() {
    if (by.value.trim() === '') {
      byProblem.hidden = false;
      by.setAttribute('aria-invalid', 'true');
      by.focus();
      return;
    }
    for (const question of questions) {
      touched.add(question.id);
      showProblems(question);
    }
    download(Answers.write(createFile()), page.file);
    unsaved = false;
    keepSoon();
    const left = questions.filter((question) =>
      visible.has(question.id) && drafts[question.id] !== undefined);
    const open = missingList.childElementCount;
    tell(open > 0 ? 'warning' : '', fill(words.saved, { file: page.file }),
      ...(open > 0 ? [make('p', {}, fill(words.savedOpen, { count: open }))] : []),
      ...(left.length > 0 ? [make('p', {}, fill(words.savedWithout, {
        questions: left.map((question) => question.label).join(', '),
      }))] : [])).scrollIntoView({ block: 'center' });
  }

  function open(file) {
    const reader = new FileReader();
    reader.onerror = () => tell('error', words.notAnswers);
    reader.onload = () => {
      try {
        const older = Answers.read(reader.result, page);
        take(Answers.merge(older, page));
        drafts = Answers.copy();
        by.value = older.answered_by;
        unsaved = false;
        showAll();
        keepSoon();
        tell('', fill(words.opened, { file: file.name }));
      } catch (e) {
        tell('error', words[e.message] || words.damagedAnswers);
      }
    };
    if (file.size > page.maxBytes)
      tell('error', words.notAnswers);
    else
      reader.readAsText(file);
  }

  /* --- The page --- */

  function showAll() {
    showVisibility();
    for (const question of questions) {
      views.get(question.id).control.show(answers[question.id], drafts[question.id]);
      showProblems(question);
    }
    showOverview();
  }

  const notices = make('div', {});
  const by = make('input', {
    type: 'text', id: 'by', autocomplete: 'name', dir: 'auto', maxlength: '200',
    'aria-describedby': 'by-problem',
  });
  const byProblem = make('p', { class: 'problem', id: 'by-problem', hidden: true }, words.byMissing);
  by.addEventListener('input', () => {
    byProblem.hidden = true;
    by.removeAttribute('aria-invalid');
    keepSoon();
  });

  const progressText = make('div', { id: 'progress-text' });
  const progressFill = make('span', { class: 'progress-fill' });
  const progress = make('div', {
    'class': 'progress-track', 'role': 'progressbar', 'aria-valuemin': '0',
    'aria-labelledby': 'progress-text',
  }, progressFill);
  const missingList = make('ul', { class: 'missing' });
  const nothingMissing = make('p', {}, words.nothingMissing);

  const links = page.sections.map((section) => {
    const number = make('span', { class: 'count', role: 'img' });
    return {
      element: make('li', {}, make('a', { href: '#s-' + section.id },
        make('span', {}, section.title), number)),
      count: number,
    };
  });

  const chooser = make('input', { type: 'file', accept: page.extension + ',application/json', hidden: true });
  chooser.addEventListener('change', () => {
    if (chooser.files.length > 0)
      open(chooser.files[0]);
    chooser.value = '';
  });

  const bar = make('div', { class: 'bar' }, make('div', { class: 'bar-inner' },
    make('div', { class: 'progress' }, progressText, progress),
    button(words.save, 'main', save)));

  const intro = make('header', { class: 'intro' },
    make('h1', {}, page.title),
    make('p', { class: 'about' }, page.about),
    ...(page.summary === undefined ? [] : [make('p', {}, page.summary)]),
    make('p', { class: 'how-to' }, storage !== null ? words.howTo : words.howToWithoutStorage),
    make('div', { class: 'buttons' },
      button(words.open, '', () => chooser.click()),
      button(words.print, '', () => window.print())),
    chooser, notices);

  const missingCard = make('section', { 'class': 'card missing-card', 'aria-labelledby': 'missing-title' },
    make('h2', { id: 'missing-title' }, words.missingTitle), nothingMissing, missingList);

  const sendCard = make('section', { 'class': 'card', 'aria-labelledby': 'send-title' },
    make('h2', { id: 'send-title' }, words.sendTitle),
    make('div', { class: 'question' },
      make('label', { for: 'by' }, words.by, make('span', { class: 'tag' }, words.required)),
      by, byProblem),
    make('div', { class: 'buttons' }, button(words.save, 'main', save)),
    make('p', { class: 'help how-to' }, words.sendHelp));

  document.getElementById('page').replaceWith(bar, make('div', { class: 'frame' },
    make('nav', { 'class': 'contents', 'aria-label': words.contents },
      make('ul', {}, ...links.map((link) => link.element))),
    make('main', {}, intro, ...page.sections.map(createSection), missingCard, sendCard)));

  resume();
  if (storage === null)
    tell('warning', words.noStorage);
  showAll();

  window.addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', keepNow);
  window.addEventListener('beforeunload', (event) => {
    keepNow();
    if (storage === null && unsaved)
      event.preventDefault();
  });
})();
