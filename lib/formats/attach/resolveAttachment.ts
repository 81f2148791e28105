import type { TextState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { AttachedText, Attachment, IdLink } from './Attachment';
import { type PlacedReport, type PlacedUnits, placedUnits } from './placedUnits';
import { placeSegments } from './placeSegments';
import { countedIds, type UnitPlaces, unitPlaces } from './unitPlaces';

/** Which of our texts the first half of each link speaks of, if a person has said so. */
export type AttachOrder = 'sourceFirst' | 'targetFirst';

/** The links of a file over units of our texts: where each unit begins, and which links join them. */
export type Resolved = {
  links: TextLink<LinkAbout>[];
  source: UnitPlaces;
  target: UnitPlaces;
  order: AttachOrder;
  /** What was found of the file's own texts in ours, by side; null when it came without texts. */
  placed: { source: PlacedReport; target: PlacedReport } | null;
  /** Links that are left out, as some of their segments were not found. */
  leftOut: number;
};

type Half = 0 | 1;
type Texts = { source: TextState; target: TextState };
/** Of the segments of a file those that must be found in our texts, at least. */
const MOST_ARE_PLACED = 0.5;
const ORDERS: readonly AttachOrder[] = ['sourceFirst', 'targetFirst'];

/**
 * Says what the links of a file mean in our texts. Ids are looked up: in the texts that came with the file, which are
 * found in ours by their words, else in our own numbering. Lines are counted. Which half is which text follows from
 * what fits; where both orders fit and nothing tells them apart, `attach.whichFirst` asks for `wanted`.
 */
export function resolveAttachment(
  attachment: Attachment,
  texts: Texts,
  wanted?: AttachOrder,
): Result<Resolved> {
  if (attachment.by === 'ids' && attachment.texts.length) return resolveByTexts(attachment, texts, wanted);
  const fitting = ORDERS.filter((order) => !wanted || order === wanted).flatMap((order) => {
    const resolved =
      attachment.by === 'lines' ? byLines(attachment, texts, order) : byIds(attachment, texts, order);
    return resolved ? [resolved] : [];
  });
  if (fitting.length > 1 && attachment.by === 'ids') {
    const named = fitting.filter(({ order }) => speaksOf(attachment.langs, texts, order));
    if (named.length === 1) return ok(named[0]);
  }
  if (fitting.length > 1) return err('attach.whichFirst', { file: attachment.file });
  return fitting.length ? ok(fitting[0]) : err('attach.countsDiffer', countsOf(attachment, texts));
}

/** Whether the document names of the halves are in the languages of our texts, in this order. */
function speaksOf(langs: readonly (string | null)[], { source, target }: Texts, order: AttachOrder): boolean {
  const sides = order === 'sourceFirst' ? [source, target] : [target, source];
  const base = (lang: string) => lang.split('-')[0];
  return langs.every((lang, half) => lang !== null && base(lang) === base(sides[half].lang));
}

function byLines(
  { links, height }: Extract<Attachment, { by: 'lines' }>,
  texts: Texts,
  order: AttachOrder,
): Resolved | null {
  const [first, second] = sidesOf(texts, order);
  const places = [first, second].map((text, half) =>
    unitPlaces(text).find((one) => one.length - 1 === height[half]),
  );
  if (!places[0] || !places[1]) return null;
  return inOurOrder(links, [places[0], places[1]], order);
}

function byIds(
  { links }: Extract<Attachment, { by: 'ids' }>,
  texts: Texts,
  order: AttachOrder,
): Resolved | null {
  const found = sidesOf(texts, order).map((text, half) => {
    const ids = idsOf(links, half as Half);
    for (const places of unitPlaces(text)) {
      const numbers = countedIds(ids, places, text);
      // Ids that count mean ours only when they count all of them.
      if (numbers && new Set(numbers.values()).size === places.length - 1) return { places, numbers };
    }
    return null;
  });
  if (!found[0] || !found[1]) return null;
  const [a, b] = [found[0], found[1]];
  const numbered = links.map(({ halves, about }) => ({
    source: halves[0].map((id) => a.numbers.get(id)!),
    target: halves[1].map((id) => b.numbers.get(id)!),
    data: about,
  }));
  return inOurOrder(numbered, [a.places, b.places], order);
}

/** With the file's own texts: which half is which of them is known by its ids, which of them is which of ours by words. */
function resolveByTexts(
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

const sidesOf = ({ source, target }: Texts, order: AttachOrder): [TextState, TextState] =>
  order === 'sourceFirst' ? [source, target] : [target, source];

function inOurOrder(
  links: readonly TextLink<LinkAbout>[],
  [first, second]: [UnitPlaces, UnitPlaces],
  order: AttachOrder,
): Resolved {
  const bare = { order, placed: null, leftOut: 0 };
  if (order === 'sourceFirst') return { links: [...links], source: first, target: second, ...bare };
  const turned = links.map(({ source, target, data }) => ({ source: target, target: source, data }));
  return { links: turned, source: second, target: first, ...bare };
}

const idsOf = (links: readonly IdLink[], half: Half): Set<string> =>
  new Set(links.flatMap(({ halves }) => halves[half]));

function countsOf(attachment: Attachment, { source, target }: Texts) {
  const [first, second] =
    attachment.by === 'lines'
      ? attachment.height
      : [idsOf(attachment.links, 0).size, idsOf(attachment.links, 1).size];
  return {
    ...{ file: attachment.file, first, second },
    ...{ source: source.borders.length - 1, target: target.borders.length - 1 },
  };
}
