import 'server-only';
import type { Db } from '@/db/client';
import type { ExportHeader } from '@/lib/formats/ExportUnit';
import { formatOf } from '@/lib/formats/formats';
import { VERSION } from '../version';
import type { ExportOptions } from './ExportInput';
import type { UnitSource } from './exportUnits';
import { type OpenDocument, openDocument } from './openDocument';
import { BeadColumns } from './plan/BeadColumns';
import { planBands } from './plan/planBands';
import { planBeads } from './plan/planBeads';
import { planDerived } from './plan/planDerived';
import { TextReader } from './plan/TextReader';
import type { Planned } from './plan/UnitPlan';
import type { ExportFile } from './planFiles';

/** Hands on the documents of files one after the other; the last one is kept, in case it is asked for again. */
export function documentOpener(
  db: Db,
  signal?: AbortSignal,
): (document: ExportFile['documents'][number], file: ExportFile) => Promise<OpenDocument> {
  let last: OpenDocument | null = null;
  let key = '';
  return async (document, { langs }) => {
    const wanted = [document.id, ...langs].join(' ');
    if (!last || key !== wanted) last = await openDocument(db, document, langs, { signal });
    key = wanted;
    return last;
  };
}

/** The head of a file; its time is that of the last change in it. */
export function headerOf(file: ExportFile, changedAt: Date | null): ExportHeader & { createdAt: Date } {
  return {
    referenceLang: file.langs[0],
    langs: file.langs,
    title: file.title,
    createdAt: changedAt ?? new Date(0),
    toolVersion: VERSION,
    ...(file.namesDocuments ? { documents: file.documents.map(({ title }) => title) } : {}),
    ...(file.derivedOver ? { derivedOver: file.derivedOver } : {}),
  };
}

/** Whether units of one language are written: as asked for, else as is usual in the format. */
export const keepsNulls = ({ format, nulls }: ExportOptions): boolean =>
  (nulls ?? (formatOf(format).holdsNulls ? 'keep' : 'leaveOut')) === 'keep';

/** The units of a document as a file has them. */
export function sourceOf(file: ExportFile, document: OpenDocument, options: ExportOptions): UnitSource {
  const wanted = new Set(options.statuses);
  const corrected = options.text === 'corrected';
  const langs = file.langs.filter((lang) => document.bitexts.has(lang));
  const bitexts = langs.map((lang) => {
    const { outline } = document.bitexts.get(lang)!;
    return { lang, outline, beads: new BeadColumns(outline, wanted, document.disputed) };
  });
  const readerOf = (textId: string) => new TextReader(document.texts.get(textId)!, corrected);
  const reference = document.texts.get(bitexts[0].outline.sourceTextId)!;
  const readers = file.langs.map((lang) => {
    const own = bitexts.find((one) => one.lang === lang);
    if (own) return readerOf(own.outline.targetTextId);
    return lang === reference.lang ? readerOf(reference.id) : null;
  });
  return {
    plans: plansOf(
      file,
      bitexts.map(({ beads }) => beads),
      reference.at,
      readers,
      { withIds: options.changes, withLinks: formatOf(options.format).holdsLinks ?? false },
    ),
    readers,
    langs: file.langs,
    ...(file.namesDocuments ? { document: file.documents.findIndex(({ id }) => id === document.id) } : {}),
    keepNulls: keepsNulls(options),
    manyToMany: options.manyToMany,
    order: formatOf(options.format).holdsTexts ? 'text' : options.order,
    changesUntil: options.changes ? document.seq : null,
  };
}

function plansOf(
  { derivedOver, langs }: ExportFile,
  beads: readonly BeadColumns[],
  borders: ArrayLike<number>,
  readers: readonly (TextReader | null)[],
  { withIds, withLinks }: { withIds: boolean; withLinks: boolean },
): Iterable<Planned> {
  if (derivedOver) return planDerived([beads[0], beads[1]], borders, withIds);
  if (langs.length === 2) return planBeads(beads[0]);
  return widened(planBands(beads, borders, withIds, withLinks), readers);
}

/** In a file of all languages a document may lack some: their places stay empty. */
function* widened(plans: Iterable<Planned>, readers: readonly (TextReader | null)[]): Generator<Planned> {
  if (!readers.includes(null)) return yield* plans;
  for (const { plan, ...rest } of plans) {
    let next = 0;
    const spans = plan && readers.map((reader) => (reader ? plan.spans[next++] : null));
    // The reference is always there, and has no links.
    let own = 0;
    const links = plan?.links && readers.slice(1).map((reader) => (reader ? plan.links![own++] : []));
    yield { plan: plan && spans && { ...plan, spans, ...(links && { links }) }, ...rest };
  }
}
