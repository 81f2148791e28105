import { Gunzip } from 'fflate';
import type { Compressors, FileMetaData } from 'hyparquet';

/** Unpacks a page to so many bytes, which its header names; throws when it has more or less than that. */
export type Unpack = (packed: Uint8Array, unpackedBytes: number) => Uint8Array;
export type Codecs = Record<string, Unpack>;

/** Packed bytes that are unpacked before anybody looks how much came of them: some sixty megabytes at the most. */
const STEP = 64 * 1024;

/**
 * What unpacks the pages of a file, beyond Snappy, which the reader has itself. Loads only for files that need it: most
 * are packed with Snappy.
 */
export async function codecsOf({ row_groups }: FileMetaData): Promise<Codecs & Compressors> {
  const used = new Set(row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec)));
  used.delete('UNCOMPRESSED');
  used.delete('SNAPPY');
  if (!used.size) return {};
  const { decompressBrotli, decompressLz4, decompressLz4Raw, decompressZstd } = await import(
    'hyparquet-compressors'
  );
  return {
    GZIP: gunzip,
    BROTLI: decompressBrotli,
    LZ4: decompressLz4,
    LZ4_RAW: decompressLz4Raw,
    // With a buffer of its own it would trust the size that the frame claims for itself.
    ZSTD: (packed, unpackedBytes) => decompressZstd(packed, new Uint8Array(unpackedBytes)),
  };
}

function gunzip(packed: Uint8Array, unpackedBytes: number): Uint8Array {
  const unpacked = new Uint8Array(unpackedBytes);
  let length = 0;
  const stream = new Gunzip((chunk) => {
    if (length + chunk.length > unpackedBytes) throw new RangeError(`more than ${unpackedBytes} bytes`);
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  if (length < unpackedBytes) throw new RangeError(`${length} bytes instead of ${unpackedBytes}`);
  return unpacked;
}
