import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import {
  type FoundParagraph,
  type SearchedText,
  type Slice,
  search,
  type Wanted,
} from '@/db/queries/concordance';
import { err, type Failure, type Result } from '@/lib/result';
import { isIndexed } from './pattern';

/** UTF-16 units that one query looks through: some 50 ms of the embedded database. */
const WITH_INDEX = 2_500_000;
const WITHOUT_INDEX = 300_000;
/**
 * Where only the first hits are wanted, the first query looks through so much, and each one after it through so many
 * times more: what is common is found at once, since the database finds and sorts all of a slice before it gives any.
 */
const FIRST = 100_000;
const GROWTH = 4;
/** A search that takes longer than this gives up, between two queries. */
const LIMIT_MS = 8000;

export type Cursor = { textId: string; start: number };

/**
 * Looks through texts slice by slice and gives what each holds, in order; others get their turn in between.
 * @throws SearchFailure with the code to answer.
 */
export async function* scan(
  db: Db,
  texts: readonly SearchedText[],
  wanted: Wanted,
  after: Cursor | null,
  limit: number | null,
): AsyncGenerator<FoundParagraph[]> {
  const startedAt = performance.now();
  const most = isIndexed(wanted) ? WITH_INDEX : WITHOUT_INDEX;
  for (const slice of slicesOf(texts, after, limit === null ? most : FIRST, most)) {
    checkTime();
    await breathe();
    const found = await asSearch(search(db, slice, wanted, limit));
    yield found;
    const last = found.at(-1);
    if (limit === null || !last || found.length < limit) continue;
    // The rest of a slice that held more than was asked for.
    yield* restOf(slice.textIds.slice(slice.textIds.indexOf(last.textId)), last.start + 1, slice.to);
  }

  function checkTime(): void {
    if (performance.now() - startedAt > LIMIT_MS) throw new SearchFailure({ code: 'find.tooSlow' });
  }

  async function* restOf(
    textIds: readonly string[],
    from: number,
    to: number,
  ): AsyncGenerator<FoundParagraph[]> {
    let [ids, at] = [textIds, from];
    while (ids.length) {
      // Of the first text only what comes after; the others from their start.
      checkTime();
      await breathe();
      const found = await asSearch(search(db, { textIds: [ids[0]], from: at, to }, wanted, limit));
      if (found.length) yield found;
      const last = found.at(-1);
      if (last && found.length === limit) at = last.start + 1;
      else [ids, at] = [ids.slice(1), 0];
    }
  }
}

export class SearchFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** What a search that failed answers; anything else is a bug. */
export function answerOf(cause: unknown): Extract<Result<never>, { ok: false }> {
  if (cause instanceof SearchFailure) return { ok: false, error: cause.failure };
  throw cause;
}

const BAD_REGEX = '2201B';
const CANCELLED = '57014';

async function asSearch<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (cause) {
    for (let one = cause; one instanceof Error; one = one.cause) {
      const { code } = one as { code?: string };
      if (code === BAD_REGEX) throw new SearchFailure(err('find.badPattern').error);
      if (code === CANCELLED) throw new SearchFailure(err('find.tooSlow').error);
    }
    throw cause;
  }
}

/** Small texts together, long ones in stretches; each slice is `GROWTH` times as large as the one before, up to `most`. */
export function* slicesOf(
  texts: readonly Pick<SearchedText, 'id' | 'lengthUtf16'>[],
  after: Cursor | null,
  first: number,
  most: number,
): Generator<Slice> {
  const at = after ? texts.findIndex((one) => one.id === after.textId) : 0;
  if (at < 0) return; // The text is gone, and the order with it.
  let size = Math.min(first, most);
  let [group, length]: [string[], number] = [[], 0];
  const grown = (slice: Slice): Slice => {
    size = Math.min(size * GROWTH, most);
    return slice;
  };
  const END = 2 ** 31 - 1;
  for (const [k, { id, lengthUtf16 }] of texts.slice(at).entries()) {
    let from = k === 0 && after ? after.start + 1 : 0;
    if (from === 0 && lengthUtf16 + length <= size) {
      group.push(id);
      length += lengthUtf16;
      continue;
    }
    if (group.length) yield grown({ textIds: group, from: 0, to: END });
    [group, length] = [[], 0];
    if (from === 0 && lengthUtf16 <= size) [group, length] = [[id], lengthUtf16];
    else
      while (from < lengthUtf16) {
        const to = from + size;
        yield grown({ textIds: [id], from, to });
        from = to;
      }
  }
  if (group.length) yield grown({ textIds: group, from: 0, to: END });
}
