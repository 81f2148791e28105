import { Inflate } from 'fflate';
import { err, type Result } from '@/lib/result';

/** A page of text is some kilobytes; a scanned one, at 600 dots an inch in colour, is 104 MB. */
const MAX_STREAM_BYTES = 256 * 1024 * 1024;
const MAX_ALL_BYTES = 1536 * 1024 * 1024;
const STEP_BYTES = 8 * 1024;
/** A stream's dictionary stands right before it. */
const DICTIONARY_BYTES = 1024;
const BEGIN = [...'stream'].map((sign) => sign.charCodeAt(0));
const END = [...'endstream'].map((sign) => sign.charCodeAt(0));

/**
 * Refuses a PDF whose streams unpack to more than any reader's memory: PDF.js unpacks each as a whole and knows no
 * bound. ISO 32000-1, sections 7.3.8 and 7.4.4. Streams that are packed twice over are refused too: nobody needs them.
 */
export function boundStreams(bytes: Uint8Array): Result<never> | null {
  let all = 0;
  for (let at = find(bytes, BEGIN, 0); at >= 0; ) {
    const start = afterLineEnd(bytes, at + BEGIN.length);
    const found = find(bytes, END, start);
    const end = found < 0 ? bytes.length : found;
    const dictionary = String.fromCharCode(...bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const packed = own.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/gu)?.length ?? 0;
    const length = packed > 0 ? unpackedLength(bytes.subarray(start, end)) : 0;
    all += length;
    if (packed > 1 || length > MAX_STREAM_BYTES || all > MAX_ALL_BYTES)
      return err('import.unpacksTooLarge', {
        part: `byte ${start}`,
        limitMb: MAX_STREAM_BYTES / (1024 * 1024),
      });
    at = found < 0 ? -1 : find(bytes, BEGIN, found + END.length);
  }
  return null;
}

/** Up to a little more than is allowed. What is no deflate stream is left to PDF.js, which says so. */
function unpackedLength(packed: Uint8Array): number {
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
  });
  try {
    // Two bytes of zlib's header come first.
    for (let at = 2; at < packed.length && length <= MAX_STREAM_BYTES; at += STEP_BYTES)
      inflate.push(packed.subarray(at, at + STEP_BYTES));
  } catch {
    return length; // Cut off or damaged: so far it can be unpacked, and so far it counts.
  }
  return length;
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}

/** @returns -1 when the signs do not come any more */
function find(bytes: Uint8Array, signs: readonly number[], from: number): number {
  for (let at = bytes.indexOf(signs[0]!, from); at >= 0; at = bytes.indexOf(signs[0]!, at + 1))
    if (signs.every((sign, k) => bytes[at + k] === sign)) return at;
  return -1;
}
