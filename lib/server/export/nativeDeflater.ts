import 'server-only';
import { promisify } from 'node:util';
import { constants, deflateRaw, type InputType, type ZlibOptions } from 'node:zlib';
import type { MakeDeflater } from '@/lib/formats/zip/Deflater';

/** As small as `portableDeflater` makes texts, in a third of the time. */
const LEVEL = 4;
/** A last block with nothing in it, RFC 1951 section 3.2.6. */
const LAST_BLOCK = Uint8Array.of(0x03, 0x00);

const pack: (bytes: InputType, options: ZlibOptions) => Promise<Uint8Array> = promisify(deflateRaw);

/**
 * Each piece is packed by itself, in a thread of Node's own, and ends at a whole byte, so that the pieces one after the
 * other are one stream: several are packed side by side, and the same pieces give the same bytes. What is lost,
 * references from one piece into another, is little at the hundred kilobytes that a zip entry gathers.
 */
export const nativeDeflater: MakeDeflater = () => ({
  push: async (bytes) =>
    bytes.length ? [await pack(bytes, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH })] : [],
  end: () => [LAST_BLOCK],
});
