import { findFontText } from '../legacyFont';
import { HyphenEvidence, joinHyphenated } from './dehyphenate';
import { dropNoteMarks } from './dropNoteMarks';
import { type PdfLine, quantile } from './PdfLine';

/** Letters this much smaller than those of most of the text, at the foot of a page, are those of notes. */
const NOTE_SIZE = 0.92;
/** A line of a quotation takes more of the column than one of verse. */
const QUOTATION_SHARE = 0.6;
const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/u;
const ITEM = /^(?:[•◦▪●○■□‣∙·\uf0a7\uf0b7]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s/u;
/** Signs that the program put before an item; numbers and letters may be meant. */
const BULLET = /^[•◦▪●○■□‣∙·\uf0a7\uf0b7]\s+/u;
const DIALOGUE = /^[–—-]\s/u;

type Manner = { size: number; leading: number; indents: boolean };

/** Paragraphs from the lines of all pages; notes at the foot of pages come last. */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string[] {
  const all = pages.flat();
  const manner = mannerOf(all);
  // In TCVN3 text the soft hyphen is the letter ư.
  const evidence = new HyphenEvidence(findFontText(all.map(({ text }) => text))?.font !== 'tcvn3');
  for (const { text } of all) evidence.add(text);
  const body: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (const lines of pages) {
    const first = firstNote(lines, manner);
    const bare = dropNoteMarks(lines.slice(0, first), lines.slice(first));
    body.push(...bare.body);
    notes.push(...bare.notes);
  }
  return [...join(body, manner, evidence), ...join(notes, manner, evidence)];
}

function join(lines: readonly PdfLine[], manner: Manner, evidence: HyphenEvidence): string[] {
  const paragraphs: string[] = [];
  let open = '';
  let first: PdfLine | null = null;
  let wasRow = false;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const text = line.text.trim();
    const row = isRow(line, before) || isRow(line, lines[at + 1]);
    const apart = row || wasRow;
    wasRow = row;
    if (before && first && !apart && !begins(line, before, first, manner))
      open = joinHyphenated(open, text, evidence);
    else {
      first = line;
      if (open) paragraphs.push(open);
      open = text.replace(BULLET, '');
    }
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

/** How most of the text is set. */
function mannerOf(lines: readonly PdfLine[]): Manner {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const gaps: number[] = [];
  for (const [at, line] of body.entries()) {
    const gap = line.y - (body[at - 1]?.y ?? line.y);
    if (gap > 0.5 * size && gap < 3 * size) gaps.push(gap);
  }
  const indented = body.filter((line) => isIndented(line)).length;
  return { size, leading: quantile(gaps, 0.4) || 1.2 * size, indents: indented > body.length * 0.08 };
}

function isIndented({ x0, left, size }: PdfLine): boolean {
  return x0 - left > 0.7 * size && x0 - left < 5 * size;
}

/** Is this the first line of a paragraph, and no line of the one that `first` began? */
function begins(line: PdfLine, before: PdfLine, first: PdfLine, manner: Manner): boolean {
  if (Math.abs(line.size - before.size) > 0.08 * Math.max(line.size, before.size)) return true;
  const ended = wouldHaveFit(line, before);
  const indented = isIndented(line);
  const below = line.page === before.page && line.left === before.left && line.y > before.y;
  if (!below) {
    if (ended || indented) return true;
    if (!SENTENCE_END.test(before.text.trim())) return false;
    return !manner.indents && !/^\p{Ll}/u.test(line.text.trim());
  }
  const leading = manner.leading * Math.max(1, line.size / manner.size);
  if (line.y - before.y > 1.35 * leading) return true;
  if (ITEM.test(line.text.trim()) && (ended || line.x0 !== before.x0)) return true;
  if (DIALOGUE.test(line.text.trim()) && SENTENCE_END.test(before.text.trim())) return true;
  if (hangs(line, before, first)) return ended;
  if (indented && Math.abs(line.x0 - before.x0) > 0.3 * line.size && line.x0 > before.x0) return true;
  // Of two indented lines, as in dialogue, each is a paragraph, unless the sentence goes on.
  const apart = SENTENCE_END.test(before.text.trim()) && !/^\p{Ll}/u.test(line.text.trim());
  if (manner.indents && indented && isIndented(before) && apart) return true;
  return ended && !flowsOn(line, before);
}

/** Is this a row of a table, as the line above or below it is? One of its cells begins where one of theirs does. */
function isRow(line: PdfLine, other: PdfLine | undefined): boolean {
  if (!line.cells || !other?.cells || line.page !== other.page || ITEM.test(line.text.trim())) return false;
  // Justified lines of few words are stretched as far as the margin.
  if (Math.abs(line.x1 - line.right) < 0.2 * line.size && Math.abs(other.x1 - other.right) < 0.2 * line.size)
    return false;
  return line.cells.some((x0) => other.cells!.some((cell) => Math.abs(cell - x0) < 0.5 * line.size));
}

/** The lines of an item stand behind its sign, one below the other. */
function hangs(line: PdfLine, before: PdfLine, first: PdfLine): boolean {
  const isItem = ITEM.test(first.text.trim()) || DIALOGUE.test(first.text.trim());
  if (!isItem || line.x0 < first.x0 + 0.3 * line.size) return false;
  return before === first || Math.abs(line.x0 - before.x0) < 0.3 * line.size;
}

/** A quotation may end short of the right margin too: its lines are long, and go on in the middle of the sentence. */
function flowsOn(line: PdfLine, before: PdfLine): boolean {
  return (
    isIndented(line) &&
    Math.abs(line.x0 - before.x0) < 0.3 * line.size &&
    before.x1 - before.left > QUOTATION_SHARE * (before.right - before.left) &&
    /^\p{Ll}/u.test(line.text.trim()) &&
    !SENTENCE_END.test(before.text.trim())
  );
}

/** The first word of this line had room at the end of the line before: its writer, not its width, ended that line. */
function wouldHaveFit(line: PdfLine, before: PdfLine): boolean {
  const word = /^\S*/u.exec(line.text.trim())![0].length;
  const letter = (before.x1 - before.x0) / Math.max(1, before.text.length);
  const hyphen = /[\p{L}][-\u2010\u00ad]$/u.test(before.text.trim());
  return !hyphen && before.x1 + (word + 1) * letter < before.right - 0.6 * before.size;
}

/**
 * Index of the first line of the notes at the foot of the page: small letters, below text of the usual size, or a raised
 * sign that stands in the text above too.
 */
function firstNote(lines: readonly PdfLine[], { size }: Manner): number {
  let first = lines.length;
  while (first > 0 && lines[first - 1]!.size < NOTE_SIZE * size) first--;
  const marked = /^(?:\d{1,3}|[*†‡§]|\[\d+\]|[ivx]+\b)/u.test(lines[first]?.text.trim() ?? '');
  if (first > 0 && marked) return first;
  const signs = new Set<string>();
  for (const [at, { text, marks = [] }] of lines.entries()) {
    for (const mark of marks) {
      const sign = text.slice(mark.at, mark.at + mark.length);
      if (mark.at === 0 && signs.has(sign)) return at;
      signs.add(sign);
    }
  }
  return lines.length;
}
