import type { Pdf } from './loadPdfJs';

/** A page of text has some thousands of operators, a map a hundred thousand. */
export const MAX_PAGE_OPERATORS = 500_000;

type Page = Awaited<ReturnType<Pdf['getPage']>>;
/** What PDF.js hands over at once: some hundred operators, their arguments beside them. */
type Chunk = { fnArray: number[]; argsArray: (readonly unknown[] | null)[]; length: number };
type Stream = { streamReader: { cancel(reason: Error): Promise<unknown> } | null };
type TakeChunk = (chunk: Chunk, stream: Stream) => void;

/**
 * Runs the operators of a page while PDF.js finds them, and stops it when there are more than any page needs: forms that
 * draw forms multiply a small file to billions, and PDF.js, which knows no bound, would gather them all.
 *
 * PDF.js has no public way to watch; `_renderPageChunk` is where its chunks come in (5.x, the version is pinned).
 *
 * @param take returns false to have no more
 * @returns how many there were; null when there were too many, or `take` had enough
 */
export function runOperators(
  page: Page,
  take: (operator: number, args: readonly unknown[]) => boolean,
): Promise<number | null> {
  const own: unknown = Reflect.get(page, '_renderPageChunk');
  if (typeof own !== 'function') throw new Error('PDF.js hands out its operators in another way.');
  const keep = own.bind(page) as TakeChunk;
  return new Promise((resolve, reject) => {
    let count = 0;
    const watch: TakeChunk = (chunk, stream) => {
      count += chunk.length;
      try {
        const enough =
          count > MAX_PAGE_OPERATORS ||
          chunk.fnArray.some((operator, at) => !take(operator, chunk.argsArray[at] ?? []));
        if (!enough) return keep({ ...chunk, fnArray: [], argsArray: [], length: 0 }, stream);
        resolve(null);
      } catch (cause) {
        reject(cause);
      }
      stream.streamReader?.cancel(new Error('Enough.')).catch(reject);
    };
    Reflect.defineProperty(page, '_renderPageChunk', { value: watch, configurable: true });
    page.getOperatorList({ annotationMode: 0 }).then(() => resolve(count), reject);
  });
}
