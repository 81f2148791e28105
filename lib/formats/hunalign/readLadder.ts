import { err, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import { addRuns, type LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { ReadSource } from '../aligned/readSource';
import { textLanguages } from '../aligned/textLanguages';
import { countLines, linesOf } from '../lines/linesOf';
import { fileLanguage } from '../moses/fileLanguage';

const RUNG = /^(\d{1,9})[\t ]+(\d{1,9})(?:[\t ]+([-+]?(?:[\d.]+(?:e[-+]?\d+)?|nan|inf)))?$/iu;
/** vecalign and bertalign: `[0, 1]:[0]:0.123`, the cost at the end or not. */
const LINK = /^\[([\d, ]*)\]\s*:\s*\[([\d, ]*)\](?:\s*:\s*([-+]?(?:[\d.]+(?:e[-+]?\d+)?|nan|inf)))?$/iu;
/** The words that vecalign shows under each link on wish (`--print_aligned_text`). */
const SHOWN_TEXT = /^ {8,}(?:SRC|TGT): /u;

const JUDGED_CHARS = 4000;

export const isLadder = (text: string): boolean => beginsWith(text, RUNG);
export const isLinkList = (text: string): boolean => beginsWith(text, LINK);

function beginsWith(text: string, line: RegExp): boolean {
  const lines = text.slice(0, JUDGED_CHARS).split(/\r?\n/u);
  // The last one is cut off.
  if (text.length > JUDGED_CHARS) lines.pop();
  const whole = lines.filter((one) => one && !SHOWN_TEXT.test(one));
  return whole.length > 0 && whole.every((one) => line.test(one));
}

/**
 * A ladder (hunalign) or a list of links (vecalign, bertalign) over line numbers from 0, with the two texts, one
 * segment a line. Which text is which: the one that has as many lines as the ladder has steps on that side; texts of
 * equal length in the order they were given. Scores are no probabilities and are left out.
 */
export async function readLadder(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const ladder = sources.find(({ head }) => isLadder(head) || isLinkList(head))!;
  const others = sources.filter((source) => source !== ladder && !/\.(?:ids|documents)$/u.test(source.name));
  const texts = others.length > 2 ? textsOf(ladder, others) : others;
  if (texts.length !== 2) return err('import.textsMissing', { file: ladder.name, count: texts.length });
  const read = readLinks(ladder);
  if (!read.ok) return read;
  const { links, height, isRungs } = read.value;
  const lengths = texts.map(countLines);
  const fits = (source: number, target: number, most = Number.POSITIVE_INFINITY) =>
    [lengths[source] - height[0], lengths[target] - height[1]].every((left) => left >= 0 && left <= most);
  const orderOf = (most?: number) => (fits(0, 1, most) ? [0, 1] : fits(1, 0, most) ? [1, 0] : null);
  // Ladders made by hand may stop at their last rung, a little before the texts do.
  const order = isRungs ? (orderOf(0) ?? orderOf(MAX_REST)) : orderOf();
  if (!order)
    return err('import.ladderDiffers', {
      file: ladder.name,
      ...{ source: height[0], target: height[1], first: lengths[0], second: lengths[1] },
    });
  const draft = new AlignedDraft();
  const inOrder = order.map((at) => texts[at]);
  const named = inOrder.map(({ name }) => ({ name, lang: fileLanguage(name) }));
  const [source, target] = textLanguages(draft, named).map((language, k) => ({
    language,
    parts: [...linesOf(inOrder[k])].flatMap(whole),
  }));
  addRuns(draft, source, target, links);
  return draft.finish(isRungs ? 'hunalign' : 'vecalign', ladder.encoding);
}

/** Lines that may follow the last rung. */
const MAX_REST = 3;

/**
 * `book.ladder` with `book.en.txt`, which begins alike as far as the first dot; or `en-vi.ladder` with `en.txt`. Of
 * texts in folders those beside the ladder come first.
 */
function textsOf(ladder: ReadSource, all: readonly ReadSource[]): readonly ReadSource[] {
  const beside = all.filter(({ name }) => folder(name) === folder(ladder.name));
  if (beside.length === 2) return beside;
  const others = beside.length > 2 ? beside : all;
  const alike = others.filter(({ name }) => stem(name) === stem(ladder.name));
  if (alike.length === 2) return alike;
  const parts = stem(ladder.name).split('-');
  for (let cut = 1; cut < parts.length; cut++) {
    const names = [parts.slice(0, cut), parts.slice(cut)].map((part) => part.join('-'));
    const named = names.flatMap((part) => others.find(({ name }) => stem(name) === part) ?? []);
    if (named.length === 2) return named;
  }
  return alike;
}
const folder = (name: string): string => name.replace(/[^/\\]*$/u, '');
const stem = (name: string): string => name.split(/[/\\]/u).at(-1)!.split('.')[0];

/** `height`: how many lines each text must have at least, and for rungs exactly. */
export type Links = { links: TextLink<LinkAbout>[]; height: [number, number]; isRungs: boolean };

/** The links of a ladder or of a list of links, by line numbers from 0. */
export function readLinks(source: ReadSource): Result<Links> {
  return isLadder(source.head) ? readRungs(source) : readLinkList(source);
}

function readRungs(source: ReadSource): Result<Links> {
  const links: TextLink<LinkAbout>[] = [];
  let before: [number, number] | null = null;
  let number = 0;
  for (const line of linesOf(source)) {
    number++;
    if (line.trim() === '') continue;
    const rung = RUNG.exec(line.trim());
    const at: [number, number] | null = rung && [Number(rung[1]), Number(rung[2])];
    if (!at || (before && (at[0] < before[0] || at[1] < before[1])))
      return err('import.brokenLine', { file: source.name, line: number, reason: 'ladder' });
    if (!before && (at[0] > 0 || at[1] > 0)) links.push(between([0, 0], at));
    if (before && (at[0] > before[0] || at[1] > before[1])) links.push(between(before, at));
    before = at;
  }
  return { ok: true, value: { links, height: before ?? [0, 0], isRungs: true } };
}

/** A rung says where the next one stands: no text can be as long as a number in a file may claim. */
const MAX_STEP = 10_000;
const between = (from: [number, number], to: [number, number]): TextLink<LinkAbout> => ({
  source: count(from[0], to[0]),
  target: count(from[1], to[1]),
  data: {},
});
const count = (from: number, to: number) =>
  Array.from({ length: Math.min(to - from, MAX_STEP) }, (_, k) => (k === MAX_STEP - 1 ? to - 1 : from + k));

function readLinkList(source: ReadSource): Result<Links> {
  const links: TextLink<LinkAbout>[] = [];
  const height: [number, number] = [0, 0];
  let number = 0;
  for (const line of linesOf(source)) {
    number++;
    if (line.trim() === '' || SHOWN_TEXT.test(line)) continue;
    const link = LINK.exec(line.trim());
    const sides = link?.slice(1, 3).map((side) => side.split(/[, ]+/u).filter(Boolean).map(Number));
    if (!sides || sides.flat().some((one) => one > 1e9))
      return err('import.brokenLine', { file: source.name, line: number, reason: 'ladder' });
    for (const side of [0, 1]) for (const at of sides[side]) height[side] = Math.max(height[side], at + 1);
    links.push({ source: sides[0], target: sides[1], data: {} });
  }
  return { ok: true, value: { links, height, isRungs: false } };
}
