import { err, ok, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft } from '../aligned/AlignedDraft';
import type { LinkAbout } from '../aligned/addRuns';
import { coverTexts, type TextLink } from '../aligned/coverTexts';
import { joinOverPivot } from '../aligned/joinOverPivot';
import type { ReadSource } from '../aligned/readSource';
import { textLanguages } from '../aligned/textLanguages';
import { fileLanguage } from '../moses/fileLanguage';
import { readSentences, type Sentence, type SentenceText, segmentsNamed } from '../xces/readSentences';
import { type Pointer, readTeiLinks, type TeiLinks } from './readTeiLinks';

/** A text that links point into, with the place of each of its segments. */
type SideText = { text: SentenceText; sentences: readonly Sentence[]; places: Map<string, number> };

/**
 * TEI P5: texts in one file or several, aligned by `link` in a `linkGrp` (each pointer an element, or a `join` of
 * several), or by `corresp` on the elements of one text. Which pointer is which side is looked up in the texts. With
 * more than two texts, they are joined over the first: a unit ends where all of them have a border.
 */
export async function readTei(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const texts: SentenceText[] = [];
  const all: TeiLinks = { links: [], joins: new Map(), title: null };
  for (const source of sources) {
    const read = readSentences(source);
    if (!read.ok) return read;
    texts.push(...read.value);
    const links = readTeiLinks(source, all);
    if (!links.ok) return links;
  }
  const [{ name, encoding }] = sources;
  if (!all.links.length) return err('import.notAligned', { file: name, kind: 'other' });
  const named = new Set(
    all.links.flatMap(({ pointers }) => pointers.flatMap((one) => all.joins.get(one.id) ?? [one])).map(idOf),
  );
  const sides: SideText[] = texts
    .map((text) => ({ text, sentences: segmentsNamed(text, named) }))
    .filter(({ sentences }) => sentences.some(({ id }) => named.has(id)))
    .map((side) => ({ ...side, places: new Map(side.sentences.map(({ id }, at) => [id, at])) }));
  if (sides.length < 2) return err('import.textsMissing', { file: name, count: sides.length });
  const linked = linksOf(all, sides);
  if (!linked.ok) return linked;
  const draft = new AlignedDraft();
  draft.title = all.title;
  const sideNames = sides.map(({ text: { name: own, lang } }) => ({
    name: own,
    lang: lang ?? fileLanguage(own),
  }));
  const columns = textLanguages(draft, sideNames).map((language, at) => ({
    language,
    parts: sides[at].sentences,
  }));
  const [pivot, ...others] = columns;
  const covers = others.map(({ parts }, k) => coverTexts(linked.value[k], pivot.parts.length, parts.length));
  const sum = (what: 'crossing' | 'unlinked') => covers.reduce((total, one) => total + one[what], 0);
  if (sum('crossing')) draft.warn('crossing', 0, sum('crossing'));
  if (sum('unlinked')) draft.warn('unlinked', 0, sum('unlinked'));
  for (const { i0, i1, others: runs, data } of joinOverPivot(
    covers.map(({ runs: own }) => own),
    pivot.parts.length,
  )) {
    const unit = new Map([[pivot.language, pivot.parts.slice(i0, i1)]]);
    for (const [k, { j0, j1 }] of runs.entries()) unit.set(others[k].language, others[k].parts.slice(j0, j1));
    draft.add(unit, data.length === 1 ? data[0] : {});
  }
  return draft.finish('tei', encoding);
}

/** For each text but the first, what it shares with the first. A link among the others alone is said again by theirs. */
function linksOf(all: TeiLinks, sides: readonly SideText[]): Result<TextLink<LinkAbout>[][]> {
  const links: TextLink<LinkAbout>[][] = sides.slice(1).map(() => []);
  for (const { file, pointers, line, about } of all.links) {
    const found: number[][] = sides.map(() => []);
    for (const pointer of pointers.flatMap((one) => all.joins.get(one.id) ?? [one])) {
      const side = sideOf(pointer, file, sides);
      if (side === 'nowhere') return err('import.unknownId', { file, line, id: pointer.id });
      if (side === 'ambiguous') return err('import.ambiguousId', { file, line, id: pointer.id });
      found[side].push(sides[side].places.get(pointer.id)!);
    }
    const [source, ...targets] = found;
    for (const [k, target] of targets.entries())
      if (target.length || (source.length && targets.every((one) => !one.length)))
        links[k].push({ source, target, data: about });
  }
  return ok(links);
}

/** The text that a pointer points into: by its document where it names one, else by who has such an id. */
function sideOf(
  { doc, id }: Pointer,
  file: string,
  sides: readonly SideText[],
): number | 'nowhere' | 'ambiguous' {
  const having = sides.flatMap(({ places }, at) => (places.has(id) ? [at] : []));
  if (having.length < 2) return having[0] ?? 'nowhere';
  const wanted = bare(doc || file);
  const fitting = having.filter((at) => {
    const { file: own, name } = sides[at].text;
    return bare(own) === wanted || bare(own).endsWith(`/${wanted}`) || name === doc;
  });
  return fitting.length === 1 ? fitting[0] : 'ambiguous';
}

const idOf = ({ id }: Pointer): string => id;
const bare = (name: string): string =>
  name
    .replace(/\\/gu, '/')
    .replace(/^(?:\.\/)+/u, '')
    .replace(/(?:\.xml|\.gz)+$/u, '');
