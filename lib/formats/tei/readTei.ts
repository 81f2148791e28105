import { err, ok, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft } from '../aligned/AlignedDraft';
import { addJoined } from '../aligned/addJoined';
import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import { documentName } from '../aligned/documentName';
import type { ReadSource } from '../aligned/readSource';
import { textLanguages } from '../aligned/textLanguages';
import { fileLanguage } from '../moses/fileLanguage';
import { readSentences, type Sentence, segmentsNamed } from '../xces/readSentences';
import type { SentenceText } from '../xces/SentenceText';
import { groupTexts } from './groupTexts';
import { type Pointer, readTeiLinks, type TeiLinks } from './readTeiLinks';

/** A text that links point into, with the place of each of its segments. */
type SideText = { text: SentenceText; sentences: readonly Sentence[]; places: Map<string, number> };
/** A link by the numbers of the texts it speaks of, each with the numbers of its segments. */
type Found = { of: Map<number, number[]>; about: LinkAbout; between: readonly string[] };

/**
 * TEI P5: texts in one file or several, aligned by `link` in a `linkGrp` (each pointer an element, or a `join` of
 * several), or by `corresp` on the elements of one text. Which pointer is which side is looked up in the texts. More
 * than two texts are joined over the one that the others are linked to. Texts that no links lead from one to another
 * are documents of their own, as in a `teiCorpus`.
 */
export async function readTei(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const texts: SentenceText[] = [];
  const all: TeiLinks = { links: [], joins: new Map(), titles: new Map() };
  for (const source of sources) {
    const read = readSentences(source);
    if (!read.ok) return read;
    texts.push(...read.value);
    const links = readTeiLinks(source, all);
    if (!links.ok) return links;
  }
  const [{ name, encoding }] = sources;
  if (!all.links.length) return err('import.notAligned', { file: name, kind: 'other' });
  const named = new Set(all.links.flatMap(({ pointers, scope }) => joined(all, scope, pointers)).map(idOf));
  const sides: SideText[] = texts
    .map((text) => ({ text, sentences: segmentsNamed(text, named) }))
    .filter(({ sentences }) => sentences.some(({ id }) => named.has(id)))
    .map((side) => ({ ...side, places: new Map(side.sentences.map(({ id }, at) => [id, at])) }));
  if (sides.length < 2) return err('import.textsMissing', { file: name, count: sides.length });
  const found = findLinks(all, sides);
  if (!found.ok) return found;
  const draft = new AlignedDraft();
  const groups = groupTexts(
    sides.length,
    found.value.map(({ of }) => [...of.keys()]),
  );
  const paired = groups.filter(({ members }) => members.length > 1);
  const titleOf = (side: number) => {
    const { scope, file } = sides[side].text;
    return all.titles.get(scope) ?? documentName(file);
  };
  for (const { members, others } of paired) {
    const [pivot] = members;
    if (paired.length > 1) draft.inDocument(titleOf(pivot), String(pivot));
    else draft.title = all.titles.get(sides[pivot].text.scope) ?? null;
    addGroup(draft, members, sides, found.value);
    if (others.length) draft.warn('otherPairs', 0, others.length);
  }
  const alone = groups.length - paired.length;
  if (alone) draft.warn('missingTexts', 0, alone);
  for (const { left } of texts) if (left.count) draft.warn('unnamedElements', left.line, left.count);
  return draft.finish('tei', encoding);
}

/** The first of the members is the text that the others are linked to. */
function addGroup(
  draft: AlignedDraft,
  members: readonly number[],
  sides: readonly SideText[],
  found: readonly Found[],
): void {
  const names = members.map((side) => {
    const { name: own, lang } = sides[side].text;
    return { name: own, lang: lang ?? fileLanguage(own) };
  });
  const columns = textLanguages(draft, names).map((language, k) => ({
    language,
    parts: sides[members[k]].sentences,
  }));
  const [pivot, ...others] = columns;
  const [first, ...targets] = members;
  const links = targets.map((side) => {
    const own: TextLink<LinkAbout>[] = [];
    for (const { of, about, between } of found) {
      const [source, target] = [of.get(first) ?? [], of.get(side) ?? []];
      // What speaks of the pivot alone is said of all languages, unless its group names the one.
      const isMeant = between.length < 2 || between.includes(sides[side].text.name);
      if (source.length && target.length) own.push({ source, target, data: about });
      else if (of.size === 1 && (target.length || (source.length && isMeant)))
        own.push({ source, target, data: about });
    }
    return own;
  });
  addJoined(
    draft,
    pivot,
    others.map((side, k) => ({ ...side, links: links[k] })),
  );
}

/** The links with their pointers looked up in the texts. */
function findLinks(all: TeiLinks, sides: readonly SideText[]): Result<Found[]> {
  const links: Found[] = [];
  for (const { file, scope, pointers, line, about, between } of all.links) {
    const of = new Map<number, number[]>();
    for (const pointer of joined(all, scope, pointers)) {
      const side = sideOf(pointer, file, scope, sides);
      if (side === 'nowhere') return err('import.unknownId', { file, line, id: pointer.id });
      if (side === 'ambiguous') return err('import.ambiguousId', { file, line, id: pointer.id });
      of.set(side, [...(of.get(side) ?? []), sides[side].places.get(pointer.id)!]);
    }
    if (of.size) links.push({ of, about, between });
  }
  return ok(links);
}

/** Pointers to a `join` mean what that joins. */
const joined = ({ joins }: TeiLinks, scope: string, pointers: readonly Pointer[]): Pointer[] =>
  pointers.flatMap((one) => joins.get(`${scope}#${one.id}`) ?? [one]);

/** The text that a pointer points into: by its document where it names one, else by who has such an id, nearest first. */
function sideOf(
  { doc, id }: Pointer,
  file: string,
  scope: string,
  sides: readonly SideText[],
): number | 'nowhere' | 'ambiguous' {
  const having = sides.flatMap(({ places }, at) => (places.has(id) ? [at] : []));
  if (having.length < 2) return having[0] ?? 'nowhere';
  const wanted = bare(doc || file);
  const fitting = having.filter((at) => {
    const { file: own, name } = sides[at].text;
    return bare(own) === wanted || bare(own).endsWith(`/${wanted}`) || name === doc;
  });
  const near = fitting.filter((at) => sides[at].text.scope === scope);
  if (near.length === 1) return near[0];
  return fitting.length === 1 ? fitting[0] : 'ambiguous';
}

const idOf = ({ id }: Pointer): string => id;
const bare = (name: string): string =>
  name
    .replace(/\\/gu, '/')
    .replace(/^(?:\.\/)+/u, '')
    .replace(/(?:\.xml|\.gz)+$/u, '');
