/**
 * The one file that meets iconv-lite and chardet. Both speak of Node's Buffer in their types and iconv-lite
 * brings its own where there is none; handed a Uint8Array they return values, and nothing of them leaves here.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Those we score ourselves, most usual first. TCVN3 is what `.VnTime` fonts need; iconv-lite calls it tcvn. */
export const LATIN_ENCODINGS = [
  'windows-1258',
  'tcvn3',
  'viscii',
  'windows-1250',
  'iso-8859-16',
  'iso-8859-2',
  'windows-1252',
] as const;

/** What chardet may be believed about: scripts other than Latin, which it tells apart well. */
const OTHER_SCRIPTS =
  /^(?:shift_jis|euc-jp|euc-kr|big5|gb18030|koi8-r|windows-125[13567]|iso-8859-[5678]|iso-2022-.*)$/u;

const ALIASES: Record<string, string> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  // The Encoding Standard reads both of these as windows-1252, and so does everybody else.
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1250: 'windows-1250',
  cp1252: 'windows-1252',
  cp1258: 'windows-1258',
  latin2: 'iso-8859-2',
  latin10: 'iso-8859-16',
  tcvn: 'tcvn3',
  'tcvn-3': 'tcvn3',
  abc: 'tcvn3',
};

/** The name we use for an encoding, or null for one that cannot be read. */
export function encodingName(label: string): string | null {
  const lower = label.trim().toLowerCase();
  const name = ALIASES[lower] ?? lower;
  if (name === 'tcvn3' || /^utf-(?:8|16le|16be)$/u.test(name)) return name;
  return iconv.encodingExists(name) ? name : null;
}

/** Undefined bytes become U+FFFD. `encoding` must come from `encodingName`. */
export function decodeLegacy(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(bytes, encoding === 'tcvn3' ? 'tcvn' : encoding);
}

/** Bytes that `text` takes in the encoding: turns a position in the text into an offset in the file. */
export function legacyByteLength(text: string, encoding: string): number {
  return iconv.encode(text, encoding === 'tcvn3' ? 'tcvn' : encoding).length;
}

/** Encodings of scripts other than Latin that the bytes could be in, best first. */
export function guessOtherScripts(bytes: Uint8Array): string[] {
  return chardet
    .analyse(bytes)
    .filter((match) => match.confidence >= 15)
    .map((match) => match.name.toLowerCase())
    .filter((name) => OTHER_SCRIPTS.test(name) && iconv.encodingExists(name));
}
