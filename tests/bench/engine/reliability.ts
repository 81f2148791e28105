import { printTable } from '../table';
import type { Judged } from './comparison';
import { LANGS } from './corpus';

/** From this probability on a bead may confirm itself. */
const SURE = 0.99;
const BINS = 10;

/**
 * How true the probabilities are: said against right in ten bins, the expected calibration error, and what confirming
 * everything from 99 % on would get wrong. NTREX was no source of the weights, so its rows are held out.
 */
export function benchReliability(judged: readonly Judged[]): void {
  const groups = LANGS.flatMap((lang) => [
    { name: `${lang}, all`, list: judged.filter((one) => one.lang === lang) },
    { name: `${lang}, NTREX`, list: judged.filter((one) => one.lang === lang && one.corpus === 'ntrex') },
  ]).filter(({ list }) => list.length > 0);
  printTable(
    'Confidence: calibration, and auto-confirm at 99 %',
    ['', 'beads', 'ECE', 'share at 0.99', 'wrong among them', 'their error rate'],
    groups.map(({ name, list }) => {
      const sure = list.filter((one) => one.confidence >= SURE);
      const wrong = sure.filter((one) => !one.right).length;
      return [
        name,
        String(list.length),
        calibrationError(list).toFixed(4),
        percent(sure.length / list.length, 1),
        String(wrong),
        percent(wrong / Math.max(1, sure.length), 2),
      ];
    }),
  );
  printTable(
    'Reliability curve: share right (beads) by probability said',
    ['', ...Array.from({ length: BINS }, (_, k) => `${k / BINS}-${(k + 1) / BINS}`)],
    groups.map(({ name, list }) => [
      name,
      ...binned(list).map(({ n, right }) => (n ? `${(right / n).toFixed(2)} (${n})` : '-')),
    ]),
  );
}

export function binned(list: readonly Judged[]): { n: number; said: number; right: number }[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, said: 0, right: 0 }));
  for (const { confidence, right } of list) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.n++;
    bin.said += confidence;
    if (right) bin.right++;
  }
  return bins;
}

/** Expected calibration error: the gap between said and right, weighed by beads. */
export const calibrationError = (list: readonly Judged[]): number =>
  binned(list).reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / list.length;

const percent = (share: number, places: number) => `${(100 * share).toFixed(places)} %`;
