import { needsAttention } from '@/lib/bitext/progress';
import { readingOf, segmentsIn } from '@/lib/bitext/segments';
import { BEAD_STATUSES, type Bead, type BeadStatus, type DocumentState, isNull } from '@/lib/bitext/types';

/** What the grid shows. Lives in the URL, so that a view can be sent to somebody. */
export type Filter = {
  statuses: readonly BeadStatus[];
  /** Only beads the engine is less sure of than this, 0..1; null for all. */
  below: number | null;
  only: 'all' | 'nulls' | 'disputed' | 'attention' | 'uneven';
  text: string;
};

export const NO_FILTER: Filter = { statuses: [], below: null, only: 'all', text: '' };
const ONLY = ['all', 'nulls', 'disputed', 'attention', 'uneven'] as const;
export const ONLY_CHOICES: readonly Filter['only'][] = ONLY;

export const isFiltering = ({ statuses, below, only, text }: Filter): boolean =>
  statuses.length > 0 || below !== null || only !== 'all' || text.trim() !== '';

export function readFilter(params: URLSearchParams): Filter {
  const below = Number(params.get('below'));
  const only = params.get('only');
  return {
    statuses: BEAD_STATUSES.filter((status) => params.getAll('status').includes(status)),
    below: params.has('below') && below > 0 && below <= 1 ? below : null,
    only: ONLY.find((choice) => choice === only) ?? 'all',
    text: params.get('q') ?? '',
  };
}

/** `params` with the filter in it; what is not said is left out. */
export function writeFilter(params: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ['status', 'below', 'only', 'q']) next.delete(key);
  for (const status of filter.statuses) next.append('status', status);
  if (filter.below !== null) next.set('below', String(filter.below));
  if (filter.only !== 'all') next.set('only', filter.only);
  if (filter.text.trim()) next.set('q', filter.text);
  return next;
}

/** Letters without their marks, so that "tinh yeu" finds "tình yêu". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

/** Whether a bead of this bitext is to be seen. `disputed` holds the ids of beads with an open dispute. */
export function matches(
  filter: Filter,
  bead: Bead,
  { state, bitextId, disputed }: { state: DocumentState; bitextId: string; disputed: ReadonlySet<string> },
): boolean {
  const { statuses, below, only } = filter;
  if (statuses.length && !statuses.includes(bead.status)) return false;
  if (below !== null && !(bead.confidence !== null && bead.confidence < below)) return false;
  if (only === 'nulls' && !isNull(bead)) return false;
  if (only === 'disputed' && !disputed.has(bead.id)) return false;
  if (only === 'attention' && !needsAttention(bead, disputed.has(bead.id))) return false;
  const bitext = state.bitexts[bitextId];
  const [source, target] = [state.texts[bitext.sourceTextId], state.texts[bitext.targetTextId]];
  if (
    only === 'uneven' &&
    segmentsIn(source, bead.source).length === 1 &&
    segmentsIn(target, bead.target).length === 1
  )
    return false;
  const wanted = fold(filter.text.trim());
  return (
    !wanted ||
    fold(readingOf(source, bead.source)).includes(wanted) ||
    fold(readingOf(target, bead.target)).includes(wanted)
  );
}
