import { SaxesParser, type SaxesTagPlain } from 'saxes';

export type TmxTexts = { lang: string; text: string };
export type TmxUnit = {
  id: string | null;
  segmentType: string | null;
  texts: TmxTexts[];
  properties: [string, string][];
};
export type Tmx = { version: string; sourceLang: string | null; units: TmxUnit[] };

/** Codes of the original's format stand in these; they are no text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub']);

/**
 * The units of a TMX file, versions 1.1 to 1.4b: `lang` is read where `xml:lang` is missing, inline codes are left
 * out, text inside `hi` is kept. A document type declaration is read past; nothing outside the file is ever loaded
 * and no entity is defined by it.
 *
 * @throws Error with line and column when the XML is not well-formed
 */
export function readTmx(chunks: Iterable<string>): Tmx {
  const tmx: Tmx = { version: '', sourceLang: null, units: [] };
  const parser = new SaxesParser();
  let unit: TmxUnit | null = null;
  let lang = '';
  let property: string | null = null;
  let text: string | null = null;
  let codeDepth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const { name, attributes } = tag;
    if (name === 'tmx') tmx.version = attributes.version ?? '';
    else if (name === 'header') tmx.sourceLang = attributes.srclang ?? null;
    else if (name === 'tu') {
      unit = {
        id: attributes.tuid ?? null,
        segmentType: attributes.segtype ?? null,
        texts: [],
        properties: [],
      };
    } else if (name === 'tuv') lang = attributes['xml:lang'] ?? attributes.lang ?? '';
    else if (name === 'prop' && unit) property = attributes.type ?? '';
    else if (CODES.has(name)) codeDepth++;
    if (name === 'seg' || (name === 'prop' && unit)) text = '';
  });
  const append = (piece: string) => {
    if (text !== null && codeDepth === 0) text += piece;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', ({ name }) => {
    if (CODES.has(name)) codeDepth--;
    else if (name === 'seg' && unit && text !== null) unit.texts.push({ lang, text });
    else if (name === 'prop' && unit && property !== null && text !== null)
      unit.properties.push([property, text]);
    else if (name === 'tu' && unit) {
      tmx.units.push(unit);
      unit = null;
    }
    if (name === 'seg' || name === 'prop') text = null;
  });
  for (const chunk of chunks) parser.write(chunk);
  parser.close();
  return tmx;
}
