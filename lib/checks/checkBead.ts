import { CHECKS } from './registry';
import type { Check, CheckInput, Finding, Raw } from './types';

/** Everything that the checks find in one bead. A null bead is judged on the side it has. */
export function checkBead(input: CheckInput): Finding[] {
  const found: Finding[] = [];
  const isNull = input.source.reading === '' || input.target.reading === '';
  for (const check of CHECKS) {
    if (isNull && COMPARING.has(check.id)) continue;
    for (const raw of check.find(input)) {
      const fix = check.mend && fixOf(check, raw, input);
      found.push(fix ? { check: check.id, ...raw, fix } : { check: check.id, ...raw });
    }
  }
  return found;
}

/** They hold the two sides against each other. */
const COMPARING: ReadonlySet<Check['id']> = new Set([
  ...(['numbers', 'dates', 'names', 'length', 'duplicate', 'untranslated', 'ending', 'unbalanced'] as const),
]);

function fixOf(check: Check, raw: Raw, input: CheckInput): Finding['fix'] {
  const { segments, lang } = input[raw.side];
  const mended = segments.flatMap((segment, index) => {
    const reading = check.mend!(segment, lang);
    return reading === segment ? [] : [{ index, reading }];
  });
  // A segment can't be emptied: that one is for a person to decide.
  if (mended.some(({ reading }) => reading.trim() === '')) return undefined;
  return mended.length ? { kind: 'replace', segments: mended } : undefined;
}
