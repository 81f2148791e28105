import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Db, getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import { peopleOf } from '@/db/queries/bundlePeople';
import * as bundles from '@/db/queries/bundles';
import * as documents from '@/db/queries/documents';
import { alignedDocuments } from '@/db/queries/exporting';
import * as history from '@/db/queries/history';
import {
  BUNDLE_ENTRIES,
  BUNDLE_VERSION,
  type BundleEntry,
  type BundleHead,
  type BundleManifest,
  entryName,
} from '@/lib/bitext/bundle/bundleRows';
import { type Actor, can } from '@/lib/bitext/can';
import type { Spool } from '@/lib/formats/Spool';
import { ZipStream } from '@/lib/formats/zip/zipStream';
import { err, type Result } from '@/lib/result';
import { exportResponse } from '../export/exportResponse';
import { fileSpools } from '../export/fileSpool';
import { nativeDeflater } from '../export/nativeDeflater';
import { safeName } from '../export/planFiles';
import { DocumentId } from '../inputs';
import { VERSION } from '../version';
import { emailHash } from './emailHash';

export const BundleInput = z.object({ documentId: DocumentId });

/** How often somebody may edit in between before everybody has to wait. */
const TRIES = 2;

/**
 * Everything of a document in one file, to be taken to another server: texts as imported and their older versions,
 * segments, corrections, beads, comments, checks that were looked at, and the whole history with who did it.
 *
 * It is written to disk first, in short queries between which others go on; when the document has changed meanwhile it
 * is written again, and at last as of one moment. The same revision gives the same bytes.
 */
export async function exportBundle(
  actor: Actor,
  { documentId }: z.output<typeof BundleInput>,
  request?: Request,
): Promise<Result<never> | Response> {
  const db = await getDb();
  const head = await documents.find(db, documentId);
  // Comments and history are for those who work on it.
  if (!head || !can(actor, 'export', head)) return err('document.notFound');
  const { spool: makeSpool, drop } = fileSpools();
  try {
    const spool = await settled(db, head, makeSpool);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      try {
        yield* spool.read();
      } finally {
        drop();
      }
    }
    return exportResponse(
      {
        ...{ fileName: `${safeName(head.title)}.triptych`, mimeType: 'application/zip' },
        chunks: chunks(),
      },
      request,
    );
  } catch (cause) {
    drop();
    throw cause;
  }
}

async function settled(db: Db, head: documents.DocumentHead, makeSpool: () => Spool): Promise<Spool> {
  for (let k = 0; k < TRIES; k++) {
    const before = await stampOf(db, head.id);
    const spool = makeSpool();
    await write(db, head, spool);
    if ((await stampOf(db, head.id)) === before) return spool;
    spool.drop();
  }
  return asOfOneMoment(db, async (tx) => {
    const spool = makeSpool();
    await write(tx, head, spool);
    return spool;
  });
}

/** Changes with every edit, and when texts come or go. */
async function stampOf(db: Db, id: string): Promise<string> {
  const rows = await alignments.bitextsOf(db, id);
  return JSON.stringify([await history.lastSeq(db, id), rows.map((row) => [row.id, row.revision])]);
}

async function write(db: Db | Tx, head: documents.DocumentHead, spool: Spool): Promise<void> {
  const zip = new ZipStream({ deflater: nativeDeflater });
  const manifest: BundleManifest = { entries: {} };
  const pass = async () => {
    for await (const chunk of zip.take()) spool.write(chunk);
  };
  const about: BundleHead = {
    ...{ format: 'triptych-bundle', version: BUNDLE_VERSION, title: head.title },
    referenceLang: head.referenceLang,
    createdAt: await changedAt(db, head.id),
    toolVersion: VERSION,
  };
  zip.open('bundle.json').write(`${JSON.stringify(about, null, 2)}\n`);
  zip.close('bundle.json');
  for (const entry of BUNDLE_ENTRIES) {
    const file = zip.open(entryName(entry));
    const hash = createHash('sha256');
    let rows = 0;
    for await (const page of pagesOf(db, head.id, entry)) {
      const lines = page.map((row) => `${JSON.stringify(row)}\n`).join('');
      hash.update(lines);
      file.write(lines);
      rows += page.length;
      await pass();
    }
    zip.close(entryName(entry));
    await pass();
    manifest.entries[entryName(entry)] = { rows, sha256: hash.digest('hex') };
  }
  zip.open('manifest.json').write(`${JSON.stringify(manifest, null, 2)}\n`);
  for await (const chunk of zip.end()) spool.write(chunk);
}

/** The same for the same state of the document. */
async function changedAt(db: Db | Tx, documentId: string): Promise<string> {
  const found = (await alignedDocuments(db, [documentId])).get(documentId)?.changedAt;
  if (!found) throw new Error(`document ${documentId} is gone`);
  return found.toISOString();
}

async function* pagesOf(db: Db | Tx, documentId: string, entry: BundleEntry): AsyncGenerator<object[]> {
  if (entry !== 'people') return yield* bundles.rowsOf(db, documentId, entry);
  const people = await peopleOf(db, documentId);
  yield people.map(({ id, name, email }) => ({ id, name, email: emailHash(email) }));
}
