import { decodeLegacy, encodingName } from './legacyEncodings';
import { telling } from './rankEncodings';
import type { EncodingCandidate } from './TextDraft';

const SAMPLE_BYTES = 240;

/** The first lines in which the readings differ, as each encoding shows them. */
export function candidateSamples(bytes: Uint8Array, encodings: readonly string[]): EncodingCandidate[] {
  const sample = telling(aroundFirstHighByte(bytes), SAMPLE_BYTES);
  return encodings
    .filter((encoding) => encodingName(encoding) !== null)
    .map((encoding) => ({ encoding, sample: decodeLegacy(sample, encoding).trim() }));
}

/** A file of one endless line would otherwise show its first, plain bytes. */
function aroundFirstHighByte(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  return first > SAMPLE_BYTES / 2 ? bytes.subarray(first - SAMPLE_BYTES / 3) : bytes;
}
