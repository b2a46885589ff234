/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
'use strict';

/*
 * Controls: what an answer is typed or chosen in, one kind for each type of question.
 *
 * A control is { element, show (value), mark (invalid) }. It calls changed (value, draft) when the
 * person changes it: value is in canonical form (see Rules), and draft is what was typed when that is
 * no value of the type yet. Text only ever becomes text: nothing here parses markup.
 */
const Controls = (() => {
  /* More choices than these are a list that folds out. */
  const MOST_RADIOS = 7;
  /* A table whose columns would be narrower scrolls to its side. */
  const COLUMN_REM = 8;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true)
        element.setAttribute(key, '');
      else if (value !== undefined && value !== false)
        element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  function button(label, style, clicked) {
    const element = make('button', { type: 'button', class: style }, label);
    element.addEventListener('click', clicked);
    return element;
  }

  const describe = (place) => ({
    'id': place.id,
    'aria-label': place.label,
    'aria-describedby': place.describedBy,
  });

  const marker = (element) => (invalid) => {
    if (invalid)
      element.setAttribute('aria-invalid', 'true');
    else
      element.removeAttribute('aria-invalid');
  };

  /* --- Text --- */

  /* A box for text; read (text) makes the value of it. */
  function createBox(element, read, changed) {
    element.addEventListener('input', () => {
      const text = Answers.clean(element.value);
      const value = read(text);
      changed(value, value === undefined && text.trim() !== '' ? text : undefined);
    });
    return {
      element,
      show(value, draft) {
        element.value = draft !== undefined ? draft : value !== undefined ? String(value) : '';
      },
      mark: marker(element),
    };
  }

  const readText = Rules.normalize;

  function createLine(spec, place, changed) {
    const style = { version: 'short', integer: 'short', date: 'short' }[spec.type];
    const input = make('input', Object.assign(describe(place), {
      type: spec.type === 'date' ? 'date' : 'text',
      class: style,
      autocomplete: 'off',
      dir: spec.type === 'text' ? 'auto' : undefined,
      inputmode: spec.type === 'integer' ? 'numeric' : undefined,
      min: spec.type === 'date' ? '1970-01-01' : undefined,
      max: spec.type === 'date' ? '2199-12-31' : undefined,
    }));
    return createBox(input, spec.type === 'integer' ? Rules.readInteger : readText, changed);
  }

  function createParagraph(spec, place, changed) {
    const area = make('textarea', Object.assign(describe(place), { dir: 'auto' }));
    /* For browsers that do not know field-sizing: as many rows as there are lines. */
    const grow = () => { area.rows = Math.max(4, area.value.split('\n').length); };
    const control = createBox(area, readText, (value, draft) => {
      grow();
      changed(value, draft);
    });
    const show = control.show;
    control.show = (value, draft) => {
      show(value, draft);
      grow();
    };
    return control;
  }

  /* --- Choices --- */

  function createList(spec, place, changed) {
    const select = make('select', describe(place), make('option', { value: '' }),
      ...spec.choices.map((choice) => make('option', { value: choice.value }, choice.label)));
    select.addEventListener('change', () => changed(readText(select.value)));
    return {
      element: select,
      show(value) { select.value = value !== undefined ? value : ''; },
      mark: marker(select),
    };
  }

  function createOption(type, name, label, changed, place) {
    const input = make('input', Object.assign({ type, name }, place ? describe(place) : {}));
    input.addEventListener('change', changed);
    return { input, element: make('label', { class: 'option' }, input, label) };
  }

  function createRadios(spec, place, changed) {
    const options = spec.choices.map((choice) =>
      createOption('radio', place.id, choice.label, () => choose(choice.value)));
    const clear = button(strings().clear, 'link', () => {
      choose(undefined);
      options[0].input.focus();
    });
    const show = (value) => {
      options.forEach((option, i) => {
        option.input.checked = spec.choices[i].value === value;
      });
      clear.hidden = value === undefined;
    };
    const choose = (value) => {
      show(value);
      changed(value);
    };
    return {
      element: make('div', {}, ...options.map((option) => option.element), clear),
      show,
      mark: () => {},
    };
  }

  function createChecks(spec, place, changed) {
    const options = spec.choices.map((choice) =>
      createOption('checkbox', place.id, choice.label, () => {
        const value = spec.choices.filter((c, i) => options[i].input.checked).map((c) => c.value);
        changed(Rules.normalize(value));
      }));
    return {
      element: make('div', {}, ...options.map((option) => option.element)),
      show(value) {
        options.forEach((option, i) => {
          option.input.checked = value !== undefined && value.includes(spec.choices[i].value);
        });
      },
      mark: () => {},
    };
  }

  function createAcknowledgement(spec, place, changed) {
    const option = createOption('checkbox', place.id, place.label === undefined
      ? strings().acknowledged : '', () => changed(option.input.checked ? true : undefined), place);
    return {
      element: option.element,
      show(value) { option.input.checked = value === true; },
      mark: marker(option.input),
    };
  }

  /* --- Tables --- */

  const fill = (text, number) => text.replace('{number}', String(number));

  /* The rows are kept beside the answer: a row that is still empty is no part of it. The object of a
   * row is another one whenever the row changes, so that others know those that did not. */
  function createTable(spec, place, changed) {
    const body = make('tbody', {});
    let rows = [];

    const value = () => {
      const filled = rows.map((row) => row.value).filter((row) => Object.keys(row).length > 0);
      return filled.length > 0 ? filled : undefined;
    };
    const drafts = () => {
      const found = rows.map((row) => row.drafts);
      return found.some((row) => Object.keys(row).length > 0) ? found : undefined;
    };
    const tell = () => changed(value(), drafts());

    function number() {
      rows.forEach((row, i) => row.number(i + 1));
    }

    function createRow() {
      const row = { value: Answers.copy(), drafts: Answers.copy() };
      const key = place.id + '-r' + createRow.count++;
      const cells = spec.columns.map((column) => createCell(row, column, key));
      const remove = button('\u00d7', 'remove', () => removeRow(row));
      row.cells = cells;
      row.element = make('tr', {}, ...cells.map((cell) => cell.element),
        make('td', { class: 'tools' }, remove));
      row.number = (n) => {
        cells.forEach((cell) => cell.number(n));
        remove.setAttribute('aria-label', fill(strings().removeRow, n));
        remove.title = remove.getAttribute('aria-label');
      };
      row.show = (values, texts) => {
        row.value = Answers.copy(values);
        row.drafts = Answers.copy(texts);
        cells.forEach((cell) => cell.show(row.value[cell.id], row.drafts[cell.id]));
      };
      return row;
    }
    createRow.count = 0;

    function createCell(row, column, key) {
      const id = key + '-' + column.id;
      const problem = make('p', { class: 'problem', id: id + '-problem', hidden: true });
      let marked;
      const control = create(column, { id, label: column.label, describedBy: problem.id },
        (cell, draft) => {
          row.value = Answers.copy(row.value);
          Answers.assign(row.value, column.id, cell);
          Answers.assign(row.drafts, column.id, draft);
          tell();
        }, true);
      const named = control.element.querySelector('input') || control.element;
      return {
        id: column.id,
        element: make('td', { 'data-label': column.label }, control.element, problem),
        show: control.show,
        wrong: (r) => (r.drafts[column.id] !== undefined ? strings()[column.type] : undefined),
        number: (n) => named.setAttribute('aria-label',
          column.label + ', ' + fill(strings().row, n)),
        mark(text) {
          if (text === marked)
            return;
          marked = text;
          control.mark(text !== undefined);
          problem.textContent = text || '';
          problem.hidden = text === undefined;
        },
      };
    }

    function append(values, texts) {
      const row = createRow();
      row.show(values, texts);
      rows.push(row);
      return row;
    }

    function addRow() {
      const row = append({}, {});
      body.append(row.element);
      number();
      row.element.querySelector('input, select, textarea').focus();
    }

    function removeRow(row) {
      const i = rows.indexOf(row);
      rows.splice(i, 1);
      row.element.remove();
      number();
      const next = rows[Math.min(i, rows.length - 1)];
      (next ? next.element.querySelector('.remove') : add).focus();
      tell();
    }

    const add = button(strings().addRow, 'add', addRow);
    const head = make('thead', {}, make('tr', {},
      ...spec.columns.map((column) => make('th', { scope: 'col' }, column.label)),
      make('th', { class: 'tools' }, make('span', { 'aria-label': strings().removeColumn }))));
    const table = make('table', {}, head, body);
    table.style.minInlineSize = spec.columns.length * COLUMN_REM + 'rem';
    return {
      element: make('div', {}, make('div', { class: 'table' }, table), add),
      show(values, texts) {
        rows = [];
        const count = Math.max(values ? values.length : 0, texts ? texts.length : 0, 1);
        for (let i = 0; i < count; i++)
          append(values && values[i], texts && texts[i]);
        number();
        body.replaceChildren(...rows.map((row) => row.element));
      },
      /* Shows the problems of single cells; their rows count as the answer does: the filled ones. */
      markCells(problems) {
        const texts = new Map();
        for (const { row, column, text } of problems)
          texts.set(row, Answers.copy({ [column]: text }, texts.get(row)));
        let n = 0;
        for (const row of rows) {
          const filled = Object.keys(row.value).length > 0;
          const own = (filled && texts.get(n)) || Answers.copy();
          for (const cell of row.cells)
            cell.mark(cell.wrong(row) || own[cell.id]);
          if (filled)
            n++;
        }
      },
      mark: () => {},
    };
  }

  /* --- Any --- */

  function create(spec, place, changed, inCell) {
    switch (spec.type) {
    case 'paragraph':
      return createParagraph(spec, place, changed);
    case 'choice':
    case 'yes-no':
      return inCell || spec.choices.length > MOST_RADIOS ? createList(spec, place, changed)
                                                         : createRadios(spec, place, changed);
    case 'choices':
      return createChecks(spec, place, changed);
    case 'acknowledgement':
      return createAcknowledgement(spec, place, changed);
    case 'table':
      return createTable(spec, place, changed);
    default:
      return createLine(spec, place, changed);
    }
  }

  /* Several controls below one label are a group. */
  const isGroup = (spec) => spec.type === 'choices' || spec.type === 'table'
    || ((spec.type === 'choice' || spec.type === 'yes-no') && spec.choices.length <= MOST_RADIOS);

  let words = {};
  const strings = () => words;
  const setStrings = (all) => { words = all; };

  return { button, create, isGroup, make, setStrings };
})();
