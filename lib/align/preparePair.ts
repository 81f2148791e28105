import { fullBand } from './band';
import { buildLattice, type Pair } from './lattice';
import type { Lexicon } from './lexicon';
import { makePair } from './pair';
import { bestPath } from './search';
import type { AlignSide } from './types';
import type { Layout, Weights } from './weights';

/** Mean letters of a target unit over those of a source unit from which units count as paragraphs. */
const PARAGRAPHS_FROM = 1.35;

/**
 * First look at two texts: which layout they have, and how long translations really are here.
 *
 * A search with the language's usual length ratio finds beads; their own ratio then takes its place, as Gale & Church
 * (1993) advise for every new corpus.
 */
export function preparePair(
  source: AlignSide,
  target: AlignSide,
  lexicon: Lexicon | null,
  all: Record<Layout, Weights>,
): { pair: Pair; weights: Weights } {
  const rough = makePair(source, target, lexicon, all.paragraphs);
  const mean = (length: Float64Array, units: number) =>
    length.reduce((sum, x) => sum + x, 0) / Math.max(1, units);
  const size =
    mean(rough.target.length, target.segments.length) /
    (mean(rough.source.length, source.segments.length) * rough.lengths.ratio);
  const weights = all[size >= PARAGRAPHS_FROM ? 'paragraphs' : 'sentences'];
  const band = fullBand(rough.source.texts.length, rough.target.texts.length);
  const path = bestPath(buildLattice(rough, weights.features, band, 0, 0), rough.target.border, 0);
  return { pair: { ...rough, lengths: { ...rough.lengths, ratio: ratioOf(path, rough) } }, weights };
}

/** Letters of all linked targets over those of their sources, pulled towards the usual ratio by 300 letters. */
function ratioOf(path: Int32Array, pair: Pair): number {
  let source = 300;
  let target = 300 * pair.lengths.ratio;
  for (let k = 0; k + 3 < path.length; k += 2) {
    if (path[k] === path[k + 2] || path[k + 1] === path[k + 3]) continue;
    for (let a = path[k]; a < path[k + 2]; a++) source += pair.source.length[a];
    for (let b = path[k + 1]; b < path[k + 3]; b++) target += pair.target.length[b];
  }
  return target / source;
}
