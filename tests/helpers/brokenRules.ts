import { contentOf, findBorder, nextBorder, previousBorder } from '@/lib/bitext/segments';
import { type DocumentState, isLocked, isNull, type TextState } from '@/lib/bitext/types';

/** What is wrong with a document, in words; empty when every rule of the model holds. */
export function brokenRules(state: DocumentState): string[] {
  const broken: string[] = [];
  const beadIds = new Set<string>();
  for (const { id, sourceTextId, targetTextId, beads } of Object.values(state.bitexts)) {
    const [source, target] = [state.texts[sourceTextId]!, state.texts[targetTextId]!];
    let [i, j] = [0, 0];
    for (const bead of beads) {
      const say = (what: string) => broken.push(`${what}: bead ${bead.id} of ${id}`);
      if (beadIds.has(bead.id)) say('an id twice');
      beadIds.add(bead.id);
      if (bead.source.start !== i || bead.target.start !== j) say('does not start where the last one ended');
      if (bead.source.end < i || bead.target.end < j) say('runs backwards');
      if (bead.source.end === i && bead.target.end === j) say('empty');
      [i, j] = [bead.source.end, bead.target.end];
      if (!findBorder(source, i) || !findBorder(target, j)) say('ends inside a segment');
      if (bead.reason && !isNull(bead)) say('a reason with two sides');
      if (isLocked(bead) && isNull(bead) && !bead.reason) say('confirmed null without a reason');
      if (new Set(bead.authors).size !== bead.authors.length) say('an author twice');
    }
    if (beads.length && (i !== endOf(source) || j !== endOf(target)))
      broken.push(`does not reach the end: ${id}`);
  }
  for (const text of Object.values(state.texts)) broken.push(...brokenText(text));
  for (const { id, beadId } of state.comments)
    if (!beadIds.has(beadId)) broken.push(`comment ${id} on a bead that is gone`);
  return broken;
}

const endOf = (text: TextState) => text.borders.at(-1)!.at;

function brokenText(text: TextState): string[] {
  const broken: string[] = [];
  const end = text.paragraphs.at(-1)!.start + text.paragraphs.at(-1)!.content.length;
  const offsets = text.borders.map((border) => border.at);
  if (offsets[0] !== 0 || offsets.at(-1) !== end) broken.push(`borders do not cover ${text.id}`);
  if (offsets.some((at, k) => k > 0 && at <= offsets[k - 1]!))
    broken.push(`borders out of order in ${text.id}`);
  let last = 0;
  for (const { start, end: stop, old, reading } of text.corrections) {
    const say = (what: string) => broken.push(`${what}: correction at ${start} of ${text.id}`);
    if (start < last) say('overlaps the one before');
    last = stop;
    if (contentOf(text, { start, end: stop }) !== old) say('does not say what was there');
    if (old === reading) say('changes nothing');
    const segmentStart = findBorder(text, start)?.at ?? previousBorder(text, start)?.at;
    if (segmentStart === undefined || nextBorder(text, start)!.at < stop) say('runs over a border');
  }
  return broken;
}
