import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_ENTRIES, type BundleEntry } from '@/lib/bitext/bundle/bundleRows';
import type { Actor } from '@/lib/bitext/can';
import { buildBundle, bundleRows } from '@/tests/fixtures/formats/buildBundle';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { newId } from '../newId';
import { checkBundle } from './checkBundle';
import { Renamer } from './renamer';
import { settleBundle } from './settleBundle';
import { stageBundle } from './stageBundle';

const folder = mkdtempSync(join(tmpdir(), 'triptych-bundle-fuzz-'));
let test: TestDb;
let projectId: string;
let manager: Actor;
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  manager = await makeMember(test.db, projectId, 'manager');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

const saved = (bytes: Uint8Array): string => {
  const path = join(folder, newId());
  writeFileSync(path, bytes);
  return path;
};

type Json = Record<string, unknown>;
type Rows = Record<BundleEntry, (object | string)[]>;
const ENTRY = fc.constantFrom(...BUNDLE_ENTRIES);

/** What somebody might put where something else should be. */
const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, '', ' ', -1, 0.5, 1e21, 2_147_483_648, true, [], {}, '\u0000', '\ud800', '../../etc/passwd'],
    ...[
      '00000000-0000-4000-8000-000000000010',
      '00000000-0000-4000-8000-000000000031',
      '0000-01-01T00:00:00Z',
    ],
    ...['approved', 'import', 'undo', { start: 0, end: 4 }, { start: 4, end: 0 }, [[[[]]]]],
  ),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One change to the rows of a bundle. */
const MUTATION: fc.Arbitrary<(rows: Rows) => void> = fc.oneof(
  fc.tuple(ENTRY, fc.nat(), fc.nat(), ODD).map(([entry, at, field, odd]) => (rows: Rows) => {
    const row = rows[entry][at % Math.max(1, rows[entry].length)] as Json | undefined;
    if (typeof row !== 'object') return;
    const names = Object.keys(row);
    row[names[field % names.length]] = odd;
  }),
  fc.tuple(ENTRY, fc.nat(), ODD).map(([entry, at, odd]) => (rows: Rows) => {
    const row = rows[entry][at % Math.max(1, rows[entry].length)] as Json | undefined;
    if (typeof row === 'object') row.more = odd;
  }),
  fc.tuple(ENTRY, fc.nat()).map(([entry, at]) => (rows: Rows) => {
    rows[entry].splice(at % Math.max(1, rows[entry].length), 1);
  }),
  fc.tuple(ENTRY, fc.nat(), fc.nat()).map(([entry, at, to]) => (rows: Rows) => {
    const copy = rows[entry][at % Math.max(1, rows[entry].length)];
    if (copy) rows[entry].splice(to % (rows[entry].length + 1), 0, structuredClone(copy));
  }),
  fc.tuple(ENTRY, ENTRY, fc.nat()).map(([from, to, at]) => (rows: Rows) => {
    const copy = rows[from][at % Math.max(1, rows[from].length)];
    if (copy) rows[to].push(structuredClone(copy));
  }),
  fc.tuple(ENTRY, fc.string({ unit: 'binary', maxLength: 40 })).map(([entry, line]) => (rows: Rows) => {
    rows[entry].push(line.replaceAll('\n', ' '));
  }),
);

/** Documents, texts, beads, events and the accounts behind them. */
async function counted(): Promise<string> {
  const tables = [
    'document',
    'text',
    'paragraph',
    'border',
    'bitext',
    'bead',
    'comment',
    'event',
    'account_holder',
  ];
  const { rows } = (await test.db.execute(
    sql.raw(`select ${tables.map((name) => `(select count(*) from ${name}) as ${name}`).join(', ')}`),
  )) as unknown as { rows: unknown[] };
  return JSON.stringify(rows[0]);
}

class Undone extends Error {}

describe('a forged bundle', () => {
  it('is refused with its place, or is one that the database takes', async () => {
    let [taken, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(MUTATION, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const rows = bundleRows() as Rows;
        for (const mutate of mutations) mutate(rows);
        const path = saved(buildBundle(rows));
        const checked = await checkBundle(path);
        if (!checked.ok) {
          refused++;
          expect(checked.error.code).toBe('import.brokenBundle');
          const { file, line } = checked.error.params as { file: string; line: number };
          expect(file).toMatch(/^[a-z]+\.jsonl?$/);
          expect(line).toBeGreaterThanOrEqual(0);
          return;
        }
        taken++;
        const before = await counted();
        const { summary, documentId } = { summary: checked.value, documentId: newId() };
        const people = new Map(summary.people.map(({ id }) => [id, manager.id]));
        await test.db
          .transaction(async (tx) => {
            await tx.execute(
              sql`insert into document (id, project_id, title) values (${documentId}, ${projectId}, ${documentId})`,
            );
            const about = { path, documentId, actorId: manager.id, trusted: true };
            const place = { ...about, renamer: new Renamer(newId(), people), onRows: () => undefined };
            await stageBundle(tx, place, []);
            await settleBundle(tx, place);
            // What is otherwise looked at when the transaction ends.
            await tx.execute(sql`set constraints all immediate`);
            throw new Undone();
          })
          .catch((cause: unknown) => {
            if (!(cause instanceof Undone)) throw cause;
          });
        expect(await counted()).toBe(before);
      }),
      { numRuns: 3000 },
    );
    // Both happen: otherwise nothing would have been tried.
    expect(refused).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(100);
  }, 600_000);

  it('is refused or read, and quickly, whatever bytes are changed, cut off or put in', async () => {
    const whole = buildBundle(bundleRows());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (changes, length, isCut) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const started = performance.now();
          const checked = await checkBundle(saved(isCut ? bytes.subarray(0, length) : bytes));
          if (!checked.ok) expect(checked.error.code).toBe('import.brokenBundle');
          expect(performance.now() - started).toBeLessThan(2000);
        },
      ),
      { numRuns: 3000 },
    );
  }, 600_000);
});
