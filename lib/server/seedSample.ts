import 'server-only';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as jobs from '@/db/queries/jobs';
import * as projects from '@/db/queries/projects';
import * as texts from '@/db/queries/texts';
import { makeText } from '@/lib/bitext/makeText';
import { readText } from '@/lib/formats/text/readText';
import { newId } from './newId';

const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), 'db/samples/anna-karenina');
const TITLE = 'Anna Karenina';
const REFERENCE = 'en';
const TARGETS = ['vi', 'ro'];

/**
 * Puts the sample project into an empty database, so that there is something to look at: an English
 * reference, a Vietnamese essay, a Romanian summary typed without diacritics. It goes the way of
 * every import, and its alignment waits in the queue.
 */
export async function seedSample(db: Db): Promise<void> {
  if ((await projects.listProjects(db, 'all')).length) return;
  const read = await Promise.all(
    [REFERENCE, ...TARGETS].map(async (lang) => {
      const fileName = `${lang}.txt`;
      const bytes = new Uint8Array(await readFile(join(FOLDER, fileName)));
      const draft = await readText(bytes, { fileName, lang });
      if (!draft.ok) throw new Error(`The sample ${fileName} can't be read: ${draft.error.code}`);
      return {
        lang,
        fileName,
        draft: draft.value,
        checksum: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
  await db.transaction(async (tx) => {
    await projects.lockProjects(tx); // Instances that start together on one server: one of them seeds.
    if ((await projects.listProjects(tx, 'all')).length) return;
    const documentId = newId();
    const fields = { name: TITLE, referenceLang: REFERENCE, targetLangs: TARGETS, selfReview: false };
    const projectId = await projects.insertProject(tx, fields, null);
    await documents.insert(tx, { id: documentId, projectId, title: TITLE, createdBy: null });
    for (const { lang, fileName, draft, checksum } of read) {
      const isReference = lang === REFERENCE;
      const { format, encoding, warnings, paragraphs } = draft;
      const made = makeText(paragraphs, lang, isReference ? 'sentence' : 'paragraph');
      const row = {
        id: newId(),
        documentId,
        lang,
        isReference,
        fileName,
        format,
        encoding,
        checksum,
        warnings,
      };
      const bitexts = await texts.insert(tx, { ...row, importedBy: null, ...made }, newId);
      for (const bitextId of bitexts) await jobs.insert(tx, { id: newId(), bitextId, createdBy: null });
    }
  });
}
