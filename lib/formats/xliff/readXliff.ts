import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import { parseXml } from '../xml/parseXml';
import { NOTE } from './states';
import { fromNameToken } from './unitIds';

/** Codes of the original's format stand in these (1.2, section 2.3.1); `g`, `mrk`, `pc` and `hi` hold text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'sub', 'x', 'bx', 'ex', 'sc', 'ec', 'sm', 'em']);
/** Other people's translations, the same text once more, and binary things: read past. */
const ASIDE = new Set([
  'alt-trans',
  'seg-source',
  'bin-unit',
  'originalData',
  'ignorable',
  'match',
  'matches',
  'glossary',
]);

/**
 * XLIFF 1.2 and 2.0 to 2.2: each `trans-unit`, or each `segment` of a `unit`. States speak of translations, not of
 * alignments: only our own words for a status are read (`subState` in 2.x, a note in 1.2).
 */
export async function readXliff({
  text,
  name,
  encoding,
  breathe,
}: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  let version = 1;
  let [source, target] = [-1, -1];
  let unitId = '';
  let properties: Record<string, string> = {};
  let sides: { source?: string; target?: string } = {};
  let segments = 0;
  let [aside, codes] = [0, 0];
  let gathered: string | null = null;
  let field: string | null = null;
  const addUnit = () => {
    const texts = new Map([
      [source, whole(sides.source ?? '')],
      [target, whole(sides.target ?? '')],
    ]);
    const { confidence, 'null-reason': reason, status } = properties;
    draft.add(texts, { id: segments > 1 ? `${unitId}/${segments}` : unitId, status, confidence, reason });
    sides = {};
  };
  const parsed = await parseXml(
    text,
    name,
    {
      open({ name: tag, attributes }) {
        if (ASIDE.has(tag)) aside++;
        if (aside) return;
        if (tag === 'xliff') {
          version = Number.parseInt(attributes.version ?? '1', 10) || 1;
          if (version > 1) {
            source = draft.language(attributes.srcLang ?? 'source');
            target = draft.language(attributes.trgLang ?? 'target');
          }
        } else if (tag === 'file') {
          draft.title ??= attributes.original || null;
          if (version === 1) {
            source = draft.language(attributes['source-language'] ?? 'source');
            target = draft.language(attributes['target-language'] ?? 'target');
          }
        } else if (tag === 'trans-unit' || tag === 'unit') {
          unitId = version > 1 ? fromNameToken(attributes.id ?? '') : (attributes.id ?? '');
          properties = {};
          segments = version > 1 ? 0 : 1;
          sides = {};
        } else if (tag === 'segment') {
          segments++;
          const [prefix, status] = (attributes.subState ?? '').split(':');
          delete properties.status;
          if (prefix === NOTE) properties.status = status;
        } else if (tag === 'source' || tag === 'target') {
          gathered = '';
          field = tag;
        } else if (tag === 'note' && attributes.from?.startsWith(`${NOTE}-`)) {
          gathered = '';
          field = attributes.from.slice(NOTE.length + 1);
        } else if (tag === 'meta' && attributes.type) {
          gathered = '';
          field = attributes.type;
        } else if (tag === 'cp') {
          const code = Number.parseInt(attributes.hex ?? '', 16);
          if (gathered !== null && code >= 0 && code <= 0x10ffff) gathered += String.fromCodePoint(code);
        } else if (CODES.has(tag) && codes++ === 0) draft.warn('inlineCodes');
      },
      text(piece) {
        if (gathered !== null && !aside && !codes) gathered += piece;
      },
      close(tag) {
        if (ASIDE.has(tag)) {
          aside--;
          return;
        }
        if (aside) return;
        if (CODES.has(tag)) codes--;
        else if (tag === 'source' || tag === 'target' || tag === 'note' || tag === 'meta') {
          if (gathered !== null && field !== null) {
            if (field === 'source' || field === 'target') sides[field] = gathered;
            else properties[field] = gathered;
          }
          gathered = null;
          field = null;
        } else if (tag === 'segment' || tag === 'trans-unit') addUnit();
      },
    },
    breathe,
  );
  if (!parsed.ok) return parsed;
  return draft.finish(version > 1 ? 'xliff2' : 'xliff1', encoding);
}
