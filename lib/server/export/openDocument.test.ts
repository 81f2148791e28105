import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as outlinePages from '@/db/queries/outlinePages';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { isNull } from '@/lib/bitext/types';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { seeded } from '@/tests/helpers/randomDocument';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { openDocument } from './openDocument';

const LANGS = ['en', 'vi', 'ro'];
/** So short that a text of a few sentences has many of them. */
const STRETCH = 20;

let test: TestDb;
let stored: Stored;
let editor: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  editor = await makeMember(test.db, projectId, 'manager');
  stored = await storeAligned(test.db, projectId, { seed: 5 });
});
afterAll(() => test.close());

const open = (stretch?: number) =>
  openDocument(test.db, { id: stored.documentId, title: 'A document' }, LANGS, { stretch });

const { read } = outlinePages.BeadPages.prototype;
afterEach(() => {
  outlinePages.BeadPages.prototype.read = read;
});

/** From now on, whenever beads have been read, somebody edits first. @param wanted the stretches; all of them if none */
function afterEachReading(edit: (db: unknown, wanted?: Iterable<number>) => Promise<void>): void {
  outlinePages.BeadPages.prototype.read = async function (db, wanted, signal) {
    await read.call(this, db, wanted, signal);
    await edit(db, wanted);
  };
}

/** Somebody joins, confirms or disputes a bead somewhere, or cuts a segment in two. */
async function editSomething(random: () => number): Promise<void> {
  while (!(await tryToEdit(random)));
}

async function tryToEdit(random: () => number): Promise<boolean> {
  const lang = random() < 0.5 ? 'vi' : 'ro';
  const beads = await beadsIn(test.db, stored, lang);
  const { id: bead, target } = beads[Math.floor(random() * beads.length)]!;
  const at = target.start + 1 + Math.floor(random() * 8);
  const commands: BeadCommand[] = [
    { type: 'join', bead },
    { type: 'confirm', bead },
    { type: 'dispute', bead, id: randomUUID(), body: 'Really?' },
    { type: 'cutSegment', text: stored.texts[lang]!, at },
  ];
  const command = commands[Math.floor(random() * commands.length)]!;
  return (await editDocument(editor, await freshEdit(test.db, stored, command))).ok;
}

describe('openDocument', () => {
  it('stops soon after nobody waits for it any more', async () => {
    const stop = new AbortController();
    let readings = 0;
    afterEachReading(async () => {
      readings++;
      stop.abort(new Error('gone'));
    });
    const opening = openDocument(test.db, { id: stored.documentId, title: '' }, LANGS, {
      signal: stop.signal,
    });
    await expect(opening).rejects.toThrow('gone');
    expect(readings).toBe(1);
  });

  it('reads the same in stretches as at once', async () => {
    expect(await open(STRETCH)).toEqual(await open());
  });

  it('holds one moment though people edit while it is read, and reads only what they touched again', async () => {
    const random = seeded(3);
    const reread: number[] = [];
    for (let round = 0; round < 12; round++) {
      let left = 3;
      afterEachReading(async (_, wanted) => {
        if (wanted) reread.push([...wanted].length);
        if (left-- > 0) await editSomething(random);
      });
      const opened = await open(STRETCH);
      outlinePages.BeadPages.prototype.read = read;
      expect(left).toBeLessThan(3);
      expect(opened).toEqual(await open());
    }
    // Re-read were a few stretches, of which the text has a dozen and more.
    expect(reread.length).toBeGreaterThan(5);
    expect(Math.max(...reread)).toBeLessThan(6);
  });

  it('ends though somebody edits every time it has read something', async () => {
    const bead = (await beadsIn(test.db, stored, 'vi')).find((one) => !isNull(one))!.id;
    let edits = 0;
    afterEachReading(async (db) => {
      // As of one moment there is one connection, and nobody else has it.
      if (db !== test.db) return;
      const type = edits++ % 2 ? 'reopen' : 'confirm';
      const edited = await editDocument(editor, await freshEdit(test.db, stored, { type, bead }));
      expect(edited).toMatchObject({ ok: true });
    });
    const opened = await open(STRETCH);
    outlinePages.BeadPages.prototype.read = read;
    expect(opened).toEqual(await open());
    expect(edits).toBeGreaterThan(5);
  });
});
