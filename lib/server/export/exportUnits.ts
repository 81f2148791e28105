import 'server-only';
import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as texts from '@/db/queries/texts';
import { bandsOf } from '@/lib/bitext/bands';
import { findBorder, readingOf, segmentsIn } from '@/lib/bitext/segments';
import {
  BEAD_STATUSES,
  type Bead,
  type BeadStatus,
  type BitextState,
  type DocumentState,
  isEmpty,
  isNull,
  type Span,
  type TextState,
} from '@/lib/bitext/types';
import type { ExportUnit, UnitPart, UnitText } from '@/lib/formats/ExportUnit';
import { joinSegments } from '@/lib/formats/joinSegments';
import { countLeftOut, type LeftOutReason, type WriteReport } from '@/lib/formats/WriteReport';

/** Units whose paragraphs are fetched at once. */
const PAGE = 2000;

type Wanted = { statuses: ReadonlySet<BeadStatus>; keepNulls: boolean };
/** A unit before its texts are fetched. */
type Plan = Omit<ExportUnit, 'texts'> & { spans: { textId: string; lang: string; span: Span | null }[] };

/**
 * The units of an export, in text order. Beads and borders are read at once, so that the export is
 * of one revision; paragraphs, which never change, follow page by page.
 *
 * With several languages a unit is a band: it has the languages whose beads all pass the filter.
 */
export async function* exportUnits(
  db: Db,
  state: Omit<DocumentState, 'comments'>,
  bitexts: readonly BitextState[],
  wanted: Wanted,
  disputed: ReadonlySet<string>,
  report: WriteReport,
): AsyncGenerator<ExportUnit> {
  const reasonOf = (bead: Bead): LeftOutReason | null => {
    if (!wanted.statuses.has(bead.status)) return 'status';
    if (disputed.has(bead.id)) return 'disputed';
    return null;
  };
  const plans =
    bitexts.length === 1 ? beadPlans(state, bitexts[0], reasonOf) : bandPlans(state, bitexts, reasonOf);
  let page: Plan[] = [];
  const counted = new Set<string>();
  for (const { plan, refused } of plans) {
    for (const { reason, beadId } of refused) {
      if (!counted.has(beadId)) countLeftOut(report, reason);
      counted.add(beadId);
    }
    const present = plan.spans.filter(({ span }) => span !== null).length;
    // Every language was refused, and counted as that; or there is nothing to set against the text.
    if (refused.length === bitexts.length) continue;
    if (present < 2 && !wanted.keepNulls) {
      if (!refused.length) countLeftOut(report, 'null');
    } else if (page.push(plan) >= PAGE) {
      for (const unit of await withTexts(db, state, page)) yield unit;
      page = [];
    }
  }
  for (const unit of await withTexts(db, state, page)) yield unit;
}

/** `refused`: why translations are not in it, by the bead that stands for each. */
type Refusal = { reason: LeftOutReason; beadId: string };
type Planned = { plan: Plan; refused: Refusal[] };
type ReasonOf = (bead: Bead) => LeftOutReason | null;

function* beadPlans(
  state: Pick<DocumentState, 'texts'>,
  bitext: BitextState,
  reasonOf: ReasonOf,
): Generator<Planned> {
  for (const bead of bitext.beads) {
    const side = (textId: string, span: Span) => ({
      textId,
      lang: state.texts[textId].lang,
      span: isEmpty(span) ? null : span,
    });
    const { id, status, confidence, reason } = bead;
    const spans = [side(bitext.sourceTextId, bead.source), side(bitext.targetTextId, bead.target)];
    const refused = reasonOf(bead);
    yield {
      plan: { id, status, confidence, reason, spans },
      refused: refused ? [{ reason: refused, beadId: id }] : [],
    };
  }
}

