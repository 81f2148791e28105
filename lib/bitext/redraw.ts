import { err, ok, type Result } from '@/lib/result';
import { type Change, NO_CHANGE, type RowChange } from './change';
import type { BeadCommand, CommandContext, MadeBead } from './commands';
import { findBead, textOf } from './find';
import { findBorder } from './segments';
import { type Bead, type BitextState, type DocumentState, isLocked, type Side } from './types';

type Of<T extends BeadCommand['type']> = Extract<BeadCommand, { type: T }>;

/**
 * Draws a run of neighbouring beads anew. Locked beads are walls: a run that holds one is refused. A
 * person has chosen the new beads, so they are proposed and signed, whoever drew them.
 */
export function planRedraw(
  state: DocumentState,
  { beads: ids, made }: Of<'redraw'>,
  { actorId }: CommandContext,
): Result<Change> {
  const run = runOf(state, ids);
  if (!run) return err(ids.every((id) => findBead(state, id)) ? 'bead.badRun' : 'bead.notFound');
  const { bitext, beads } = run;
  if (beads.some(isLocked)) return err('bead.locked');
  if (!covers(state, bitext, beads, made)) return err('bead.badRun');
  const standing = new Map(beads.map((bead) => [placeOf(bead), bead]));
  const kept = new Set<string>();
  const added: RowChange<Bead>[] = [];
  for (const one of made) {
    const same = standing.get(placeOf(one));
    if (same) kept.add(same.id);
    else if (findBead(state, one.id)) return err('bead.badRun');
    else added.push({ before: null, after: drawn(one, beads, actorId) });
  }
  const gone = beads.filter((bead) => !kept.has(bead.id)).map((before) => ({ before, after: null }));
  return ok({ ...NO_CHANGE, beads: [...gone, ...added].map((row) => ({ bitextId: bitext.id, ...row })) });
}

/** The named beads, if they are neighbours in this order. */
function runOf(
  state: DocumentState,
  ids: readonly string[],
): { bitext: BitextState; beads: readonly Bead[] } | null {
  const beads: Bead[] = [];
  let bitext: BitextState | null = null;
  for (const id of ids) {
    const found = findBead(state, id);
    if (!found || (bitext && (found.bitext !== bitext || found.previous?.id !== beads.at(-1)?.id)))
      return null;
    bitext = found.bitext;
    beads.push(found.bead);
  }
  return bitext && { bitext, beads };
}

/** Whether the new beads form a chain over exactly the stretch of the old ones, on borders of segments. */
function covers(
  state: DocumentState,
  bitext: BitextState,
  beads: readonly Bead[],
  made: readonly MadeBead[],
): boolean {
  return (['source', 'target'] as const).every((side: Side) => {
    const text = textOf(state, bitext, side);
    let at = beads[0][side].start;
    for (const bead of made) {
      if (bead[side].start !== at || bead[side].end < at || !findBorder(text, bead[side].end)) return false;
      if (bead.source.start === bead.source.end && bead.target.start === bead.target.end) return false;
      at = bead[side].end;
    }
    return at === beads.at(-1)![side].end;
  });
}

/** Whoever had a part in a bead that the new one takes text from has a part in the new one. */
function drawn({ id, source, target, confidence }: MadeBead, beads: readonly Bead[], actorId: string): Bead {
  const meets = (bead: Bead, side: Side, span: { start: number; end: number }) =>
    bead[side].start < span.end && span.start < bead[side].end;
  const parents = beads.filter((bead) => meets(bead, 'source', source) || meets(bead, 'target', target));
  return {
    id,
    source: { ...source },
    target: { ...target },
    status: 'proposed',
    origin: confidence === null ? 'person' : 'machine',
    confidence,
    reason: null,
    authors: [...new Set([...parents.flatMap((bead) => bead.authors), actorId])],
    revision: 0,
  };
}

const placeOf = ({ source, target }: Pick<Bead, Side>) =>
  `${source.start}:${source.end}:${target.start}:${target.end}`;
