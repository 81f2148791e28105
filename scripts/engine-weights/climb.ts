/** Finds the weights under which the gold is most probable. */
import { logAdd } from '@/lib/align/posterior';
import { type Arcs, K } from './arcs';

/**
 * Adam (Kingma & Ba 2015) on ln p(gold) of all documents, with a Gaussian prior around `start`.
 * @param precision of the prior of each weight
 */
export function climb(docs: readonly Arcs[], start: Float64Array, steps: number, precision: Float64Array) {
  const w = Float64Array.from(start);
  const [m, v] = [new Float64Array(K), new Float64Array(K)];
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(K);
    for (const doc of docs) expectations(doc, w, gradient);
    for (let k = 0; k < K; k++) gradient[k] -= precision[k] * (w[k] - start[k]);
    const rate = 0.08 * (1 - step / (steps + 1));
    for (let k = 0; k < K; k++) {
      m[k] = 0.9 * m[k] + 0.1 * gradient[k];
      v[k] = 0.99 * v[k] + 0.01 * gradient[k] ** 2;
      w[k] += (rate * (m[k] / (1 - 0.9 ** step))) / (Math.sqrt(v[k] / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return w;
}

/** Adds E[features | gold] - E[features] to `gradient`. */
function expectations(doc: Arcs, w: Float64Array, gradient: Float64Array) {
  const n = doc.from.length;
  const score = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let s = 0;
    for (let f = 0; f < K; f++) s += w[f] * doc.features[k * K + f];
    score[k] = s;
  }
  const total = [0, 0];
  for (const gold of [0, 1]) {
    const forward = new Float64Array(doc.states).fill(-Infinity);
    const backward = new Float64Array(doc.states).fill(-Infinity);
    forward[0] = 0;
    for (const e of doc.ends) backward[e] = 0;
    for (let k = 0; k < n; k++)
      if (!gold || doc.gold[k])
        forward[doc.to[k]] = logAdd(forward[doc.to[k]], forward[doc.from[k]] + score[k]);
    for (let k = n - 1; k >= 0; k--)
      if (!gold || doc.gold[k])
        backward[doc.from[k]] = logAdd(backward[doc.from[k]], backward[doc.to[k]] + score[k]);
    total[gold] = backward[0];
    for (let k = 0; k < n; k++) {
      if (gold && !doc.gold[k]) continue;
      const p = Math.exp(forward[doc.from[k]] + score[k] + backward[doc.to[k]] - total[gold]);
      if (p < 1e-9) continue;
      for (let f = 0; f < K; f++) gradient[f] += (gold ? p : -p) * doc.features[k * K + f];
    }
  }
}
