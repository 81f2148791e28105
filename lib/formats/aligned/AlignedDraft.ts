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
  MAX_LANGUAGES,
  MAX_UNITS,
} from './AlignedDocument';
import { languageNamed } from './languageNamed';

type Properties = {
  id?: string | null;
  status?: string | null;
  confidence?: string | number | null;
  reason?: string | null;
};

/** Gathers what a reader finds. Blank texts are none, and what a database cannot hold becomes U+FFFD, counted. */
export class AlignedDraft {
  readonly #languages: AlignedLanguage[] = [];
  readonly #places = new Map<string, number>();
  readonly #labels = new Map<string, number>();
  readonly #units: AlignedUnit[] = [];
  /** Languages that have a text. */
  readonly #used = new Set<number>();
  readonly #warnings = new Map<AlignedWarningCode, { count: number; place: number }>();
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

  warn(code: AlignedWarningCode, place = this.#units.length + 1, count = 1): void {
    const known = this.#warnings.get(code);
    if (known) known.count += count;
    else this.#warnings.set(code, { count, place });
  }

  /** Adds a unit; `texts` by number of the language. One without any text is left out, and counted. */
  add(texts: ReadonlyMap<number, readonly UnitPart[]>, properties: Properties = {}): void {
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
    const status = this.#oneOf(BEAD_STATUSES, properties.status);
    this.#units.push({
      id: properties.id ?? null,
      sides,
      status: status as BeadStatus | null,
      confidence: probability(properties.confidence),
      reason: this.#oneOf(NULL_REASONS, properties.reason) as NullReason | null,
    });
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
    for (const unit of this.#units) unit.sides = used.map((at) => unit.sides[at] ?? NOTHING);
    return ok({
      format,
      encoding,
      title: this.title,
      languages: used.map((at) => this.#languages[at]),
      units: this.#units,
      warnings: [...this.#warnings].map(([code, params]) => ({ code, params })),
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
