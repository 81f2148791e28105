// Fills the data folder with a large document and people who are signed in, and says on its output what it made.
// Started by largeDocument.ts: node … seedLarge.ts <beads> <editors>
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { closeDb, type Db, getDb } from '@/db/client';
import * as changes from '@/db/queries/changes';
import { insert as insertDocument } from '@/db/queries/documents';
import { putMember } from '@/db/queries/members';
import { indexSome } from '@/db/queries/searchIndex';
import * as texts from '@/db/queries/texts';
import { bitext, project, session, user } from '@/db/schema';
import { NO_CHANGE } from '@/lib/bitext/change';
import { type Bead, isNull } from '@/lib/bitext/types';
import { authSecret } from '@/lib/server/env';
import type { SeededBeads } from '../largeDocument';
import { syntheticNovel } from '../syntheticNovel';
import { rendering, textOf } from './largeText';

const [beadCount, editorCount] = process.argv.slice(2).map(Number) as [number, number];
const DAY_MS = 86_400_000;

const db = await getDb();
const owner = await person('The owner', 'owner');
const [{ id: projectId }] = await db
  .insert(project)
  .values({ name: 'Bench', targetLangs: ['vi', 'ro'] })
  .returning({ id: project.id });
const documentId = randomUUID();
const beads = await fill(db);
// Else the server would do this while it is measured.
while (await indexSome(db));
const editors: { id: string; cookie: string }[] = [];
for (let k = 0; k < editorCount; k++) {
  const one = await person(`Editor ${k + 1}`, 'member');
  await putMember(db, projectId, one.id, 'editor', null);
  editors.push(one);
}
await closeDb();
process.stdout.write(JSON.stringify({ projectId, documentId, beads, owner, editors }));

/** An account with a session, and the cookie that proves it, signed as better-auth signs its own. */
async function person(name: string, role: 'owner' | 'member'): Promise<{ id: string; cookie: string }> {
  const email = `${randomUUID()}@example.org`;
  const [{ id }] = await db.insert(user).values({ name, email, role }).returning({ id: user.id });
  const token = randomBytes(24).toString('base64url');
  await db.insert(session).values({ token, userId: id, expiresAt: new Date(Date.now() + 30 * DAY_MS) });
  const signature = createHmac('sha256', authSecret()).update(token).digest('base64');
  return { id, cookie: `triptych.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
}

/** A novel of some `beadCount` sentences and its two translations; the last hundredth is confirmed. */
async function fill(into: Db) {
  const novel = syntheticNovel(Math.ceil(beadCount * 1.04));
  const reference = textOf(novel.en, 1);
  const starts = reference.borders.map(({ at }) => at);
  const confirmedFrom = Math.floor(novel.en.length * 0.99);
  return into.transaction(async (tx) => {
    await insertDocument(tx, { id: documentId, projectId, title: 'Bench', createdBy: owner.id });
    const store = async (lang: string, made: ReturnType<typeof textOf>) => {
      const head = { id: randomUUID(), documentId, lang, isReference: lang === 'en', fileName: null };
      const origin = { format: 'txt', encoding: 'utf-8', checksum: 'ab'.repeat(32), warnings: [] };
      const [bitextId] = await texts.insert(tx, { ...head, ...origin, ...made }, randomUUID);
      return bitextId;
    };
    await store('en', reference);
    const made: SeededBeads[] = [];
    for (const [k, lang] of (['vi', 'ro'] as const).entries()) {
      const { sentences, beads } = rendering(novel[lang], starts, {
        ...{ seed: 11 + k, confirmedFrom, author: owner.id },
      });
      const bitextId = (await store(lang, textOf(sentences, 21 + k)))!;
      const [place] = await tx.select().from(bitext).where(eq(bitext.id, bitextId));
      const rows = beads.map((after) => ({ bitextId, before: null, after }));
      await changes.save(tx, { ...NO_CHANGE, beads: rows }, [{ ...place!, documentId }]);
      made.push({ bitextId, ids: beads.map(({ id }) => id), shapes: beads.map(shapeOf).join('') });
    }
    return made;
  });
}

/** `n` a null bead, `l` a locked one, `.` any other. */
function shapeOf(one: Bead): string {
  return isNull(one) ? 'n' : one.status === 'machine' ? '.' : 'l';
}
