import { sharePositions } from './find';
import { byPlace } from './inOrder';
import type { Bead, BitextId, Border, Comment, Correction, DocumentState, TextId } from './types';

/**
 * What an edit did, as rows before and after. The mirror image of a change is its undo, so every
 * command is undoable by construction and nothing needs an inverse of its own.
 */
export type Change = {
  beads: readonly RowChange<Bead, { bitextId: BitextId }>[];
  borders: readonly RowChange<Border, { textId: TextId }>[];
  corrections: readonly RowChange<Correction, { textId: TextId }>[];
  comments: readonly RowChange<Comment>[];
  /** Texts that another version took the place of. Beads then stand in the version that `after` names. */
  texts?: readonly TextSwap[];
};

/** Both versions stay stored; the ids say which one the document has. */
export type TextSwap = { lang: string; before: TextId; after: TextId };

/** `before` null: the row is new. `after` null: it is gone. Never both. */
export type RowChange<Row, Place = unknown> = Place & {
  before: Row | null;
  after: Row | null;
};

export const NO_CHANGE: Change = {
  beads: [],
  borders: [],
  corrections: [],
  comments: [],
};

export function isNoChange(change: Change): boolean {
  return (
    !change.beads.length &&
    !change.borders.length &&
    !change.corrections.length &&
    !change.comments.length &&
    !change.texts?.length
  );
}

/** The change that takes `change` back. `invert(invert(c))` equals `c`. */
export function invert(change: Change): Change {
  const swap = <T extends RowChange<unknown>>(row: T): T => ({
    ...row,
    before: row.after,
    after: row.before,
  });
  return {
    beads: change.beads.map(swap),
    borders: change.borders.map(swap),
    corrections: change.corrections.map(swap),
    comments: change.comments.map(swap),
    ...(change.texts && {
      texts: change.texts.map(({ lang, before, after }) => ({ lang, before: after, after: before })),
    }),
  };
}

const placeOf = (row: object): string => {
  const { bitextId, textId } = row as { bitextId?: string; textId?: string };
  return bitextId ?? textId ?? '';
};
const keyOf = (row: object): string => {
  const { id, at, start } = row as { id?: string; at?: number; start?: number };
  return String(id ?? at ?? start);
};

/**
 * First `a`, then `b`, as one change: first `before`, last `after`; what came and went is left out. Of edits only:
 * a text that is replaced has an event of its own.
 */
export function compose(a: Change, b: Change): Change {
  const merge = <Row extends object, Place>(
    xs: readonly RowChange<Row, Place>[],
    ys: readonly RowChange<Row, Place>[],
  ): RowChange<Row, Place>[] => {
    const merged = new Map<string, RowChange<Row, Place>>();
    for (const row of [...xs, ...ys]) {
      const key = `${placeOf(row)}/${keyOf((row.before ?? row.after)!)}`;
      const earlier = merged.get(key);
      const next = earlier ? { ...row, before: earlier.before } : row;
      if (next.before || next.after) merged.set(key, next);
      else merged.delete(key);
    }
    return [...merged.values()];
  };
  return {
    beads: merge(a.beads, b.beads),
    borders: merge(a.borders, b.borders),
    corrections: merge(a.corrections, b.corrections),
    comments: merge(a.comments, b.comments),
  };
}

/**
 * The state with the change made. Rows keep their order by position; `state` itself stays as it is. The texts of a swap
 * are not in it: who meets one reads the document again.
 */
export function applyChange(state: DocumentState, change: Change): DocumentState {
  let { texts, bitexts, comments } = state;
  for (const [bitextId, rows] of groupBy(change.beads, (row) => row.bitextId)) {
    const bitext = bitexts[bitextId];
    if (!bitext) continue;
    bitexts = {
      ...bitexts,
      [bitextId]: { ...bitext, beads: replaceBeads(bitext.beads, rows) },
    };
  }
  for (const [textId, rows] of groupBy(change.borders, (row) => row.textId)) {
    const text = texts[textId];
    if (text)
      texts = {
        ...texts,
        [textId]: {
          ...text,
          borders: replaceRows(text.borders, rows, (b) => b.at),
        },
      };
  }
  for (const [textId, rows] of groupBy(change.corrections, (row) => row.textId)) {
    const text = texts[textId];
    if (text)
      texts = {
        ...texts,
        [textId]: {
          ...text,
          corrections: replaceRows(text.corrections, rows, (c) => c.start),
        },
      };
  }
  if (change.comments.length) {
    const gone = new Set(change.comments.map((row) => (row.before ?? row.after)!.id));
    const added = change.comments.flatMap((row) => row.after ?? []);
    comments = [...comments.filter((c) => !gone.has(c.id)), ...added].sort(byTime);
  }
  return { texts, bitexts, comments };
}

const byTime = (a: Comment, b: Comment) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

/** An edit in a document of 50,000 beads costs one copy of the array; where nothing moves, not even a comparison. */
function replaceBeads(beads: readonly Bead[], rows: readonly RowChange<Bead>[]): readonly Bead[] {
  const inPlace = replaceInPlace(beads, rows);
  if (inPlace) return inPlace;
  const touched = new Set(rows.map((row) => (row.before ?? row.after)!.id));
  const kept = beads.filter((bead) => !touched.has(bead.id));
  const added = rows.flatMap((row) => row.after ?? []).sort(byPlace);
  return mergeSorted(kept, added, byPlace);
}

/** Beads that stay where they are, such as those that are confirmed; null when one comes, goes or moves. */
function replaceInPlace(beads: readonly Bead[], rows: readonly RowChange<Bead>[]): readonly Bead[] | null {
  const replaced = beads.slice();
  for (const { before, after } of rows) {
    if (!before || !after || before.id !== after.id || byPlace(before, after) !== 0) return null;
    if (before.target.end !== after.target.end) return null;
    let low = 0;
    let high = beads.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (byPlace(beads[middle], after) < 0) low = middle + 1;
      else high = middle;
    }
    if (beads[low]?.id !== after.id) return null;
    replaced[low] = after;
  }
  sharePositions(beads, replaced);
  return replaced;
}

function replaceRows<Row>(
  rows: readonly Row[],
  changes: readonly RowChange<Row>[],
  at: (row: Row) => number,
): Row[] {
  const touched = new Set(changes.map((c) => at((c.before ?? c.after)!)));
  const kept = rows.filter((row) => !touched.has(at(row)));
  const added = changes.flatMap((c) => c.after ?? []).sort((a, b) => at(a) - at(b));
  return mergeSorted(kept, added, (a, b) => at(a) - at(b));
}

function mergeSorted<T>(a: readonly T[], b: readonly T[], order: (x: T, y: T) => number): T[] {
  const out: T[] = [];
  let i = 0;
  for (const y of b) {
    while (i < a.length && order(a[i], y) <= 0) out.push(a[i++]);
    out.push(y);
  }
  while (i < a.length) out.push(a[i++]);
  return out;
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
