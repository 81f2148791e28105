import type { Bead } from '../types';
import { BUNDLE_ROWS, type BundleEntry, type BundleRow } from './bundleRows';

/**
 * What is wrong with a row: its form, what it names, its place in the order, the chain of beads, or that it is one too
 * many.
 */
export type BundleFault = 'row' | 'unknown' | 'order' | 'chain' | 'large';

/** Each of them may become an account; no document has had as many hands on it. */
const MOST_PEOPLE = 2000;

type Text = { length: number; end: number; borders: number[]; paragraphStarts: Set<number> };
type Bitext = BundleRow<'bitexts'> & { sourceAt: number; targetAt: number; beads: number };

/**
 * Looks at the rows of a bundle one after the other, in the order of its entries, and holds to all that the database
 * holds to: paragraphs end to end, segments on paragraph borders, beads in a chain from the beginning of both texts to
 * their ends, nothing that names what is not there. Of the texts it keeps the offsets, never a word.
 */
export class BundleCheck {
  readonly #people = new Set<string>();
  readonly #texts = new Map<string, Text & BundleRow<'texts'>>();
  readonly #bitexts = new Map<string, Bitext>();
  readonly #events = new Set<string>();
  readonly #takenBack = new Set<string>();
  readonly #comments = new Set<string>();
  /** How each bead stands, as far as the history knows: by its id. */
  readonly #beads = new Map<string, string>();
  /** How the history leaves beads, null where it takes one away. */
  readonly #left = new Map<string, string | null>();
  readonly #ignored = new Set<string>();
  readonly #pairs = new Set<string>();
  #last: { textId: string; start: number; end: number } | null = null;

