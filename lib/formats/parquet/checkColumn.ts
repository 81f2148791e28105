import { type ColumnMetaData, type PageHeader, snappyUncompress } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { checkRuns, varint } from './checkRuns';
import type { Codecs } from './codecs';

/** What Snappy can grow by: 64 bytes out of a reference of three. */
const SNAPPY_GROWTH = 22;
/** Of a page that is packed more tightly: DuckDB's longest have a hundred million bytes. */
const MAX_PAGE_BYTES = 128 * 1024 * 1024;
/** Bits of a dictionary index: as many as 24 bits can number, and hyparquet's shifts can hold. */
const MAX_INDEX_BITS = 24;
/** What Parquet's own writers use is 128 values in 4 miniblocks. */
const MAX_BLOCK_VALUES = 65_536;

/** The pages of a column as hyparquet will read them. */
export type CheckedColumn = {
  chunk: ColumnMetaData;
  /** Rows of the row group; a column without lists has at most as many values. */
  rows: number;
  /** Optional fields on the way to the value: one level each. */
  levels: number;
  /** What unpacks it, unless it is Snappy. */
  codecs: Codecs;
};

/**
 * Walks the pages of a column before they are read, and throws a RangeError at the first that says something that
 * cannot be: hyparquet takes sizes, counts and runs of a damaged file as they are, and would be at it for minutes or
 * fill the memory.
 *
 * Parquet format, parquet.thrift (`PageHeader`), Encodings.md. Columns of lists are not read, nor DELTA_BYTE_ARRAY,
 * whose prefixes can grow a value without any bound.
 *
 * @returns how many bytes the pages unpack to.
 */
export function checkColumn(file: Uint8Array, { chunk, rows, levels, codecs }: CheckedColumn): number {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= file.length))
    throw new RangeError('a column outside of the file');
  const reader = { view: viewOf(file.subarray(start, end)), offset: 0 };
  let values = 0;
  let unpackedBytes = 0;
  // As in hyparquet, which takes a last byte for none.
  while (reader.offset < end - start - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header;
    const at = start + reader.offset;
    if (!(packed >= 0 && at + packed <= end)) throw new RangeError(`a page of ${packed} bytes`);
    const mostBytes = mostUnpacked(chunk.codec, packed);
    if (!(unpacked >= 0 && unpacked <= mostBytes)) throw new RangeError(`a page of ${unpacked} bytes`);
    reader.offset += packed;
    unpackedBytes += unpacked;
    const page = file.subarray(at, at + packed);
    if (header.type === 'DICTIONARY_PAGE') {
      count(header.dictionary_page_header?.num_values, unpacked);
      continue;
    }
    values += header.type === 'DATA_PAGE_V2' ? checkV2(page, header) : checkV1(page, header);
    if (values > rows) throw new RangeError(`${values} values in ${rows} rows`);
  }
  return unpackedBytes;

  function checkV1(
    packed: Uint8Array,
    { data_page_header: header, uncompressed_page_size }: PageHeader,
  ): number {
    if (!header) throw new RangeError('a page of no kind');
    const most = count(header.num_values, rows);
    const page = unpack(packed, uncompressed_page_size);
    let at = 0;
    if (levels) {
      at = 4 + viewOf(page).getUint32(0, true);
      checkRuns(page, 4, at, widthOf(levels), most);
    }
    checkValues(page, at, header.encoding, most);
    return most;
  }

  function checkV2(
    packed: Uint8Array,
    { data_page_header_v2: header, uncompressed_page_size }: PageHeader,
  ): number {
    if (!header) throw new RangeError('a page of no kind');
    const most = count(header.num_values, rows);
    count(header.num_rows, rows);
    count(header.num_nulls, most);
    const definitions = count(header.definition_levels_byte_length, packed.length);
    const repetitions = count(header.repetition_levels_byte_length, packed.length - definitions);
    const levelBytes = definitions + repetitions;
    if (levels) checkRuns(packed, repetitions, levelBytes, widthOf(levels), most);
    const rest = packed.subarray(levelBytes);
    const size = count(uncompressed_page_size - levelBytes, uncompressed_page_size);
    checkValues(header.is_compressed === false ? rest : unpack(rest, size), 0, header.encoding, most);
    return most;
  }

  function unpack(page: Uint8Array, size: number): Uint8Array {
    if (chunk.codec === 'UNCOMPRESSED') return page;
    if (chunk.codec !== 'SNAPPY') {
      const codec = codecs[chunk.codec];
      if (!codec) throw new RangeError(`packed as ${chunk.codec}`);
      return codec(page, size);
    }
    const unpacked = new Uint8Array(size);
    snappyUncompress(page, unpacked);
    return unpacked;
  }
}

function mostUnpacked(codec: string, packedBytes: number): number {
  if (codec === 'UNCOMPRESSED') return packedBytes;
  return codec === 'SNAPPY' ? packedBytes * SNAPPY_GROWTH + 64 : MAX_PAGE_BYTES;
}

function checkValues(page: Uint8Array, at: number, encoding: string, most: number): void {
  switch (encoding) {
    case 'PLAIN': // Whoever reads behind the end of a page gets an error by itself.
    case 'BYTE_STREAM_SPLIT':
      return;
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY': {
      if (at >= page.length) return; // Nothing but nulls.
      checkRuns(page, at + 1, page.length, count(page[at], MAX_INDEX_BITS), most);
      return;
    }
    case 'DELTA_BINARY_PACKED':
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const block = varint(page, at);
      const miniblocks = varint(page, block.next);
      if (block.value > MAX_BLOCK_VALUES || miniblocks.value > block.value || miniblocks.value === 0)
        throw new RangeError(`a block of ${block.value} values in ${miniblocks.value} parts`);
      return;
    }
    default:
      throw new RangeError(`values as ${encoding}`);
  }
}

/** @returns the number, which is none below zero and none above `most`. */
function count(value: number | undefined, most: number): number {
  if (!(value !== undefined && value >= 0 && value <= most))
    throw new RangeError(`${value} where ${most} can be`);
  return value;
}

const widthOf = (level: number): number => 32 - Math.clz32(level);
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
