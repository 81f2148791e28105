/** Writers fill up the last run of packed values: to eight, some to a whole miniblock. */
const PADDING_VALUES = 512;

/**
 * Walks levels or dictionary indices in Parquet's hybrid of run lengths and packed bits, and throws a RangeError where
 * a run says more than there can be: hyparquet believes it, and counts to a billion for five damaged bytes.
 *
 * Parquet format, Encodings.md, "Run Length Encoding / Bit-Packing Hybrid (RLE = 3)".
 *
 * @param start of the runs and @param end behind them, in bytes of the page.
 * @param width of a value in bits.
 * @param most values there can be.
 */
export function checkRuns(page: Uint8Array, start: number, end: number, width: number, most: number): void {
  if (end > page.length || start > end) throw new RangeError('runs end behind their page');
  const valueBytes = Math.ceil(width / 8);
  let seen = 0;
  for (let at = start; at < end && seen < most; ) {
    const { value: head, next } = varint(page, at);
    const isPacked = head % 2 === 1;
    const count = isPacked ? ((head - 1) / 2) * 8 : head / 2;
    if (count > most - seen + (isPacked ? PADDING_VALUES : 0))
      throw new RangeError(`a run of ${count} values`);
    at = next + (isPacked ? (count / 8) * width : valueBytes);
    seen += count;
  }
}

/** An unsigned LEB128 number of at most five bytes. */
export function varint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  for (let k = 0; k < 5; k++) {
    const byte = bytes[start + k];
    if (byte === undefined) break;
    // Not with shifts, which know 32 bits and a sign.
    value += (byte & 0x7f) * 2 ** (7 * k);
    if (byte < 0x80) return { value, next: start + k + 1 };
  }
  throw new RangeError('a number without end');
}
