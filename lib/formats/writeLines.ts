import { type ExportUnit, pagesOf, type Units } from './ExportUnit';

/** Large enough that a stream spends its time on text and not on promises, small enough to be held many times. */
const CHUNK_CHARS = 64 * 1024;

/**
 * A head, a string for each unit and a tail, as chunks of some 64 K characters. `write` gives '' for a unit that is
 * left out. Units are taken a page at a time, so that memory does not grow with their number.
 */
export async function* writeLines(
  head: string,
  units: Units,
  write: (unit: ExportUnit) => string,
  tail: string,
): AsyncGenerator<string> {
  let chunk = head;
  for await (const page of pagesOf(units))
    for (const unit of page) {
      chunk += write(unit);
      if (chunk.length < CHUNK_CHARS) continue;
      yield chunk;
      chunk = '';
    }
  if (chunk + tail !== '') yield chunk + tail;
}
