import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { parseXml } from '../xml/parseXml';
import { markedSegments, type Sides, type SideTag } from './markedSegments';
import { readState, readVendorState } from './readState';
import { SegmentedUnit } from './SegmentedUnit';
import { NOTE } from './states';
import { fromNameToken } from './unitIds';
import { XliffText } from './XliffText';

/** Other people's translations and binary things: read past. */
const ASIDE = new Set([
  ...['alt-trans', 'bin-unit', 'internal-file'],
  ...['originalData', 'match', 'matches', 'glossary'],
]);
/** What has a source and a target. */
const UNITS = new Set(['trans-unit', 'segment', 'ignorable']);
const SIDES: readonly string[] = ['source', 'seg-source', 'target'] satisfies SideTag[];
const isSide = (tag: string): tag is SideTag => SIDES.includes(tag);

/**
 * XLIFF 1.0 to 1.2 and 2.0 to 2.2: each `trans-unit`, or each segment that is marked in it (`seg-source`, `mrk mid`);
 * each `segment` of a `unit`, and what stands between them. The status is our own word for it where there is one (`subState` in 2.x, a note in 1.2),
 * else what the state stands for (`readState`), or what Trados, memoQ or Phrase say beside it. Units that are not to be
 * translated belong to the text like the others: they are read, and counted. Each `file` is a document.
 */
