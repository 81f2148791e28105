'use client';

import type { KeyboardEvent } from 'react';

const SENTENCE = '[data-sentence]';

/** The arrow keys of the page: along a column, or over to what belongs to the sentence in the next one. */
export function onSentenceKey(event: KeyboardEvent<HTMLElement>): void {
  const sentence = (event.target as Element).closest<HTMLElement>(SENTENCE);
  const column = sentence?.closest('[data-column]');
  if (!sentence || !column || event.altKey || event.ctrlKey || event.metaKey) return;
  const place = Number(column.getAttribute('data-column'));
  const inColumn = (at: number, which = SENTENCE) => [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${at}"] ${which}`),
  ];
  let next: HTMLElement | undefined;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const all = inColumn(place);
    next = all[all.indexOf(sentence) + (event.key === 'ArrowDown' ? 1 : -1)];
  } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
    // Focus has lit what belongs together.
    next = inColumn(place + (event.key === 'ArrowRight' ? 1 : -1), '[data-lit]')[0];
  else return;
  event.preventDefault();
  next?.focus();
}
