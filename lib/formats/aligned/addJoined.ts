import type { UnitPart } from '../ExportUnit';
import type { AlignedDraft } from './AlignedDraft';
import type { LinkAbout } from './addRuns';
import { coverTexts, type TextLink } from './coverTexts';
import { joinedRows } from './joinedRows';

type Side = { language: number; parts: readonly UnitPart[] };

/** Adds a text and its translations, each with its own links to it, as rows over all of them. */
export function addJoined(
  draft: AlignedDraft,
  pivot: Side,
  others: readonly (Side & { links: readonly TextLink<LinkAbout>[] })[],
): void {
  const covers = others.map(({ parts, links }) => coverTexts(links, pivot.parts.length, parts.length));
  for (const code of ['crossing', 'unlinked'] as const) {
    const count = covers.reduce((total, one) => total + one[code], 0);
    if (count) draft.warn(code, 0, count);
  }
  const rows = joinedRows(
    covers.map(({ runs }) => runs),
    pivot.parts.length,
    saysSame,
  );
  for (const { i0, i1, others: runs, said, links } of rows) {
    const unit = new Map([[pivot.language, pivot.parts.slice(i0, i1)]]);
    for (const [k, { j0, j1 }] of runs.entries()) unit.set(others[k].language, others[k].parts.slice(j0, j1));
    const of = links?.map((own, k) => {
      // A run of several links has no status of its own.
      const inner = own.map(({ data, ...place }) => ({ ...place, said: data.length === 1 ? data[0] : {} }));
      return [others[k].language, inner] as const;
    });
    draft.add(unit, said[0] ?? {}, of && { pivot: pivot.language, of: new Map(of) });
  }
}

const saysSame = (a: LinkAbout, b: LinkAbout): boolean =>
  a.status === b.status && a.confidence === b.confidence && a.reason === b.reason;
