import type { Check } from './types';

type Ending = 'question' | 'exclamation' | 'dots' | 'stop' | 'colon' | 'none';
const CLOSERS = /[\s"'“”„’‘»«›‹`´)\]}\u200b]+$/u;
const LAST_CHARS = 12;

/** What a text ends with, closing quotes and brackets aside. */
function endingOf(text: string): Ending {
  const end = text.slice(-LAST_CHARS).replace(CLOSERS, '');
  const marks = /[.!?…:;。！？]+$/u.exec(end)?.[0] ?? '';
  if (/[?？]/.test(marks)) return 'question';
  if (/[!！]/.test(marks)) return 'exclamation';
  if (/…|\.{2}/.test(marks)) return 'dots';
  if (/[.。]/.test(marks)) return 'stop';
  return marks === '' ? 'none' : 'colon';
}

/** A question in one language and none in the other is worth a look; other marks are a matter of taste. */
export const ending: Check = {
  id: 'ending',
  find({ source, target }) {
    if (source.reading.length < 4 || target.reading.length < 4) return [];
    const here = endingOf(source.reading);
    const there = endingOf(target.reading);
    if (here === there || here === 'colon' || there === 'colon') return [];
    // A headline may take a stop or leave it; dots are often printed as a stop.
    const loose = (one: Ending) => one === 'stop' || one === 'none' || one === 'dots';
    if (loose(here) && loose(there)) return [];
    const question = here === 'question' || there === 'question';
    const asks = here === 'question' ? source.reading : target.reading;
    // Half of a question is none: the mark stands with the other half.
    const whole = question && (asks.match(/[?？]/g)?.length ?? 0) <= 1;
    const severity = whole && !(source.reading + target.reading).includes('!') ? 'warning' : 'info';
    return [{ severity, side: 'target', spans: [], params: { source: here, target: there } }];
  },
};
