import { err, ok, type Result } from '@/lib/result';
import { candidateSamples } from './candidateSamples';
import {
  encodingName,
  legacyDecoder,
  type PieceDecoder,
  SLICE_BYTES,
  undefinedByteAt,
} from './legacyEncodings';
import { rankEncodings } from './rankEncodings';
import { byteOrderMark, cutOffAt, inspectUtf8, sniffUtf16 } from './sniffUnicode';
import type { EncodingCandidate } from './TextDraft';

export type DecodedText = {
  /** The text in pieces, decoded anew each time, so that it is never in memory as a whole. */
  slices: () => Generator<string>;
  encoding: string;
  candidates: EncodingCandidate[];
  /** Another candidate reads almost as well: worth a look by a person. */
  uncertain: boolean;
};

/**
 * Bytes to text: what the caller says, else byte order mark, UTF-16 by its zeros, strict UTF-8, what the file
 * declares of itself, and at last the 8-bit encodings by letter statistics. The byte order mark is taken off; of
 * Unicode nothing else is changed.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { encoding?: string; declared?: string | null; lang?: string } = {},
): Result<DecodedText> {
  if (options.encoding) return decodeAs(bytes, options.encoding);
  const mark = byteOrderMark(bytes);
  if (mark) return decodeAs(bytes, mark.encoding);
  const utf16 = sniffUtf16(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  const { wellFormed, broken, offset } = inspectUtf8(bytes);
  if (broken === 0) return ok(certain(bytes, 'utf-8'));
  // Mostly good UTF-8 is damaged UTF-8: any other reading would turn all its letters into noise.
  if (wellFormed >= 4 && wellFormed > broken * 3)
    return offset === cutOffAt(bytes) ? cutOff(offset) : wrongEncoding(bytes, 'utf-8', offset);
  const declared = options.declared ? encodingName(options.declared) : null;
  if (declared && !declared.startsWith('utf-') && undefinedByteAt(bytes, declared) < 0)
    return ok(overrulable(bytes, declared));
  const ranked = rankEncodings(bytes, options.lang);
  const best = ranked.encodings[0]!;
  return ok({
    ...certain(bytes, best),
    candidates: candidateSamples(bytes, ranked.encodings),
    uncertain: ranked.uncertain,
  });
}

function certain(bytes: Uint8Array, encoding: string): DecodedText {
  const slices = () => decodeSlices(bytes, encoding);
  const sample = String(slices().next().value ?? '').slice(0, 200);
  return { slices, encoding, candidates: [{ encoding, sample }], uncertain: false };
}

/** The text without its byte order mark; bytes that do not fit become U+FFFD. */
function* decodeSlices(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = encoding.startsWith('utf-') ? unicodeDecoder(encoding) : legacyDecoder(encoding);
  for (const piece of pieces(bytes)) yield decoder.write(piece);
  yield decoder.end();
}

function unicodeDecoder(encoding: string): PieceDecoder {
  const decoder = new TextDecoder(encoding);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
}

/** Reads the bytes in one encoding; bytes that do not fit it are an error, save lone surrogates in UTF-16. */
function decodeAs(bytes: Uint8Array, label: string): Result<DecodedText> {
  const encoding = encodingName(label);
  if (encoding === null) return err('import.unknownEncoding', { encoding: label });
  if (encoding === 'utf-8') {
    const { offset, wellFormed } = inspectUtf8(bytes);
    if (wellFormed && offset === cutOffAt(bytes) && offset >= 0) return cutOff(offset);
    return offset < 0 ? ok(certain(bytes, encoding)) : wrongEncoding(bytes, encoding, offset);
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    if (bytes.length % 2 !== 0) return wrongEncoding(bytes, encoding, bytes.length - 1);
    return ok(certain(bytes, encoding));
  }
  const broken = undefinedByteAt(bytes, encoding);
  return broken < 0 ? ok(overrulable(bytes, encoding)) : wrongEncoding(bytes, encoding, broken);
}

/** A reading that was asked for still shows the other readings, so that the wish can be taken back. */
function overrulable(bytes: Uint8Array, encoding: string): DecodedText {
  const decoded = certain(bytes, encoding);
  if (inspectUtf8(bytes).broken === 0) {
    const utf8 = certain(bytes, 'utf-8').candidates;
    return { ...decoded, candidates: [...decoded.candidates, ...utf8] };
  }
  const others = rankEncodings(bytes).encodings.filter((other) => other !== encoding);
  return { ...decoded, candidates: candidateSamples(bytes, [encoding, ...others]) };
}

/** Nothing is wrong with the encoding: the rest of the file is missing. */
const cutOff = (offset: number): Result<never> => err('import.cutOff', { offset });

/** `line` counts from 1, `offset` from 0, both in the file as it is. */
function wrongEncoding(bytes: Uint8Array, encoding: string, offset: number): Result<never> {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  }
  return err('import.wrongEncoding', { encoding, line, offset });
}
