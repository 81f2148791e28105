import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { ExportInput } from './ExportInput';
import { exportDocument } from './exportDocument';
import { exportResponse } from './exportResponse';

const about = { fileName: 'Anna en-vi.tmx', mimeType: 'application/xml' };
const turns = (count: number) =>
  Array.from({ length: count }).reduce<Promise<unknown>>(
    (before) => before.then(() => new Promise((resolve) => setImmediate(resolve))),
    Promise.resolve(),
  );

/** Makes chunks for as long as somebody asks, and says what became of it. */
function endless() {
  const state = { made: 0, isOver: false };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        await turns(1);
        state.made++;
        yield new Uint8Array(1000);
      }
    } finally {
      state.isOver = true;
    }
  }
  return { state, chunks: chunks() };
}

describe('exportResponse', () => {
  it('makes no more than is taken', async () => {
    const { state, chunks } = endless();
    const reader = exportResponse({ ...about, chunks }).body!.getReader();
    for (let taken = 1; taken <= 5; taken++) {
      await reader.read();
      await turns(50);
      expect(state.made).toBeLessThanOrEqual(taken + 1);
    }
    await reader.cancel();
  });

  it('stops when whoever downloads it leaves, also while a chunk is being made', async () => {
    const { state, chunks } = endless();
    let stops = 0;
    const reader = exportResponse({ ...about, chunks, stop: () => void stops++ }).body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(state.isOver).toBe(true);
    expect(stops).toBe(1);
    const { made } = state;
    await turns(50);
    expect(state.made).toBe(made);
  });

  it('breaks the download off when the export fails', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('the database is gone');
    }
    const answer = exportResponse({ ...about, chunks: failing() });
    await expect(answer.arrayBuffer()).rejects.toThrow('the database is gone');
  });

  it('leaves the packing of text to the network, and names the file in any script', () => {
    const headersFor = (host: string) =>
      exportResponse(
        { ...about, fileName: 'Ănna "x".tmx', chunks: endless().chunks },
        new Request('http://x', { headers: { host } }),
      ).headers;
    expect(headersFor('localhost:3000').get('cache-control')).toBe('no-store, no-transform');
    expect(headersFor('example.org').get('cache-control')).toBe('no-store');
    expect(headersFor('example.org').get('content-disposition')).toBe(
      `attachment; filename="Anna x.tmx"; filename*=UTF-8''${encodeURIComponent('Ănna "x".tmx')}`,
    );
  });
});

describe('a download that is given up', () => {
  let test: TestDb;
  let stored: Stored;
  let viewer: Actor;
  beforeAll(async () => {
    test = await openTestDb();
    const projectId = await makeProject(test.db);
    viewer = await makeMember(test.db, projectId, 'viewer');
    // More than a page of units.
    const contents = Object.fromEntries(
      ['en', 'vi', 'ro'].map((lang) => [
        lang,
        Array.from({ length: 4000 }, (_, k) => `Paragraph ${k}, with words.`),
      ]),
    );
    stored = await storeAligned(test.db, projectId, { seed: 2, contents });
  }, 120_000);
  afterAll(() => test.close());

  it.each(['moses', 'tmx'])(
    'of %s leaves nothing on the disk, and the database to others',
    async (format) => {
      const folders = () =>
        readdirSync(tmpdir()).filter((name) => name.startsWith('triptych-export-')).length;
      const before = folders();
      const input = { documentId: stored.documentId, format, lang: 'all', statuses: 'machine' };
      for (const chunks of [0, 1]) {
        const answer = await exportDocument(viewer, ExportInput.parse(input));
        if (!(answer instanceof Response)) throw new Error('refused');
        const reader = answer.body!.getReader();
        for (let k = 0; k < chunks; k++) expect((await reader.read()).done).toBe(false);
        const pending = reader.read();
        await reader.cancel();
        await pending;
        expect(folders()).toBe(before);
      }
      await test.db.execute('select 1');
    },
  );
});
