import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { segmentsIn } from '@/lib/bitext/segments';
import type { Bead, TextState } from '@/lib/bitext/types';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { plotRun, withinLimits } from './plotRun';

vi.mock('node:worker_threads', async (load) =>
  (await import('@/tests/helpers/typescriptWorkers')).withTypeScript(await load()),
);

const CONTENTS = {
  en: ['Anna came home. She wept. Nobody saw her.', 'Levin mowed all day. The sun set. It rained in Moscow.'],
  ro: [
    'Anna a venit acasă și a plâns.',
    '  Nimeni n-a văzut-o.',
    'Levin a cosit toată ziua.',
    'La Moscova ploua.',
  ],
};

let test: TestDb;
let projectId: string;
let stored: Stored;
let beads: Bead[];
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  stored = await storeAligned(test.db, projectId, { seed: 3, contents: CONTENTS });
  beads = await beadsIn(test.db, stored, 'ro');
});
afterAll(() => test.close());

const where = () => ({ documentId: stored.documentId, bitextId: stored.bitexts.ro!, beadId: beads[0]!.id });
const plot = (actor: Actor, change: Partial<ReturnType<typeof where>> = {}) =>
  plotRun(actor, { ...where(), ...change });

describe('plotRun', () => {
  it('has every source segment with every target segment, and the right ones stand out', async () => {
    const viewer = await makeMember(test.db, projectId, 'viewer');
    const before = await stateOf(test.db, stored);
    const answer = await plot(viewer);
    if (!answer.ok) throw new Error(answer.error.code);
    const { sources, targets, nats } = answer.value;
    const offsets = (text: TextState) => text.borders.map(({ at }) => at);
    expect(sources).toEqual(offsets(before.texts[stored.texts.en!]!));
    expect(targets).toEqual(offsets(before.texts[stored.texts.ro!]!));
    expect(nats).toHaveLength((sources.length - 1) * (targets.length - 1));
    const row = (i: number) => nats.slice(i * (targets.length - 1), (i + 1) * (targets.length - 1));
    const moscow = segmentsIn(before.texts[stored.texts.en!]!, { start: 0, end: sources.at(-1)! }).length - 1;
    expect(row(moscow).indexOf(Math.max(...row(moscow)))).toBe(targets.length - 2);
    expect(await stateOf(test.db, stored)).toEqual(before);
  });

  it('is for those who may read: not for strangers, not through another document', async () => {
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    const editor = await makeMember(test.db, projectId, 'editor');
    const hidden = { ok: false, error: { code: 'bitext.notFound' } };
    expect(await plot(stranger)).toMatchObject(hidden);
    expect(await plot(editor, { documentId: randomUUID() })).toMatchObject(hidden);
    expect(await plot(editor, { bitextId: randomUUID() })).toMatchObject(hidden);
    expect(await plot(editor, { beadId: randomUUID() })).toMatchObject({ error: { code: 'bead.notFound' } });
  });
});

describe('withinLimits', () => {
  const text = (count: number, length: number): TextState => ({
    id: 'x',
    lang: 'en',
    paragraphs: [],
    borders: Array.from({ length: count + 1 }, (_, k) => ({ at: k * length, kind: 'sentence' as const })),
    corrections: [],
  });
  const chain = (count: number, length: number) =>
    Array.from(
      { length: count },
      (_, k): Bead => ({
        ...beads[0]!,
        id: String(k),
        source: { start: k * length, end: (k + 1) * length },
        target: { start: k * length, end: (k + 1) * length },
      }),
    );
  const take = (count: number, length: number, at: number) => {
    const all = chain(count, length);
    const both = { source: text(count, length), target: text(count, length) };
    return withinLimits(both, all.slice(0, at), all[at]!, all.slice(at + 1)).map(({ id }) => Number(id));
  };

  it('takes from both sides in turn, up to 200 segments, and from one side where the other ends', () => {
    expect(take(401, 10, 200)).toHaveLength(200);
    expect(take(401, 10, 200)).toContain(200);
    expect(take(401, 10, 0)).toEqual(Array.from({ length: 200 }, (_, k) => k));
    expect(take(3, 10, 1)).toEqual([0, 1, 2]);
  });

  it('stops at the letters the engine can weigh while somebody waits, and keeps the bead itself', () => {
    expect(take(9, 50_000, 4)).toHaveLength(2);
    expect(take(9, 500_000, 4)).toEqual([4]);
  });
});
