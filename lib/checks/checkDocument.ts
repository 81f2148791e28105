import { readingOf, segmentsIn } from '@/lib/bitext/segments';
import type { Bead, BeadId, BitextId, DocumentState, Span, TextState } from '@/lib/bitext/types';
import { checkBead } from './checkBead';
import { lengthCurve, lnRatioOf } from './lengthCurve';
import { NameCounts } from './names';
import { textProfile } from './textProfile';
import type { BitextProfile, CheckInput, Finding, SideReading } from './types';

/** Only the texts and beads: comments don't matter here. */
export type CheckedState = Pick<DocumentState, 'texts' | 'bitexts'>;

/** A whole bitext with what is usual in it. `findings` has no entry for beads without any. */
export type CheckedBitext = {
  profile: BitextProfile;
  findings: Map<BeadId, Finding[]>;
  /** What is usual around each bead, in their order (see `lengthCurve`). */
  curve: readonly (number | null)[];
};

/** Every finding of a bitext. For long ones on a server, take `checkInSteps`. */
export function checkDocument(state: CheckedState, bitextId: BitextId): CheckedBitext {
  const steps = checkInSteps(state, bitextId);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Beads between two rests: a few milliseconds of work. */
const STEP = 100;

/** As `checkDocument`, with a rest every few milliseconds, in which others get their turn. */
export function* checkInSteps(
  { texts, bitexts }: CheckedState,
  bitextId: BitextId,
): Generator<void, CheckedBitext> {
  const { beads, sourceTextId, targetTextId } = bitexts[bitextId];
  const [source, target] = [texts[sourceTextId], texts[targetTextId]];
  const readings: { source: string; target: string }[] = [];
  const names = new NameCounts();
  for (const [k, bead] of beads.entries()) {
    const pair = { source: readingOf(source, bead.source), target: readingOf(target, bead.target) };
    readings.push(pair);
    if (pair.source && pair.target) names.add(pair.source, pair.target);
    if (k % STEP === STEP - 1) yield;
  }
  const curve = lengthCurve(readings.map((pair) => lnRatioOf(pair.source, pair.target)));
  yield;
  const sourceProfile = textProfile(
    readings.map((pair) => pair.source),
    source.lang,
  );
  yield;
  const targetProfile = textProfile(
    readings.map((pair) => pair.target),
    target.lang,
  );
  const profile: BitextProfile = { source: sourceProfile, target: targetProfile, names: names.reliable() };
  const findings = new Map<BeadId, Finding[]>();
  for (const [k, bead] of beads.entries()) {
    if (k % STEP === 0) yield;
    const found = checkBead({
      source: new Side(source, bead.source, readings[k].source),
      target: new Side(target, bead.target, readings[k].target),
      neighbours: [readings[k - 1], readings[k + 1]].filter(Boolean),
      lnRatio: curve[k],
      profile,
    });
    if (found.length) findings.set(bead.id, found);
  }
  return { profile, findings, curve };
}

/** One bead of a document, for an editor who has just changed it: what is usual there is known from the whole. */
export function inputOf(
  texts: { source: TextState; target: TextState },
  bead: Bead,
  neighbours: readonly (Bead | undefined)[],
  known: Pick<CheckInput, 'profile' | 'lnRatio'>,
): CheckInput {
  const read = (one: Bead) => ({
    source: readingOf(texts.source, one.source),
    target: readingOf(texts.target, one.target),
  });
  const own = read(bead);
  return {
    source: new Side(texts.source, bead.source, own.source),
    target: new Side(texts.target, bead.target, own.target),
    neighbours: neighbours.flatMap((one) => (one ? [read(one)] : [])),
    ...known,
  };
}

/** Cuts the segments out only when a check asks for them, which is seldom. */
class Side implements SideReading {
  readonly lang: string;
  private cut: readonly string[] | undefined;

  constructor(
    private readonly text: TextState,
    private readonly span: Span,
    readonly reading: string,
  ) {
    this.lang = text.lang;
  }

  get segments(): readonly string[] {
    this.cut ??= segmentsIn(this.text, this.span).map((segment) => readingOf(this.text, segment));
    return this.cut;
  }
}
