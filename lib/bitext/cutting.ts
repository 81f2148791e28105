import { err, ok, type Result } from '@/lib/result';
import { type Change, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { changesLetters, minimalCorrection } from './correction';
import { beadsHolding } from './find';
import { withAuthor } from './membership';
import {
  contentOf,
  correctionsIn,
  findBorder,
  nextBorder,
  previousBorder,
  readingOf,
  segmentAt,
} from './segments';
import { type DocumentState, isLocked } from './types';

type Of<T extends BeadCommand['type']> = Extract<BeadCommand, { type: T }>;

/** Cuts the segment around `at` in two. No text and no bead changes. */
export function planCutSegment(state: DocumentState, command: Of<'cutSegment'>): Result<Change> {
  const text = state.texts[command.text];
  const { at } = command;
  const before = text && previousBorder(text, at);
  if (!before || !nextBorder(text, at) || findBorder(text, at)) return err('segment.badCut');
  const pair = contentOf(text, { start: at - 1, end: at + 1 });
  if (/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(pair)) return err('segment.badCut');
  if (text.corrections.some((c) => c.start < at && at < c.end)) return err('segment.correctionCut');
  return ok({
    ...NO_CHANGE,
    borders: [{ textId: text.id, before: null, after: { at, kind: 'editor' } }],
  });
}

/** Takes a cut back, unless a bead begins there. Paragraphs stay apart. */
export function planJoinSegments(state: DocumentState, command: Of<'joinSegments'>): Result<Change> {
  const text = state.texts[command.text];
  const border = text && findBorder(text, command.at);
  if (!border || border.kind === 'paragraph') return err('segment.noCut');
  const inUse = Object.values(state.bitexts).some((bitext) => {
    const side =
      bitext.sourceTextId === text.id ? 'source' : bitext.targetTextId === text.id ? 'target' : null;
    return (
      side && bitext.beads.some((bead) => bead[side].start === border.at || bead[side].end === border.at)
    );
  });
  if (inUse) return err('segment.cutInUse');
  return ok({
    ...NO_CHANGE,
    borders: [{ textId: text.id, before: border, after: null }],
  });
}

/**
 * Puts a reading over a segment. White space around it stays as imported. Only when letters or
 * digits change do the beads over it lose their confirmation, and get one more author.
 */
export function planCorrect(
  state: DocumentState,
  command: Of<'correct'>,
  context: CommandContext,
): Result<Change> {
  const text = state.texts[command.text];
  const segment = text && segmentAt(text, command.start);
  if (!segment) return err('bead.notFound');
  const body = command.reading.trim();
  if (!body) return err('segment.emptyCorrection');
  const original = contentOf(text, segment);
  const lead = original.slice(0, original.length - original.trimStart().length);
  const trail = original.slice(original.trimEnd().length);
  const reading = lead + body.normalize('NFC') + trail;
  const earlier = correctionsIn(text, segment);
  const was = readingOf(text, segment);
  if (reading === was || body === was.trim()) return ok(NO_CHANGE);
  // Typing the original again (or a merely recomposed form of it) takes the correction back.
  const correction =
    reading.normalize('NFC') === original.normalize('NFC')
      ? null
      : minimalCorrection(segment, original, reading);
  const gone = earlier.filter((c) => c.start !== correction?.start);
  const same = earlier.find((c) => c.start === correction?.start) ?? null;
  const touched = changesLetters(was, reading)
    ? beadsHolding(state, text.id, segment.start).filter(
        ({ bead }) => isLocked(bead) || !bead.authors.includes(context.actorId),
      )
    : [];
  return ok({
    ...NO_CHANGE,
    corrections: [
      ...gone.map((before) => ({ textId: text.id, before, after: null })),
      ...(correction ? [{ textId: text.id, before: same, after: correction }] : []),
    ],
    beads: touched.map(({ bitext, bead }) => ({
      bitextId: bitext.id,
      before: bead,
      after: {
        ...bead,
        status: isLocked(bead) ? ('proposed' as const) : bead.status,
        // Whoever changed the words has a part in the bead, and may not approve it later.
        authors: withAuthor(bead, context.actorId),
      },
    })),
  });
}
