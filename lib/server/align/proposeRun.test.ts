import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { type Bead, isNull } from '@/lib/bitext/types';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { explainBead } from './explainBead';
import { ProposeRunInput, proposeRun } from './proposeRun';

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
let editor: Actor;
let viewer: Actor;
let onlyVi: Actor;
let stranger: Actor;
let stored: Stored;
let beads: Bead[];
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  ({ editor, onlyVi, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, projectId, { seed: 3, contents: CONTENTS });
  beads = await beadsIn(test.db, stored, 'ro');
});

const where = () => ({ documentId: stored.documentId, bitextId: stored.bitexts.ro! });
const propose = (actor: Actor, input: z.input<typeof ProposeRunInput>) =>
  proposeRun(actor, ProposeRunInput.parse(input));
const failure = (code: string) => ({ ok: false, error: { code } });
const lock = (bead: Bead) => give({ type: 'confirm', bead: bead.id });
const give = async (command: Parameters<typeof freshEdit>[2]) => {
  const done = await editDocument(editor, await freshEdit(test.db, stored, command));
  if (!done.ok) throw new Error(done.error.code);
};

describe('proposeRun', () => {
  it('draws what lies between the walls again, covers it, names what it would replace, and stores nothing', async () => {
    const wall = beads.find((bead) => !isNull(bead))!;
    await lock(wall);
    const before = await stateOf(test.db, stored);
    const free = beads[beads.indexOf(wall) + 1]!;
    const answer = await propose(editor, { ...where(), around: free.id });
    if (!answer.ok) throw new Error(answer.error.code);
    const { beads: made, replaced, walls, revision } = answer.value;
    expect(walls).toEqual({ before: wall.id, after: null });
    expect(made[0]!.source.start).toBe(wall.source.end);
    expect(made[0]!.target.start).toBe(wall.target.end);
    for (let k = 1; k < made.length; k++) {
      expect(made[k]!.source.start).toBe(made[k - 1]!.source.end);
      expect(made[k]!.target.start).toBe(made[k - 1]!.target.end);
    }
    expect(made.at(-1)!.source.end).toBe(beads.at(-1)!.source.end);
    expect(made.at(-1)!.target.end).toBe(beads.at(-1)!.target.end);
    expect(made.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
    expect(replaced.map(({ id }) => id)).toEqual(beads.slice(beads.indexOf(wall) + 1).map(({ id }) => id));
    expect(revision).toBeGreaterThan(0);
    expect(await stateOf(test.db, stored)).toEqual(before);
  });

  it('brings two marked segments into one bead', async () => {
    const { texts } = await stateOf(test.db, stored);
    const sourceAt = texts[stored.texts.en!]!.borders[4]!.at;
    const targetAt = texts[stored.texts.ro!]!.borders[1]!.at;
    const answer = await propose(editor, {
      ...where(),
      around: beads[0]!.id,
      pin: { sourceAt, targetAt },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    const holds = ({ start, end }: { start: number; end: number }, at: number) => start <= at && at < end;
    expect(
      answer.value.beads.some(({ source, target }) => holds(source, sourceAt) && holds(target, targetAt)),
    ).toBe(true);
  });

  it('says when there is nothing to realign, and when a mark is off the run', async () => {
    const wall = beads.find((bead) => !isNull(bead))!;
    await lock(wall);
    expect(await propose(editor, { ...where(), around: wall.id })).toMatchObject(
      failure('align.nothingFree'),
    );
    const free = beads[beads.indexOf(wall) + 1]!;
    for (const pin of [
      { sourceAt: wall.source.start, targetAt: free.target.start },
      { sourceAt: free.source.start + 1, targetAt: free.target.start },
    ])
      expect(await propose(editor, { ...where(), around: free.id, pin })).toMatchObject(
        failure('align.pinOutside'),
      );
  });

  it('ends within its reach, however long the document', async () => {
    const whole = await storeAligned(test.db, projectId, {
      contents: {
        en: Array.from({ length: 300 }, (_, k) => `Line ${k}.`),
        ro: Array.from({ length: 300 }, (_, k) => `Linia ${k}.`),
      },
    });
    const all = await beadsIn(test.db, whole, 'ro');
    const middle = all[Math.floor(all.length / 2)]!;
    const input = { documentId: whole.documentId, bitextId: whole.bitexts.ro!, around: middle.id, reach: 10 };
    const proposed = await propose(editor, input);
    expect(proposed.ok && proposed.value.replaced.length).toBe(21);
    expect(proposed.ok && proposed.value.walls).toEqual({ before: null, after: null });
  });

  it('leaves what people have drawn in peace when asked to', async () => {
    await give({ type: 'join', bead: beads[2]!.id });
    const drawn = beads[1]!.id;
    const around = beads.at(-1)!.id;
    const ids = async (keepDrawn: boolean) => {
      const proposed = await propose(editor, { ...where(), around, keepDrawn });
      return proposed.ok ? proposed.value.replaced.map(({ id }) => id) : proposed.error.code;
    };
    expect(await ids(false)).toContain(drawn);
    expect(await ids(true)).toEqual(beads.slice(3).map((bead) => bead.id));
    expect(await propose(editor, { ...where(), around: drawn, keepDrawn: true })).toMatchObject(
      failure('align.nothingFree'),
    );
  });

  it('is for those who may edit this language; elsewhere things look missing', async () => {
    const input = { ...where(), around: beads[0]!.id };
    expect(await propose(viewer, input)).toMatchObject(failure('bead.forbidden'));
    expect(await propose(onlyVi, input)).toMatchObject(failure('bead.forbidden'));
    expect(await propose(stranger, input)).toMatchObject(failure('bitext.notFound'));
    expect(await propose(editor, { ...input, documentId: randomUUID() })).toMatchObject(
      failure('bitext.notFound'),
    );
    expect(await propose(editor, { ...input, around: randomUUID() })).toMatchObject(failure('bead.notFound'));
  });
});

describe('explainBead', () => {
  it('shows matches as people see the texts, spaces and all', async () => {
    const contents = { en: ['Anna came home in 1998.'], ro: ['  Anna a venit acasă în 1998.'] };
    stored = await storeAligned(test.db, projectId, { seed: 5, contents });
    const [bead] = await beadsIn(test.db, stored, 'ro');
    expect(isNull(bead!)).toBe(false);
    const answer = await explainBead(viewer, { ...where(), beadId: bead!.id });
    if (!answer.ok) throw new Error(answer.error.code);
    const read = ({ start, end }: { start: number; end: number }, text: string) => text.slice(start, end);
    const found = answer.value.matches.map(
      (m) => `${read(m.source, contents.en[0]!)}=${read(m.target, contents.ro[0]!)}`,
    );
    expect(found).toEqual(expect.arrayContaining(['Anna=Anna', '1998=1998']));
    expect(answer.value.probability).toBeGreaterThan(0.5);
  });

  it('offers other ways to draw a bead with its neighbours, each of which covers the same', async () => {
    let offered = 0;
    for (const bead of beads) {
      const answer = await explainBead(viewer, { ...where(), beadId: bead.id });
      if (!answer.ok) throw new Error(answer.error.code);
      const { alternatives, replaced } = answer.value;
      expect(replaced.map(({ id }) => id)).toContain(bead.id);
      const own = beads.filter(({ id }) => replaced.some((one) => one.id === id));
      for (const { beads: drawn } of alternatives) {
        offered++;
        expect(drawn[0]!.source.start).toBe(own[0]!.source.start);
        expect(drawn.at(-1)!.target.end).toBe(own.at(-1)!.target.end);
      }
    }
    expect(offered).toBeGreaterThan(0);
  });

  it('may be asked by every member, and by nobody else', async () => {
    const input = { ...where(), beadId: beads[0]!.id };
    expect((await explainBead(viewer, input)).ok).toBe(true);
    expect(await explainBead(stranger, input)).toMatchObject(failure('bitext.notFound'));
    expect(await explainBead(viewer, { ...input, beadId: randomUUID() })).toMatchObject(
      failure('bead.notFound'),
    );
    expect(await explainBead(viewer, { ...input, documentId: randomUUID() })).toMatchObject(
      failure('bitext.notFound'),
    );
  });
});
