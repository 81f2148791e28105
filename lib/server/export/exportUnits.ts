import 'server-only';
import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as exporting from '@/db/queries/exporting';
import * as texts from '@/db/queries/texts';
import type { Span } from '@/lib/bitext/types';
import type { ExportUnit, UnitText } from '@/lib/formats/ExportUnit';
import { joinSegments } from '@/lib/formats/joinSegments';
import { countLeftOut, type WriteReport } from '@/lib/formats/WriteReport';
import type { TextReader } from './plan/TextReader';
import type { Planned, UnitPlan } from './plan/UnitPlan';

/** Units whose paragraphs are fetched at once: some 20 ms, in which nobody else has a turn. */
const PAGE = 1000;
/** As hunalign sets sentences of one cell apart. */
const MARK = ' ~~~ ';

/** What to make units from, and how. */
export type UnitSource = {
  plans: Iterable<Planned>;
  /** One a language of the export, in its order; null where the document has no such text. */
  readers: readonly (TextReader | null)[];
  langs: readonly string[];
  /** Number of the document in an export of several. */
  document?: number;
  keepNulls: boolean;
  manyToMany: 'join' | 'mark' | 'leaveOut';
  order: 'text' | 'confidence';
  /** Also who and when, as far as this event. */
  changesUntil: number | null;
};

/**
 * The units of an export, a page at a time. Beads and borders were read at once, so that the export is of one
 * revision; paragraphs, which never change, follow page by page.
 */
export async function* exportUnits(
  db: Db,
  source: UnitSource,
  report: WriteReport,
): AsyncGenerator<ExportUnit[]> {
  let page: UnitPlan[] = [];
  for (const plan of inOrder(keptPlans(source, report), source.order)) {
    if (page.push(plan) < PAGE) continue;
    yield await unitsOf(db, source, page);
    page = [];
  }
  if (page.length) yield await unitsOf(db, source, page);
}

/** The first units, and no more than those. */
export async function firstUnits(db: Db, source: UnitSource, report: WriteReport, limit: number) {
  const plans: UnitPlan[] = [];
  for (const plan of inOrder(keptPlans(source, report), source.order)) if (plans.push(plan) >= limit) break;
  return plans.length ? unitsOf(db, source, plans) : [];
}

/** Counts what is left out; with a bitext's plans it never looks at a word. */
export function* keptPlans(
  { plans, readers, keepNulls, manyToMany }: UnitSource,
  report: WriteReport,
): Generator<UnitPlan> {
  for (const { plan, refused, isRefused } of plans) {
    for (const reason of refused) countLeftOut(report, reason);
    const present = plan?.spans.filter((span) => span !== null).length ?? 0;
    if (!plan || present === 0 || (present < 2 && !keepNulls)) {
      if (!isRefused) countLeftOut(report, 'null');
    } else if (manyToMany === 'leaveOut' && plan.spans.some((span, at) => span && isMany(readers[at], span)))
      countLeftOut(report, 'manyToMany');
    else yield plan;
  }
}

const isMany = (reader: TextReader | null, span: Span) => reader !== null && reader.segmentCount(span) > 1;

/** Least sure first; what a person has drawn comes last, and equals stay in text order. */
function inOrder(plans: Iterable<UnitPlan>, order: 'text' | 'confidence'): Iterable<UnitPlan> {
  if (order === 'text') return plans;
  return [...plans].sort((a, b) => (a.confidence ?? 2) - (b.confidence ?? 2));
}

async function unitsOf(db: Db, source: UnitSource, plans: readonly UnitPlan[]): Promise<ExportUnit[]> {
  await breathe();
  for (const [at, reader] of source.readers.entries()) {
    const spans = plans.flatMap((plan) => plan.spans[at] ?? []);
    if (!reader || !spans.length) continue;
    reader.load(
      source.order === 'text'
        ? await texts.paragraphsAtOnce(db, reader.id, { start: spans[0].start, end: spans.at(-1)!.end })
        : await exporting.paragraphsAt(db, reader.id, reader.paragraphStarts(spans)),
    );
  }
  const changes =
    source.changesUntil === null
      ? null
      : await exporting.lastChanges(
          db,
          plans.flatMap(({ beadIds }) => beadIds),
          source.changesUntil,
        );
  return plans.map(({ beadIds, spans, ...plan }) => {
    const unit: ExportUnit = { ...plan, texts: spans.map((span, at) => textOf(source, at, span)) };
    if (source.document !== undefined) unit.document = source.document;
    if (changes) unit.change = changeOf(changes, beadIds);
    return unit;
  });
}

function textOf({ readers, langs, manyToMany }: UnitSource, at: number, span: Span | null): UnitText {
  const lang = langs[at];
  const parts = span && readers[at]?.parts(span);
  if (!parts) return { lang, text: null, segments: 0 };
  if (parts.length === 1) return { lang, text: parts[0].text, segments: 1, parts };
  const words = parts.map(({ text }) => text);
  const text = manyToMany === 'mark' ? words.join(MARK) : joinSegments(words);
  return { lang, text, segments: parts.length, parts };
}

/** Of the beads of a unit together: everybody once, and the latest time. */
function changeOf(
  changes: ReadonlyMap<string, exporting.LastChange>,
  beadIds: readonly string[],
): ExportUnit['change'] {
  const found = beadIds.flatMap((id) => changes.get(id) ?? []);
  if (!found.length) return undefined;
  const by = [...new Set(found.flatMap((one) => one.by))];
  return {
    by,
    at: found
      .map(({ at }) => at)
      .sort()
      .at(-1)!,
  };
}
