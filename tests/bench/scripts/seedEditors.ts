// Fills the data folder with a large document and people who are signed in, and says on its output what it made.
// Started by editors.ts, which then starts a server on the folder: node … seedEditors.ts <beads> <editors>
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { closeDb, type Db, getDb } from '@/db/client';
import * as changes from '@/db/queries/changes';
import { insert as insertDocument } from '@/db/queries/documents';
import { putMember } from '@/db/queries/members';
import * as texts from '@/db/queries/texts';
import { bitext, project, session, user } from '@/db/schema';
import { NO_CHANGE } from '@/lib/bitext/change';
import type { Bead } from '@/lib/bitext/types';
import { authSecret } from '@/lib/server/env';

const [beadCount, editorCount] = process.argv.slice(2).map(Number) as [number, number];
const WORDS = 'the river ran slowly under old trees while nobody looked at its dark water'.split(' ');
const DAY_MS = 86_400_000;

const db = await getDb();
const owner = await person('The owner', 'owner');
const [{ id: projectId }] = await db
  .insert(project)
  .values({ name: 'Bench', targetLangs: ['vi', 'ro'] })
  .returning({ id: project.id });
const documentId = randomUUID();
const beads: { bitextId: string; ids: string[] }[] = await fill(db);
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

/** One paragraph to one, in two translations. */
async function fill(into: Db) {
  const sentence = (k: number) => `${k} ${WORDS.slice(k % 5, 5 + (k % 9)).join(' ')}.`;
  const paragraphs: { start: number; content: string }[] = [];
  let end = 0;
  for (let k = 0; k < beadCount; k++) {
    const content = sentence(k);
    paragraphs.push({ start: end, content });
    end += content.length;
  }
  const borders = [...paragraphs.map(({ start }) => start), end].map((at) => ({
    at,
    kind: 'paragraph' as const,
  }));
  return into.transaction(async (tx) => {
    await insertDocument(tx, { id: documentId, projectId, title: 'Bench', createdBy: owner.id });
    for (const lang of ['en', 'vi', 'ro']) {
      const head = { id: randomUUID(), documentId, lang, isReference: lang === 'en', fileName: null };
      const origin = { format: 'txt', encoding: 'utf-8', checksum: 'ab'.repeat(32), warnings: [] };
      await texts.insert(tx, { ...head, ...origin, lengthUtf16: end, paragraphs, borders }, randomUUID);
    }
    const made: { bitextId: string; ids: string[] }[] = [];
    for (const place of await tx.select().from(bitext)) {
      const rows = paragraphs.map(({ start, content }) => ({
        bitextId: place.id,
        before: null,
        after: beadAt(start, start + content.length),
      }));
      await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place]);
      made.push({ bitextId: place.id, ids: rows.map((row) => row.after.id) });
    }
    return made;
  });
}

function beadAt(start: number, end: number): Bead {
  return {
    id: randomUUID(),
    source: { start, end },
    target: { start, end },
    status: 'machine',
    origin: 'machine',
    confidence: 0.9,
    reason: null,
    authors: [],
    revision: 0,
  };
}
