import { roughLength } from './lengthCurve';
import type { Check } from './types';

/** How far from the local curve, in ln: a short text varies more. 0.55 is a factor of 1.7. */
const BASE = 0.55;
const FOR_SHORT = 4.2;
const SHORTEST_CHARS = 15;

/** The translation is much longer or shorter than around here: a sentence too much, or one lost. */
export const length: Check = {
  id: 'length',
  find({ source, target, lnRatio }) {
    if (lnRatio === null) return [];
    const [from, to] = [roughLength(source.reading), roughLength(target.reading)];
    const chars = Math.max(from, to);
    if (from === 0 || to === 0 || chars < SHORTEST_CHARS) return [];
    const off = Math.log(to / from) - lnRatio;
    if (Math.abs(off) < BASE + FOR_SHORT / Math.sqrt(chars)) return [];
    const factor = Math.round(Math.exp(Math.abs(off)) * 10) / 10;
    return [
      {
        severity: 'warning',
        side: 'target',
        spans: [],
        params: { kind: off > 0 ? 'long' : 'short', factor },
      },
    ];
  },
};
