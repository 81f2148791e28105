import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import { parseXml } from '../xml/parseXml';
import { NOTE } from './states';
import { fromNameToken } from './unitIds';
import { XliffText } from './XliffText';

/** Other people's translations and binary things: read past. */
const ASIDE = new Set([
  ...['alt-trans', 'bin-unit', 'internal-file'],
  ...['originalData', 'ignorable', 'match', 'matches', 'glossary'],
]);
const SIDES = ['source', 'seg-source', 'target'] as const;
type SideTag = (typeof SIDES)[number];
const isSide = (tag: string): tag is SideTag => (SIDES as readonly string[]).includes(tag);

/**
 * XLIFF 1.2 and 2.0 to 2.2: each `trans-unit`, or each segment that is marked in it (`seg-source`, `mrk mid`); each
 * `segment` of a `unit`. States speak of translations, not of alignments: only our own words for a status are read
 * (`subState` in 2.x, a note in 1.2).
 */
export async function readXliff(file: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  let version = 1;
  let [source, target] = [-1, -1];
  let unitId = '';
  let properties: Record<string, string> = {};
  let sides: Partial<Record<SideTag, XliffText>> = {};
  let segments = 0;
  let aside = 0;
  let text: XliffText | null = null;
  let field: string | null = null;
  let value = '';
  const add = (sourceText: string, targetText: string, part: { id: string; opens: boolean }) => {
    const { confidence, 'null-reason': reason, status } = properties;
    const texts = [sourceText, targetText].map((one) => [{ text: one, opens: part.opens }]);
    draft.add(
      new Map([
        [source, texts[0]],
        [target, texts[1]],
      ]),
      { id: part.id, status, confidence, reason },
    );
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
        add(marked!.segment(mid), translated?.segment(mid) ?? '', { id, opens: k === 0 });
      }
    else if (version > 1) {
      const id = segments > 1 ? `${unitId}/${segments}` : unitId;
      add(sides.source?.text ?? '', translated?.text ?? '', { id, opens: segments === 1 });
    } else {
      const { confidence, 'null-reason': reason, status } = properties;
      const parts = (one?: XliffText) =>
        one && one.segments.size > 1 && !one.hasLoose
          ? [...one.segments.keys()].map((mid, k) => ({ text: one.segment(mid), opens: k === 0 }))
          : whole(one?.text ?? '');
      draft.add(
        new Map([
          [source, parts(marked)],
          [target, parts(translated)],
        ]),
        { id: unitId, status, confidence, reason },
      );
    }
    sides = {};
  };
  const preserves: boolean[] = [];
  const parsed = parseXml(file, {
    open({ name: tag, attributes }) {
      const space = attributes['xml:space'];
      preserves.push(space ? space === 'preserve' : (preserves.at(-1) ?? false));
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
        segments = 0;
        sides = {};
      } else if (tag === 'segment') {
        segments++;
        const [prefix, status] = (attributes.subState ?? '').split(':');
        delete properties.status;
        if (prefix === NOTE) properties.status = status;
      } else if (isSide(tag)) {
        text = new XliffText(preserves.at(-1)!);
        sides[tag] = text;
      } else if (text) {
        if (text.open(tag, attributes)) draft.warn('inlineCodes');
      } else if (tag === 'note' && attributes.from?.startsWith(`${NOTE}-`))
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
      if (ASIDE.has(tag)) {
        aside--;
        return;
      }
      if (aside) return;
      if (isSide(tag)) text = null;
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
