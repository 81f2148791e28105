import type { AlignedUnit, AlignedWarning, AlignedWarningCode, DocumentStart } from './AlignedDocument';

type Warnings = Map<AlignedWarningCode, { count: number; place: number }>;
type Own = { title: string; key: string; warnings: Warnings };

/** Which units of a file are of which of its documents, and what was odd about each. */
export class DocumentStarts {
  readonly #documents = new Map<string, Own>();
  /** Where units of another document than before follow. */
  readonly #turns: { own: Own; from: number }[] = [];
  readonly #loose: Warnings = new Map();

  begin(title: string, key: string, from: number): void {
    const last = this.#turns.at(-1);
    if (last?.own.key === key) return;
    const own = this.#documents.get(key) ?? { title, key, warnings: new Map() };
    this.#documents.set(key, own);
    // One that nothing was added to is none.
    if (last?.from === from) this.#turns.pop();
    if (this.#turns.at(-1)?.own !== own) this.#turns.push({ own, from });
  }

  warn(code: AlignedWarningCode, place: number, count: number): void {
    tell(this.#turns.at(-1)?.own.warnings ?? this.#loose, code, place, count);
  }

  /**
   * The units, those of each document together; where the documents begin, if there are several.
   *
   * O(units) where they stand together already, as they do in all files but those in another order than that of texts.
   */
  settle(units: AlignedUnit[]): {
    units: AlignedUnit[];
    documents: DocumentStart[] | null;
    warnings: AlignedWarning[];
  } {
    const all: Warnings = new Map(this.#loose);
    for (const { warnings } of this.#documents.values())
      for (const [code, { count, place }] of warnings) tell(all, code, place, count);
    const turns = this.#turns.filter(({ from }) => from < units.length);
    const warnings = listOf(all);
    const several = new Set(turns.map(({ own }) => own)).size > 1;
    if (!several) return { units, documents: null, warnings };
    const stretches = new Map<Own, AlignedUnit[][]>();
    for (const [k, { own, from }] of turns.entries()) {
      const stretch = units.slice(k === 0 ? 0 : from, turns[k + 1]?.from);
      stretches.set(own, [...(stretches.get(own) ?? []), stretch]);
    }
    const inOrder = stretches.size === turns.length;
    const documents: DocumentStart[] = [];
    const sorted: AlignedUnit[] = [];
    for (const [{ title, warnings: own }, parts] of stretches) {
      const from = sorted.length;
      for (const part of parts) for (const unit of part) sorted.push(unit);
      const told = listOf(own).map(({ code, params: { count, place } }) => ({
        code,
        params: { count, place: inOrder && place > from ? place - from : 0 },
      }));
      documents.push({ title, from, warnings: told });
    }
    return { units: inOrder ? units : sorted, documents, warnings };
  }
}

function tell(warnings: Warnings, code: AlignedWarningCode, place: number, count: number): void {
  const known = warnings.get(code);
  warnings.set(code, known ? { ...known, count: known.count + count } : { count, place });
}

const listOf = (warnings: Warnings): AlignedWarning[] =>
  [...warnings].map(([code, params]) => ({ code, params }));
