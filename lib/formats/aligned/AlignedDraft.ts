import { BEAD_STATUSES, type BeadStatus, NULL_REASONS, type NullReason } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import type { UnitPart } from '../ExportUnit';
import { MAX_PARAGRAPH_CHARS } from '../text/TextDraft';
import {
  type AlignedDocument,
  type AlignedLanguage,
  AlignedRefusal,
  type AlignedUnit,
  type AlignedWarningCode,
  type InnerLink,
  MAX_LANGUAGES,
  MAX_UNITS,
  type SaidOfLink,
} from './AlignedDocument';
import { DocumentStarts } from './DocumentStarts';
import { languageNamed } from './languageNamed';

/** What a reader finds said of a link, in the words of the file. */
export type Said = { status?: string | null; confidence?: string | number | null; reason?: string | null };
type Properties = Said & { id?: string | null };
/** As `InnerLink`, before its words were looked at. */
export type DraftLink = Pick<InnerLink, 'i0' | 'i1' | 'j0' | 'j1'> & { said: Said };

/** Gathers what a reader finds. Blank texts are none, and what a database cannot hold becomes U+FFFD, counted. */
export class AlignedDraft {
  readonly #languages: AlignedLanguage[] = [];
  readonly #places = new Map<string, number>();
  readonly #labels = new Map<string, number>();
  readonly #units: AlignedUnit[] = [];
  /** Languages that have a text. */
  readonly #used = new Set<number>();
  readonly #documents = new DocumentStarts();
  title: string | null = null;

  get length(): number {
    return this.#units.length;
  }

  /** Number of the language with this label; a new one when it is not known yet. Tags are the same in any case. */
  language(label: string, lang?: string | null): number {
    // Asked for each text, and what a tag means takes long to find out.
    const known = lang === undefined ? this.#labels.get(label) : undefined;
    if (known !== undefined) return known;
    const tag = lang === undefined ? (languageNamed(label) ?? languageLike(label)) : lang;
    const key = (tag ?? label).toLowerCase();
    let at = this.#places.get(key);
    if (at === undefined) {
      at = this.#languages.push({ label, lang: tag }) - 1;
      this.#places.set(key, at);
      if (at >= MAX_LANGUAGES)
        throw new AlignedRefusal(err('import.tooManyLanguages', { limit: MAX_LANGUAGES }));
    }
    if (lang === undefined) this.#labels.set(label, at);
    return at;
  }

  /** From here on units are of the document with this title, until another one is told; `key` tells equal titles apart. */
  inDocument(title: string, key = title): void {
    this.#documents.begin(title, key, this.#units.length);
  }

  warn(code: AlignedWarningCode, place = this.#units.length + 1, count = 1): void {
    this.#documents.warn(code, place, count);
  }

