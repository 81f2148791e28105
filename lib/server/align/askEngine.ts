import 'server-only';
import type { Worker } from 'node:worker_threads';
import { openThread } from './openThread';
import type { EngineAnswer, EngineMessage, EngineRequest, EngineTask } from './protocol';

/** An idle thread is ended after this long: it holds the lexicon, some 100 MB. */
const IDLE_MS = 10 * 60_000;
/** A question is over by then, even the longest run on a busy machine; a thread that is not has lost its way. */
const LIMIT_MS = 60_000;

type Waiting = { resolve: (answer: never) => void; reject: (cause: unknown) => void; timer: NodeJS.Timeout };
type Engine = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.engine');
const holder = globalThis as { [KEY]?: Engine };
let asked = 0;

/**
 * Asks the engine's long-lived thread, which loads the lexicon once and answers small questions while somebody waits:
 * one thread an instance, questions in the order they came.
 *
 * @throws what the engine throws, or that its thread ended.
 */
export function askEngine<K extends Exclude<EngineTask['kind'], 'align'>>(
  task: Extract<EngineTask, { kind: K }>,
): Promise<EngineAnswer[K]> {
  holder[KEY] ??= open();
  const engine = holder[KEY];
  if (engine.idle) clearTimeout(engine.idle);
  engine.idle = null;
  // Only a question keeps the process alive, not the thread itself.
  engine.worker.ref();
  const id = ++asked;
  return new Promise<EngineAnswer[K]>((resolve, reject) => {
    const timer = setTimeout(() => close(engine, new Error('The engine took too long.')), LIMIT_MS);
    engine.waiting.set(id, { resolve, reject, timer });
    engine.worker.postMessage({ id, task } satisfies EngineRequest);
  });
}

function open(): Engine {
  const engine: Engine = { worker: openThread(), waiting: new Map(), idle: null };
  engine.worker.on('message', (message: EngineMessage) => {
    const question = engine.waiting.get(message.id);
    if (!question || message.type === 'progress') return;
    clearTimeout(question.timer);
    engine.waiting.delete(message.id);
    if (message.type === 'done') question.resolve(message.answer as never);
    else question.reject(message.cause);
    if (engine.waiting.size > 0) return;
    engine.worker.unref();
    engine.idle = setTimeout(() => close(engine, null), IDLE_MS).unref();
  });
  engine.worker.on('error', (cause) => close(engine, cause));
  engine.worker.on('exit', (code) =>
    close(engine, new Error(`The engine's thread ended with code ${code}.`)),
  );
  return engine;
}

/** Ends the thread; the next question opens another one. */
function close(engine: Engine, cause: unknown): void {
  if (holder[KEY] === engine) holder[KEY] = undefined;
  for (const { reject, timer } of engine.waiting.values()) {
    clearTimeout(timer);
    reject(cause);
  }
  engine.waiting.clear();
  void engine.worker.terminate();
}