  /** Reference first. */
  get langs(): string[] {
    const current = [...this.#texts.values()].filter(({ isCurrent }) => isCurrent);
    return current.sort((a, b) => Number(b.isReference) - Number(a.isReference)).map(({ lang }) => lang);
  }

  /** Beads that do not stand as the last event about them says: no undo would go back before it. */
  get unexplained(): number {
    let count = 0;
    for (const [id, left] of this.#left) if ((this.#beads.get(id) ?? null) !== left) count++;
    return count;
  }

  /** @returns what is wrong with the row, null when it fits. */
  row(entry: BundleEntry, value: unknown): BundleFault | null {
    const parsed = BUNDLE_ROWS[entry].safeParse(value);
    if (!parsed.success) return 'row';
    return CHECKS[entry].call(this, parsed.data as never);
  }

  /** Once an entry has been read: is it complete? */
  end(entry: BundleEntry): BundleFault | null {
    const texts = [...this.#texts.values()];
    this.#last = null;
    if (entry === 'texts') {
      const current = texts.filter(({ isCurrent }) => isCurrent);
      const langs = new Set(current.map(({ lang }) => lang));
      const isWhole = langs.size === current.length && current.filter((one) => one.isReference).length === 1;
      return isWhole ? null : 'order';
    }
    if (entry === 'paragraphs') return texts.every(({ end, length }) => end === length) ? null : 'order';
    if (entry === 'borders')
      return texts.every(
        ({ borders, length, paragraphStarts }) =>
          borders[0] === 0 && borders.at(-1) === length && paragraphStarts.size === 0,
      )
        ? null
        : 'order';
    if (entry !== 'beads') return null;
    const bitexts = [...this.#bitexts.values()];
    return bitexts.every(
      (one) =>
        one.aligned === one.beads > 0 &&
        (!one.aligned ||
          (one.sourceAt === this.#texts.get(one.sourceTextId)!.length &&
            one.targetAt === this.#texts.get(one.targetTextId)!.length)),
    )
      ? null
      : 'chain';
  }

  person({ id }: BundleRow<'people'>): BundleFault | null {
    if (this.#people.has(id)) return 'order';
    if (this.#people.size === MOST_PEOPLE) return 'large';
    this.#people.add(id);
    return null;
  }

  text(row: BundleRow<'texts'>): BundleFault | null {
    if (this.#texts.has(row.id)) return 'order';
    if (row.importedBy && !this.#people.has(row.importedBy)) return 'unknown';
    this.#texts.set(row.id, {
      ...row,
      ...{ length: row.lengthUtf16, end: 0, borders: [], paragraphStarts: new Set() },
    });
    return null;
  }

  paragraph({ textId, start, content }: BundleRow<'paragraphs'>): BundleFault | null {
    const text = this.#texts.get(textId);
    if (!text) return 'unknown';
    if (text.end !== start || start + content.length > text.length) return 'order';
    text.end += content.length;
    text.paragraphStarts.add(start);
    return null;
  }

  border({ textId, at, kind }: BundleRow<'borders'>): BundleFault | null {
    const text = this.#texts.get(textId);
    if (!text) return 'unknown';
    if (at > text.length || at <= (text.borders.at(-1) ?? -1)) return 'order';
    // Where a paragraph begins a segment does.
    if (text.paragraphStarts.delete(at) && kind !== 'paragraph') return 'order';
    text.borders.push(at);
    return null;
  }

  correction({ textId, start, end, old, reading }: BundleRow<'corrections'>): BundleFault | null {
    const text = this.#texts.get(textId);
    if (!text) return 'unknown';
    if (end > text.length || end - start !== old.length || old === reading) return 'order';
    // Two may meet, but never begin at one place.
    if (this.#last?.textId === textId && (start < this.#last.end || start === this.#last.start))
      return 'order';
    this.#last = { textId, start, end };
    return null;
  }

  bitext(row: BundleRow<'bitexts'>): BundleFault | null {
    const [source, target] = [this.#texts.get(row.sourceTextId), this.#texts.get(row.targetTextId)];
    if (!source?.isReference || !target || target.isReference) return 'unknown';
    // Older versions stand in no bitext.
    if (!source.isCurrent || !target.isCurrent) return 'unknown';
    if (this.#bitexts.has(row.id) || this.#pairs.has(row.targetTextId)) return 'order';
    this.#pairs.add(row.targetTextId);
    this.#bitexts.set(row.id, { ...row, sourceAt: 0, targetAt: 0, beads: 0 });
    return null;
  }

  bead(row: BundleRow<'beads'>): BundleFault | null {
    const bitext = this.#bitexts.get(row.bitextId);
    if (!bitext || row.authors.some((id) => !this.#people.has(id))) return 'unknown';
    const { source, target, status, reason } = row;
    const isNull = source.start === source.end || target.start === target.end;
    if (this.#beads.has(row.id) || row.revision > bitext.revision) return 'order';
    if (source.start !== bitext.sourceAt || target.start !== bitext.targetAt) return 'chain';
    if (source.start === source.end && target.start === target.end) return 'chain';
    if (reason !== null && !isNull) return 'row';
    const isVouched = status === 'confirmed' || status === 'self-reviewed' || status === 'approved';
    if (isNull && isVouched && reason === null) return 'row';
    if (!this.#isBorder(bitext.sourceTextId, source.end) || !this.#isBorder(bitext.targetTextId, target.end))
      return 'chain';
    this.#beads.set(row.id, standing(row));
    bitext.sourceAt = source.end;
    bitext.targetAt = target.end;
    bitext.beads++;
    return null;
  }

  comment(row: BundleRow<'comments'>): BundleFault | null {
    if (!this.#bitexts.has(row.bitextId) || !this.#people.has(row.authorId)) return 'unknown';
    if (row.resolvedBy && !this.#people.has(row.resolvedBy)) return 'unknown';
    if (this.#comments.has(row.id) || !row.body.trim()) return 'order';
    this.#comments.add(row.id);
    return null;
  }

  ignored(row: BundleRow<'ignored'>): BundleFault | null {
    const place = `${row.beadId} ${row.check}`;
    if (this.#ignored.has(place)) return 'order';
    this.#ignored.add(place);
    if (!this.#bitexts.has(row.bitextId) || !this.#people.has(row.ignoredBy)) return 'unknown';
    return row.reason.trim() ? null : 'row';
  }

  event({ id, actorId, kind, takesBack, change, beads }: BundleRow<'events'>): BundleFault | null {
    const named = [
      actorId,
      ...change.beads.flatMap(({ before, after }) => [...(before?.authors ?? []), ...(after?.authors ?? [])]),
      ...change.comments.flatMap(({ before, after }) =>
        [before, after].flatMap((one) => (one ? [one.authorId, one.resolvedBy ?? one.authorId] : [])),
      ),
    ];
    if (named.some((person) => !this.#people.has(person))) return 'unknown';
    if (this.#events.has(id) || new Set(beads).size !== beads.length) return 'order';
    if ((takesBack !== null) !== (kind === 'undo' || kind === 'redo')) return 'row';
    // An event is taken back once, by a later one.
    if (takesBack && (!this.#events.has(takesBack) || this.#takenBack.has(takesBack))) return 'unknown';
    if (takesBack) this.#takenBack.add(takesBack);
    this.#events.add(id);
    for (const { before, after } of change.beads) {
      if (before && before.id !== after?.id) this.#left.set(before.id, null);
      if (after) this.#left.set(after.id, standing(after));
    }
    return null;
  }

  #isBorder(textId: string, at: number): boolean {
    const { borders } = this.#texts.get(textId)!;
    let [low, high] = [0, borders.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (borders[middle] < at) low = middle + 1;
      else high = middle;
    }
    return borders[low] === at;
  }
}

/** What undo compares: where a bead stands and how, not when it came to. */
const standing = ({ source, target, status, reason }: Bead): string =>
  `${source.start} ${source.end} ${target.start} ${target.end} ${status} ${reason}`;

const CHECKS: { [E in BundleEntry]: (this: BundleCheck, row: BundleRow<E>) => BundleFault | null } = {
  people(row) {
    return this.person(row);
  },
  texts(row) {
    return this.text(row);
  },
  paragraphs(row) {
    return this.paragraph(row);
  },
  borders(row) {
    return this.border(row);
  },
  corrections(row) {
    return this.correction(row);
  },
  bitexts(row) {
    return this.bitext(row);
  },
  beads(row) {
    return this.bead(row);
  },
  comments(row) {
    return this.comment(row);
  },
  ignored(row) {
    return this.ignored(row);
  },
  events(row) {
    return this.event(row);
  },
};
