import { err, ok, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft } from '../aligned/AlignedDraft';
import { addRuns, type LinkAbout } from '../aligned/addRuns';
import type { ReadSource } from '../aligned/readSource';
import { textLanguages } from '../aligned/textLanguages';
import { fileLanguage } from '../moses/fileLanguage';
import { parseXml } from '../xml/parseXml';
import { commonTitle, folderLanguage, opusLanguage } from './documentNames';
import { readSentences, type Sentence, segmentsNamed } from './readSentences';
import type { SentenceText } from './SentenceText';
import { TextIndex } from './TextIndex';

/** A stretch of an alignment file that speaks of two documents. */
export type Group = {
  fromDoc: string;
  toDoc: string;
  /** `halves` as they are written, before and after the semicolon. */
  links: { halves: [string[], string[]]; about: LinkAbout; line: number }[];
};

/** InterText: `man` was looked at by a person. Ours are not told from the words of others, hence no more than that. */
const STATUS: Record<string, string> = { man: 'confirmed', auto: 'machine', plain: 'machine' };

/**
 * XCES alignments (OPUS) and InterText alignments, with their two texts. Both have `xtargets="a b;c"` with the same
 * attributes beside it, but OPUS has the ids of fromDoc first and InterText those of toDoc: the ids are looked up in
 * both texts, and the order is the one in which they are found. Where both orders find all of them, the kind of file
 * decides: `cesAlign` is XCES.
 */
export async function readXces(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const file = sources.find(({ head }) => hasXtargets(head))!;
  const groups = readGroups(file);
  if (!groups.ok) return groups;
  const draft = new AlignedDraft();
  const texts: SentenceText[] = [];
  /** Files that are there and have nothing in them: a language that a document lacks, in an export of several. */
  const blank: string[] = [];
  for (const source of sources) {
    if (source === file || hasXtargets(source.head)) continue;
    const read = readSentences(source);
    if (!read.ok) return read;
    texts.push(...read.value);
    if (!read.value.length) blank.push(source.name);
  }
  // Several documents may have texts of the same names, each in its folder.
  const folder = file.name.replace(/[^/\\]*$/u, '');
  texts.sort((a, b) => Number(b.name.startsWith(folder)) - Number(a.name.startsWith(folder)));
  // Alignments of a whole corpus come with the texts of one document, as a rule.
  const alone = groups.value.length === 1;
  const index = new TextIndex(texts, blank);
  const paired = groups.value.map((group) => ({ group, pair: pairOf(index, group, alone) }));
  const present = paired.filter(({ pair }) => pair !== null);
  if (!present.length) {
    const { fromDoc, toDoc } = groups.value[0] ?? { fromDoc: '', toDoc: file.name };
    const from = index.find(fromDoc, alone ? 0 : null);
    return err('import.textsMissing', { file: (from ? toDoc : fromDoc) || file.name, count: texts.length });
  }
  const missing = paired.filter(
    ({ group: { fromDoc, toDoc }, pair }) =>
      pair === null && !index.isBlank(fromDoc) && !index.isBlank(toDoc),
  );
  if (missing.length) draft.warn('missingTexts', 0, missing.length);
  const unnamed: Unnamed = new Map();
  for (const { group, pair } of present) {
    if (!alone) draft.inDocument(commonTitle(group.fromDoc, group.toDoc), `${group.fromDoc}\n${group.toDoc}`);
    const added = addGroup(draft, file, group, { pair: pair!, unnamed });
    if (!added.ok) return added;
  }
  for (const { left } of texts) if (left.count) draft.warn('unnamedElements', left.line, left.count);
  return draft.finish(isCesAlign(file) ? 'xces' : 'intertext', file.encoding);
}

/** Does the file begin as one with links of this kind? */
export const hasXtargets = (head: string): boolean => /<link\b[^>]*\bxtargets\s*=/u.test(head);
export const isCesAlign = ({ head }: Pick<ReadSource, 'head'>): boolean => head.includes('<cesAlign');

/** The languages of texts that nothing names: those of all documents of a corpus are two, by their side of `linkGrp`. */
type Unnamed = Map<string, number>;

