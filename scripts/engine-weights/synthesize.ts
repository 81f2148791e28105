/** Makes training documents of the kinds the gold sets have (see the README of the corpora) from clean pairs of units. */
import { seeded } from './random';

export type Gold = [number[], number[]][];
export type Made = { source: string[]; target: string[]; gold: Gold };
export type Clean = readonly (readonly [source: string, target: string])[];

type Piece = { source: string[]; target: string[] };
type Random = () => number;

/** One document of `task` from consecutive clean pairs; `foreign` are pairs of another place, for what is put in. */
export function synthesize(task: string, name: string, pairs: Clean, foreign: Clean): Made {
  const random = seeded(`${task} ${name}`);
  switch (task) {
    case 'P':
      return build(runs(pairs.map(unit), random).map(glued));
    case 'PH':
      return build(runs(pairs.map(unit), random).map((run) => glued(freely(run, foreign, random))));
    case 'N':
      return build(
        holes(runs(pairs.map(unit), random).map(glued), runs(foreign.map(unit), random).map(glued), random),
      );
    case 'S':
      return build(disturbed(pairs.map(unit), 0.07, random));
    case 'S20':
      return build(disturbed(pairs.map(unit), 0.24, random));
    default:
      throw new RangeError(`no task ${task}`);
  }
}

const unit = ([source, target]: readonly [string, string]): Piece => ({ source: [source], target: [target] });

/** Runs of 1-6 pieces in a row. */
function runs(pieces: readonly Piece[], random: Random): Piece[][] {
  const out: Piece[][] = [];
  for (let k = 0; k < pieces.length; ) {
    const size = 1 + Math.floor(random() * 6);
    out.push(pieces.slice(k, k + size));
    k += size;
  }
  return out;
}

function glued(run: readonly Piece[]): Piece {
  const target = run.flatMap((piece) => piece.target).join(' ');
  return { source: run.flatMap((piece) => piece.source), target: target === '' ? [] : [target] };
}

/** A free translation of a run: left out, put in, joined, cut. The first sentence always stays. */
function freely(run: readonly Piece[], foreign: Clean, random: Random): Piece[] {
  const out: Piece[] = [];
  for (let k = 0; k < run.length; k++) {
    let { source, target } = run[k];
    const dice = random();
    if (k > 0 && dice < 0.04) target = [];
    else if (dice < 0.06) target = [...target, foreign[Math.floor(random() * foreign.length)][1]];
    else if (dice < 0.11) target = cut(target[0], random);
    else if (dice < 0.16) source = cut(source[0], random);
    else if (dice < 0.28 && k + 1 < run.length) target = [softened(target[0], random)];
    else if (dice < 0.33 && k + 1 < run.length) {
      out.push({
        source: [`${softened(source[0], random)} ${lowered(run[k + 1].source[0])}`],
        target: [...target, ...run[k + 1].target],
      });
      k++;
      continue;
    }
    out.push({ source, target });
  }
  return out;
}

/** A sentence that ends in a clause mark instead of its stop. */
function softened(text: string, random: Random): string {
  return text.replace(/[.!?:]["'”’`]*$/, random() < 0.5 ? ',' : ';');
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A text cut in two at a clause mark, or whole if it has none well inside. */
function cut(text: string, random: Random): string[] {
  const places = [...text.matchAll(/[;:,]\s/g)].map((hit) => hit.index + 1);
  const inside = places.filter((at) => at > 0.15 * text.length && at < 0.85 * text.length);
  if (inside.length === 0) return [text];
  const at = inside[Math.floor(random() * inside.length)];
  return [text.slice(0, at), text.slice(at).trim()];
}

/** Pieces missing on either side, one larger hole, and pieces of another text put in on either side. */
function holes(pieces: readonly Piece[], foreign: readonly Piece[], random: Random): Piece[] {
  const hole = Math.floor(random() * Math.max(1, pieces.length - 6));
  const holeSide = random() < 0.6 ? 'target' : 'source';
  const holeSize = 3 + Math.floor(random() * 3);
  const other = () => foreign[Math.floor(random() * foreign.length)];
  const out: Piece[] = [];
  pieces.forEach((piece, k) => {
    const dice = random();
    if (dice < 0.07) out.push({ source: [], target: other().target });
    else if (dice < 0.12) out.push({ source: other().source, target: [] });
    const inHole = k >= hole && k < hole + holeSize;
    if ((inHole && holeSide === 'target') || (dice >= 0.12 && dice < 0.2))
      out.push({ source: piece.source, target: [] });
    else if (inHole || (dice >= 0.2 && dice < 0.26)) out.push({ source: [], target: piece.target });
    else out.push(piece);
  });
  return out;
}

/** Sentences of which a share is no 1-1 bead: 2-1, 1-2, 2-2 by cutting, 1-0 and 0-1 by leaving out. */
function disturbed(pieces: readonly Piece[], share: number, random: Random): Piece[] {
  return pieces.map(({ source, target }) => {
    if (random() >= share) return { source, target };
    const dice = random();
    if (dice < 0.22) return { source, target: [] };
    if (dice < 0.44) return { source: [], target };
    if (dice < 0.7) return { source: cut(source[0], random), target };
    if (dice < 0.9) return { source, target: cut(target[0], random) };
    return { source: cut(source[0], random), target: cut(target[0], random) };
  });
}

function build(pieces: readonly Piece[]): Made {
  const out: Made = { source: [], target: [], gold: [] };
  for (const piece of pieces) {
    if (piece.source.length + piece.target.length === 0) continue;
    const range = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
    out.gold.push([
      range(out.source.length, piece.source.length),
      range(out.target.length, piece.target.length),
    ]);
    out.source.push(...piece.source);
    out.target.push(...piece.target);
  }
  return out;
}
