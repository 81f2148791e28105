const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** Both ends of the file say `PAR1`. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes.length > 12 && MAGIC.every((byte, at) => bytes[at] === byte && bytes[bytes.length - 4 + at] === byte);
