/** The page's only script: searching and sorting rows that are there already. It makes no markup and asks nobody. */
import { createHash } from 'node:crypto'
import { Markup } from './markup.ts'

const SOURCE = `
'use strict';
for (const box of document.querySelectorAll('.search')) {
  const input = box.querySelector('input');
  const rows = [...document.querySelector('[data-rows="' + input.dataset.search + '"]').children];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  box.hidden = false;
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let found = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      if (!row.hidden) found += 1;
    });
    box.querySelector('[role=status]').textContent = words.length === 0 ? '' : found + ' / ' + rows.length;
  });
}
for (const button of document.querySelectorAll('[data-sort]')) {
  const head = button.parentElement;
  const body = head.closest('table').tBodies[0];
  const column = head.cellIndex;
  const valueOf = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const order = new Intl.Collator([], { numeric: true });
  button.addEventListener('click', () => {
    const isUp = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.setAttribute('aria-sort', 'none');
    head.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
    const rows = [...body.rows].sort((one, other) => order.compare(valueOf(one), valueOf(other)));
    body.append(...(isUp ? rows.reverse() : rows));
  });
}
`

export const SCRIPT = Markup.script(SOURCE)

/** What the page's policy lets run: this text and no other. */
export const SCRIPT_HASH = `sha256-${createHash('sha256').update(SOURCE).digest('base64')}`
