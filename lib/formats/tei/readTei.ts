import { err, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft } from '../aligned/AlignedDraft';
import { addRuns, type LinkAbout } from '../aligned/addRuns';
import type { ReadSource } from '../aligned/readSource';
import { fileLanguage } from '../moses/readMoses';
import { readSentences, type SentenceText, segmentsNamed } from '../xces/readSentences';
import { parseXml } from '../xml/parseXml';

type Pointers = { ids: string[]; line: number; about: LinkAbout };
type Links = { links: Pointers[]; joins: Map<string, string[]>; title: string | null };

/** Elements whose `corresp` says what they translate. */
const CORRESPONDING = new Set(['s', 'seg', 'ab', 'l', 'p', 'head', 'div']);

/**
 * TEI P5: texts in one file or several, aligned by `link` in a `linkGrp` (each pointer an element, or a `join` of
 * several), or by `corresp` on the elements of one text. Which pointer is which side is looked up in the texts.
 */
export async function readTei(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const texts: SentenceText[] = [];
  const all: Links = { links: [], joins: new Map(), title: null };
  for (const source of sources) {
    const read = await readSentences(source);
    if (!read.ok) return read;
    texts.push(...read.value);
    const links = await readLinks(source, all);
    if (!links.ok) return links;
  }
  if (!all.links.length) return err('import.notAligned', { file: sources[0].name });
  const named = new Set(all.links.flatMap(({ ids }) => ids.flatMap((id) => all.joins.get(id) ?? [id])));
  const sides = texts
    .map((text) => ({ text, sentences: segmentsNamed(text, named) }))
    .filter(({ sentences }) => sentences.some(({ id }) => named.has(id)));
  if (sides.length !== 2) return err('import.textsMissing', { file: sources[0].name, count: sides.length });
  const places = sides.map(({ sentences }) => new Map(sentences.map(({ id }, at) => [id, at])));
  const links = [];
  for (const { ids, line, about } of all.links) {
    const found: [number[], number[]] = [[], []];
    for (const id of ids.flatMap((one) => all.joins.get(one) ?? [one])) {
      const side = places[0].has(id) ? 0 : places[1].has(id) ? 1 : null;
      if (side === null) return err('import.unknownId', { file: sources[0].name, line, id });
      found[side].push(places[side].get(id)!);
    }
    links.push({ source: found[0], target: found[1], data: about });
  }
  const draft = new AlignedDraft();
  draft.title = all.title;
  const [source, target] = sides.map(({ text, sentences }) => {
    const lang = text.lang ?? fileLanguage(text.name);
    return { language: draft.language(lang ?? text.name), parts: sentences };
  });
  addRuns(draft, source, target, links);
  return draft.finish('tei', sources[0].encoding);
}

async function readLinks({ text, name, breathe }: ReadSource, all: Links): Promise<Result<null>> {
  const pointers = (value = '') =>
    value
      .split(/\s+/u)
      .filter(Boolean)
      .map((one) => one.slice(one.indexOf('#') + 1));
  let inLinks = false;
  let inNulls = false;
  let inTitle = false;
  let reason: Pointers | null = null;
  return parseXml(
    text,
    name,
    {
      open({ name: tag, attributes }, line) {
        const targets = attributes.target ?? attributes.targets;
        const status = /#status\.([\w-]+)/u.exec(attributes.ana ?? '')?.[1];
        // In other people's files `n` is a number of its own.
        const about: LinkAbout = status ? { status, confidence: attributes.n } : {};
        const id = attributes['xml:id'] ?? attributes.id;
        if (tag === 'title') inTitle = all.title === null;
        else if (tag === 'linkGrp') inLinks = true;
        else if (tag === 'spanGrp') inNulls = attributes.type === 'no-counterpart';
        else if (tag === 'join' && id) all.joins.set(id, pointers(targets));
        else if (tag === 'link' && inLinks) all.links.push({ ids: pointers(targets), line, about });
        else if (tag === 'span' && inNulls) {
          reason = { ids: pointers(targets), line, about };
          all.links.push(reason);
        } else if (CORRESPONDING.has(tag) && id && attributes.corresp)
          all.links.push({ ids: [id, ...pointers(attributes.corresp)], line, about: {} });
      },
      text(piece) {
        if (reason && piece.trim()) reason.about.reason = piece.trim();
        if (inTitle && piece.trim()) all.title = piece.trim();
      },
      close(tag) {
        if (tag === 'title') inTitle = false;
        if (tag === 'linkGrp') inLinks = false;
        if (tag === 'spanGrp') inNulls = false;
        if (tag === 'span') reason = null;
      },
    },
    breathe,
  );
}
