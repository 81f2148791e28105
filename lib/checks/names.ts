import { formsIn, mayBeSame, namesIn } from './nameForms';
import { listed } from './spans';
import type { Check } from './types';

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A name that the translation nearly always keeps, and not here. */
export const names: Check = {
  id: 'names',
  find({ source, target, profile }) {
    if (!profile.names.length) return [];
    let kept = known.get(profile.names);
    if (!kept) {
      kept = new Set(profile.names);
      known.set(profile.names, kept);
    }
    const found = namesIn(source.reading).filter(({ key }) => kept.has(key));
    if (!found.length) return [];
    const forms = formsIn(target.reading);
    const missing = found.filter(({ key }) => !forms.some((form) => mayBeSame(key, form)));
    if (!missing.length) return [];
    const shown = [...new Set(missing.map(({ span }) => source.reading.slice(span.start, span.end)))];
    return [
      {
        severity: 'warning',
        side: 'source',
        spans: missing.map(({ span }) => span),
        params: { names: listed(shown), count: shown.length },
      },
    ];
  },
};

/** A name counts once it has been kept this often … */
const FEWEST_KEPT = 4;
/** … and where it is lost at most in this share of the beads. */
const LOST_SHARE = 0.12;

/** Counts which names of the source a translation keeps: what is mostly translated or left out is no name to miss. */
export class NameCounts {
  private readonly counts = new Map<string, { seen: number; kept: number }>();

  add(source: string, target: string): void {
    const found = new Set(namesIn(source).map(({ key }) => key));
    if (!found.size) return;
    const forms = formsIn(target);
    for (const key of found) {
      const count = this.counts.get(key) ?? { seen: 0, kept: 0 };
      count.seen++;
      if (forms.some((form) => mayBeSame(key, form))) count.kept++;
      this.counts.set(key, count);
    }
  }

  /** The names to miss when they are not there. */
  reliable(): string[] {
    return [...this.counts]
      .filter(([, { seen, kept }]) => kept >= FEWEST_KEPT && seen - kept <= LOST_SHARE * seen)
      .map(([key]) => key);
  }
}