  /**
   * Adds a unit; `texts` by number of the language. One without any text is left out, and counted.
   *
   * @param links by number of the language, when the unit is more than one link with the language numbered `pivot`,
   *   which is the first one: of others it is not kept.
   */
  add(
    texts: ReadonlyMap<number, readonly UnitPart[]>,
    properties: Properties = {},
    links?: { pivot: number; of: ReadonlyMap<number, readonly DraftLink[]> },
  ): void {
    const sides: (readonly UnitPart[])[] = [];
    let empty = true;
    for (const [at, parts] of texts) {
      const kept = parts.flatMap((part) => (part.text.trim() ? this.#storable(part) : []));
      if (kept.length) {
        empty = false;
        this.#used.add(at);
      }
      sides[at] = kept;
    }
    if (empty) {
      this.warn('emptyUnits');
      return;
    }
    if (this.#units.length >= MAX_UNITS)
      throw new AlignedRefusal(err('import.tooManyUnits', { limit: MAX_UNITS }));
    const unit: AlignedUnit = { id: properties.id ?? null, sides, ...this.#said(properties) };
    if (links?.pivot === 0) {
      const own: (readonly InnerLink[])[] = [];
      for (const [at, inner] of links.of) {
        const source = keptBefore(texts.get(links.pivot) ?? NOTHING);
        const target = keptBefore(texts.get(at) ?? NOTHING);
        own[at] = inner.map(({ i0, i1, j0, j1, said }) => ({
          ...{ i0: source[i0], i1: source[i1], j0: target[j0], j1: target[j1] },
          ...this.#said(said),
        }));
      }
      unit.links = own;
    }
    this.#units.push(unit);
  }

  #said({ status, confidence, reason }: Said): SaidOfLink {
    return {
      status: this.#oneOf(BEAD_STATUSES, status) as BeadStatus | null,
      confidence: probability(confidence),
      reason: this.#oneOf(NULL_REASONS, reason) as NullReason | null,
    };
  }

  /** @returns the document, or why it is none. Languages without any text are left out. */
  finish(
    format: string,
    encoding: string,
    {
      first = null,
      ...more
    }: { first?: number | null } & Pick<AlignedDocument, 'table' | 'alternatives'> = {},
  ): Result<AlignedDocument> {
    const used = [...this.#used].sort((a, b) => a - b);
    if (!this.#units.length) return err('import.empty');
    if (used.length < 2) return err('import.oneLanguage', { lang: this.#languages[used[0]]?.label ?? '' });
    if (first !== null) used.sort((a, b) => Number(b === first) - Number(a === first));
    for (const unit of this.#units) {
      unit.sides = used.map((at) => unit.sides[at] ?? NOTHING);
      const { links } = unit;
      if (used[0] !== 0) delete unit.links;
      else if (links) unit.links = used.map((at) => links[at] ?? NO_LINKS);
    }
    const { units, documents, warnings } = this.#documents.settle(this.#units);
    return ok({
      ...{ format, encoding, title: this.title, languages: used.map((at) => this.#languages[at]) },
      ...{ units, warnings },
      ...(documents && { documents }),
      ...more,
    });
  }

  #storable(part: UnitPart): UnitPart[] {
    if (part.text.length > MAX_PARAGRAPH_CHARS) {
      const [paragraph, length] = [this.#units.length + 1, part.text.length];
      throw new AlignedRefusal(
        err('import.paragraphTooLong', { paragraph, length, limit: MAX_PARAGRAPH_CHARS }),
      );
    }
    if (part.text.isWellFormed() && !part.text.includes('\0')) return [part];
    const text = part.text.toWellFormed().replaceAll('\0', '\ufffd');
    this.warn('replacedCharacters');
    return [{ ...part, text }];
  }

  #oneOf(known: readonly string[], value: string | null | undefined): string | null {
    if (value === null || value === undefined || value === '') return null;
    if (known.includes(value)) return value;
    this.warn('unknownStatus');
    return null;
  }
}

const NOTHING: readonly UnitPart[] = [];
const NO_LINKS: readonly InnerLink[] = [];

/** How many segments before each are not blank, and at last how many in all. */
function keptBefore(parts: readonly UnitPart[]): number[] {
  const before = [0];
  for (const { text } of parts) before.push(before.at(-1)! + (text.trim() ? 1 : 0));
  return before;
}

/** 0..1, else nothing: other programs' scores are no probabilities. */
function probability(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return number >= 0 && number <= 1 ? number : null;
}

/** The label as a BCP 47 tag in its usual spelling, if it is one: `EN_us` -> `en-US`. */
export function languageLike(label: string): string | null {
  const tag = label.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-[a-z\d-]{4,})?$/iu.test(tag)) return null;
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
}

/** Is the label a tag whose language is one that has a name? Three letters alone are often something else. */
export function isKnownLanguage(label: string): boolean {
  const tag = languageLike(label);
  return tag !== null && NAMES.of(tag.split('-')[0]) !== undefined;
}
const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** One segment that is a paragraph of its own. */
export const whole = (text: string): UnitPart[] => [{ text, opens: true }];
