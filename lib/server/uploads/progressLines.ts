import 'server-only';
import type { Result } from '@/lib/result';
import type { Progress, Working } from './Working';

/** Lines a second are plenty for a bar. */
const QUIET_MS = 200;

/** The last line of an answer has `value` or `error`, all others `progress`. */
export type ProgressLine = { progress: Progress };

/**
 * An answer of lines of JSON: progress while `work` goes on, then its result. When the client leaves, the work's signal
 * is aborted; `leave` is called when it has ended, either way.
 */
export function progressLines<T>(
  requestSignal: AbortSignal,
  work: (working: Working) => Promise<Result<T>>,
  leave: () => Promise<void>,
): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([requestSignal, gone.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const line = (value: unknown) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      };
      let [told, step] = [0, ''];
      const progress = (now: Progress) => {
        if (now.step === step && Date.now() - told < QUIET_MS) return;
        [told, step] = [Date.now(), now.step];
        line({ progress: now } satisfies ProgressLine);
      };
      // Not awaited: a stream whose start has not ended takes no notice of being cancelled.
      void work({ signal, progress })
        .then((result) => line(result.ok ? { value: result.value } : { error: result.error }))
        .finally(leave)
        .finally(() => {
          if (!signal.aborted) controller.close();
        });
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
