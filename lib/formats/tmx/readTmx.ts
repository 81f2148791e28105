import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { parseXml } from '../xml/parseXml';

import { namedSource, sourceAmong, tmxLanguage } from './sourceLanguage';

/** Codes of the original's format stand in these; they are no text. `sub` is text of another place. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub']);

/**
 * TMX 1.1 to 1.4b, and what calls itself so: any `version`, a header with attributes missing. `lang` is read where
 * `xml:lang` is missing, inline codes are left out, text inside `hi` is kept. Of several texts of one language in a
 * unit the first that is not blank counts. The language of `srclang` comes first, that of the first unit where the
 * header has `*all*`; the others as they are met. Characters that XML cannot hold, which some programs write as
 * references all the same, become U+FFFD.
 */
export async function readTmx(source: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  let sourceLang: string | null = null;
  let texts: Map<number, UnitPart[]> | null = null;
  let properties: Record<string, string> = {};
  let language = -1;
  /** Of the variants, each as it is written. */
  const labels = new Map<string, number>();
  let variants = 0;
  let property: string | null = null;
  let gathered: string | null = null;
  let codes = 0;
  const parsed = parseXml(source, {
    open({ name: tag, attributes }) {
      if (tag === 'header') sourceLang = namedSource(attributes.srclang);
      else if (tag === 'tu') {
        texts = new Map();
        variants = 0;
        properties = attributes.tuid === undefined ? {} : { id: attributes.tuid };
        sourceLang ??= namedSource(attributes.srclang);
      } else if (tag === 'tuv') {
        // A variant that does not say its language is known by its place.
        variants++;
        const label = attributes['xml:lang'] || attributes.lang || String(variants);
        language = draft.language(label, tmxLanguage(label));
        labels.set(label, language);
      } else if (tag === 'prop') property = attributes.type ?? '';
      else if (CODES.has(tag) && codes++ === 0) draft.warn('inlineCodes');
      if (tag === 'seg' || (tag === 'prop' && gathered === null)) gathered = '';
    },
    replaced: () => draft.warn('replacedCharacters'),
    text(piece) {
      if (gathered !== null && codes === 0) gathered += piece;
    },
    close(tag) {
      if (CODES.has(tag)) codes--;
      else if (tag === 'seg' && texts && gathered !== null) {
        const known = texts.get(language);
        if (known?.[0].text.trim() && gathered.trim()) draft.warn('alternatives');
        else if (!known || gathered.trim()) texts.set(language, whole(withoutLayout(gathered)));
      } else if (tag === 'prop' && gathered !== null && property !== null) {
        if (texts && property.startsWith('x-')) properties[property] = gathered;
        else if (property === 'x-title') draft.title = gathered;
      } else if (tag === 'tu' && texts) {
        if (properties['x-document']) draft.inDocument(properties['x-document']);
        draft.add(texts, {
          id: properties.id,
          status: properties['x-status'],
          confidence: properties['x-confidence'],
          reason: properties['x-null-reason'],
        });
        texts = null;
      }
      if (tag === 'seg' || tag === 'prop') gathered = null;
    },
  });
  if (!parsed.ok) return parsed;
  return draft.finish('tmx', source.encoding, { first: sourceAmong(labels, sourceLang) });
}

/** Without the lines that the tags of a `seg` stand on when it is laid out over several. */
const withoutLayout = (text: string): string =>
  /^\s*[\r\n]|[\r\n]\s*$/u.test(text) ? text.replace(/^\s*[\r\n]\s*/u, '').trimEnd() : text;