/** The links of an alignment file, by the documents they speak of. */
export function readGroups(source: ReadSource): Result<Group[]> {
  const groups: Group[] = [];
  let open: Group | null = null;
  const parsed = parseXml(source, {
    open({ name: tag, attributes }, line) {
      if (tag === 'linkGrp' || (tag === 'cesAlign' && attributes.fromDoc)) {
        const { fromDoc = '', toDoc = '' } = attributes;
        const known = groups.find((one) => fromDoc && one.fromDoc === fromDoc && one.toDoc === toDoc);
        open = known ?? { fromDoc, toDoc, links: [] };
        if (!known) groups.push(open);
      }
      if (tag !== 'link' || attributes.xtargets === undefined) return;
      if (!open) {
        open = { fromDoc: '', toDoc: '', links: [] };
        groups.push(open);
      }
      const [first = '', second = ''] = attributes.xtargets.split(';');
      const ids = (half: string) => half.split(/\s+/u).filter(Boolean);
      const about: LinkAbout = {
        confidence: attributes.certainty,
        status: STATUS[attributes.status ?? ''],
      };
      open.links.push({ halves: [ids(first), ids(second)], about, line });
    },
  });
  if (!parsed.ok) return parsed;
  return ok(groups.filter(({ links }) => links.length));
}

function pairOf(
  index: TextIndex,
  { fromDoc, toDoc }: Group,
  alone: boolean,
): [SentenceText, SentenceText] | null {
  const from = index.find(fromDoc, alone ? 0 : null);
  const to = index.find(toDoc, alone ? 1 : null);
  return from && to && from !== to ? [from, to] : null;
}

function addGroup(
  draft: AlignedDraft,
  file: ReadSource,
  { links, fromDoc, toDoc }: Group,
  { pair: [from, to], unnamed }: { pair: [SentenceText, SentenceText]; unnamed: Unnamed },
): Result<null> {
  const ids = (half: 0 | 1) => new Set(links.flatMap(({ halves }) => halves[half]));
  const first = ids(0);
  const second = ids(1);
  const orders = [
    { source: from, target: to },
    { source: to, target: from },
  ].map((order) => {
    const source = segmentsNamed(order.source, first);
    const target = segmentsNamed(order.target, second);
    return {
      from: order.source,
      to: order.target,
      ...placesOf(source, target),
      missing: missing(source, first) + missing(target, second),
    };
  });
  // In the order of InterText toDoc comes first.
  if (!isCesAlign(file)) orders.reverse();
  const best = orders[0].missing <= orders[1].missing ? orders[0] : orders[1];
  for (const { halves, line } of links)
    for (const half of [0, 1] as const)
      for (const id of halves[half])
        if (!best.places[half].has(id)) return err('import.unknownId', { file: file.name, line, id });
  // OPUS names the folder of a document after its language, in the links too.
  const docOf = { [from.name]: fromDoc, [to.name]: toDoc };
  const named = [best.from, best.to].map(({ name, lang }) => ({
    name,
    lang: lang ?? opusLanguage(docOf[name]) ?? fileLanguage(name) ?? folderLanguage(name),
  }));
  const roles = [best.from, best.to].map((text) => (text === from ? 'from' : 'to'));
  const isUnnamed = named.every(({ lang }) => lang === null);
  const known = isUnnamed ? roles.flatMap((role) => unnamed.get(role) ?? []) : [];
  const languages = known.length ? known : textLanguages(draft, named);
  if (isUnnamed) for (const [at, role] of roles.entries()) unnamed.set(role, languages[at]);
  const sides = languages.map((language, at) => ({ language, parts: best.sentences[at] }));
  const numbered = links.map(({ halves, about }) => ({
    source: halves[0].map((id) => best.places[0].get(id)!),
    target: halves[1].map((id) => best.places[1].get(id)!),
    data: about,
  }));
  addRuns(draft, sides[0], sides[1], numbered);
  return ok(null);
}

function placesOf(source: readonly Sentence[], target: readonly Sentence[]) {
  const numbers = (list: readonly Sentence[]) => new Map(list.map(({ id }, at) => [id, at]));
  return { sentences: [source, target] as const, places: [numbers(source), numbers(target)] as const };
}

function missing(sentences: readonly Sentence[], ids: ReadonlySet<string>): number {
  const known = new Set(sentences.map(({ id }) => id));
  let count = 0;
  for (const id of ids) if (!known.has(id)) count++;
  return count;
}
