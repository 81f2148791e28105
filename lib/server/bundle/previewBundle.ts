import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import type { BundleSummary } from '@/lib/bitext/bundle/BundleTally';
import type { Actor } from '@/lib/bitext/can';
import type { BeadStatus } from '@/lib/bitext/types';
import { type Failure, ok, type Result } from '@/lib/result';
import type { Working } from '../uploads/Working';
import { type BundleInput, planBundle } from './planBundle';

export type BundlePreview = Pick<BundleSummary, 'texts' | 'olderTexts' | 'openDisputes' | 'history'> & {
  file: string;
  bytes: number;
  /** The title that the document had; `freeTitle` is another one where it is taken. */
  title: string;
  freeTitle: string | null;
  /** Which version of the program made it, and when the document had last been changed. */
  toolVersion: string;
  changedAt: string;
  counts: { beads: number; corrections: number; comments: number; ignoredChecks: number; events: number };
  /** As the beads would be stored. */
  statuses: Partial<Record<BeadStatus, number>>;
  /** Who is named in it, and as which account here; null: as one that nobody can sign in to. */
  people: { name: string; account: string | null }[];
  /** False when nobody vouches for it: see `demoted`, and the history can be read but not taken back. */
  trusted: boolean;
  /** Approvals that would count as confirmations. */
  demoted: number;
  /** Beads that are not as the history leaves them, so that undo ends there. */
  unexplained: number;
  problem: Failure | null;
};

/** What a bundle holds and what would be stored of it; nothing is. */
export async function previewBundle(
  actor: Actor,
  input: BundleInput,
  working: Working,
): Promise<Result<BundlePreview>> {
  const planned = await planBundle(actor, input, working);
  if (!planned.ok) return planned;
  const { summary, title, problem, trusted, members } = planned.value;
  const { head, counts, texts, olderTexts, openDisputes, history, people, unexplained } = summary;
  const [{ name, bytes }] = input.files;
  const statuses = { ...summary.statuses };
  const demoted = trusted ? 0 : (statuses.approved ?? 0) + (statuses['self-reviewed'] ?? 0);
  if (demoted) {
    statuses.confirmed = (statuses.confirmed ?? 0) + demoted;
    delete statuses.approved;
    delete statuses['self-reviewed'];
  }
  return ok({
    ...{ file: name, bytes, title, texts, olderTexts, openDisputes, history },
    ...{ toolVersion: head.toolVersion, changedAt: head.createdAt },
    freeTitle: problem?.code === 'document.titleTaken' ? await freeTitle(input.projectId, title) : null,
    counts: {
      ...{ beads: counts.beads, corrections: counts.corrections, comments: counts.comments },
      ...{ ignoredChecks: counts.ignored, events: counts.events },
    },
    ...{ statuses, trusted, demoted, unexplained, problem },
    people: people.map((one) => ({ name: one.name, account: members.get(one.email)?.name ?? null })),
  });
}

const TITLE_CHARS = 200;

/** The title with the first number behind it that nobody has. */
async function freeTitle(projectId: string, title: string): Promise<string> {
  const db = await getDb();
  for (let n = 2; ; n++) {
    const wanted = `${title.slice(0, TITLE_CHARS - 8)} (${n})`;
    if (!(await documents.findByTitle(db, projectId, wanted))) return wanted;
  }
}
