import type { SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { type ExportHeader, type ExportUnit, pagesOf, presentTexts, type Units } from '../ExportUnit';
import { wellFormedWriter } from '../flattenLine';
import { tableColumns } from '../tableColumns';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';

/** What one row group holds at most: all of it is in memory at once, and readers fetch it as a whole. */
const GROUP_UNITS = 10_000;
const GROUP_CHARS = 4 * 1024 * 1024;

/**
 * Apache Parquet (format 2, Snappy): `id`, `document`, `translation` with a field a language, as the `Translation`
 * feature of Hugging Face `datasets` has them, then status, confidence (a number), reason. A row group leaves as soon
 * as it is full. What was exported stands in the file's key-value metadata as `triptych`.
 *
 * Texts are exact but for lone surrogates; a language without counterpart is null. Units of one language are kept
 * unless `nulls` is `leaveOut`.
 */
export async function* writeParquet(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const storable = wellFormedWriter(report);
  const columns = tableColumns(header, options);
  const texts = columns.filter(({ isText }) => isText);
  const plain = columns.filter(({ isText }) => !isText);
  const names = ['translation', ...plain.map(({ name }) => name)];
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: names.length },
      { name: 'translation', repetition_type: 'REQUIRED', num_children: texts.length },
      ...texts.map(({ name }) => stringColumn(name)),
      ...plain.map(({ name }) => (name === 'confidence' ? numberColumn(name) : stringColumn(name))),
    ],
    createdBy: `Triptych ${header.toolVersion}`,
    kvMetadata: [{ key: 'triptych', value: JSON.stringify(aboutOf(header)) }],
  });
  let columnData = emptyGroup(names);
  let chars = 0;

  const add = (unit: ExportUnit): void => {
    const translation: Record<string, string | null> = {};
    for (const { name, read } of texts) {
      const text = read(unit);
      translation[name] = text === null ? null : storable(text);
      chars += text?.length ?? 0;
    }
    columnData[0].data.push(translation);
    for (const [at, { name, read }] of plain.entries()) {
      const value = read(unit);
      columnData[at + 1].data.push(
        value === null || name !== 'confidence' ? value && storable(value) : Number(value),
      );
    }
  };
  const flushed = (): Uint8Array => {
    const full = bytes.getBytes().slice();
    bytes.index = 0;
    return full;
  };

  for await (const page of pagesOf(units))
    for (const unit of page) {
      if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) {
        countLeftOut(report, 'null');
        continue;
      }
      countWritten(report, unit);
      add(unit);
      if (columnData[0].data.length < GROUP_UNITS && chars < GROUP_CHARS) continue;
      await writer.write({ columnData, rowGroupSize: GROUP_UNITS });
      columnData = emptyGroup(names);
      chars = 0;
      yield flushed();
    }
  if (columnData[0].data.length) await writer.write({ columnData, rowGroupSize: GROUP_UNITS });
  await writer.finish();
  yield flushed();
}

type Group = (ColumnSource & { data: unknown[] })[];
/** A dictionary of texts that hardly ever come twice is not worth the search for it. */
const PLAIN: ReadonlySet<string> = new Set(['translation', 'id']);
const emptyGroup = (names: readonly string[]): Group =>
  names.map((name) => ({ name, data: [], ...(PLAIN.has(name) ? { encoding: 'PLAIN' } : {}) }));

const stringColumn = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  repetition_type: 'OPTIONAL',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
});

const numberColumn = (name: string): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' });

const aboutOf = ({ referenceLang, langs, title, createdAt, derivedOver, documents }: ExportHeader) => ({
  ...{ title, referenceLang, langs, documents, derivedOver },
  createdAt: createdAt?.toISOString(),
});
