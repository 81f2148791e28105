import 'server-only';
import { getDb } from '@/db/client';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { type Difference, differences } from '@/lib/bitext/versions/differences';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import { err, ok, type Result } from '@/lib/result';
import type { Working } from '../uploads/Working';
import { mayImport } from './mayImportInto';
import { readImport } from './readImport';
import { type BeadCounts, countBeads, isSame, planVersion, type VersionInput } from './readVersion';

export type VersionPreview = Omit<TextDraft, 'paragraphs'> & {
  fileName: string | null;
  bytes: number;
  paragraphs: { before: number; after: number };
  /** Nothing is another one: there is nothing to replace. */
  isSame: boolean;
  differences: { shown: Difference[]; count: number };
  beads: BeadCounts[];
};

/** Differences that are sent. */
const SHOWN = 200;

/** What a corrected file would change, shown before anything is. */
export async function previewVersion(
  actor: Actor,
  input: VersionInput,
  working: Working,
): Promise<Result<VersionPreview>> {
  const db = await getDb();
  const head = await documents.find(db, input.documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  if (!mayImport(actor, head.projectId)) return err('document.forbidden');
  const read = await readImport(input, working);
  if (!read.ok) return read;
  const planned = await asOfOneMoment(db, (tx) => planVersion(tx, input, read.value));
  if (!planned.ok) return planned;
  const { older, state, plan } = planned.value;
  const { draft, fileName, bytes } = read.value;
  const { paragraphs: _, ...reading } = draft;
  const before = state.texts[older.id].paragraphs;
  const after = plan.text.paragraphs;
  return ok({
    ...{ ...reading, fileName, bytes },
    paragraphs: { before: before.length, after: after.length },
    isSame: isSame(planned.value),
    differences: differences(before, after, plan.pieces, SHOWN),
    beads: countBeads(state, plan.change),
  });
}
