/**
 * The one file that meets iconv-lite and chardet. Both speak of Node's Buffer in their types and iconv-lite
 * brings its own where there is none; handed a Uint8Array they return values, and nothing of them leaves here.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { endsInVniVowel, fromVni } from './vni';

/** Those we score ourselves, most usual first. TCVN3 is what `.VnTime` fonts need; iconv-lite calls it tcvn. */
export const LATIN_ENCODINGS = [
  'windows-1258',
  'tcvn3',
  'viscii',
  'vni',
  'windows-1250',
  'iso-8859-16',
  'iso-8859-2',
  'windows-1252',
] as const;

const LATIN: ReadonlySet<string> = new Set(LATIN_ENCODINGS);
export const SLICE_BYTES = 256 * 1024;

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
  'vni-windows': 'vni',
  'vni-win': 'vni',
};

/** The name we use for an encoding, or null for one that cannot be read. */
export function encodingName(label: string): string | null {
  const lower = label.trim().toLowerCase();
  const name = ALIASES[lower] ?? lower;
  if (name === 'tcvn3' || name === 'vni' || /^utf-(?:8|16le|16be)$/u.test(name)) return name;
  return iconv.encodingExists(name) ? name : null;
}

/** What iconv-lite calls it; VNI is a way of using windows-1252. */
const codecOf = (encoding: string): string =>
  encoding === 'tcvn3' ? 'tcvn' : encoding === 'vni' ? 'windows-1252' : encoding;

/** Undefined bytes become U+FFFD. `encoding` must come from `encodingName`. */
export function decodeLegacy(bytes: Uint8Array, encoding: string): string {
  const decoder = legacyDecoder(encoding);
  return decoder.write(bytes) + decoder.end();
}

/** Decodes bytes that come in pieces, cut anywhere. */
export type PieceDecoder = { write: (piece: Uint8Array) => string; end: () => string };

/**
 * The decoder of an encoding that is none of Unicode's. Windows-1258 has its tones as characters of their own; no other
 * text has ever come from it than the composed one, so that composing is part of decoding.
 */
export function legacyDecoder(encoding: string): PieceDecoder {
  const decoder = iconv.getDecoder(codecOf(encoding));
  const write = (piece: Uint8Array): string => decoder.write(piece as Buffer);
  const end = (): string => decoder.end() ?? '';
  if (encoding === 'vni') return holding({ write, end }, fromVni, (text) => (endsInVniVowel(text) ? 1 : 0));
  if (encoding === 'windows-1258')
    return holding({ write, end }, (text) => text.normalize('NFC'), lastLetterLength);
  return { write, end };
}

/** Holds back what may belong to the next piece. */
function holding(
  decoder: PieceDecoder,
  finish: (text: string) => string,
  heldLength: (text: string) => number,
): PieceDecoder {
  let held = '';
  return {
    write(piece) {
      const text = held + decoder.write(piece);
      const cut = text.length - heldLength(text);
      held = text.slice(cut);
      return finish(text.slice(0, cut));
    },
    end: () => finish(held + decoder.end()),
  };
}

/** How long the last letter is with its marks, which more may follow. */
function lastLetterLength(text: string): number {
  return /.?[\u0300-\u036f]{0,8}$/su.exec(text)![0].length;
}

/** Bytes that `text` takes in the encoding: turns a position in the text into an offset in the file. */
function legacyByteLength(text: string, encoding: string): number {
  return iconv.encode(text, codecOf(encoding)).length;
}

/** Offset of the first byte that the encoding does not have, or -1. */
export function undefinedByteAt(bytes: Uint8Array, encoding: string): number {
  const codec = codecOf(encoding);
  if (LATIN.has(encoding)) {
    const undefinedBytes = new Set(
      Array.from({ length: 256 }, (_, byte) => byte).filter((byte) =>
        iconv.decode(Uint8Array.of(byte), codec).includes('\ufffd'),
      ),
    );
    return undefinedBytes.size === 0 ? -1 : bytes.findIndex((byte) => undefinedBytes.has(byte));
  }
  const decoder = legacyDecoder(encoding);
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const text = decoder.write(bytes.subarray(at, at + SLICE_BYTES));
    const broken = text.indexOf('\ufffd');
    if (broken >= 0) return at + legacyByteLength(text.slice(0, broken), encoding);
  }
  return decoder.end().includes('\ufffd') ? bytes.length : -1;
}

/** Encodings of scripts other than Latin that the bytes could be in, best first. */
export function guessOtherScripts(bytes: Uint8Array): string[] {
  return chardet
    .analyse(bytes)
    .filter((match) => match.confidence >= 15)
    .map((match) => match.name.toLowerCase())
    .filter((name) => OTHER_SCRIPTS.test(name) && iconv.encodingExists(name));
}
