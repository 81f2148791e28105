/** `TABLES[k]`: the checksum of a byte with k zero bytes behind it, so that four bytes are taken in one step. */
const TABLES = [0, 1, 2, 3].map(() => new Int32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  TABLES[0][byte] = crc;
}
for (let byte = 0; byte < 256; byte++)
  for (let k = 1; k < 4; k++) {
    const before = TABLES[k - 1][byte];
    TABLES[k][byte] = TABLES[0][before & 0xff] ^ (before >>> 8);
  }
const [T0, T1, T2, T3] = TABLES;

/**
 * The checksum of zip files (ISO 3309), over pieces: start with 0 and hand the last answer on. Sarwate's table, four
 * bytes at a time ("slicing", Kounavis and Berry 2005).
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  const whole = bytes.length - (bytes.length % 4);
  let at = 0;
  for (; at < whole; at += 4)
    crc =
      T3[(crc ^ bytes[at]) & 0xff] ^
      T2[((crc >>> 8) ^ bytes[at + 1]) & 0xff] ^
      T1[((crc >>> 16) ^ bytes[at + 2]) & 0xff] ^
      T0[((crc >>> 24) ^ bytes[at + 3]) & 0xff];
  for (; at < bytes.length; at++) crc = T0[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}
