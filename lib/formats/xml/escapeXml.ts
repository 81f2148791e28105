/**
 * All that is not a `Char` of XML 1.0 (fifth edition, production 2): controls save TAB, LF and CR, U+FFFE, U+FFFF and
 * lone surrogates. No escape can hold them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the production names them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const MARKUP = /[&<>"\r\n\t]/g;

/** What character data, or the value of an attribute, cannot hold as it is. Lone surrogates are asked for apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the production names them
const UNSAFE_TEXT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff&<>]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the production names them
const UNSAFE_ATTRIBUTE = /[\u0000-\u001f\ufffe\uffff&<>"]/;

/** `>` for `]]>`; CR because a parser would read LF (section 2.11). */
const IN_TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** A parser turns line breaks and tabs in an attribute into spaces (section 3.3.3). */
const IN_ATTRIBUTE: Record<string, string> = { ...IN_TEXT, '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };

export type EscapedXml = { xml: string; replaced: number };

/** Character data. What XML cannot hold becomes U+FFFD and is counted; everything else survives a round trip. */
export function escapeXmlText(text: string): EscapedXml {
  return isSafeText(text) ? { xml: text, replaced: 0 } : encode(text, IN_TEXT);
}

/** The value of an attribute between double quotes. */
export function escapeXmlAttribute(text: string): EscapedXml {
  return isSafeAttribute(text) ? { xml: text, replaced: 0 } : encode(text, IN_ATTRIBUTE);
}

/** Most texts are, and are passed on as they are. */
export const isSafeText = (text: string): boolean => !UNSAFE_TEXT.test(text) && text.isWellFormed();
export const isSafeAttribute = (text: string): boolean => !UNSAFE_ATTRIBUTE.test(text) && text.isWellFormed();

function encode(text: string, entities: Record<string, string>): EscapedXml {
  let replaced = 0;
  const legal = text.replace(NOT_XML, () => {
    replaced++;
    return '\ufffd';
  });
  return { xml: legal.replace(MARKUP, (character) => entities[character] ?? character), replaced };
}
