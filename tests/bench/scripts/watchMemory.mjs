// Loaded into the server under measurement (`--import`): says five times a second how much memory it holds, and for how
// long nobody had a turn in between. One line of JSON each, at the end of the file that MEMORY_LOG names.
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const log = process.env.MEMORY_LOG;
// Next starts helpers of its own; the one that serves is the one that listens.
if (log && isMainThread && process.argv.includes('start')) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    appendFileSync(
      log,
      `${JSON.stringify({ at: Date.now(), rss, heapUsed, external, delayMs: delay.max / 1e6 })}\n`,
    );
    delay.reset();
  }, 200).unref();
}
