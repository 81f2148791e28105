import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { outlineOf } from '@/db/queries/outlines';
import { type Actor, can } from '@/lib/bitext/can';
import { unfoldOutline } from '@/lib/bitext/outline';
import { BEAD_STATUSES, type Comment } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS, formatOf } from '@/lib/formats/formats';
import { buildManifest } from '@/lib/formats/manifest';
import { emptyReport } from '@/lib/formats/WriteReport';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { err, ok, type Result } from '@/lib/result';
import { VERSION } from '../version';
import { exportUnits } from './exportUnits';

const list = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.enum(values)).min(1),
  );

export const ExportInput = z.object({
  documentId: z.uuid(),
  format: z.enum(EXPORT_FORMAT_IDS),
  /** A target language, or `all` for one file joined over the reference text. */
  lang: z.string().max(12),
  statuses: list(BEAD_STATUSES).default(['approved']),
  nulls: z.enum(['leaveOut', 'keep']).optional(),
  languageTags: z.enum(['plain', 'region']).default('plain'),
  properties: z.stringbool().default(false),
});
type Input = z.output<typeof ExportInput>;

/** The exported file as a stream: the same revision and the same choices give the same bytes. */
export async function exportDocument(actor: Actor, input: Input): Promise<Result<never> | Response> {
  const prepared = await prepare(actor, input);
  if (!prepared.ok) return prepared;
  const { chunks, fileName, mimeType } = prepared.value;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
  return new Response(body, {
    headers: {
      'content-type': /^text|json|xml/.test(mimeType) ? `${mimeType}; charset=utf-8` : mimeType,
      'content-disposition': `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
    },
  });
}

/** What the same export holds and leaves out, with the checksum of its bytes. */
export async function exportManifest(actor: Actor, input: Input): Promise<Result<never> | Response> {
  const prepared = await prepare(actor, input);
  if (!prepared.ok) return prepared;
  const { chunks, fileName, header, report, revision } = prepared.value;
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  const sha256 = hash.digest('hex');
  const { format, statuses } = input;
  const manifest = buildManifest(header, report, { name: fileName, format, sha256, revision, statuses });
  return Response.json(manifest, { headers: { 'cache-control': 'no-store' } });
}

async function prepare(actor: Actor, input: Input) {
  const db = await getDb();
  const head = await documents.find(db, input.documentId);
  if (!head || !can(actor, 'export', head)) return err('document.notFound');
  // All that can change is read as of one moment, so that the file is of one revision.
  const read = await asOfOneMoment(db, async (tx) => {
    const rows = (await alignments.bitextsOf(tx, head.id)).filter(
      (row) => row.origin !== null && (input.lang === 'all' || row.lang === input.lang),
    );
    const outline = await outlineOf(tx, head.id);
    const { texts, bitexts } = unfoldOutline(outline);
    const isOpen = ({ kind, resolvedBy }: Comment) => kind === 'dispute' && resolvedBy === null;
    return {
      rows,
      texts,
      bitexts: rows.map((row) => bitexts[row.id]),
      disputed: new Set(outline.comments.filter(isOpen).map(({ beadId }) => beadId)),
      at: await history.lastChange(tx, head.id),
    };
  });
  if (!read.rows.length) return err('bitext.notAligned');
  const langs = [head.referenceLang, ...read.rows.map((row) => row.lang)];
  const header = {
    referenceLang: head.referenceLang,
    langs,
    title: head.title,
    createdAt: read.at ?? new Date(0),
    toolVersion: VERSION,
  };
  const report = emptyReport(langs);
  const { holdsNulls, extensions, mimeType } = formatOf(input.format);
  const nulls = input.nulls ?? (holdsNulls ? 'keep' : 'leaveOut');
  const wanted = { statuses: new Set(input.statuses), keepNulls: nulls === 'keep' };
  const state = { texts: read.texts, bitexts: {} };
  const units = exportUnits(db, state, read.bitexts, wanted, read.disputed, report);
  const { languageTags, properties } = input;
  const chunks = await writeAlignment(header, units, input.format, {
    nulls,
    languageTags,
    properties,
    report,
  });
  if (!chunks.ok) return chunks;
  return ok({
    chunks: chunks.value,
    fileName: `${head.title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()} ${langs.join('-')}.${extensions[0]}`,
    mimeType,
    header,
    report,
    revision: Object.fromEntries(read.rows.map((row) => [row.lang, row.revision])),
  });
}

const asciiName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replaceAll('"', '');