export async function readXliff(file: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  let version = 1;
  let [source, target] = [-1, -1];
  /** The language of the texts themselves counts where the file does not say its own. */
  let targetIsNamed = true;
  let unitId = '';
  /** What the file says of the unit or segment in other words than ours. */
  let state: { approved?: string; target?: string; vendor: string | null } = { vendor: null };
  /** Trados: of each segment, by its `mid`. */
  const segmentStates = new Map<string, string>();
  let properties: Record<string, string> = {};
  let sides: Sides = {};
  let unit = new SegmentedUnit<{ status: string | null; isTranslated: boolean }>();
  /** Where the target of a segment stands in its unit. */
  let order = Number.NaN;
  let files = 0;
  let aside = 0;
  let text: XliffText | null = null;
  let field: string | null = null;
  let value = '';
  /** Metadata of other programs may have the same names as ours. */
  let isOurs = false;
  /** A translation into the language it is from (Apple's exports) stays a side of its own. */
  const targetOf = (label = 'target') => {
    const at = draft.language(label || 'target');
    return at === source ? draft.language(`${label} (target)`, null) : at;
  };
  const addParts = (
    id: string,
    parts: [readonly UnitPart[], readonly UnitPart[]],
    { status, translated = isTranslated }: { status: string | null; translated?: boolean },
  ) => {
    const { confidence, 'null-reason': reason } = properties;
    const before = draft.length;
    draft.add(
      new Map([
        [source, parts[0]],
        [target, parts[1]],
      ]),
      { id, status, confidence, reason },
    );
    if (!translated && draft.length > before) draft.warn('notTranslated', draft.length);
  };
  const statusOf = (told?: string) =>
    properties.status ?? told ?? state.vendor ?? readState(state.target, state.approved);
  const addUnit = () => {
    const all = markedSegments(sides);
    for (const { mid, source: from, target: to } of all) {
      const id = all.length > 1 ? `${unitId}/${mid}` : unitId;
      addParts(id, [from, to], { status: statusOf(segmentStates.get(mid ?? '')) });
    }
    sides = {};
  };
  const addSegment = (isSegment: boolean) => {
    const [source, target] = [sides.source?.text ?? '', sides.target?.text ?? ''];
    const about = { status: isSegment ? statusOf() : null, isTranslated: isTranslated && isSegment };
    unit.add({ source, target, about, order });
    sides = {};
  };
  const addSegments = () => {
    for (const { at, source: from, target: to, abouts } of unit.groups()) {
      const [{ status }] = abouts;
      addParts(at > 1 ? `${unitId}/${at}` : unitId, [from, to], {
        status: abouts.every((about) => about.status === status) ? status : null,
        translated: abouts.every((about) => about.isTranslated),
      });
    }
  };
  const preserves: boolean[] = [];
  /** `translate` of the open elements, which those in them inherit. */
  const translates: boolean[] = [];
  let isTranslated = true;
  const path: string[] = [];
  const parsed = parseXml(file, {
    open({ name: tag, attributes }) {
      const space = attributes['xml:space'];
      preserves.push(space ? space === 'preserve' : (preserves.at(-1) ?? false));
      // Within a text it speaks of a word.
      const says = text ? undefined : attributes.translate;
      translates.push(says ? says !== 'no' : (translates.at(-1) ?? true));
      const parent = path.at(-1);
      path.push(tag);
      if (ASIDE.has(tag)) aside++;
      if (aside) return;
      if (tag === 'xliff') {
        version = Number.parseInt(attributes.version ?? '1', 10) || 1;
        if (version > 1) {
          source = draft.language(attributes.srcLang || 'source');
          target = targetOf(attributes.trgLang);
          targetIsNamed = Boolean(attributes.trgLang);
        }
      } else if (tag === 'file') {
        draft.title ??= attributes.original || null;
        files++;
        draft.inDocument(attributes.original || attributes.id || String(files), String(files));
        if (version === 1) {
          source = draft.language(attributes['source-language'] || 'source');
          target = targetOf(attributes['target-language']);
          targetIsNamed = Boolean(attributes['target-language']);
        }
      } else if (tag === 'trans-unit' || tag === 'unit') {
        unitId = version > 1 ? fromNameToken(attributes.id ?? '') : (attributes.id ?? '');
        properties = {};
        state = { approved: attributes.approved, vendor: readVendorState(attributes) };
        segmentStates.clear();
        unit = new SegmentedUnit();
        sides = {};
      } else if (tag === 'ignorable') order = Number.NaN;
      else if (tag === 'segment') {
        order = Number.NaN;
        state.target = attributes.state;
        const [prefix, status] = (attributes.subState ?? '').split(':');
        delete properties.status;
        if (prefix === NOTE) properties.status = status;
      } else if (isSide(tag) && UNITS.has(parent ?? '')) {
        // Older versions and proposals beside the unit have sources and targets too (memoQ).
        if (tag === 'target') {
          if (version === 1) state.target = attributes.state;
          else order = Number(attributes.order);
          const lang = attributes['xml:lang'];
          if (!targetIsNamed && lang) target = targetOf(lang);
        }
        text = new XliffText(preserves.at(-1)!);
        sides[tag] = text;
      } else if (text) {
        if (text.open(tag, attributes)) draft.warn('inlineCodes');
      } else if (tag === 'seg' && attributes.id && attributes.conf)
        segmentStates.set(attributes.id, readVendorState({ conf: attributes.conf })!);
      else if (tag === 'note' && attributes.from?.startsWith(`${NOTE}-`))
        [field, value] = [attributes.from.slice(NOTE.length + 1), ''];
      else if (tag === 'metaGroup') isOurs = attributes.category === NOTE;
      else if (tag === 'meta' && isOurs) [field, value] = [attributes.type ?? '', ''];
    },
    replaced: () => draft.warn('replacedCharacters'),
    text(piece) {
      if (aside) return;
      if (text) text.add(piece);
      else if (field !== null) value += piece;
    },
    close(tag) {
      preserves.pop();
      path.pop();
      isTranslated = translates.pop() ?? true;
      if (ASIDE.has(tag)) {
        aside--;
        return;
      }
      if (aside) return;
      if (isSide(tag) && UNITS.has(path.at(-1) ?? '')) text = null;
      else if (text) text.close(tag);
      else if ((tag === 'note' || tag === 'meta') && field !== null) {
        properties[field] = value;
        field = null;
      } else if (tag === 'trans-unit') addUnit();
      else if (tag === 'segment' || tag === 'ignorable') addSegment(tag === 'segment');
      else if (tag === 'unit') addSegments();
    },
  });
  if (!parsed.ok) return parsed;
  return draft.finish(version > 1 ? 'xliff2' : 'xliff1', file.encoding);
}
