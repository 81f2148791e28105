import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bystander, type Waits } from './Bystander';
import { type Download, download } from './download';
import { type ExportWay, WAYS } from './exportWays';
import type { LargeDocument } from './largeDocument';
import { type Measured, ms, quantile, table, tableWithAims } from './measure';

const PORT = 3232;
const BASE = `http://127.0.0.1:${PORT}`;
/** Megabytes a second that an export should give; of zips and Parquet, what is packed. */
const RATE = 20;
/** The longest that anybody else should wait for a turn. */
const WAIT_MS = 200;
const STATUSES = 'machine,stale,proposed,confirmed,self-reviewed,approved';
const MB = 1e6;

type Sample = { at: number; rss: number; heapUsed: number; external: number; delayMs: number };
type Run = Download & { name: string; samples: Sample[] };

/**
 * Exports of a large document over HTTP from the started production server: once alone, for speed and memory, and once
 * while somebody works in the same document, for how long they wait.
 */
export async function benchExport(large: LargeDocument, beads: number, only?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const log = join(folder, 'memory');
  writeFileSync(log, '');
  const server = await large.serve(PORT, {
    MEMORY_LOG: log,
    NODE_OPTIONS: '--import ./tests/bench/scripts/watchMemory.mjs',
  });
  const ways = WAYS.filter(({ name }) => !only || name.startsWith(only));
  const where = `${beads.toLocaleString('en')} beads in each of two translations, over HTTP, ${large.engine}`;
  try {
    // The first export of a process compiles everything.
    await run(ways[0]!);
    const runs: Run[] = [];
    for (const way of ways) runs.push(await run(way));
    tableWithAims(
      `Export, ${where}`,
      runs.map((one) => rowOf(one, beads)),
    );
    table('Memory of the server while it exports, every tenth of the way', runs.map(memoryRow));
    const alone = await waitsDuring(4, () => new Promise((resolve) => setTimeout(resolve, 15_000)));
    const waits: Measured[] = waitRows('nothing is exported', alone);
    for (const [k, way] of ways.entries())
      if (k % 3 === 0) waits.push(...waitRows(way.name, await waitsDuring(10 + k, () => run(way))));
    tableWithAims(`Others at work in the document meanwhile, ${where}`, waits);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function run({ name, ...choice }: ExportWay): Promise<Run> {
    const query = new URLSearchParams({ ...choice, statuses: STATUSES });
    const from = Date.now();
    const done = await download(
      `${BASE}/api/documents/${large.seeded.documentId}/export?${query}`,
      large.seeded.owner.cookie,
    );
    return { name, ...done, samples: samplesSince(log, from) };
  }

  async function waitsDuring(part: number, work: () => Promise<unknown>) {
    const bystander = new Bystander(BASE, large.seeded, Math.floor((part / 40) * beads));
    const from = Date.now();
    bystander.start();
    await work();
    return { waits: await bystander.stop(), samples: samplesSince(log, from) };
  }
}

function samplesSince(log: string, from: number): Sample[] {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Sample).filter(({ at }) => at >= from);
}

function rowOf({ name, bytes, unpacked, seconds, firstMs, samples }: Run, beads: number): Measured {
  const rate = unpacked / MB / seconds;
  const size = unpacked === bytes ? mb(bytes) : `${mb(unpacked)} packed to ${mb(bytes)}`;
  const value =
    `${rate.toFixed(1)} MB/s, ${Math.round(beads / seconds).toLocaleString('en')} beads/s (${size}), first bytes ${ms(firstMs)} ms, ` +
    `peak ${mb(Math.max(...samples.map(({ rss }) => rss)))}, longest turn ${ms(Math.max(...samples.map(({ delayMs }) => delayMs)))} ms`;
  return { name, value, aim: `${RATE} MB/s`, isMet: rate >= RATE };
}

/** Heap and buffers over time: they must not grow with what has been written. */
function memoryRow({ name, samples }: Run): readonly [string, string] {
  const tenths = Array.from({ length: 10 }, (_, k) =>
    samples.slice(Math.floor((k * samples.length) / 10), Math.ceil(((k + 1) * samples.length) / 10)),
  );
  const most = (of: (one: Sample) => number) =>
    tenths.map((part) => Math.round(Math.max(...part.map(of)) / MB)).join(' ');
  return [name, `heap ${most((one) => one.heapUsed)} MB; outside of it ${most((one) => one.external)} MB`];
}

function waitRows(name: string, { waits, samples }: { waits: Waits; samples: Sample[] }): Measured[] {
  const figures = Object.entries(waits).map(
    ([kind, times]) =>
      `${kind} p50 ${ms(quantile(times))} p95 ${ms(quantile(times, 0.95))} max ${ms(Math.max(...times))}`,
  );
  const longest = Math.max(...samples.map(({ delayMs }) => delayMs));
  const value = `${figures.join(', ')} ms; longest turn ${ms(longest)} ms`;
  return [{ name, value, aim: `turns < ${WAIT_MS} ms`, isMet: longest < WAIT_MS }];
}

const mb = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`;
