import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned, storeTexts } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { FindInDocumentInput, findInDocument } from './findInDocument';
import { FindInProjectInput, findInProject } from './findInProject';

const CONTENTS = {
  en: ['Anna came home. She wept at 5. Nobody saw her.', 'Levin mowed all day 😀. The sun set.'],
  vi: ['Anna về nhà. Nàng khóc.', 'Không ai thấy nàng.', 'Lê-vin cắt cỏ suốt ngày; mặt trời đi ngủ.'],
  ro: ['Anna a venit acasă și a plâns.', 'Nimeni n-a văzut-o.', 'Levin a cosit toată ziua 😀 și seara.'],
};

let test: TestDb;
let stored: Stored;
let viewer: Actor;
let editor: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ viewer, editor, stranger } = await makeTeam(test.db, projectId));
  stored = await storeAligned(test.db, projectId, { seed: 8, contents: CONTENTS });
});
afterAll(() => test.close());

type Options = Partial<Omit<import('zod').input<typeof FindInProjectInput>, 'projectId' | 'query'>>;
const inProject = (query: string, options: Options = {}, actor = viewer) =>
  findInProject(actor, FindInProjectInput.parse({ projectId: stored.projectId, query, ...options }));
const hits = async (query: string, options: Options = {}) => {
  const found = await inProject(query, options);
  if (!found.ok) throw new Error(found.error.code);
  return found.value.hits;
};
const keywords = async (query: string, options: Options = {}) =>
  (await hits(query, options)).map((hit) => `${hit.lang}: ${hit.match}`);
const inDocument = (query: string, options: Options = {}, actor = viewer) =>
  findInDocument(actor, FindInDocumentInput.parse({ documentId: stored.documentId, query, ...options }));
const failure = (code: string) => ({ ok: false, error: { code } });

describe('findInProject', () => {
  it('shows a keyword in its context, with what stands beside it in every language', async () => {
    const [hit] = await hits('plans', { lang: 'ro' });
    expect(hit).toMatchObject({
      documentId: stored.documentId,
      lang: 'ro',
      before: 'Anna a venit acasă și a ',
      match: 'plâns',
      after: '.',
      bead: { bitextId: stored.bitexts.ro },
    });
    const ro = (await beadsIn(test.db, stored, 'ro')).find((bead) => bead.id === hit.bead?.beadId)!;
    expect(ro.target.start).toBe(0);
    const langs = hit.counterparts.map((one) => one.lang);
    if (ro.source.end > ro.source.start) expect(langs).toEqual(['en', 'vi']);
    else expect(langs).toEqual(['en']);
  });
  it('has a counterpart in each translation for a hit in the reference', async () => {
    const [hit] = await hits('levin mowed');
    expect(hit).toMatchObject({ lang: 'en', match: 'Levin mowed', before: '' });
    expect(hit.counterparts.map((one) => one.lang)).toEqual(['ro', 'vi']);
    expect(hit.bead).not.toBeNull();
  });
  it.each<[string, Options, string[]]>([
    ['ANNA', {}, ['en: Anna', 'ro: Anna', 'vi: Anna']],
    ['anna', { case: 'exact' }, []],
    ['di', { lang: 'vi' }, ['vi: đi']],
    ['di', { lang: 'vi', diacritics: 'exact' }, []],
    ['đi', { diacritics: 'exact' }, ['vi: đi']],
    ['đi', {}, ['vi: đi']],
    ['dí', { lang: 'vi' }, []],
    ['dí', { lang: 'vi', diacritics: 'ignore' }, ['vi: đi']],
    ['sun', {}, ['en: sun']],
    ['su', { mode: 'words' }, []],
    ['văzut', { mode: 'words' }, ['ro: văzut']],
    ['nobody|khong', { mode: 'regex' }, ['en: Nobody', 'vi: Không']],
    ['\\bs[iă]\\b', { mode: 'regex' }, ['ro: și', 'ro: și']],
    ['ș.', { mode: 'regex', diacritics: 'exact', lang: 'ro' }, ['ro: și', 'ro: și']],
    ['ANNA', { mode: 'regex', diacritics: 'exact', case: 'exact' }, []],
    ['\\d', { mode: 'regex' }, ['en: 5']],
    ['z*', { mode: 'regex', lang: 'vi' }, []],
    ['seara', {}, ['ro: seara']],
    ['ser|seara', { mode: 'regex' }, ['ro: seara']],
    ['100%', {}, []],
    ['_', {}, []],
    ['\\', {}, []],
  ])('finds %j %j', async (query, options, expected) => {
    expect(await keywords(query, options)).toEqual(expected);
  });
  it.each(['(', '[a', '(a)\\1', '***:x', 'a{5000}'])('says that %j is no pattern', async (query) => {
    expect(await inProject(query, { mode: 'regex' })).toEqual(failure('find.badPattern'));
  });
  it('finds what was corrected, and no longer what it was', async () => {
    const text = stored.texts.ro;
    const correct = {
      type: 'correct' as const,
      text,
      start: 0,
      reading: 'Annei i-a fost urât acasă și a plâns.',
    };
    expect((await editDocument(editor, await freshEdit(test.db, stored, correct))).ok).toBe(true);
    expect(await keywords('annei i-a fost urat')).toEqual(['ro: Annei i-a fost urât']);
    expect(await keywords('venit')).toEqual([]);
    const beads = await inDocument('plâns');
    const ro = (await beadsIn(test.db, stored, 'ro')).find((bead) => bead.target.end > 0)!;
    expect(beads).toEqual({
      ok: true,
      value: { bitexts: [{ bitextId: stored.bitexts.ro, beads: [ro.id] }], places: {} },
    });
    // A match in a correction is all of it: the letters it replaced are gone.
    const regex = await inDocument('uras|ur.t|zz', { mode: 'regex', lang: 'ro' });
    expect(regex).toMatchObject({ ok: true, value: { places: { [text]: [3, 'Anna a venit'.length] } } });
    const back = { ...correct, reading: CONTENTS.ro[0] };
    expect((await editDocument(editor, await freshEdit(test.db, stored, back))).ok).toBe(true);
    expect(await keywords('venit')).toEqual(['ro: venit']);
    expect(await keywords('annei')).toEqual([]);
  });
  it('comes in pages that meet', async () => {
    const projectId = await makeProject(test.db);
    const member = await makeMember(test.db, projectId, 'viewer');
    const contents = { en: Array.from({ length: 70 }, (_, k) => `Line ${k} of the sea.`), ro: ['Marea.'] };
    await storeTexts(test.db, projectId, contents);
    await storeTexts(test.db, projectId, { en: ['The sea again.'], ro: ['Iar marea.'] });
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await findInProject(member, FindInProjectInput.parse({ projectId, query: 'SEA', cursor }));
      if (!page.ok) throw new Error(page.error.code);
      seen.push(...page.value.hits.map((hit) => hit.before + hit.match));
      cursor = page.value.next;
      if (!cursor) break;
    }
    expect(seen).toHaveLength(71);
    expect(new Set(seen).size).toBe(71);
    expect(seen[69]).toBe('Line 69 of the sea');
  });
  it('finds texts that are not aligned yet', async () => {
    const projectId = await makeProject(test.db);
    const member = await makeMember(test.db, projectId, 'viewer');
    await storeTexts(test.db, projectId);
    const found = await findInProject(member, FindInProjectInput.parse({ projectId, query: 'wept' }));
    expect(found).toMatchObject({
      ok: true,
      value: { hits: [{ match: 'wept', bead: null, counterparts: [] }] },
    });
  });
  it('looks like a missing project to strangers', async () => {
    expect(await inProject('anna', {}, stranger)).toEqual(failure('project.notFound'));
  });
});

