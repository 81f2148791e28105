import { spawn } from 'node:child_process';
import type { ExportRun } from './exportWays';
import type { LargeDocument } from './largeDocument';
import { type Measured, ms, tableWithAims } from './measure';

/** Megabytes a second that a text format should give in the process itself, without a network. */
const RATE = 20;

/** Exports of a large document, measured in a process of their own: speed, memory, and how long others wait. */
export async function benchExport({ folder, seeded }: LargeDocument, beads: number): Promise<void> {
  const runs = await measure(folder, seeded.documentId, seeded.owner.id);
  const rows = runs.map(({ name, bytes, seconds, firstMs, peakGrowthMb, longestWaitMs }): Measured => {
    const rate = bytes / 1e6 / seconds;
    const isText = !/Moses|XCES|Parquet/.test(name);
    const value =
      `${rate.toFixed(1)} MB/s, ${Math.round(beads / seconds).toLocaleString('en')} beads/s (${(bytes / 1e6).toFixed(0)} MB), ` +
      `first bytes ${ms(firstMs)} ms, memory +${peakGrowthMb.toFixed(0)} MB, longest wait ${ms(longestWaitMs)} ms`;
    return isText ? { name, value, aim: `${RATE} MB/s`, isMet: rate >= RATE } : { name, value };
  });
  tableWithAims(
    `Export, ${beads.toLocaleString('en')} beads in each of two translations, embedded database`,
    rows,
  );
}

async function measure(data: string, documentId: string, ownerId: string): Promise<ExportRun[]> {
  const args = [
    '--expose-gc',
    '--conditions',
    'react-server',
    '--import',
    'tsx',
    'tests/bench/scripts/exportLarge.ts',
  ];
  const child = spawn(process.execPath, [...args, documentId, ownerId], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TRIPTYCH_DATA: data, DATABASE_URL: '', NODE_ENV: 'production' },
  });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}
