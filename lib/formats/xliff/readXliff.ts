import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { parseXml } from '../xml/parseXml';
import { readState, readVendorState } from './readState';
import { NOTE } from './states';
import { fromNameToken } from './unitIds';
import { XliffText } from './XliffText';

/** Other people's translations and binary things: read past. */
const ASIDE = new Set([
  ...['alt-trans', 'bin-unit', 'internal-file'],
  ...['originalData', 'ignorable', 'match', 'matches', 'glossary'],
]);
/** What has a source and a target. */
const UNITS = new Set(['trans-unit', 'segment']);
const SIDES = ['source', 'seg-source', 'target'] as const;
type SideTag = (typeof SIDES)[number];
const isSide = (tag: string): tag is SideTag => (SIDES as readonly string[]).includes(tag);

/**
 * XLIFF 1.0 to 1.2 and 2.0 to 2.2: each `trans-unit`, or each segment that is marked in it (`seg-source`, `mrk mid`);
 * each `segment` of a `unit`. The status is our own word for it where there is one (`subState` in 2.x, a note in 1.2),
 * else what the state stands for (`readState`), or what Trados, memoQ or Phrase say beside it. Units that are not to be
 * translated belong to the text like the others: they are read, and counted.
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
  let sides: Partial<Record<SideTag, XliffText>> = {};
  let segments = 0;
  let aside = 0;
  let text: XliffText | null = null;
  let field: string | null = null;
  let value = '';
  /** A translation into the language it is from (Apple's exports) stays a side of its own. */
  const targetOf = (label = 'target') => {
    const at = draft.language(label || 'target');
    return at === source ? draft.language(`${label} (target)`, null) : at;
  };
  const addParts = (id: string, parts: [readonly UnitPart[], readonly UnitPart[]], mid?: string) => {
    const { confidence, 'null-reason': reason } = properties;
    const told = mid === undefined ? undefined : segmentStates.get(mid);
    const status = properties.status ?? told ?? state.vendor ?? readState(state.target, state.approved);
    const before = draft.length;
    draft.add(
      new Map([
        [source, parts[0]],
        [target, parts[1]],
      ]),
      { id, status, confidence, reason },
    );
    if (!isTranslated && draft.length > before) draft.warn('notTranslated', draft.length);
  };
  const add = (
    sourceText: string,
    targetText: string,
    part: { id: string; opens: boolean; mid?: string },
  ) => {
    const [one, other] = [sourceText, targetText].map((text) => [{ text, opens: part.opens }]);
    addParts(part.id, [one, other], part.mid);
  };
  const addUnit = () => {
    const cut = sides['seg-source'];
    const marked = cut?.segments.size ? cut : (sides.source ?? cut);
    const { target: translated } = sides;
    const mids = [...(marked?.segments.keys() ?? [])];
    const pairs =
      mids.length > 0 &&
      !marked?.hasLoose &&
      !translated?.hasLoose &&
      inOrderOf(mids, [...(translated?.segments.keys() ?? [])]);
    if (pairs)
      for (const [k, mid] of mids.entries()) {
        const id = mids.length > 1 ? `${unitId}/${mid}` : unitId;
        add(marked!.segment(mid), translated?.segment(mid) ?? '', { id, opens: k === 0, mid });
      }
    else if (version > 1) {
      const id = segments > 1 ? `${unitId}/${segments}` : unitId;
      add(sides.source?.text ?? '', translated?.text ?? '', { id, opens: segments === 1 });
    } else {
      const parts = (one?: XliffText) =>
        one && one.segments.size > 1 && !one.hasLoose
          ? [...one.segments.keys()].map((mid, k) => ({ text: one.segment(mid), opens: k === 0 }))
          : whole(one?.text ?? '');
      addParts(unitId, [parts(marked), parts(translated)]);
    }
    sides = {};
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
        segments = 0;
        sides = {};
      } else if (tag === 'segment') {
        segments++;
        state.target = attributes.state;
        const [prefix, status] = (attributes.subState ?? '').split(':');
        delete properties.status;
        if (prefix === NOTE) properties.status = status;
      } else if (isSide(tag) && UNITS.has(parent ?? '')) {
        // Older versions and proposals beside the unit have sources and targets too (memoQ).
        if (tag === 'target') {
          if (version === 1) state.target = attributes.state;
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
      else if (tag === 'meta' && attributes.type) [field, value] = [attributes.type, ''];
    },
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
      } else if (tag === 'segment' || tag === 'trans-unit') addUnit();
    },
  });
  if (!parsed.ok) return parsed;
  return draft.finish(version > 1 ? 'xliff2' : 'xliff1', file.encoding);
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
