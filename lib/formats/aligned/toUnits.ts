import type { ExportHeader, ExportUnit, UnitLink } from '../ExportUnit';
import { joinSegments } from '../joinSegments';
import type { AlignedDocument, InnerLink } from './AlignedDocument';

const orMachine = ({ status, ...link }: InnerLink): UnitLink => ({ ...link, status: status ?? 'machine' });

/** Aligned texts as they are written again: from one format to another, without a document in between. */
export function toUnits({ title, languages, units }: AlignedDocument): {
  head: Pick<ExportHeader, 'referenceLang' | 'langs' | 'title'>;
  units: Generator<ExportUnit>;
} {
  const langs = languages.map(({ label, lang }) => lang ?? label);
  function* made(): Generator<ExportUnit> {
    for (const [k, { id, sides, links, status, confidence, reason }] of units.entries())
      yield {
        id: id || String(k + 1),
        texts: sides.map((parts, at) => ({
          lang: langs[at],
          text: parts.length ? joinSegments(parts.map(({ text }) => text)) : null,
          segments: parts.length,
          parts: parts.map((part) => ({ ...part, text: part.text.trim() })),
        })),
        status: status ?? 'machine',
        confidence,
        reason,
        ...(links && { links: links.slice(1).map((own) => own.map(orMachine)) }),
      };
  }
  return { head: { referenceLang: langs[0], langs, title: title ?? '' }, units: made() };
}
