import type { TextState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { Attachment, IdLink } from './Attachment';
import { placeByText } from './placeByText';
import { countedIds, type UnitPlaces, unitPlaces } from './unitPlaces';

/** Which of our texts the first half of each link speaks of, if a person has said so. */
export type AttachOrder = 'sourceFirst' | 'targetFirst';

/** The links of a file over units of our texts: where each unit begins, and which links join them. */
export type Resolved = {
  links: TextLink<LinkAbout>[];
  source: UnitPlaces;
  target: UnitPlaces;
  order: AttachOrder;
};

type Half = 0 | 1;
type Texts = { source: TextState; target: TextState };
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

/** With the file's own texts: which of them is which of ours is known by their words, which half is which by its ids. */
function resolveByTexts(
  { links, texts: theirs, file }: Extract<Attachment, { by: 'ids' }>,
  texts: Texts,
  wanted?: AttachOrder,
): Result<Resolved> {
  if (theirs.length !== 2) return err('import.textsMissing', { file, count: theirs.length });
  let furthest: { differsAt: number; name: string } | null = null;
  const fitting: Resolved[] = [];
  for (const order of ORDERS) {
    if (wanted && order !== wanted) continue;
    for (const [x, y] of [
      [0, 1],
      [1, 0],
    ]) {
      const halves = [theirs[x], theirs[y]].map((text, half) => text.halves[half as Half]);
      const numbers = halves.map((list) => new Map(list.map(({ id }, at) => [id, at])));
      const known = ([0, 1] as const).every((half) =>
        [...idsOf(links, half)].every((id) => numbers[half].has(id)),
      );
      if (!known) continue;
      const placed = sidesOf(texts, order).map((text, half) => placeByText(halves[half], text));
      const [a, b] = placed;
      if ('places' in a && 'places' in b) {
        const numbered = links.map(({ halves: [first, second], about }) => ({
          source: first.map((id) => numbers[0].get(id)!),
          target: second.map((id) => numbers[1].get(id)!),
          data: about,
        }));
        fitting.push(inOurOrder(numbered, [a.places, b.places], order));
        continue;
      }
      for (const [half, one] of placed.entries())
        if ('differsAt' in one && (!furthest || one.differsAt > furthest.differsAt))
          furthest = { differsAt: one.differsAt, name: theirs[half === 0 ? x : y].name };
    }
  }
  if (fitting.length > 1) return err('attach.whichFirst', { file });
  if (fitting.length === 1) return ok(fitting[0]);
  if (furthest) return err('attach.textDiffers', { file: furthest.name, place: furthest.differsAt + 1 });
  const lost = links.find(({ halves }) =>
    halves.flat().some((id) => !theirs.some((text) => text.halves.flat().some((s) => s.id === id))),
  );
  return err('import.unknownId', { file, line: lost?.line ?? 1, id: lost?.halves.flat()[0] ?? '' });
}

const sidesOf = ({ source, target }: Texts, order: AttachOrder): [TextState, TextState] =>
  order === 'sourceFirst' ? [source, target] : [target, source];

function inOurOrder(
  links: readonly TextLink<LinkAbout>[],
  [first, second]: [UnitPlaces, UnitPlaces],
  order: AttachOrder,
): Resolved {
  if (order === 'sourceFirst') return { links: [...links], source: first, target: second, order };
  const turned = links.map(({ source, target, data }) => ({ source: target, target: source, data }));
  return { links: turned, source: second, target: first, order };
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
