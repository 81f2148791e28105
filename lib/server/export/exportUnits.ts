import 'server-only';
import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as exporting from '@/db/queries/exporting';
import type { Span } from '@/lib/bitext/types';
import { type ExportUnit, partsOf, type UnitLink, type UnitText } from '@/lib/formats/ExportUnit';
import { joinSegments } from '@/lib/formats/joinSegments';
import { countLeftOut, type WriteReport } from '@/lib/formats/WriteReport';
import { pagesOfPlans } from './plan/pagesOfPlans';
import type { TextReader } from './plan/TextReader';
import type { Planned, PlannedLink, UnitPlan } from './plan/UnitPlan';

/** What lies between units that are left in is fetched with them up to this many times their length. */
const MOST_BETWEEN = 3;
const FEW_CHARS = 20_000;
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
  let ahead: Promise<ExportUnit[]> | null = null;
  for await (const page of pagesOfPlans(keptPlans(source, report), source.order)) {
    const ready: ExportUnit[] | null = await ahead;
    // While one page is written, a database in another process already looks for the next one.
    ahead = unitsOf(db, source, page);
    ahead.catch(() => {}); // It is met by whoever awaits it, if anybody still does.
    if (ready) yield ready;
  }
  if (ahead) yield await ahead;
}

/** The first units, and no more than those. */
export async function firstUnits(db: Db, source: UnitSource, report: WriteReport, limit: number) {
  for await (const page of pagesOfPlans(keptPlans(source, report), source.order, limit))
    return unitsOf(db, source, page);
  return [];
}

/**
 * Plans of the units that are written, and a null for each that is left out and counted: whoever goes through them may
 * pause. With a bitext's plans it never looks at a word.
 */
export function* keptPlans(
  { plans, readers, keepNulls, manyToMany }: UnitSource,
  report: WriteReport,
): Generator<UnitPlan | null> {
  for (const { plan, refused, isRefused } of plans) {
    for (const reason of refused) countLeftOut(report, reason);
    const present = plan?.spans.filter((span) => span !== null).length ?? 0;
    if (!plan || present === 0 || (present < 2 && !keepNulls)) {
      if (!isRefused) countLeftOut(report, 'null');
      yield null;
    } else if (
      manyToMany === 'leaveOut' &&
      plan.spans.some((span, at) => span && isMany(readers[at], span))
    ) {
      countLeftOut(report, 'manyToMany');
      yield null;
    } else yield plan;
  }
}

const isMany = (reader: TextReader | null, span: Span) => reader !== null && reader.segmentCount(span) > 1;

async function unitsOf(db: Db, source: UnitSource, plans: readonly UnitPlan[]): Promise<ExportUnit[]> {
  for (const [at, reader] of source.readers.entries()) {
    const spans: Span[] = [];
    for (const plan of plans) if (plan.spans[at]) spans.push(plan.spans[at]);
    if (!reader || !spans.length) continue;
    await loadWords(db, reader, spans);
    await breathe();
  }
  const changes =
    source.changesUntil === null
      ? null
      : await exporting.lastChanges(
          db,
          plans.flatMap(({ beadIds }) => beadIds),
          source.changesUntil,
        );
  return plans.map(({ id, spans, status, confidence, reason, links, beadIds }) => {
    // Named one by one: half a million times, a rest of the others takes as long as the texts.
    const unit: ExportUnit = { id, texts: [], status, confidence, reason };
    for (let at = 0; at < spans.length; at++) unit.texts.push(textOf(source, at, spans[at]));
    if (links) unit.links = links.map((own, k) => linksOf(source, unit, k + 1, spans, own));
    if (source.document !== undefined) unit.document = source.document;
    if (changes) unit.change = changeOf(changes, beadIds);
    return unit;
  });
}

/** Fetches the words of these spans: with all that lies between them, unless that is most of it. */
async function loadWords(db: Db, reader: TextReader, spans: readonly Span[]): Promise<void> {
  const stretch = reader.stretchOf(spans);
  const wanted = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const between = stretch.end - stretch.start;
  if (between > 0 && between < wanted * MOST_BETWEEN + FEW_CHARS)
    return reader.loadStretch(stretch, await exporting.wordsBetween(db, reader.id, stretch));
  const starts = reader.paragraphStarts(spans);
  reader.loadParagraphs(starts, await exporting.wordsAt(db, reader.id, starts));
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

/** The beads of one translation by the numbers of the unit's parts. */
function linksOf(
  { readers }: UnitSource,
  { texts }: ExportUnit,
  at: number,
  spans: readonly (Span | null)[],
  links: readonly PlannedLink[],
): UnitLink[] {
  const [source, target] = [partsOf(texts[0]).length, partsOf(texts[at]).length];
  return links.map(({ source: from, target: to, status, confidence, reason }) => {
    const about = { status, confidence, reason };
    if (links.length === 1) return { i0: 0, i1: source, j0: 0, j1: target, ...about };
    const before = (k: number, offset: number) => {
      const start = spans[k]?.start ?? offset;
      // Blank segments are no parts.
      return offset > start ? (readers[k]?.parts({ start, end: offset }).length ?? 0) : 0;
    };
    return {
      ...{ i0: before(0, from.start), i1: before(0, from.end) },
      ...{ j0: before(at, to.start), j1: before(at, to.end), ...about },
    };
  });
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
