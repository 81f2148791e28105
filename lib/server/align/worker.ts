import { parentPort, workerData } from 'node:worker_threads';
import { align } from '@/lib/align';
import { coreLexicon } from '@/lib/align/lexicon';
import type { AlignMessage, AlignTask } from './protocol';

// The engine off the main thread. It gets texts and gives a ladder; the database stays with its caller.
const send = (message: AlignMessage, transfer: ArrayBuffer[] = []) =>
  parentPort!.postMessage(message, transfer);

const { ladder, confidence } = align({
  ...(workerData as AlignTask),
  lexicon: coreLexicon(),
  onProgress: (share) => send({ type: 'progress', share }),
});
send({ type: 'done', ladder, confidence }, [ladder.buffer as ArrayBuffer, confidence.buffer as ArrayBuffer]);
