import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import type { BeadStatus } from '@/lib/bitext/types';
import type { AlignedDocument, AlignedWarning } from '@/lib/formats/aligned/AlignedDocument';
import { layOut } from '@/lib/formats/aligned/layOut';
import { joinSegments } from '@/lib/formats/joinSegments';
import { err, ok, type Result } from '@/lib/result';
import { mayImport } from './previewText';
import { type AlignedInput, columnsOf, readAlignedImport } from './readAlignedImport';

export type AlignedPreview = {
  format: string;
  encoding: string;
  fileName: string;
  title: string | null;
  languages: {
    label: string;
    /** The project's language that it would be; null: it would be left out. */
    lang: string | null;
    segments: number;
    characters: number;
    /** Units without a text in it. */
    missing: number;
  }[];
  unitCount: number;
  /** What the beads would be, over all translations; empty as long as the languages do not fit. */
  statuses: Partial<Record<BeadStatus, number>>;
  warnings: AlignedWarning[];
  first: AlignedRow[];
  last: AlignedRow[];
};
export type AlignedRow = { ordinal: number; texts: string[] };

const SHOWN = 30;
const SHOWN_LAST = 5;
const SHOWN_CHARS = 600;

/** What an import of aligned texts would store, shown before anything is. */
export async function previewAligned(actor: Actor, input: AlignedInput): Promise<Result<AlignedPreview>> {
  const head = await documents.find(await getDb(), input.documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  if (!mayImport(actor, head.projectId)) return err('document.forbidden');
  const read = await readAlignedImport(input, head);
  if (!read.ok) return read;
  const { document, langs, fileName } = read.value;
  const columns = columnsOf(read.value, head);
  const keepApprovals = can(actor, 'manage', head);
  const laid = columns.ok
    ? layOut(document, columns.value, { newId: () => '', actorId: actor.id, keepApprovals })
    : null;
  const statuses: AlignedPreview['statuses'] = {};
  for (const { status } of laid?.bitexts.flat() ?? []) statuses[status] = (statuses[status] ?? 0) + 1;
  const count = document.units.length;
  const rows = (from: number, to: number): AlignedRow[] =>
    document.units.slice(from, to).map(({ sides }, k) => ({
      ordinal: from + k + 1,
      texts: sides.map((side) => joinSegments(side.map(({ text }) => text)).slice(0, SHOWN_CHARS)),
    }));
  return ok({
    format: document.format,
    encoding: document.encoding,
    fileName,
    title: document.title,
    languages: document.languages.map(({ label }, at) => ({
      label,
      lang: langs[at] ?? null,
      ...countLanguage(document, at),
    })),
    unitCount: count,
    statuses,
    warnings: [...document.warnings, ...(laid?.warnings ?? [])],
    first: rows(0, Math.min(SHOWN, count)),
    last: rows(Math.max(SHOWN, count - SHOWN_LAST), count),
  });
}

function countLanguage({ units }: AlignedDocument, at: number) {
  let [segments, characters, missing] = [0, 0, 0];
  for (const { sides } of units) {
    if (!sides[at].length) missing++;
    segments += sides[at].length;
    for (const { text } of sides[at]) characters += text.length;
  }
  return { segments, characters, missing };
}
