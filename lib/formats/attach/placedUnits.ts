import type { TextState } from '@/lib/bitext/types';
import type { Fit, PlacedSegment } from './placeSegments';
import { type UnitPlaces, unitPlaces } from './unitPlaces';

/** How the segments of a file stand in a text of ours. */
export type PlacedReport = Record<Fit, number> & {
  file: string;
  /** Those that could not be placed, and the number of the first one, from 1; 0: all could. */
  lost: number;
  firstLost: number;
  /** Borders of segments that fall into a sentence of ours, where nothing is cut. */
  inside: number;
};

/** A text of ours in units, and for each segment of a file the numbers of those it stands on; null: it was not placed. */
export type PlacedUnits = { places: UnitPlaces; numbers: (number[] | null)[]; report: PlacedReport };

/**
 * Our text cut where it is cut now, and where segments of the file begin or end between two sentences. A segment that
 * begins or ends in the midst of a sentence stands on all of it.
 */
export function placedUnits(file: string, segments: readonly PlacedSegment[], text: TextState): PlacedUnits {
  const [borders, sentences] = unitPlaces(text);
  const content = text.paragraphs.map((one) => one.content).join('');
  const known = new Set(borders);
  const report: PlacedReport = { file, exact: 0, folded: 0, near: 0, lost: 0, firstLost: 0, inside: 0 };
  const snap = (at: number): number | null => nearest(sentences, content, at);
  const spans = segments.map((segment, k) => {
    if (!segment) {
      if (report.lost++ === 0) report.firstLost = k + 1;
      return null;
    }
    report[segment.fit]++;
    const [start, end] = [snap(segment.start), snap(segment.end)];
    if (start === null) report.inside++;
    for (const at of [start, end]) if (at !== null) known.add(at);
    return { start: start ?? segment.start, end: end ?? segment.end };
  });
  const places = [...known].sort((a, b) => a - b);
  const numbers = spans.map((span) => {
    if (!span) return null;
    const own: number[] = [];
    for (let k = lastUpTo(places, span.start); k < places.length - 1 && places[k] < span.end; k++)
      own.push(k);
    return own;
  });
  return { places, numbers, report };
}

/** The place between two sentences that has but white space between it and this one; null: there is none. */
function nearest(places: UnitPlaces, content: string, at: number): number | null {
  const k = lastUpTo(places, at);
  if (content.slice(places[k], at).trim() === '') return places[k];
  const next = places[k + 1];
  return next !== undefined && content.slice(at, next).trim() === '' ? next : null;
}

/** The number of the last place that is not behind `at`. */
function lastUpTo(places: UnitPlaces, at: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
