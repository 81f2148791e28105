/**
 * The records of a zip file (PKWARE APPNOTE 6.3.10). Sizes and checksum stand behind the data (4.3.9), names are UTF-8
 * (bit 11), and everything dates from 1980, the oldest time that a zip can hold: the same bytes whenever it is made.
 */
export type ZipRecord = {
  name: Uint8Array;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  at: number;
};

const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980. */
const DATE = 0x21;
/** Sizes and places have four bytes; beyond that is ZIP64, which many readers do not know. */
export const MAX_ZIP_BYTES = 0xffff_fffe;
export const MAX_ZIP_ENTRIES = 0xfffe;

type Field = [bytes: 2 | 4, value: number];

function record(fields: readonly Field[], ...tails: Uint8Array[]): Uint8Array {
  const head = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const out = new Uint8Array(tails.reduce((sum, tail) => sum + tail.length, head));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  for (const tail of tails) {
    out.set(tail, at);
    at += tail.length;
  }
  return out;
}

/** Before the data. */
export const localHeader = (name: Uint8Array): Uint8Array =>
  record(
    [
      ...([
        [4, 0x04034b50],
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATED],
        [2, 0],
        [2, DATE],
      ] as Field[]),
      ...([
        [4, 0],
        [4, 0],
        [4, 0],
        [2, name.length],
        [2, 0],
      ] as Field[]),
    ],
    name,
  );

/** After the data. */
export const dataDescriptor = ({ crc, packed, size }: ZipRecord): Uint8Array =>
  record([
    [4, 0x08074b50],
    [4, crc],
    [4, packed],
    [4, size],
  ]);

/** The list of all entries, and the end of the file; `at` is where the list begins. */
export function centralDirectory(entries: readonly ZipRecord[], at: number): Uint8Array[] {
  const list = entries.map(({ name, crc, packed, size, at: start }) =>
    record(
      [
        ...([
          [4, 0x02014b50],
          [2, VERSION],
          [2, VERSION],
          [2, FLAGS],
          [2, DEFLATED],
        ] as Field[]),
        ...([
          [2, 0],
          [2, DATE],
          [4, crc],
          [4, packed],
          [4, size],
          [2, name.length],
        ] as Field[]),
        ...([
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, start],
        ] as Field[]),
      ],
      name,
    ),
  );
  const length = list.reduce((sum, one) => sum + one.length, 0);
  const end = record([
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, entries.length],
      [2, entries.length],
    ] as Field[]),
    ...([
      [4, length],
      [4, at],
      [2, 0],
    ] as Field[]),
  ]);
  return [...list, end];
}
