import { ok, type Result } from '@/lib/result';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { parseXml } from '../xml/parseXml';
import { isHead, isSegment, PARAGRAPHS, type SegmentTag, TEXTUAL } from './elements';
import { SentenceText } from './SentenceText';
import { tidyText } from './tidyText';

export type Sentence = UnitPart & { id: string };

/** An element with an id that is open. */
type Open = {
  tag: SegmentTag;
  depth: number;
  id: string;
  at: number;
  text: string;
  words: number;
  opens: boolean;
};

/** Several alignments speak of one text: it is read once. */
const READ = new WeakMap<ReadSource, Result<SentenceText[]>>();

/**
 * The sentences of an XML text with their ids (`id` or `xml:id`), whatever else it holds. Tokens in `w` are set apart by
 * one space; other text stays as it is, without white space at the ends and where lines are broken and indented. One text
 * for each `text` of a TEI file, and each `text` or `div` with an `xml:lang` of its own; else one in all.
 */
export function readSentences(source: ReadSource): Result<SentenceText[]> {
  const known = READ.get(source);
  if (known) return known;
  const read = parseSentences(source);
  READ.set(source, read);
  return read;
}

function parseSentences(source: ReadSource): Result<SentenceText[]> {
  const { name } = source;
  const texts: SentenceText[] = [];
  /** Languages that the header names. */
  const spoken = new Set<string>();
  let scopes = 0;
  const scope = () => `${name}|${scopes}`;
  const root = new SentenceText(name, name, scope(), null);
  /** Texts that are open; the root always is. */
  const inside: { depth: number; text: SentenceText }[] = [{ depth: -1, text: root }];
  const open: Open[] = [];
  let depth = 0;
  /** Depth of the outermost element that holds text; 0: none is open. */
  let textual = 0;
  let atParagraph = true;
  let skipped = 0;
  let line = 1;
  let rootTag = '';
  const here = () => inside.at(-1)!.text;
  const begin = (text: SentenceText) => {
    texts.push(text);
    inside.push({ depth, text });
  };
  const parsed = parseXml(source, {
    open({ name: tag, attributes }, at) {
      depth++;
      line = at;
      if (depth === 1) rootTag = tag;
      // LetsMT! has its metadata in a head.
      if (skipped || isHead(tag) || (tag === 'head' && rootTag === 'letsmt' && depth === 2)) {
        if (tag === 'language' && attributes.ident) spoken.add(attributes.ident);
        skipped++;
        return;
      }
      if (tag === 'TEI' || tag === 'TEI.2') {
        scopes++;
        if (depth === 1) root.scope = scope();
      }
      if (TEXTUAL.has(tag)) here().cut();
      const lang = attributes['xml:lang'] ?? (depth <= 2 ? attributes.lang : undefined);
      if (lang && (depth <= 2 || tag === 'text' || tag === 'div' || tag === 'body')) {
        const known = texts.find((one) => one.lang === lang && one.scope === scope());
        if (depth === 1) root.lang = lang;
        else if (known) inside.push({ depth, text: known });
        else begin(new SentenceText(name, attributes['xml:id'] ?? `${name}#${lang}`, scope(), lang));
      } else if (tag === 'text' && depth > 1)
        // Texts side by side that do not say their languages are texts of their own all the same.
        begin(new SentenceText(name, attributes['xml:id'] ?? `${name}#${texts.length + 1}`, scope(), null));
      if (TEXTUAL.has(tag) && !textual) textual = depth;
      if (PARAGRAPHS.has(tag)) atParagraph = true;
      const id = attributes['xml:id'] ?? attributes.id ?? '';
      if (isSegment(tag) && id) {
        open.push({ tag, depth, id, at: here().position, text: '', words: 0, opens: atParagraph });
        if (!PARAGRAPHS.has(tag)) atParagraph = false;
      }
      if (tag === 'w' || tag === 'pc') {
        for (const one of open) if (one.words++ > 0) one.text = `${one.text.trimEnd()} `;
        here().word();
      }
    },
    text(piece) {
      if (skipped) return;
      for (const one of open) one.text += piece;
      if (!textual && !open.length) root.leave(piece, line);
      else if (here().add(piece, open, atParagraph)) atParagraph = false;
    },
    close(tag) {
      const last = open.at(-1);
      if (skipped) skipped--;
      else {
        if (TEXTUAL.has(tag)) here().cut();
        if (last?.depth === depth) {
          open.pop();
          const opens = last.opens || PARAGRAPHS.has(last.tag);
          here().close(last.tag, last.at, { id: last.id, text: tidyText(last.text, last.words > 0), opens });
        }
        if (PARAGRAPHS.has(tag)) atParagraph = true;
      }
      if (inside.at(-1)!.depth === depth) inside.pop();
      if (textual === depth) textual = 0;
      depth--;
    },
  });
  if (!parsed.ok) return parsed;
  const filled = [root, ...texts].filter((text) => text.hasIds);
  // One that is alone in its file has the file's name and language, or the one language that its header names.
  if (filled.length === 1) {
    const [only] = filled;
    if (only.lang === null) {
      only.name = name;
      only.lang = root.lang ?? (spoken.size === 1 ? [...spoken][0] : null);
    }
  }
  // What stands outside of all texts is told once.
  if (filled.length && filled[0] !== root) filled[0].left = root.left;
  return ok(filled);
}

/**
 * The segments of a text that links with these ids speak of: of the kind of element that has most of them, and in
 * between whatever else the text holds, without an id.
 */
export const segmentsNamed = (text: SentenceText, ids: ReadonlySet<string>): Sentence[] => text.segments(ids);