describe('findInDocument', () => {
  it('names every bead with a match on either side', async () => {
    const found = await inDocument('anna');
    if (!found.ok) throw new Error(found.error.code);
    for (const { bitextId, beads } of found.value.bitexts) {
      const lang = Object.keys(stored.bitexts).find((one) => stored.bitexts[one] === bitextId)!;
      const expected = (await beadsIn(test.db, stored, lang)).filter(
        (bead) =>
          (bead.source.start === 0 && bead.source.end > 0) ||
          (bead.target.start === 0 && bead.target.end > 0),
      );
      expect(beads).toEqual(expected.map((bead) => bead.id));
    }
    expect(found.value.bitexts).toHaveLength(2);
  });
  it('tells where a regular expression matches, and leaves other searches to those who show them', async () => {
    const found = await inDocument('ann.|toat.', { mode: 'regex' });
    if (!found.ok) throw new Error(found.error.code);
    const matched = Object.entries(stored.texts).map(([lang, id]) => {
      const content = CONTENTS[lang as 'en'].join('');
      const own = found.value.places[id] ?? [];
      return [lang, own.flatMap((at, k) => (k % 2 ? [] : [content.slice(at, own[k + 1])]))];
    });
    expect(Object.fromEntries(matched)).toEqual({ en: ['Anna'], vi: ['Anna'], ro: ['Anna', 'toată'] });
    expect(await inDocument('anna')).toMatchObject({ ok: true, value: { places: {} } });
  });
  it('is empty when nothing matches', async () => {
    expect(await inDocument('xyzzy')).toEqual({ ok: true, value: { bitexts: [], places: {} } });
  });
  it('answers wrong patterns, strangers and missing documents with a code', async () => {
    expect(await inDocument('(', { mode: 'regex' })).toEqual(failure('find.badPattern'));
    expect(await inDocument('anna', {}, stranger)).toEqual(failure('document.notFound'));
    const missing = FindInDocumentInput.parse({ documentId: randomUUID(), query: 'anna' });
    expect(await findInDocument(viewer, missing)).toEqual(failure('document.notFound'));
  });
});
