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

/** What has been found, each kind once with its first places: a file may have a million of one. */
export class Findings {
  readonly #found = new Map<FindingCode, Finding>();

  add(
    code: FindingCode,
    { file, line = null, unit = null }: { file: string; line?: number | null; unit?: string | null },
    params: Finding['params'] = {},
  ): void {
    let finding = this.#found.get(code);
    if (!finding) {
      finding = { code, severity: RULES[code].severity, count: 0, places: [], params };
      this.#found.set(code, finding);
    }
    finding.count++;
    if (finding.places.length < MAX_PLACES) finding.places.push({ file, line, unit });
  }

  has(code: FindingCode): boolean {
    return this.#found.has(code);
  }

  /** The worst first; of equals the one that was met first. */
  list(): Finding[] {
    return [...this.#found.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  }
}
