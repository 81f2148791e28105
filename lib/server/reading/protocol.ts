import type { ReadOptions, TextDraft } from '@/lib/formats/text/TextDraft';
import type { Result } from '@/lib/result';

/**
 * What the reading thread can be asked, by kind: a task, the answer to it, and the pieces that follow the answer when
 * it is too large for one message. Everything here crosses between threads: data only.
 */
export type Readings = {
  text: {
    task: { path: string; options: ReadOptions };
    answer: Result<{ draft: TextDraft; checksum: string }>;
    piece: never;
  };
};

export type ReadKind = keyof Readings;
export type ReadTask<K extends ReadKind = ReadKind> = {
  [One in K]: { kind: One } & Readings[One]['task'];
}[K];

/** To the thread. `next` asks for the piece after this one: none is made before it is asked for. */
export type ReadRequest = { type: 'read'; task: ReadTask } | { type: 'next' };

/** From the thread. `end`: there are no more pieces. */
export type ReadMessage =
  | { type: 'progress'; share: number }
  | { type: 'answer'; answer: unknown }
  | { type: 'piece'; piece: unknown }
  | { type: 'end' }
  | { type: 'failed'; name: string; message: string; stack: string | undefined };
