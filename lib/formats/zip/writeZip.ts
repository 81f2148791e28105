import type { ExportUnit, Units } from '../ExportUnit';
import { ZipStream } from './zipStream';

/** An export of several files, as the bytes of one zip file. `begin` writes heads, `end` tails. */
export async function* writeZip(
  names: readonly string[],
  units: Units,
  parts: {
    begin?: (zip: ZipStream) => void;
    unit: (zip: ZipStream, unit: ExportUnit) => void;
    end?: (zip: ZipStream) => void;
  },
): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream(names);
  parts.begin?.(zip);
  for await (const unit of units) {
    parts.unit(zip, unit);
    yield* zip.take();
  }
  parts.end?.(zip);
  yield* zip.end();
}
