import 'server-only';
import { type Db, getDb, type Tx } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as importedRows from '@/db/queries/importedRows';
import * as projects from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { wakeIndexer } from '../find/indexer';
import { newId } from '../newId';
import { openReading } from '../reading/openReading';
import type { CorpusHead, CorpusPiece } from '../reading/protocol';
import type { Working } from '../uploads/Working';
import { type CorpusInput, corpusTask } from './corpusTask';
import { freeTitles } from './freeTitles';
import { mayImportIntoProject } from './mayImportInto';
import { type Staged, stageAligned, stagePiece, storedShare } from './stageAligned';

export type ImportedCorpus = {
  documents: { documentId: string; title: string; units: number; langs: string[] }[];
};

/**
 * Makes a document of each that the files hold and somebody wants, read again from the same bytes with the same choices
 * as the preview. All rows are laid down where nobody sees them; then one transaction makes the documents and gives
 * the rows their place in them. When the client leaves, or anything fails, there is no document more than before.
 */
export async function importCorpus(
  actor: Actor,
  input: CorpusInput,
  working: Working,
): Promise<Result<ImportedCorpus>> {
  const project = await mayImportIntoProject(actor, input);
  if (!project.ok) return project;
  const db = await getDb();
  const reading = await openReading(
    { kind: 'corpusImport', ...corpusTask(actor, input, project.value) },
    working,
  );
  let staged: string[] = [];
  try {
    const { answer } = reading;
    if (!answer.ok) return answer;
    const laid = await stageAll(db, answer.value, reading.pieces(), working, actor.id, (id) =>
      staged.push(id),
    );
    const stored = await db.transaction(async (tx): Promise<Result<ImportedCorpus>> => {
      // Titles are given out to one at a time.
      if (!(await projects.lockProject(tx, input.projectId))) return err('project.notFound');
      return ok(await publish(tx, actor, input.projectId, answer.value, laid, working));
    });
    if (!stored.ok) return stored;
    staged = [];
    wakeIndexer();
    return stored;
  } finally {
    await reading.close();
    await importedRows.discard(db, staged);
  }
}

async function stageAll(
  db: Db,
  { documents: heads }: CorpusHead,
  pieces: AsyncGenerator<CorpusPiece>,
  working: Working,
  importedBy: string,
  onText: (id: string) => void,
): Promise<Staged[]> {
  const tell = storedShare(heads, working);
  const laid: Staged[] = [];
  for await (const piece of pieces) {
    while (laid.length <= piece.document)
      laid.push(await stageAligned(db, heads[laid.length], importedBy, onText));
    await stagePiece(db, laid[piece.document], piece);
    tell(piece);
  }
  return laid;
}

async function publish(
  tx: Tx,
  actor: Actor,
  projectId: string,
  { documents: heads }: CorpusHead,
  laid: readonly Staged[],
  { signal }: Working,
): Promise<ImportedCorpus> {
  const titles = freeTitles(
    heads.map(({ name }) => name),
    await documents.titles(tx, projectId),
  );
  const begun = Date.now();
  const made: ImportedCorpus['documents'] = [];
  for (const [k, { texts, units }] of heads.entries()) {
    signal.throwIfAborted();
    const documentId = newId();
    const title = titles[k];
    // Listed in the order of the files, though they are all made at once.
    const createdAt = new Date(begun + k);
    await documents.insert(tx, { id: documentId, projectId, title, createdBy: actor.id, createdAt });
    await importedRows.publishAligned(tx, documentId, laid[k].texts, laid[k].places);
    await history.append(tx, {
      ...{ id: newId(), documentId, actorId: actor.id, at: createdAt.toISOString(), kind: 'import' },
      // The starting point of a document: it cannot be undone, and would be a copy of all beads.
      ...{ takesBack: null, commands: [], change: NO_CHANGE },
    });
    made.push({ documentId, title, units, langs: texts.map(({ lang }) => lang) });
  }
  return { documents: made };
}
