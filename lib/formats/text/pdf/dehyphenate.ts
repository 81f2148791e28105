/** What stands before a hyphen of Romanian of its own right: s-a, într-o, te-ai. */
const CLITICS = new Set(
  'a c ca ce ci cu d da de din dintr dă fi i ia într l la le li m mi n ne ni nu o pe prin printr s se să și te ți un v va vi vă'.split(
    ' ',
  ),
);
const WORD_END = /(\p{L}[\p{L}\p{M}]*)([-\u2010\u00ad])$/u;

/** Words of a text with hyphens in them, and without: what tells a hyphen of the word from one of the line. */
export class HyphenEvidence {
  readonly #words = new Map<string, number>();
  #tightDashes = 0;
  #looseDashes = 0;

  /** @param softHyphens U+00AD is what Unicode says it is, and no letter */
  constructor(readonly softHyphens: boolean) {}

  /** Dashes mostly stand without spaces about them, as in English books. */
  get tightDashes(): boolean {
    return this.#tightDashes > this.#looseDashes;
  }

  add(line: string): void {
    this.#tightDashes += line.match(/[^\s–—][–—](?=[^\s–—])/gu)?.length ?? 0;
    this.#looseDashes += line.match(/\s[–—](?=\s)/gu)?.length ?? 0;
    // The last word of a line may be half of one.
    for (const word of line.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?=[^\p{L}\p{M}-])/gu) ?? [])
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
  }

  count(word: string): number {
    return this.#words.get(word.toLowerCase()) ?? 0;
  }
}

/**
 * Two lines of a paragraph as one. A hyphen at the end of a line goes when the word goes on in small letters, unless
 * the text has the word with its hyphen elsewhere; otherwise a space comes between, save beside a dash in a text that
 * has no spaces there.
 */
export function joinHyphenated(text: string, next: string, evidence: HyphenEvidence): string {
  if (evidence.tightDashes && (/[^\s–—][–—]$/u.test(text) || /^[–—][^\s–—]/u.test(next))) return text + next;
  const end = WORD_END.exec(text);
  const begin = /^\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (!end || !begin)
    return /[-\u2010]$/u.test(text) && begin && /\S[-\u2010]$/u.test(text) ? text + next : `${text} ${next}`;
  const [, before, hyphen] = end as unknown as [string, string, string];
  if (hyphen === '\u00ad') return evidence.softHyphens ? text.slice(0, -1) + next : `${text} ${next}`;
  // "Lê-vin" and "Anh-Việt": the part before, as far as an earlier hyphen.
  const whole = text.slice(text.search(/[^\s]*$/u), -1);
  const withHyphen = evidence.count(`${whole}-${begin}`.replace(/^[^\p{L}]+/u, ''));
  const without = evidence.count(`${before}${begin}`);
  const isLineHyphen =
    /^\p{Ll}/u.test(begin) &&
    withHyphen <= without &&
    (without > 0 || (!CLITICS.has(before!.toLowerCase()) && begin.length > 1));
  return isLineHyphen ? text.slice(0, -1) + next : text + next;
}
