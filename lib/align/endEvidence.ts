import { F } from './features';

/** Codes of `ending`: four bits. */
const CODES = 16;

/** What the last marks of two sides are worth together: index source ending · 16 + target ending. */
export function endEvidence(weights: Float64Array): Float64Array {
  const table = new Float64Array(CODES * CODES);
  for (let s = 0; s < CODES; s++)
    for (let t = 0; t < CODES; t++) table[s * CODES + t] = ofEnds(s, t, weights);
  return table;
}

function ofEnds(s: number, t: number, weights: Float64Array): number {
  const x = s & 7;
  const y = t & 7;
  let score = 0;
  if (x === 2 && y === 2) score += weights[F.questionBoth];
  else if (x === 2 || y === 2) score += weights[F.questionOne];
  else score += weights[x === y ? F.endSame : F.endDiffers];
  if (s & 8 || t & 8) score += weights[(s & 8) === (t & 8) ? F.quoteSame : F.quoteDiffers];
  return score;
}
