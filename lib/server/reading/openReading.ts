import 'server-only';
import { err, type Result } from '@/lib/result';
import { log } from '../log';
import type { Working } from '../uploads/Working';
import { openThread } from './openThread';
import type { Readings, ReadKind, ReadMessage, ReadRequest, ReadTask } from './protocol';
import { takeTurn } from './takeTurn';

/** The longest reading; a file that takes more has led its reader astray. */
const LIMIT_MS = 10 * 60_000;

type Answer<K extends ReadKind> = Readings[K]['answer'] | Extract<Result<never>, { ok: false }>;

/** An answer with the pieces that belong to it. Whoever opens a reading closes it: it holds a thread. */
export type Reading<K extends ReadKind> = {
  answer: Answer<K>;
  pieces: () => AsyncGenerator<Readings[K]['piece']>;
  close: () => Promise<void>;
};

/** The reader ran out of memory or time, or broke down over this file. */
export class TooComplexError extends Error {
  override name = 'TooComplexError';
}

/**
 * Carries out a task in a thread with a bound on its memory, when it is its turn. What the thread does not survive is
 * the answer `import.tooComplex`. When the signal is aborted, the thread is ended at once.
 *
 * @throws the signal's reason
 */
export async function openReading<K extends ReadKind>(
  task: ReadTask<K>,
  { signal, progress }: Working,
  heapMib?: number,
): Promise<Reading<K>> {
  progress({ step: 'waiting', share: 0 });
  const giveTurn = await takeTurn(signal);
  progress({ step: 'reading', share: 0 });
  const worker = openThread(heapMib);
  let waiting: { resolve: (message: ReadMessage) => void; reject: (cause: unknown) => void } | null = null;
  let failure: unknown;
  const fail = (cause: unknown) => {
    failure ??= cause;
    waiting?.reject(failure);
    waiting = null;
  };
  const timer = setTimeout(() => fail(new TooComplexError('The reader took too long.')), LIMIT_MS);
  const leave = () => fail(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  worker.on('message', (message: ReadMessage) => {
    if (message.type === 'progress') return progress({ step: 'reading', share: message.share });
    if (message.type === 'failed') return fail(asTooComplex(Object.assign(new Error(), message)));
    waiting?.resolve(message);
    waiting = null;
  });
  worker.on('error', (cause) => fail(asTooComplex(cause)));
  worker.on('exit', (code) => fail(new TooComplexError(`The reader's thread ended with code ${code}.`)));
  const ask = (request: ReadRequest): Promise<ReadMessage> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      waiting = { resolve, reject };
      worker.postMessage(request);
    });
  const close = async () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
    await worker.terminate();
    giveTurn();
  };
  async function* pieces(): AsyncGenerator<Readings[K]['piece']> {
    for (;;) {
      const message = await ask({ type: 'next' });
      if (message.type !== 'piece') return;
      yield message.piece as Readings[K]['piece'];
    }
  }
  try {
    const message = await ask({ type: 'read', task: task as ReadTask });
    const answer = (message as Extract<ReadMessage, { type: 'answer' }>).answer as Answer<K>;
    return { answer, pieces, close };
  } catch (cause) {
    await close();
    if (!(cause instanceof TooComplexError)) throw cause;
    log.warn('import.tooComplex', { kind: task.kind, reason: cause.message });
    return { answer: err('import.tooComplex'), pieces, close };
  }
}

/** The answer alone. */
export async function readInThread<K extends ReadKind>(
  task: ReadTask<K>,
  working: Working,
): Promise<Answer<K>> {
  const { answer, close } = await openReading(task, working);
  await close();
  return answer;
}

/** Out of memory, or of stack, or a string longer than strings can be; all else is a bug and stays what it is. */
function asTooComplex(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (cause instanceof Error && (code === 'ERR_WORKER_OUT_OF_MEMORY' || cause.name === 'RangeError'))
    return new TooComplexError(cause.message, { cause });
  return cause;
}
