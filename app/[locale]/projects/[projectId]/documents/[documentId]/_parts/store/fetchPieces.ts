import type { Paragraph } from '@/lib/bitext/types';
import type { Result } from '@/lib/result';
import type { FetchPiece } from './Passages';

/** A stretch of a text, as the server is asked for it. */
export type Window = { text: string; from: number; to: number };
type Asked = Window & { resolve: (words: readonly Paragraph[]) => void; reject: (cause: unknown) => void };

/** Windows one request asks for; the server takes twice as many. */
const MOST = 64;

/**
 * Asks for pieces of text, those that are wanted at the same time by one request: the rows of a filtered view stand all
 * over the document, and a browser sends no more than six requests at once.
 */
export function fetchPieces(
  ask: (windows: readonly Window[]) => Promise<Result<readonly (readonly Paragraph[])[]>>,
): FetchPiece {
  let waiting: Asked[] = [];
  const send = async (): Promise<void> => {
    const asked = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    if (waiting.length) queueMicrotask(send);
    try {
      const answer = await ask(asked.map(({ text, from, to }) => ({ text, from, to })));
      if (!answer.ok) throw new Error(answer.error.code);
      for (const [k, { resolve }] of asked.entries()) resolve(answer.value[k]!);
    } catch (cause) {
      for (const { reject } of asked) reject(cause);
    }
  };
  return (text, from, to) =>
    new Promise((resolve, reject) => {
      if (!waiting.length) queueMicrotask(send);
      waiting.push({ text, from, to, resolve, reject });
    });
}
