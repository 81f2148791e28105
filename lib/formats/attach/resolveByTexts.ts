import { err, ok, type Result } from '@/lib/result';
import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { AttachedText, Attachment, IdLink } from './Attachment';
import { type PlacedUnits, placedUnits } from './placedUnits';
import { placeSegments } from './placeSegments';
import {
  type AttachOrder,
  type Half,
  idsOf,
  inOurOrder,
  ORDERS,
  type Resolved,
  sidesOf,
  type Texts,
} from './Resolved';

/** Of the segments of a file those that must be found in our texts, at least. */
const MOST_ARE_PLACED = 0.5;

/** With the file's own texts: which half is which of them is known by its ids, which of them is which of ours by words. */
export function resolveByTexts(
  { links, texts: theirs, file }: Extract<Attachment, { by: 'ids' }>,
  texts: Texts,
  wanted?: AttachOrder,
): Result<Resolved> {
  if (theirs.length !== 2) return err('import.textsMissing', { file, count: theirs.length });
  const tried: Tried[] = [];
  for (const [x, y] of [
    [0, 1],
    [1, 0],
  ]) {
    const halves = [theirs[x], theirs[y]].map((text, half) => ({
      ...{ name: text.name, list: text.halves[half as Half] },
      numbers: new Map(text.halves[half as Half].map(({ id }, at) => [id, at])),
    }));
    const isKnown = ([0, 1] as const).every((half) =>
      [...idsOf(links, half)].every((id) => halves[half].numbers.has(id)),
    );
    if (!isKnown) continue;
    for (const order of ORDERS) {
      if (wanted && order !== wanted) continue;
      const sides = sidesOf(texts, order);
      const found = halves.map(({ list }, half) => placeSegments(list, sides[half]));
      const share = Math.min(
        ...found.map(({ placed }, half) => placed / Math.max(1, halves[half].list.length)),
      );
      const place = () =>
        found.map(({ segments }, half) => placedUnits(halves[half].name, segments, sides[half]));
      tried.push({ order, share, halves, found, place });
    }
  }
  const best = tried.toSorted((a, b) => b.share - a.share);
  if (!best.length) return unknownId(links, theirs, file);
  const [first, second] = best;
  if (first.share < MOST_ARE_PLACED) return tooFewPlaced(first);
  if (second && second.share === first.share) return err('attach.whichFirst', { file });
  return ok(joinPlaced(links, first));
}

type Tried = {
  order: AttachOrder;
  /** Of the segments of the text of which fewer were found. */
  share: number;
  halves: { name: string; list: readonly unknown[]; numbers: ReadonlyMap<string, number> }[];
  found: ReturnType<typeof placeSegments>[];
  place: () => PlacedUnits[];
};

/** The links whose segments were all found, over our units. */
function joinPlaced(links: readonly IdLink[], { order, halves, place }: Tried): Resolved {
  const units = place();
  const kept: TextLink<LinkAbout>[] = [];
  let leftOut = 0;
  for (const { halves: ids, about } of links) {
    const numbers = ids.map((own, half) =>
      own.map((id) => units[half].numbers[halves[half].numbers.get(id)!]),
    );
    const sides = numbers.map((own) => own.flatMap((one) => one ?? []));
    if (numbers.flat().includes(null)) leftOut++;
    else if (sides[0].length || sides[1].length)
      kept.push({ source: sides[0], target: sides[1], data: about });
  }
  const turned = inOurOrder(kept, [units[0].places, units[1].places], order);
  const [source, target] = order === 'sourceFirst' ? [0, 1] : [1, 0];
  return {
    ...turned,
    placed: { source: units[source].report, target: units[target].report },
    leftOut,
  };
}

function tooFewPlaced({ halves, found }: Tried): Result<never> {
  const worse =
    found[0].placed / Math.max(1, halves[0].list.length) <=
    found[1].placed / Math.max(1, halves[1].list.length)
      ? 0
      : 1;
  return err('attach.tooFewPlaced', {
    ...{ file: halves[worse].name, count: halves[worse].list.length, placed: found[worse].placed },
    place: found[worse].segments.indexOf(null) + 1,
  });
}

function unknownId(links: readonly IdLink[], theirs: readonly AttachedText[], file: string): Result<never> {
  const known = new Set(theirs.flatMap((text) => text.halves.flat().map(({ id }) => id)));
  for (const { halves, line } of links)
    for (const id of halves.flat()) if (!known.has(id)) return err('import.unknownId', { file, line, id });
  // Each is there, but not all of a half in one text.
  return err('import.ambiguousId', { file, line: links[0]?.line ?? 1, id: links[0]?.halves.flat()[0] ?? '' });
}
