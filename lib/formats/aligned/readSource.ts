import { err, ok, type Result } from '@/lib/result';
import { decodeText } from '../text/decodeText';
import { encodingName, legacyDecoder } from '../text/legacyEncodings';
import { byteOrderMark, cutOffAt, sniffUtf16 } from '../text/sniffUnicode';
import { xmlEncoding } from '../xml/parseXml';
import { type AlignedFile, type AlignedOptions, AlignedRefusal } from './AlignedDocument';

/** Bytes that are decoded at once; the text of a file is never one string. */
const SLICE_BYTES = 256 * 1024;
/** Characters by which it is judged what a file is. */
const HEAD_CHARS = 64 * 1024;
/** Bytes by which an 8-bit encoding is told: what lies before and after the first byte that is not UTF-8. */
const SAMPLE_BYTES = 1024 * 1024;

/** A file as text that can be read through, more than once, with the wishes that readers have to know. */
export type ReadSource = Pick<AlignedOptions, 'table' | 'alignment'> & {
  name: string;
  encoding: string;
  /** Does it begin with a byte order mark? */
  hasMark: boolean;
  /** The beginning. */
  head: string;
  /** Is `head` all there is? */
  isWhole: boolean;
  /** The text, piece by piece; a character is never cut, CR and LF may be. */
  slices: () => Iterable<string>;
};

/** Finds out how the file is encoded; nothing but its beginning is decoded yet. `onRead` counts bytes as they are read. */
export function openSource(
  { name, bytes }: AlignedFile,
  { encoding: wanted, table, alignment }: AlignedOptions,
  onRead: (bytes: number) => void = () => undefined,
): Result<ReadSource> {
  const sniffed = wanted ? named(bytes, wanted) : sniffEncoding(bytes);
  if (!sniffed.ok) return sniffed;
  const encoding = sniffed.value;
  if (!encoding.startsWith('utf-16') && bytes.includes(0))
    return err('import.binary', { kind: 'other', offset: bytes.indexOf(0) });
  const slices = () => decodeSlices(bytes, encoding, onRead);
  let head = '';
  for (const slice of decodeSlices(bytes, encoding)) {
    head += slice;
    if (head.length >= HEAD_CHARS) break;
  }
  const isWhole = head.length < HEAD_CHARS;
  const hasMark = byteOrderMark(bytes) !== null;
  return ok({ name, encoding, hasMark, head: head.slice(0, HEAD_CHARS), isWhole, slices, table, alignment });
}

function named(bytes: Uint8Array, label: string): Result<string> {
  const encoding = encodingName(label);
  if (encoding === null) return err('import.unknownEncoding', { encoding: label });
  const broken = encoding === 'utf-8' ? brokenUtf8(bytes) : -1;
  if (broken < 0) return ok(encoding);
  return cutOff(bytes) ?? atOffset(bytes, decodeText(sampleAt(bytes, broken).sample, { encoding }), broken);
}

/** Byte order mark, UTF-16 by its zeros, strict UTF-8; else as `decodeText` judges what is not UTF-8. */
function sniffEncoding(bytes: Uint8Array): Result<string> {
  const known = byteOrderMark(bytes)?.encoding ?? sniffUtf16(bytes);
  if (known && known !== 'utf-8') return ok(known);
  const broken = brokenUtf8(bytes);
  if (broken < 0) return ok('utf-8');
  const refusal = cutOff(bytes);
  if (refusal) return refusal;
  const decoded = decodeText(sampleAt(bytes, broken).sample, { declared: xmlEncoding(bytes) });
  return decoded.ok ? ok(decoded.value.encoding) : atOffset(bytes, decoded, broken);
}

/** Where the slice begins in which UTF-8 breaks; -1 when it never does. */
function brokenUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let at = 0;
  try {
    for (; at < bytes.length; at += SLICE_BYTES)
      decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: true });
    decoder.decode();
    return -1;
  } catch {
    return Math.min(at, bytes.length - 1); // What the exception says no more of is where.
  }
}

/** The refusal of a file that is UTF-8 up to its last character, of which the end is missing; null for any other. */
function cutOff(bytes: Uint8Array): Result<never> | null {
  const offset = cutOffAt(bytes);
  if (offset < 0) return null;
  const rest = bytes.subarray(0, offset);
  // A lone byte above ASCII may be a letter of any encoding.
  return rest.some((byte) => byte >= 0x80) && brokenUtf8(rest) < 0 ? err('import.cutOff', { offset }) : null;
}

/** Whole lines before and after a place, short enough to be judged at once. */
function sampleAt(bytes: Uint8Array, at: number): { start: number; sample: Uint8Array } {
  if (bytes.length <= SAMPLE_BYTES) return { start: 0, sample: bytes };
  const newline = bytes.lastIndexOf(0x0a, Math.max(0, at - 4));
  const start = newline < 0 || at - newline > SLICE_BYTES ? 0 : newline + 1;
  return { start, sample: bytes.subarray(start, start + SAMPLE_BYTES) };
}

/** What was wrong with the sample, told of the file. */
function atOffset(bytes: Uint8Array, failed: Result<unknown>, broken: number): Result<never> {
  if (failed.ok) return err('import.wrongEncoding', { encoding: 'utf-8', line: 1, offset: broken });
  const { code, params = {} } = failed.error;
  const { start } = sampleAt(bytes, broken);
  // It was the sample that ended there.
  if (code === 'import.cutOff')
    return err('import.wrongEncoding', { encoding: 'utf-8', line: 1, offset: broken });
  if (code !== 'import.wrongEncoding' || start === 0) return { ok: false, error: failed.error };
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < start; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return err(code, { ...params, line: Number(params.line) + lines, offset: Number(params.offset) + start });
}

function* decodeSlices(
  bytes: Uint8Array,
  encoding: string,
  onRead: (bytes: number) => void = () => undefined,
): Generator<string> {
  const decoder = encoding.startsWith('utf-') ? unicodeDecoder(encoding) : legacyDecoder(encoding);
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const slice = bytes.subarray(at, at + SLICE_BYTES);
    const text = decoder.write(slice);
    if (text.includes('\0')) throw new AlignedRefusal(err('import.binary', { kind: 'other', offset: at }));
    onRead(slice.length);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** The byte order mark is taken off. Half a character at the end becomes U+FFFD; the rest was looked at before. */
function unicodeDecoder(encoding: string) {
  const decoder = new TextDecoder(encoding);
  return {
    write: (bytes: Uint8Array) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}
