import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { readKeys } from './readKeys';
import { SaveKeysInput, saveKeys } from './saveKeys';

let opened: TestDb;
let lan: Actor;
let ion: Actor;
beforeAll(async () => {
  opened = await openTestDb();
  const projectId = await makeProject(opened.db);
  lan = await makeMember(opened.db, projectId, 'editor');
  ion = await makeMember(opened.db, projectId, 'editor');
});
afterAll(() => opened.close());

test('saveKeys keeps keys with their person, and all of them at once', async () => {
  expect(await readKeys(lan)).toEqual({});
  await saveKeys(lan, { keys: { join: ['Alt+Q'] } });
  await saveKeys(lan, { keys: { cut: ['Alt+W'] } });
  expect([await readKeys(lan), await readKeys(ion)]).toEqual([{ cut: ['Alt+W'] }, {}]);
  await saveKeys(lan, { keys: {} });
  expect(await readKeys(lan)).toEqual({});
});

test('SaveKeysInput takes no more than a person could choose', () => {
  expect(SaveKeysInput.safeParse({ keys: { join: ['x'.repeat(99)] } }).success).toBe(false);
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, k) => [`c${k}`, ['X']]));
  expect(SaveKeysInput.safeParse({ keys: many }).success).toBe(false);
});
