/** What the bytes say of themselves: byte order marks, strict UTF-8, and UTF-16 that forgot its mark. */

export type ByteOrderMark = { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number };

/** Encoding Standard, section 6 "BOM sniff". */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** The text, or null when the bytes are not well-formed UTF-8. Keeps a byte order mark as U+FEFF. */
export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // The exception says no more than "not UTF-8", which is what null says.
  }
}

/** Offset of the first byte that breaks UTF-8, and how many well-formed and broken sequences there are. */
export function inspectUtf8(bytes: Uint8Array): { offset: number; wellFormed: number; broken: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = -1;
  let at = 0;
  let wellFormed = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\ufffd' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) {
      if (offset < 0) offset = at;
      broken++;
      // The decoder replaced a maximal ill-formed run: skip it as far as the next byte that can start a character.
      at = afterBrokenSequence(bytes, at);
    } else {
      const code = character.codePointAt(0)!;
      at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (code >= 0x80) wellFormed++;
    }
  }
  return { offset, wellFormed, broken };
}

/** Unicode 16, section 3.9, table 3-7: the bytes that may follow each lead byte. */
function afterBrokenSequence(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 1;
  let at = start + 1;
  for (; at < start + length; at++) {
    const byte = bytes[at];
    const second = at === start + 1;
    const low = second && lead === 0xe0 ? 0xa0 : second && lead === 0xf0 ? 0x90 : 0x80;
    const high = second && lead === 0xed ? 0x9f : second && lead === 0xf4 ? 0x8f : 0xbf;
    if (byte === undefined || byte < low || byte > high) break;
  }
  return at;
}

/**
 * UTF-16 without a byte order mark, told by where the zero bytes stand: text in Latin letters has one in
 * most units, always on the same side. Looks at the first 4 KB.
 */
export function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const end = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return null;
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const units = end / 2;
  if (odd > units * 0.4 && even < units * 0.02) return 'utf-16le';
  if (even > units * 0.4 && odd < units * 0.02) return 'utf-16be';
  return null;
}
