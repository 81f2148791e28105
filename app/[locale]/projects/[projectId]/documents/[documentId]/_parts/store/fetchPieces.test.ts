import { describe, expect, it, vi } from 'vitest';
import { ok } from '@/lib/result';
import { fetchPieces, type Window } from './fetchPieces';

const words = ({ text, from, to }: Window) => [{ start: from, content: `${text}${to}` }];

describe('fetchPieces', () => {
  it('asks once for what is wanted at the same time, and gives everybody their own', async () => {
    const ask = vi.fn(async (windows: readonly Window[]) => ok(windows.map(words)));
    const fetchPiece = fetchPieces(ask);
    const read = await Promise.all([fetchPiece('a', 0, 1), fetchPiece('b', 5, 9), fetchPiece('a', 1, 2)]);
    expect(read.map(([one]) => one!.content)).toEqual(['a1', 'b9', 'a2']);
    expect(ask).toHaveBeenCalledTimes(1);
    await fetchPiece('c', 0, 1);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks for no more at once than the server gives', async () => {
    const ask = vi.fn(async (windows: readonly Window[]) => ok(windows.map(words)));
    const fetchPiece = fetchPieces(ask);
    const read = await Promise.all(Array.from({ length: 150 }, (_, k) => fetchPiece('a', k, k + 1)));
    expect(read.map(([one]) => one!.start)).toEqual(Array.from({ length: 150 }, (_, k) => k));
    expect(ask.mock.calls.every(([windows]) => windows.length <= 64)).toBe(true);
  });

  it('tells everybody of a failure', async () => {
    const fetchPiece = fetchPieces(async () => {
      throw new Error('offline');
    });
    const all = await Promise.allSettled([fetchPiece('a', 0, 1), fetchPiece('a', 1, 2)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
