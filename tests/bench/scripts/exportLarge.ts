// Exports the document of a seeded data folder in several ways, and says on its output how long each took and how much
// memory it needed. Started by export.ts: node --expose-gc … exportLarge.ts <documentId> <ownerId>
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { closeDb } from '@/db/client';
import type { Actor } from '@/lib/bitext/can';
import { ExportInput } from '@/lib/server/export/ExportInput';
import { exportDocument } from '@/lib/server/export/exportDocument';
import { type ExportRun, WAYS } from '../exportWays';

const [documentId, ownerId] = process.argv.slice(2) as [string, string];
const owner: Actor = { id: ownerId, name: 'Owner', email: 'o@example.org', isOwner: true, memberships: [] };
const statuses = 'machine,stale,proposed,confirmed,self-reviewed,approved';
const MB = 1e6;
/** Of everything that lives here: heap, buffers, the database's own memory. */
const resident = () => process.memoryUsage().rss / MB;
const collect = () => globalThis.gc?.();

const runs: ExportRun[] = [];
// The first export of a process compiles everything.
await run(WAYS[0]);
for (const way of WAYS) runs.push(await run(way));
await closeDb();
process.stdout.write(JSON.stringify(runs));

async function run({ name, ...values }: (typeof WAYS)[number]): Promise<ExportRun> {
  collect();
  const before = resident();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const answer = await exportDocument(owner, ExportInput.parse({ documentId, statuses, ...values }));
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer));
  let bytes = 0;
  let firstMs = 0;
  let peak = 0;
  let chunks = 0;
  for await (const chunk of answer.body!) {
    firstMs ||= performance.now() - start;
    bytes += chunk.length;
    if (++chunks % 32 === 0) peak = Math.max(peak, resident());
  }
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  collect();
  return {
    ...{ name, bytes, seconds, firstMs },
    peakGrowthMb: Math.max(0, peak - before),
    heapMb: process.memoryUsage().heapUsed / MB,
    longestWaitMs: delay.max / 1e6,
  };
}
