import { ok, type Result } from '@/lib/result';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { parseXml } from '../xml/parseXml';

/** Elements that alignments point at, smallest first: where one has ids that links use, it is the segment. */
const SEGMENTS = ['s', 'seg', 'ab', 'l', 'head', 'p', 'div'] as const;
const PARAGRAPHS = new Set(['p', 'head', 'l', 'ab', 'lg', 'div', 'sp']);

export type Sentence = UnitPart & { id: string };
/** The elements with ids of a text, by name. */
export type SentenceText = {
  /** The file, and what a pointer may call the text: the file again, or the element's id. */
  file: string;
  name: string;
  lang: string | null;
  elements: Map<string, Sentence[]>;
};

/**
 * The sentences of an XML text with their ids (`id` or `xml:id`), whatever else it holds. Tokens in `w` are set apart by
 * one space; other text stays as it is, without white space at the ends and where lines are broken and indented. One text
 * for each `text` of a TEI file, and each `text` or `div` with an `xml:lang` of its own; else one in all.
 */
export function readSentences(source: ReadSource): Result<SentenceText[]> {
  const { name } = source;
  const texts: SentenceText[] = [];
  const root: SentenceText = { file: name, name, lang: null, elements: new Map() };
  /** Languages of the open elements that have one. */
  const langs: { depth: number; text: SentenceText }[] = [{ depth: -1, text: root }];
  const open: {
    tag: string;
    depth: number;
    id: string;
    before: number;
    text: string;
    words: number;
    opens: boolean;
  }[] = [];
  /** Languages that the header names. */
  const spoken = new Set<string>();
  let depth = 0;
  let atParagraph = true;
  let skipped = 0;
  const parsed = parseXml(source, {
    open({ name: tag, attributes }) {
      depth++;
      if (tag === 'teiHeader' || tag === 'standOff' || skipped) {
        if (tag === 'language' && attributes.ident) spoken.add(attributes.ident);
        skipped++;
        return;
      }
      const lang = attributes['xml:lang'] ?? (depth <= 2 ? attributes.lang : undefined);
      if (lang && (depth <= 2 || tag === 'text' || tag === 'div' || tag === 'body')) {
        if (depth === 1) root.lang = lang;
        else {
          const known = texts.find((one) => one.lang === lang);
          const own = known ?? {
            file: name,
            name: attributes['xml:id'] ?? `${name}#${lang}`,
            lang,
            elements: new Map(),
          };
          if (!known) texts.push(own);
          langs.push({ depth, text: own });
        }
      } else if (tag === 'text' && depth > 1) {
        // Texts side by side that do not say their languages are texts of their own all the same.
        const own = { file: name, name: `${name}#${texts.length + 1}`, lang: null, elements: new Map() };
        texts.push(own);
        langs.push({ depth, text: own });
      }
      if (PARAGRAPHS.has(tag)) atParagraph = true;
      // No link can mean an element without an id, and yet it belongs to the text; those that only hold others do not.
      const id = attributes['xml:id'] ?? attributes.id ?? '';
      const isCounted = id !== '' || (tag !== 'div' && !open.some((one) => one.tag === tag));
      if ((SEGMENTS as readonly string[]).includes(tag) && isCounted) {
        const before = langs.at(-1)!.text.elements.get(tag)?.length ?? 0;
        open.push({ tag, depth, id, before, text: '', words: 0, opens: atParagraph });
        if (!PARAGRAPHS.has(tag)) atParagraph = false;
      }
      if (tag === 'w' || tag === 'pc')
        for (const one of open) if (one.words++ > 0) one.text = `${one.text.trimEnd()} `;
    },
    text(piece) {
      if (!skipped) for (const one of open) one.text += piece;
    },
    close() {
      const last = open.at(-1);
      if (skipped) skipped--;
      else if (last?.depth === depth) {
        open.pop();
        const { elements } = langs.at(-1)!.text;
        const list = elements.get(last.tag) ?? [];
        const content = (
          last.words
            ? last.text.replace(/\s+/gu, ' ')
            : last.text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]{2,}/gu, ' ')
        ).trim();
        const holdsOthers = list.length > last.before;
        if (last.id !== '' || (content && !holdsOthers))
          list.push({ id: last.id, text: content, opens: last.opens || PARAGRAPHS.has(last.tag) });
        elements.set(last.tag, list);
      }
      if (langs.at(-1)!.depth === depth) langs.pop();
      depth--;
    },
  });
  if (!parsed.ok) return parsed;
  const hasIds = ({ elements }: SentenceText) =>
    [...elements.values()].some((list) => list.some(({ id }) => id));
  const filled = [root, ...texts].filter(hasIds);
  // One that is alone in its file has the file's name and language, or the one language that its header names.
  if (filled.length === 1 && filled[0].lang === null)
    return ok([{ ...filled[0], name, lang: root.lang ?? (spoken.size === 1 ? [...spoken][0] : null) }]);
  return ok(filled);
}

/** The segments of a text that links with these ids speak of: of the element that has most of them. */
export function segmentsNamed(text: SentenceText, ids: ReadonlySet<string>): Sentence[] {
  let best: Sentence[] = [];
  let found = -1;
  for (const tag of SEGMENTS) {
    const list = text.elements.get(tag);
    const hits = list?.filter(({ id }) => ids.has(id)).length ?? 0;
    if (list && hits > found) [best, found] = [list, hits];
  }
  return best;
}
