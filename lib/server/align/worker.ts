import { parentPort } from 'node:worker_threads';
import { align, alignRun, alternatives, explain, learn, similarity } from '@/lib/align';
import { coreLexicon } from '@/lib/align/lexicon';
import type { EngineAnswer, EngineMessage, EngineRequest, EngineTask } from './protocol';

// The engine off the main thread. It gets texts and gives ladders; the database stays with its caller.
const send = (message: EngineMessage) => parentPort!.postMessage(message);

parentPort!.on('message', ({ id, task }: EngineRequest) => {
  try {
    const answer = perform(task, (share) => send({ id, type: 'progress', share }));
    send({ id, type: 'done', answer });
  } catch (cause) {
    send({ id, type: 'failed', cause });
  }
});

function perform(task: EngineTask, onProgress: (share: number) => void): EngineAnswer[EngineTask['kind']] {
  if (task.kind === 'learn') return learn(task.beads, task.sourceLang, task.targetLang, coreLexicon());
  const input = { ...task.input, lexicon: coreLexicon() };
  if (task.kind === 'align') return align({ ...input, onProgress });
  if (task.kind === 'run') return alignRun(input, task.run);
  if (task.kind === 'plot') return similarity(input, task.run);
  const { i0, i1, j0, j1 } = task.bead;
  return { why: explain(input, i0, i1, j0, j1), ...alternatives(input, task.stretch, task.bead) };
}