function* bandPlans(
  state: Pick<DocumentState, 'texts'>,
  bitexts: readonly BitextState[],
  reasonOf: ReasonOf,
): Generator<Planned> {
  const referenceId = bitexts[0].sourceTextId;
  const reference = state.texts[referenceId];
  for (const band of bandsOf(
    reference,
    bitexts.map((bitext) => narrowed(bitext, reference, reasonOf)),
  )) {
    const passing: Bead[] = [];
    const refused: Refusal[] = [];
    const translations = bitexts.map(({ id, targetTextId }) => {
      const beads = band.cells[id].map((cell) => cell.bead);
      const bad = beads.find((bead) => reasonOf(bead) !== null);
      const reason = bad ? reasonOf(bad) : null;
      if (bad && reason) refused.push({ reason, beadId: bad.id });
      else passing.push(...beads);
      const span = reason ? null : spanOf(beads);
      return { textId: targetTextId, lang: state.texts[targetTextId].lang, span };
    });
    const spans = [
      { textId: referenceId, lang: reference.lang, span: isEmpty(band.reference) ? null : band.reference },
      ...translations,
    ];
    const confidences = passing.flatMap((bead) => bead.confidence ?? []);
    const plan: Plan = {
      id: `${band.reference.start}-${band.reference.end}${isEmpty(band.reference) ? `+${translations.find((t) => t.span)?.span?.start ?? 0}` : ''}`,
      status: weakest(passing),
      confidence: confidences.length === passing.length && passing.length ? Math.min(...confidences) : null,
      // A reason speaks of a unit that has the reference alone or a translation alone.
      reason:
        translations.some(({ span }) => span) && !isEmpty(band.reference)
          ? null
          : (passing.find(isNull)?.reason ?? null),
      spans,
    };
    yield { plan, refused };
  }
}

/** Beads that are not exported must not widen the units of the other languages: they fall apart, one a sentence. */
function narrowed(bitext: BitextState, reference: TextState, reasonOf: ReasonOf): BitextState {
  const beads = bitext.beads.flatMap((bead) => {
    if (isEmpty(bead.source) || reasonOf(bead) === null) return [bead];
    return segmentsIn(reference, bead.source).map((source, k) => ({
      ...bead,
      source,
      target: k === 0 ? bead.target : { start: bead.target.end, end: bead.target.end },
    }));
  });
  return { ...bitext, beads };
}

function spanOf(beads: readonly Bead[]): Span | null {
  const [first, last] = [beads[0], beads.at(-1)];
  if (!first || !last || first.target.start === last.target.end) return null;
  return { start: first.target.start, end: last.target.end };
}

const weakest = (beads: readonly Bead[]): BeadStatus =>
  BEAD_STATUSES.find((status) => beads.some((bead) => bead.status === status)) ?? 'machine';

/** A page as an array: handing each unit on through a second generator would cost more than making it. */
async function withTexts(
  db: Db,
  state: Pick<DocumentState, 'texts'>,
  plans: readonly Plan[],
): Promise<ExportUnit[]> {
  await breathe();
  const loaded = new Map<string, TextState>();
  for (const { textId } of plans[0]?.spans ?? []) {
    const spans = plans.flatMap((plan) => plan.spans.find((s) => s.textId === textId)?.span ?? []);
    if (!spans.length) continue;
    const span = { start: spans[0].start, end: spans.at(-1)!.end };
    loaded.set(textId, {
      ...state.texts[textId],
      paragraphs: await texts.paragraphsAtOnce(db, textId, span),
    });
  }
  const sideOf = ({ textId, lang, span }: Plan['spans'][number]): UnitText => {
    const text = span && loaded.get(textId);
    if (!text) return { lang, text: null, segments: 0 };
    const segments = segmentsIn(text, span);
    const parts: UnitPart[] = [];
    for (const segment of segments) {
      const reading = readingOf(text, segment).trim();
      if (reading)
        parts.push({ text: reading, opens: findBorder(text, segment.start)?.kind === 'paragraph' });
    }
    const whole = parts.length === 1 ? parts[0].text : joinSegments(parts.map((part) => part.text));
    return { lang, text: whole, segments: segments.length, parts };
  };
  return plans.map(({ spans, ...unit }) => ({ ...unit, texts: spans.map(sideOf) }));
}
