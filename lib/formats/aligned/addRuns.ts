import type { UnitPart } from '../ExportUnit';
import type { AlignedDraft } from './AlignedDraft';
import { coverTexts, type TextLink } from './coverTexts';

export type LinkAbout = { id?: string; status?: string; confidence?: string; reason?: string };
type Side = { language: number; parts: readonly UnitPart[] };

/** Adds two texts with the links between them, as units in order. A run of several links has no status of its own. */
export function addRuns(
  draft: AlignedDraft,
  source: Side,
  target: Side,
  links: readonly TextLink<LinkAbout>[],
): void {
  const { runs, crossing, unlinked } = coverTexts(links, source.parts.length, target.parts.length);
  if (crossing) draft.warn('crossing', 0, crossing);
  if (unlinked) draft.warn('unlinked', 0, unlinked);
  for (const { i0, i1, j0, j1, data } of runs) {
    const texts = new Map([
      [source.language, source.parts.slice(i0, i1)],
      [target.language, target.parts.slice(j0, j1)],
    ]);
    draft.add(texts, data.length === 1 ? data[0] : {});
  }
}
