/** What the bytes say of themselves: byte order marks, strict UTF-8, and UTF-16 that forgot its mark. */

export type ByteOrderMark = { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number };

/** Encoding Standard, section 6 "BOM sniff". */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Offset of the first byte that breaks UTF-8 (-1 for none), and how many good and broken sequences there are. */
export function inspectUtf8(bytes: Uint8Array): { offset: number; wellFormed: number; broken: number } {
  let offset = -1;
  let wellFormed = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) wellFormed++;
    else {
      if (offset < 0) offset = at;
      broken++;
    }
    at += Math.abs(length);
  }
  return { offset, wellFormed, broken };
}

/** Offset of a UTF-8 character that the end of the file cuts in two; -1 when it ends with a whole one. */
export function cutOffAt(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) return -1;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return byte < 0xf5 && at + length > bytes.length && sequenceLength(bytes, at) === at - bytes.length
      ? at
      : -1;
  }
  return -1;
}

/**
 * Unicode 16, section 3.9, table 3-7: the bytes that may follow each lead byte.
 *
 * @returns the length of the sequence at `start`; negative for that of a maximal broken one
 */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 1) return -1;
  for (let k = 1; k < length; k++) {
    const byte = bytes[start + k];
    const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte === undefined || byte < low || byte > high) return -k;
  }
  return length;
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
