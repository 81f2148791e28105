import { err, ok, type Result } from '@/lib/result';
import type { Attachment } from './Attachment';
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
import { resolveByTexts } from './resolveByTexts';
import { countedIds, unitPlaces } from './unitPlaces';

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
