import { whole } from '../aligned/AlignedDraft';
import type { UnitPart } from '../ExportUnit';
import type { XliffText } from './XliffText';

export type SideTag = 'source' | 'seg-source' | 'target';
export type Sides = Partial<Record<SideTag, XliffText>>;

/** A part of a `trans-unit`, by its `mid`; null where it is all of it. */
type MarkedSegment = { mid: string | null; source: UnitPart[]; target: UnitPart[] };

/**
 * The segments that are marked in a `trans-unit` (XLIFF 1.2, section 2.6), each with its translation. Where the marks of
 * both sides do not go together, or words stand between them, it is one, with several segments on a side.
 */
export function markedSegments({ source, 'seg-source': cut, target }: Sides): MarkedSegment[] {
  const marked = cut?.segments.size ? cut : (source ?? cut);
  const mids = [...(marked?.segments.keys() ?? [])];
  const goTogether = inOrderOf(mids, [...(target?.segments.keys() ?? [])]);
  if (!mids.length || marked?.hasLoose || target?.hasLoose || !goTogether)
    return [{ mid: null, source: partsOf(marked), target: partsOf(target) }];
  return mids.map((mid, k) => {
    const part = (text?: XliffText) => [{ text: text?.segment(mid) ?? '', opens: k === 0 }];
    return { mid, source: part(marked), target: part(target) };
  });
}

function partsOf(text: XliffText | undefined): UnitPart[] {
  if (!text || text.segments.size < 2 || text.hasLoose) return whole(text?.text ?? '');
  return [...text.segments.keys()].map((mid, k) => ({ text: text.segment(mid), opens: k === 0 }));
}

/** Whether `part` is what is left of `all` when some are taken out: segments may be untranslated, never moved. */
function inOrderOf(all: readonly string[], part: readonly string[]): boolean {
  let at = 0;
  for (const one of part) {
    at = all.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
