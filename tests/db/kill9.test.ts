import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '@/db/client';
import { openFolder } from '@/db/openFolder';
import { onServer } from '@/tests/helpers/db';
import { countCommitted } from './scripts/commitOne';

const ROUNDS = 30;
/** Spread over opening, writing and checkpoints; prime, so that it meets ever other moments. */
const STEP_MS = 37;

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'triptych-kill9-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** A process that opens the data folder through `getDb()` and acknowledges what it commits. */
function startWriter(): ChildProcess {
  // react-server: outside of it, `server-only` throws.
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'tests/db/scripts/acknowledge.ts'];
  return spawn(process.execPath, args, {
    env: { ...process.env, TRIPTYCH_DATA: data, DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Kills a writer some time after it has opened. @returns what it had acknowledged until then. */
async function killAfter(writingMs: number): Promise<string[]> {
  const writer = startWriter();
  let output = '';
  let complaints = '';
  writer.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const exited = new Promise<void>((resolve) => writer.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    writer.once('close', () => reject(new Error(`the writer ended by itself: ${complaints}`)));
    writer.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes('open\n')) setTimeout(resolve, writingMs);
    });
  });
  writer.kill('SIGKILL');
  await exited;
  // The last line may have been cut off: then its reader never saw it acknowledged.
  return output.split('\n').slice(1, -1);
}

// The embedded database is the one that dies with us; a server has its own process.
describe.skipIf(onServer())('kill -9', () => {
  it(`loses nothing that was acknowledged, ${ROUNDS} times over`, { timeout: 300_000 }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++)
      acknowledged.push(...(await killAfter(20 + ((round * STEP_MS) % 400))));
    const { db, close } = await openFolder(data, join(data, 'pg'), MIGRATIONS);
    const { whole, torn } = await countCommitted(db, acknowledged);
    await close();
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect({ whole, torn }).toEqual({ whole: acknowledged.length, torn: 0 });
  });

  it('a second process is refused the folder, with a sentence', { timeout: 60_000 }, async () => {
    const { close } = await openFolder(data, join(data, 'pg'), MIGRATIONS);
    const second = startWriter();
    let complaints = '';
    second.stderr?.on('data', (chunk) => {
      complaints += chunk;
    });
    const code = await new Promise((resolve) => second.once('close', resolve));
    await close();
    expect(code).toBe(1);
    expect(complaints).toContain('is in use by another Triptych');
  });
});
