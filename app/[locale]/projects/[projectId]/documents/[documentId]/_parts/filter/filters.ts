import { needsAttention } from '@/lib/bitext/progress';
import { segmentCount } from '@/lib/bitext/segments';
import { BEAD_STATUSES, type Bead, type BeadStatus, type DocumentState, isNull } from '@/lib/bitext/types';

/** What the grid shows. Lives in the URL, so that a view can be sent to somebody. */
export type Filter = {
  statuses: readonly BeadStatus[];
  /** Only beads the engine is less sure of than this, 0..1; null for all. */
  below: number | null;
  only: 'all' | 'nulls' | 'disputed' | 'attention' | 'uneven';
  /** A check that found something, by its name; `any` for all of them. */
  check: string | null;
  text: string;
  /** `text` is a regular expression. */
  regex: boolean;
  /** Letters with and without marks are different letters. */
  exact: boolean;
};

export const ANY_CHECK = 'any';
export const NO_FILTER: Filter = {
  statuses: [],
  below: null,
  only: 'all',
  check: null,
  text: '',
  regex: false,
  exact: false,
};
const ONLY = ['all', 'nulls', 'disputed', 'attention', 'uneven'] as const;
export const ONLY_CHOICES: readonly Filter['only'][] = ONLY;

export const isFiltering = ({ statuses, below, only, check, text }: Filter): boolean =>
  statuses.length > 0 || below !== null || only !== 'all' || check !== null || text.trim() !== '';

export function readFilter(params: URLSearchParams): Filter {
  const below = Number(params.get('below'));
  const only = params.get('only');
  return {
    statuses: BEAD_STATUSES.filter((status) => params.getAll('status').includes(status)),
    below: params.has('below') && below > 0 && below <= 1 ? below : null,
    only: ONLY.find((choice) => choice === only) ?? 'all',
    check: params.get('check'),
    text: params.get('q') ?? '',
    regex: params.has('regex'),
    exact: params.has('exact'),
  };
}

/** `params` with the filter in it; what is not said is left out. */
export function writeFilter(params: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ['status', 'below', 'only', 'check', 'q', 'regex', 'exact']) next.delete(key);
  for (const status of filter.statuses) next.append('status', status);
  if (filter.below !== null) next.set('below', String(filter.below));
  if (filter.only !== 'all') next.set('only', filter.only);
  if (filter.check) next.set('check', filter.check);
  if (filter.text.trim()) next.set('q', filter.text);
  if (filter.regex) next.set('regex', '1');
  if (filter.exact) next.set('exact', '1');
  return next;
}

/** What a filter asks of beads that their own rows do not say. */
export type FilterFacts = {
  state: DocumentState;
  /** Beads with an open dispute. */
  disputed: ReadonlySet<string>;
  /** Beads whose words hold what is searched for; null while nothing is searched. */
  hits: ReadonlySet<string> | null;
  /** Beads on which a check has something to say, by bead. */
  findings: ReadonlyMap<string, readonly { check: string }[]>;
};

/** Whether a bead of this bitext is to be seen. */
export function matches(filter: Filter, bead: Bead, bitextId: string, facts: FilterFacts): boolean {
  const { statuses, below, only, check } = filter;
  if (statuses.length && !statuses.includes(bead.status)) return false;
  if (below !== null && !(bead.confidence !== null && bead.confidence < below)) return false;
  if (only === 'nulls' && !isNull(bead)) return false;
  if (only === 'disputed' && !facts.disputed.has(bead.id)) return false;
  if (only === 'attention' && !needsAttention(bead, facts.disputed.has(bead.id))) return false;
  if (only === 'uneven' && isEven(bead, bitextId, facts.state)) return false;
  if (check) {
    const found = facts.findings.get(bead.id);
    if (!found || (check !== ANY_CHECK && !found.some((one) => one.check === check))) return false;
  }
  return facts.hits === null || facts.hits.has(bead.id);
}

function isEven(bead: Bead, bitextId: string, { bitexts, texts }: DocumentState): boolean {
  const { sourceTextId, targetTextId } = bitexts[bitextId];
  return (
    segmentCount(texts[sourceTextId], bead.source) === 1 &&
    segmentCount(texts[targetTextId], bead.target) === 1
  );
}
