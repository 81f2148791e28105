import { err, ok, type Result } from '@/lib/result';
import { candidateSamples } from './candidateSamples';
import { decodeLegacy, encodingName, legacyByteLength } from './legacyEncodings';
import { rankEncodings } from './rankEncodings';
import { byteOrderMark, decodeStrictUtf8, inspectUtf8, sniffUtf16 } from './sniffUnicode';
import type { EncodingCandidate } from './TextDraft';

export type DecodedText = {
  text: string;
  encoding: string;
  candidates: EncodingCandidate[];
  /** Another candidate reads almost as well: worth a look by a person. */
  uncertain: boolean;
};

/**
 * Bytes to text: what the caller says, else byte order mark, UTF-16 by its zeros, strict UTF-8, what the file
 * declares of itself, and at last the 8-bit encodings by letter statistics. The byte order mark is taken off;
 * nothing else is changed, so windows-1258 comes out decomposed as it is stored.
 *
 * A text file holds no NUL: the first one is `import.binary` with its offset in the file.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { encoding?: string; declared?: string | null; lang?: string } = {},
): Result<DecodedText> {
  const decoded = options.encoding ? decodeAs(bytes, options.encoding) : detect(bytes, options);
  if (!decoded.ok) return decoded;
  const nul = decoded.value.text.indexOf('\0');
  if (nul >= 0) return err('import.binary', { kind: 'other', offset: bytes.indexOf(0) });
  return decoded;
}

function detect(
  bytes: Uint8Array,
  options: { declared?: string | null; lang?: string },
): Result<DecodedText> {
  const mark = byteOrderMark(bytes);
  if (mark) return decodeAs(bytes, mark.encoding);
  const utf16 = sniffUtf16(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null) return ok(certain(utf8, 'utf-8'));
  const { wellFormed, broken, offset } = inspectUtf8(bytes);
  // Mostly good UTF-8 is damaged UTF-8: any other reading would turn all its letters into noise.
  if (wellFormed >= 4 && wellFormed > broken * 3) return wrongEncoding(bytes, 'utf-8', offset);
  const declared = options.declared ? encodingName(options.declared) : null;
  if (declared && declared !== 'utf-8') {
    const text = decodeLegacy(bytes, declared);
    if (!text.includes('\ufffd')) return ok(certain(text, declared));
  }
  if (bytes.includes(0)) return err('import.binary', { kind: 'other', offset: bytes.indexOf(0) });
  const ranked = rankEncodings(bytes, options.lang);
  const best = ranked.encodings[0]!;
  return ok({
    text: decodeLegacy(bytes, best),
    encoding: best,
    candidates: candidateSamples(bytes, ranked.encodings),
    uncertain: ranked.uncertain,
  });
}

function certain(text: string, encoding: string): DecodedText {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  return {
    text: content,
    encoding,
    candidates: [{ encoding, sample: content.slice(0, 200) }],
    uncertain: false,
  };
}

/** Reads the bytes in one encoding; bytes that do not fit it are an error, save lone surrogates in UTF-16. */
function decodeAs(bytes: Uint8Array, label: string): Result<DecodedText> {
  const encoding = encodingName(label);
  if (encoding === null) return err('import.unknownEncoding', { encoding: label });
  if (encoding === 'utf-8') {
    const text = decodeStrictUtf8(bytes);
    if (text === null) return wrongEncoding(bytes, encoding, inspectUtf8(bytes).offset);
    return ok(overrulable(bytes, certain(text, encoding)));
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    if (bytes.length % 2 !== 0) return wrongEncoding(bytes, encoding, bytes.length - 1);
    return ok(certain(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding));
  }
  const text = decodeLegacy(bytes, encoding);
  const broken = text.indexOf('\ufffd');
  if (broken >= 0) return wrongEncoding(bytes, encoding, legacyByteLength(text.slice(0, broken), encoding));
  return ok(overrulable(bytes, certain(text, encoding)));
}

/** A reading that was asked for still shows the other readings, so that the wish can be taken back. */
function overrulable(bytes: Uint8Array, decoded: DecodedText): DecodedText {
  if (decodeStrictUtf8(bytes) !== null) return decoded;
  const others = rankEncodings(bytes).encodings.filter((encoding) => encoding !== decoded.encoding);
  return { ...decoded, candidates: candidateSamples(bytes, [decoded.encoding, ...others]) };
}

/** `line` counts from 1, `offset` from 0, both in the file as it is. */
function wrongEncoding(bytes: Uint8Array, encoding: string, offset: number): Result<never> {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  }
  return err('import.wrongEncoding', { encoding, line, offset });
}
