import { type ExportUnit, pagesOf, type Units } from '../ExportUnit';
import { type ZipMeans, ZipStream } from './zipStream';

/** An export of several files, as the bytes of one zip file. `begin` writes heads, `end` tails. */
export async function* writeZip(
  names: readonly string[],
  units: Units,
  parts: {
    begin?: (zip: ZipStream) => void;
    unit: (zip: ZipStream, unit: ExportUnit) => void;
    end?: (zip: ZipStream) => void;
  },
  means?: ZipMeans,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream(means);
  try {
    for (const name of names) zip.open(name);
    parts.begin?.(zip);
    for await (const page of pagesOf(units)) {
      for (const unit of page) parts.unit(zip, unit);
      yield* zip.take();
    }
    parts.end?.(zip);
    yield* zip.end();
  } finally {
    zip.drop();
  }
}
