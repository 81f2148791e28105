import { parentPort } from 'node:worker_threads';
import { type SweepTask, sweepInSteps } from '@/lib/checks/sweep';

// The checks of a whole bitext off the main thread, which goes on answering everybody meanwhile.
parentPort!.once('message', (task: SweepTask) => {
  const steps = sweepInSteps(task);
  let step = steps.next();
  while (!step.done) step = steps.next();
  parentPort!.postMessage(step.value);
});
