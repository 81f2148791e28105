import { parentPort } from 'node:worker_threads';
import type { ReadMessage, ReadRequest, ReadTask } from './protocol';
import { READERS_BY_KIND, type Read } from './readers';

// Readers off the main thread, with memory of their own: a file that is too much for one ends this thread alone.
const send = (message: ReadMessage) => parentPort!.postMessage(message);
/** Messages a second are plenty for a bar. */
const QUIET_MS = 100;

let read: Read<ReadTask['kind']> | null = null;
let told = 0;

parentPort!.on('message', async (request: ReadRequest) => {
  try {
    if (request.type === 'next') return sendNext();
    read = await perform(request.task, (share) => {
      if (Date.now() - told < QUIET_MS) return;
      told = Date.now();
      send({ type: 'progress', share });
    });
    send({ type: 'answer', answer: read.answer });
  } catch (cause) {
    // As fields: not every error survives the way between threads with its message.
    const { name, message, stack } = cause instanceof Error ? cause : new Error(String(cause));
    send({ type: 'failed', name, message, stack });
  }
});

function perform<K extends ReadTask['kind']>(
  { kind, ...task }: { kind: K } & ReadTask<K>,
  onProgress: (share: number) => void,
): Promise<Read<K>> {
  return READERS_BY_KIND[kind](task as never, onProgress);
}

function sendNext(): void {
  const next = read?.pieces?.next();
  send(next && !next.done ? { type: 'piece', piece: next.value } : { type: 'end' });
}
