/** Fits what turns the probabilities of the sums into those seen on texts that the weights were not estimated from. */
import type { Calibration, Line } from '@/lib/align/weights';

export type Judged = {
  readonly p: number;
  readonly right: boolean;
  readonly isNull: boolean;
  readonly lang: string;
  readonly fold: number;
};

/** Pull to the identity, in observations, so that a few errors do not bend the line. */
const PRIOR = 4;

/** A line for the beads of each language and of all together; nulls are few, so that all languages share theirs. */
export function fitCalibration(list: readonly Judged[], langs: readonly string[]): Calibration {
  const nulls = platt(list.filter((x) => x.isNull));
  const lines = (part: readonly Judged[]) => ({ bead: platt(part.filter((x) => !x.isNull)), null: nulls });
  return Object.fromEntries([
    ...langs.map((lang) => [lang, lines(list.filter((x) => x.lang === lang))]),
    ['other', lines(list)],
  ]);
}

/** Platt (1999) with a Gaussian prior around slope 1, shift 0; Newton's method, 30 steps. */
function platt(list: readonly Judged[]): Line {
  let [slope, shift] = [1, 0];
  for (let step = 0; step < 30; step++) {
    let [g0, g1, h00, h01, h11] = [PRIOR * (1 - slope), -PRIOR * shift, PRIOR, 0, PRIOR];
    for (const { p, right } of list) {
      const x = logit(p);
      const q = 1 / (1 + Math.exp(-(slope * x + shift)));
      const off = (right ? 1 : 0) - q;
      g0 += off * x;
      g1 += off;
      const v = q * (1 - q);
      h00 += v * x * x;
      h01 += v * x;
      h11 += v;
    }
    const det = h00 * h11 - h01 * h01;
    slope += (h11 * g0 - h01 * g1) / det;
    shift += (h00 * g1 - h01 * g0) / det;
    slope = Math.min(3, Math.max(0.2, slope));
  }
  return [Number(slope.toFixed(3)), Number(shift.toFixed(3))];
}

export function logit(p: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(inside / (1 - inside));
}

/** Expected calibration error, ten bins of equal width. */
export function calibrationError(list: readonly { p: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const { p, right } of list) bins[Math.min(9, Math.floor(p * 10))] += p - (right ? 1 : 0);
  return bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, list.length);
}
