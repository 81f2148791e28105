import { SEGMENTS, type SegmentTag } from './elements';
import type { Sentence } from './readSentences';
import { tidyText } from './tidyText';

/** A stretch of text between two borders of elements, with the kinds of elements with ids that it stands in. */
type Stretch = { text: string; isTokens: boolean; within: number; opens: boolean };

const bitOf = (tag: SegmentTag): number => 1 << SEGMENTS.indexOf(tag);

/** A text of an XML file, with its elements that have ids and with what stands outside of them. */
export class SentenceText {
  /** The elements with ids by name, each with the number of the stretch that it begins with. */
  readonly #elements = new Map<SegmentTag, { sentence: Sentence; at: number }[]>();
  readonly #stretches: Stretch[] = [];
  #open: Stretch | null = null;
  #tokenBegins = false;
  /** Text that stands where no text is expected, which is left out: how often, and the first line. */
  left: { count: number; line: number } = { count: 0, line: 0 };

  /**
   * @param file the file it is in. @param name what a pointer may call it: the file again, or the element's id.
   * @param scope the TEI document that it is in, which has ids and links of its own.
   */
  constructor(
    readonly file: string,
    public name: string,
    public scope: string,
    public lang: string | null,
  ) {}

  get hasIds(): boolean {
    return this.#elements.size > 0;
  }

  /** The number of the stretch that is next. */
  get position(): number {
    return this.#stretches.length;
  }

  /** @returns whether there is anything in it that can be read. */
  add(piece: string, open: readonly { tag: SegmentTag }[], opens: boolean): boolean {
    const isBlank = piece.trim() === '';
    if (!this.#open) {
      if (isBlank) return false;
      let within = 0;
      for (const { tag } of open) within |= bitOf(tag);
      this.#open = { text: '', isTokens: this.#tokenBegins, within, opens };
    }
    this.#open.text += piece;
    return !isBlank;
  }

  /** A token begins. */
  word(): void {
    this.#tokenBegins = true;
    if (this.#open) {
      this.#open.text = `${this.#open.text.trimEnd()} `;
      this.#open.isTokens = true;
    }
  }

  /** An element begins or ends that parts what is before it from what follows. */
  cut(): void {
    if (this.#open) this.#stretches.push(this.#open);
    this.#open = null;
    this.#tokenBegins = false;
  }

  close(tag: SegmentTag, at: number, sentence: Sentence): void {
    const list = this.#elements.get(tag) ?? [];
    list.push({ sentence, at });
    this.#elements.set(tag, list);
  }

  leave(piece: string, line: number): void {
    if (piece.trim() === '') return;
    if (this.left.count++ === 0) this.left.line = line;
  }

  /** See `segmentsNamed`. */
  segments(ids: ReadonlySet<string>): Sentence[] {
    let best: SegmentTag | null = null;
    let found = -1;
    for (const tag of SEGMENTS) {
      const list = this.#elements.get(tag);
      const hits = list?.filter(({ sentence }) => ids.has(sentence.id)).length ?? 0;
      if (list && hits > found) [best, found] = [tag, hits];
    }
    if (best === null) return [];
    const named = [...this.#elements.get(best)!].sort((a, b) => a.at - b.at);
    const sentences: Sentence[] = [];
    let next = 0;
    const bit = bitOf(best);
    for (const [at, { text, isTokens, within, opens }] of this.#stretches.entries()) {
      while (next < named.length && named[next].at <= at) sentences.push(named[next++].sentence);
      // No link can mean what has no id, and yet it belongs to the text.
      if (!(within & bit)) sentences.push({ id: '', text: tidyText(text, isTokens), opens });
    }
    for (const { sentence } of named.slice(next)) sentences.push(sentence);
    return sentences;
  }

  /** Does an element have this id? */
  has(id: string): boolean {
    return [...this.#elements.values()].some((list) => list.some(({ sentence }) => sentence.id === id));
  }
}
