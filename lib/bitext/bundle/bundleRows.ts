import { z } from 'zod';
import type { Change } from '../change';
import { BeadCommand } from '../commands';
import { EVENT_KINDS } from '../history';
import { BEAD_ORIGINS, BEAD_STATUSES, BORDER_KINDS, COMMENT_KINDS, NULL_REASONS } from '../types';

/** Of the layout below; a reader refuses what it does not know. */
export const BUNDLE_VERSION = 1;

const Id = z.uuid();
const Offset = z.int().nonnegative().max(2_000_000_000);
/** Since there are computers: PostgreSQL knows no year 0. */
const Time = z.iso.datetime({ offset: true }).refine((time) => Number(time.slice(0, 4)) >= 1970);
/** As PostgreSQL counts. */
const Revision = z.int().nonnegative().max(2_000_000_000);
const Lang = z.string().regex(/^[A-Za-z\d-]{1,35}$/u);
/** PostgreSQL stores neither a zero character nor half of one outside the basic plane. */
const Storable = z.string().regex(/^[^\0\p{Cs}]*$/u);
const Span = z.strictObject({ start: Offset, end: Offset }).refine(({ start, end }) => start <= end);

const BeadValue = z.strictObject({
  id: Id,
  source: Span,
  target: Span,
  status: z.enum(BEAD_STATUSES),
  origin: z.enum(BEAD_ORIGINS),
  confidence: z.number().min(0).max(1).nullable(),
  reason: z.enum(NULL_REASONS).nullable(),
  authors: z.array(Id).max(1000),
  revision: Revision,
});
const BorderValue = z.strictObject({ at: Offset, kind: z.enum(BORDER_KINDS) });
const CorrectionValue = z.strictObject({ start: Offset, end: Offset, old: Storable, reading: Storable });
const CommentValue = z.strictObject({
  id: Id,
  bitextId: Id,
  beadId: Id,
  kind: z.enum(COMMENT_KINDS),
  body: Storable.min(1).max(10_000),
  authorId: Id,
  createdAt: Time,
  resolvedBy: Id.nullable(),
});
const rowChange = <S extends z.ZodType, P extends z.core.$ZodLooseShape>(row: S, place: P) =>
  z.array(z.looseObject({ ...place, before: row.nullable(), after: row.nullable() }));
/** Later kinds of changes come along unread; what is known must be right. */
const ChangeValue = z.looseObject({
  beads: rowChange(BeadValue, { bitextId: Id }),
  borders: rowChange(BorderValue, { textId: Id }),
  corrections: rowChange(CorrectionValue, { textId: Id }),
  comments: rowChange(CommentValue, {}),
}) as unknown as z.ZodType<Change>;

/** The first entry: what the bundle is. */
export const BundleHead = z.object({
  format: z.literal('triptych-bundle'),
  version: z.literal(BUNDLE_VERSION),
  title: Storable.max(200).refine((title) => title.trim() !== ''),
  referenceLang: Lang,
  /** Time of the last change; the same revision gives the same bytes. */
  createdAt: Time,
  toolVersion: z.string().max(40),
});
export type BundleHead = z.output<typeof BundleHead>;

/**
 * The rows of each entry, a JSON value a line, in the order in which they can be stored. Ids are those of the server
 * that the bundle is from; people are named in `people` and nowhere else.
 */
export const BUNDLE_ROWS = {
  people: z.strictObject({
    id: Id,
    name: Storable.max(200).refine((name) => name.trim() !== ''),
    /** SHA-256 of the address in small letters: who has the account is known again, and no address is given away. */
    email: z.string().regex(/^[\da-f]{64}$/u),
  }),
  texts: z.strictObject({
    id: Id,
    lang: Lang,
    isReference: z.boolean(),
    /** False for a version that a corrected one took the place of. */
    isCurrent: z.boolean(),
    fileName: Storable.max(255).nullable(),
    format: Storable.max(40),
    encoding: Storable.max(40),
    checksum: z.string().regex(/^[\da-f]{64}$/u),
    lengthUtf16: Offset.min(1),
    warnings: z.array(z.unknown()).max(1000),
    /** What was chosen about the reading of the file. Bundles of earlier servers say nothing of it. */
    reading: z.looseObject({}).nullable().default(null),
    importedBy: Id.nullable(),
    importedAt: Time,
  }),
  paragraphs: z.strictObject({ textId: Id, start: Offset, content: Storable.min(1) }),
  borders: BorderValue.extend({ textId: Id }),
  corrections: CorrectionValue.extend({ textId: Id }),
  bitexts: z.strictObject({
    id: Id,
    sourceTextId: Id,
    targetTextId: Id,
    revision: Revision,
    aligned: z.boolean(),
  }),
  beads: BeadValue.extend({ bitextId: Id }),
  comments: CommentValue,
  ignored: z.strictObject({
    bitextId: Id,
    beadId: Id,
    check: z.string().regex(/^[a-zA-Z]{1,40}$/u),
    fingerprint: z.string().regex(/^[\da-f]{16}$/u),
    reason: Storable.min(1).max(1000),
    ignoredBy: Id,
    ignoredAt: Time,
  }),
  events: z.strictObject({
    id: Id,
    actorId: Id,
    at: Time,
    kind: z.enum(EVENT_KINDS),
    takesBack: Id.nullable(),
    commands: z.array(BeadCommand).max(50_000),
    change: ChangeValue,
    /** Beads in whose history it shows. */
    beads: z.array(Id),
  }),
} as const;
export type BundleEntry = keyof typeof BUNDLE_ROWS;
export type BundleRow<E extends BundleEntry> = z.output<(typeof BUNDLE_ROWS)[E]>;
export const BUNDLE_ENTRIES = Object.keys(BUNDLE_ROWS) as BundleEntry[];
export const entryName = (entry: BundleEntry): string => `${entry}.jsonl`;

/** The last entry: how many rows each other has, and the SHA-256 of its bytes. */
export const BundleManifest = z.object({
  entries: z.record(
    z.string(),
    z.object({ rows: z.int().nonnegative(), sha256: z.string().regex(/^[\da-f]{64}$/u) }),
  ),
});
export type BundleManifest = z.output<typeof BundleManifest>;
