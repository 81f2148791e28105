import fc from 'fast-check';
import type { BeadCommand, MadeBead } from '@/lib/bitext/commands';
import { readingOf, segmentsIn } from '@/lib/bitext/segments';
import {
  type Bead,
  type BitextState,
  type DocumentState,
  NULL_REASONS,
  type TextState,
} from '@/lib/bitext/types';
import { idOf } from './randomDocument';

/** What somebody is about to do, before it is known in which document: numbers choose among what is there. */
export type Intent = { type: BeadCommand['type']; which: number; where: number; other: number; by: 0 | 1 };

/** Membership and text weigh more than the rest: that is where the rules are. */
const TYPES: BeadCommand['type'][] = [
  'confirm',
  'confirm',
  'reopen',
  'pullUp',
  'pushDown',
  'moveBorder',
  'join',
  'join',
  'cut',
  'cut',
  'redraw',
  'redraw',
  'setNull',
  'cutSegment',
  'cutSegment',
  'joinSegments',
  'joinSegments',
  'correct',
  'correct',
  'comment',
  'dispute',
  'resolve',
  'approve',
  'return',
];

export const intent: fc.Arbitrary<Intent> = fc.record({
  type: fc.constantFrom(...TYPES),
  which: fc.nat(999),
  where: fc.nat(999),
  other: fc.nat(999),
  by: fc.constantFrom(0 as const, 1 as const),
});

export const intents = (minLength: number, maxLength: number): fc.Arbitrary<Intent[]> =>
  fc.array(intent, { minLength, maxLength, size: 'max' });

/** The intents of a seeded random number generator, for tests too slow to run a hundred times. */
export function intentFrom(random: () => number): Intent {
  const upTo = (n: number) => Math.floor(random() * n);
  return {
    type: TYPES[upTo(TYPES.length)]!,
    which: upTo(1000),
    where: upTo(1000),
    other: upTo(1000),
    by: upTo(2) as 0 | 1,
  };
}

const at = <T>(rows: readonly T[], k: number): T => rows[k % rows.length]!;

/** The command of an intent in this state; often one that will be refused. `n` makes ids of new things. */
export function commandOf(
  state: DocumentState,
  { type, which, where, other }: Intent,
  n: number,
): BeadCommand {
  const bitext = at(Object.values(state.bitexts), other);
  const bead = at(bitext.beads, which);
  const text = at(Object.values(state.texts), other);
  const sideName = where % 2 ? 'source' : 'target';
  const side = state.texts[sideName === 'source' ? bitext.sourceTextId : bitext.targetTextId]!;
  const inside = (t: TextState, span: { start: number; end: number }, k: number) =>
    at(
      t.borders.map((b) => b.at).filter((offset) => span.start <= offset && offset <= span.end),
      k,
    );
  const [id, newBead] = [idOf(5, n), idOf(6, n)];
  switch (type) {
    case 'confirmAll':
      return { type, beads: bitext.beads.filter((_, k) => k % 3 === which % 3 || k === 0).map((b) => b.id) };
    case 'pullUp':
    case 'pushDown':
      return { type, bead: bead.id, side: sideName };
    case 'moveBorder':
      return { type, bead: bead.id, side: sideName, at: at(side.borders, where).at };
    case 'cut':
      return {
        type,
        bead: bead.id,
        sourceAt: inside(state.texts[bitext.sourceTextId]!, bead.source, where),
        targetAt: inside(state.texts[bitext.targetTextId]!, bead.target, Math.floor(where / 3)),
        newBead,
      };
    case 'redraw': {
      const from = which % bitext.beads.length;
      return redrawn(state, bitext, bitext.beads.slice(from, from + 1 + (where % 4)), where, n);
    }
    case 'setNull':
      return { type, bead: bead.id, reason: at(NULL_REASONS, where), newBead };
    case 'cutSegment':
      return { type, text: text.id, at: (which * 7 + where) % (text.borders.at(-1)!.at + 1) };
    case 'joinSegments':
      return { type, text: text.id, at: at(text.borders, which + where).at };
    case 'correct': {
      const segment = at(segmentsIn(text, { start: 0, end: text.borders.at(-1)!.at }), which);
      return { type, text: text.id, start: segment.start, reading: anotherReading(text, segment, where) };
    }
    case 'comment':
    case 'dispute':
    case 'return':
      return { type, bead: bead.id, id, body: 'Hm.' };
    case 'resolve': {
      const comment = state.comments.length ? at(state.comments, which) : null;
      return { type, bead: comment?.beadId ?? bead.id, comment: comment?.id ?? id };
    }
    default:
      return { type, bead: bead.id };
  }
}

/** Cuts the stretch of a run at borders that are drawn by lot. */
function redrawn(
  state: DocumentState,
  bitext: BitextState,
  run: readonly Bead[],
  dice: number,
  n: number,
): BeadCommand {
  const ends = (side: 'source' | 'target') => {
    const text = state.texts[side === 'source' ? bitext.sourceTextId : bitext.targetTextId]!;
    const [start, end] = [run[0]![side].start, run.at(-1)![side].end];
    return text.borders.map((b) => b.at).filter((offset) => start < offset && offset < end);
  };
  const [sources, targets] = [ends('source'), ends('target')];
  const made: MadeBead[] = [];
  let [i, j] = [run[0]!.source.start, run[0]!.target.start];
  const stops = Math.min(dice % 5, sources.length + targets.length);
  for (let k = 0; k <= stops; k++) {
    const last = k === stops;
    const source = last ? run.at(-1)!.source.end : (sources[Math.floor((k * sources.length) / stops)] ?? i);
    const target = last
      ? run.at(-1)!.target.end
      : (targets[Math.floor(((k + (dice % 2)) * targets.length) / stops)] ?? j);
    if (source < i || target < j || (source === i && target === j)) continue;
    made.push({
      id: idOf(4, n * 10 + k),
      source: { start: i, end: source },
      target: { start: j, end: target },
      confidence: dice % 3 ? 0.7 : null,
    });
    [i, j] = [source, target];
  }
  return { type: 'redraw', beads: run.map((bead) => bead.id), made };
}

/** Another word, other punctuation, an emoji, or the text as imported again. */
function anotherReading(text: TextState, segment: { start: number; end: number }, k: number): string {
  const reading = readingOf(text, segment);
  const middle = Math.floor(reading.length / 2);
  const choices = [
    `${reading.trim()}!`,
    `Đ${reading}`,
    `${reading.slice(0, middle)} ngày 🌅 ${reading.slice(middle)}`,
    readingOf({ ...text, corrections: [] }, segment),
    reading.replace(/\p{L}+/u, 'x'),
    reading.slice(1),
  ];
  return at(choices, k).replace(/\p{Cs}/gu, '');
}
