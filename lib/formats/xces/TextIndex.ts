import { bareName, suffixes } from './documentNames';
import type { SentenceText } from './SentenceText';

/** The texts that documents of links mean, among as many as a corpus may have. */
export class TextIndex {
  readonly #named = new Map<string, SentenceText>();
  /** By what stands behind all folders; null where several are called so. */
  readonly #called = new Map<string, SentenceText | null>();
  readonly #blank: ReadonlySet<string>;

  /**
   * @param texts of several that a name may mean the first one counts
   * @param blank names of files that are there and have nothing in them
   */
  constructor(
    private readonly texts: readonly SentenceText[],
    blank: readonly string[],
  ) {
    for (const text of texts) {
      for (const suffix of suffixes(bareName(text.name)))
        if (!this.#named.has(suffix)) this.#named.set(suffix, text);
      const last = lastPart(text.name);
      this.#called.set(last, this.#called.has(last) ? null : text);
    }
    this.#blank = new Set(blank.flatMap((name) => [...suffixes(bareName(name))]));
  }

  /** The text that a document name means, endings and folders left aside; without one that fits, by its place if it has one. */
  find(doc: string, place: number | null): SentenceText | undefined {
    return (
      this.#named.get(bareName(doc)) ??
      this.#called.get(lastPart(doc)) ??
      (this.texts.length === 2 && place !== null ? this.texts[place] : undefined)
    );
  }

  isBlank(doc: string): boolean {
    return this.#blank.has(bareName(doc));
  }
}

const lastPart = (name: string): string => bareName(name).split('/').at(-1)!;
