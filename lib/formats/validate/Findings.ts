import { type FindingCode, RULES, type Severity } from './rules';

/** `line` counts from 1, null when it is about the file; `unit` is an id or number in the file. */
export type Place = { file: string; line: number | null; unit: string | null };

export type Finding = {
  code: FindingCode;
  severity: Severity;
  /** How often. */
  count: number;
  /** The first ones. */
  places: Place[];
  /** Of the first one; for its message. */
  params: Record<string, string | number>;
};

const MAX_PLACES = 10;
const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Attributes that are told apart under one code; those of a hostile file are not counted one by one. */
const MAX_ATTRIBUTES = 20;

/**
 * What has been found, each kind once with its first places: a file may have a million of one. What is about attributes
 * is told apart by their names.
 */
export class Findings {
  readonly #found = new Map<string, Finding>();

  add(
    code: FindingCode,
    { file, line = null, unit = null }: { file: string; line?: number | null; unit?: string | null },
    params: Finding['params'] = {},
  ): void {
    const { attribute = '' } = params;
    const own = `${code} ${attribute}`;
    const key = this.#found.has(own) || this.#countOf(code) < MAX_ATTRIBUTES ? own : code;
    let finding = this.#found.get(key);
    if (!finding) {
      finding = { code, severity: RULES[code].severity, count: 0, places: [], params };
      this.#found.set(key, finding);
    }
    finding.count++;
    if (finding.places.length < MAX_PLACES) finding.places.push({ file, line, unit });
  }

  #countOf(code: FindingCode): number {
    let count = 0;
    for (const finding of this.#found.values()) if (finding.code === code) count++;
    return count;
  }

  /** The worst first; of equals the one that was met first. */
  list(): Finding[] {
    return [...this.#found.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  }
}
