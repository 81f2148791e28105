import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '@/db/client';
import { openFolder } from '@/db/openFolder';
import { comment, event } from '@/db/schema';
import { makeAligned } from '@/tests/helpers/aligned';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { onServer } from '@/tests/helpers/db';
import { scratchFolder } from '@/tests/helpers/scratch';

const ROUNDS = 24;
/** From round to round the blow falls after more edits, and at another moment within one. */
const blowOf = (round: number) => ({ edits: 1 + (round % 12), ms: (round * 37) % 90 });

let data: string;
let editorId: string;
let documentId: string;
beforeAll(async () => {
  if (onServer()) return;
  data = scratchFolder('kill9');
  const { db, close } = await openFolder(data, join(data, 'pg'), MIGRATIONS);
  const projectId = await makeProject(db);
  editorId = (await makeMember(db, projectId, 'editor')).id;
  documentId = (await makeAligned(db, projectId)).documentId;
  await close();
});
afterAll(() => {
  if (data) rmSync(data, { recursive: true, force: true });
});

/** A process that opens the data folder through `getDb()` and acknowledges its edits. */
function startWriter(): ChildProcess {
  // react-server: outside of it, `server-only` throws.
  const args = [
    '--conditions',
    'react-server',
    '--import',
    'tsx',
    'tests/db/scripts/acknowledge.ts',
    editorId,
    documentId,
  ];
  return spawn(process.execPath, args, {
    env: { ...process.env, TRIPTYCH_DATA: data, DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Kills a writer some time after so many edits. @returns what it had acknowledged until then. */
async function killAfter({ edits, ms }: { edits: number; ms: number }): Promise<string[]> {
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
      if (output.split('\n').length - 2 >= edits) setTimeout(resolve, ms);
    });
  });
  writer.kill('SIGKILL');
  await exited;
  // The last line may have been cut off: then its reader never saw it acknowledged.
  return output.split('\n').slice(1, -1);
}

// The embedded database is the one that dies with us; a server has its own process.
describe.skipIf(onServer())('kill -9', () => {
  it(`loses nothing that was acknowledged, ${ROUNDS} times over`, { timeout: 600_000 }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) acknowledged.push(...(await killAfter(blowOf(round))));
    const { db, close } = await openFolder(data, join(data, 'pg'), MIGRATIONS);
    const events = new Set((await db.select({ id: event.id }).from(event)).map((row) => row.id));
    const comments = new Set((await db.select({ id: comment.id }).from(comment)).map((row) => row.id));
    await close();
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(acknowledged.filter((id) => !events.has(id))).toEqual([]);
    // Each edit made one comment of its own name: whatever is there is there as a whole.
    expect([...comments].sort()).toEqual([...events].sort());
    console.log(`kill -9: ${ROUNDS} rounds, ${acknowledged.length} edits acknowledged, ${events.size} found`);
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
