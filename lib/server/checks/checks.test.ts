import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import type { Bead } from '@/lib/bitext/types';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { beadsIn, freshEdit, type Stored, storeAligned, storeTexts } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { forgetChecks } from './bitextChecks';
import { ignoreCheck, unignoreCheck } from './ignoreCheck';
import { readBeadChecks } from './readBeadChecks';
import { readChecks } from './readChecks';

const CONTENTS = { en: ['He paid 12 lei.'], ro: ['A plătit  13 lei.'], vi: ['Ông trả 12 lei.'] };

let test: TestDb;
let stored: Stored;
let bead: Bead;
let editor: Actor;
let onlyVi: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, onlyVi, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  forgetChecks();
  const { projectId } = editor.memberships[0];
  // One bead a bitext: whichever way the seed deals them.
  for (let seed = 1; ; seed++) {
    stored = await storeAligned(test.db, projectId, { seed, contents: CONTENTS });
    const all = await beadsIn(test.db, stored, 'ro');
    [bead] = all;
    if (all.length === 1) break;
  }
});

const failure = (code: string) => ({ ok: false, error: { code } });
const place = (check: 'numbers' | 'spacing' = 'numbers') => ({
  ...{ documentId: stored.documentId, bitextId: stored.bitexts.ro, beadId: bead.id, check },
});
const read = async (actor = viewer) => {
  const answer = await readChecks(actor, { documentId: stored.documentId });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.find((one) => one.bitextId === stored.bitexts.ro)!;
};
const readBead = async () => {
  const answer = await readBeadChecks(viewer, place());
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

describe('readChecks', () => {
  it('lists what was found, by check', async () => {
    expect((await read()).found).toEqual([
      { check: 'numbers', severity: 'warning', beads: [bead.id] },
      { check: 'spacing', severity: 'info', beads: [bead.id] },
    ]);
  });
  it('answers strangers as if there were nothing', async () => {
    expect(await readChecks(stranger, { documentId: stored.documentId })).toEqual(
      failure('document.notFound'),
    );
    expect(await readChecks(viewer, { documentId: randomUUID() })).toEqual(failure('document.notFound'));
  });
  it('knows of an edit once it is asked anew, and copes with texts that are not aligned', async () => {
    await read();
    const correct = {
      type: 'correct' as const,
      text: stored.texts.ro,
      start: 0,
      reading: 'A plătit 12 lei.',
    };
    expect((await editDocument(editor, await freshEdit(test.db, stored, correct))).ok).toBe(true);
    expect((await readBead()).findings).toEqual([]);
    forgetChecks();
    expect((await read()).found).toEqual([]);
    const bare = await storeTexts(test.db, stored.projectId);
    expect(await readChecks(viewer, { documentId: bare.documentId })).toMatchObject({
      ok: true,
      value: [{ found: [] }, { found: [] }],
    });
  });
});

describe('readBeadChecks', () => {
  it('says where and how to mend it', async () => {
    const { findings } = await readBead();
    expect(findings).toMatchObject([
      { check: 'numbers', side: 'source', params: { numbers: '12' }, spans: [{ start: 8, end: 10 }] },
      { check: 'numbers', side: 'target', params: { numbers: '13' } },
      { check: 'spacing', fix: { segments: [{ index: 0, reading: 'A plătit 13 lei.' }] } },
    ]);
  });
  it('answers strangers and wrong places with a code', async () => {
    expect(await readBeadChecks(stranger, place())).toEqual(failure('bitext.notFound'));
    const elsewhere = { ...place(), documentId: randomUUID() };
    expect(await readBeadChecks(viewer, elsewhere)).toEqual(failure('bitext.notFound'));
    expect(await readBeadChecks(viewer, { ...place(), beadId: randomUUID() })).toEqual(
      failure('bead.notFound'),
    );
    const other = { ...place(), bitextId: stored.bitexts.vi };
    expect(await readBeadChecks(viewer, other)).toEqual(failure('bead.notFound'));
  });
});

describe('ignoreCheck', () => {
  const reason = 'The edition says thirteen.';
  it('keeps the reason, signed, until it is taken back', async () => {
    const { fingerprint } = await readBead();
    expect(await ignoreCheck(editor, { ...place(), reason, fingerprint })).toEqual({
      ok: true,
      value: { fingerprint },
    });
    const signed = { beadId: bead.id, check: 'numbers', reason, by: editor.name };
    expect((await read()).ignored).toMatchObject([signed]);
    expect((await readBead()).findings.map((one) => one.ignored?.reason)).toEqual([
      reason,
      reason,
      undefined,
    ]);
    await ignoreCheck(editor, { ...place(), reason: 'Better.' });
    expect((await read()).ignored).toMatchObject([{ reason: 'Better.' }]);
    expect(await unignoreCheck(editor, place())).toEqual({ ok: true, value: null });
    expect((await read()).ignored).toEqual([]);
  });
  it('holds for the texts that were looked at', async () => {
    await ignoreCheck(editor, { ...place(), reason });
    const { fingerprint } = await readBead();
    const correct = {
      type: 'correct' as const,
      text: stored.texts.ro,
      start: 0,
      reading: 'A plătit 14 lei.',
    };
    expect((await editDocument(editor, await freshEdit(test.db, stored, correct))).ok).toBe(true);
    forgetChecks();
    expect((await read()).ignored).toEqual([]);
    expect((await readBead()).findings.every((one) => !one.ignored)).toBe(true);
    expect(await ignoreCheck(editor, { ...place(), reason, fingerprint })).toEqual(failure('bead.stale'));
  });
  it.each([
    ['a viewer', () => viewer, 'bead.forbidden'],
    ['an editor of another language', () => onlyVi, 'bead.forbidden'],
    ['a stranger', () => stranger, 'bitext.notFound'],
  ])('refuses %s', async (_, who, code) => {
    expect(await ignoreCheck(who(), { ...place(), reason })).toEqual(failure(code));
    expect(await unignoreCheck(who(), place())).toEqual(failure(code));
  });
});

describe('ignored_check', () => {
  const insert = (own: { reason?: string; fingerprint?: string; check?: string }) => {
    const { reason = 'x', fingerprint = '0'.repeat(16), check = 'numbers' } = own;
    return test.db.execute(sql`insert into ignored_check values
      (${stored.bitexts.ro}, ${bead.id}, ${check}, ${fingerprint}, ${reason}, ${editor.id}, now())`);
  };
  it.each([
    ['ignored_check_reason_valid', { reason: ' ' }],
    ['ignored_check_fingerprint_form', { fingerprint: 'x' }],
    ['ignored_check_name_form', { check: '1;' }],
  ])('is held by %s', async (name, wrong) => {
    expect(await refusedBy(insert(wrong))).toBe(name);
  });
  it('keeps one reason a finding', async () => {
    await insert({});
    expect(await refusedBy(insert({}))).toBe('ignored_check_bead_id_check_pk');
  });
});
