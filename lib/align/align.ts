import type { Atoms } from './atoms';
import type { Band } from './band';
import { calibrated, calibrationLang } from './calibrate';
import { beadProbability } from './confidence';
import { flipInput, flipLock, flipOutput, isFlipped } from './flip';
import { buildLattice, type Pair } from './lattice';
import { coreLexicon } from './lexicon';
import { constrain, type PinBox, placePins } from './pins';
import { posterior } from './posterior';
import { preparePair } from './preparePair';
import { readUnits } from './readUnits';
import { bestPath } from './search';
import type { AlignInput, AlignOutput, Lock, Pin } from './types';
import { type Region, regions } from './walls';
import { type Layout, STORED, type Weights } from './weights';
import { wholePath } from './wholeness';

/** Share of the work that is done before the second search. */
const PREPARED = 0.6;

/**
 * Aligns two texts: source units (usually sentences) with target units (usually paragraphs).
 *
 * Both sides are cut into sentences; sentence runs are matched by length and by evidence from words, names and numbers
 * (see README); every unit then goes where its sentences went. Locks come out as exactly one bead each, the two units
 * of a pin in one bead. Deterministic; inputs are not changed. @throws RangeError on locks or pins that do not fit.
 */
export function align(input: AlignInput): AlignOutput {
  return alignWith(input, STORED);
}

/** `align` with weights other than the stored ones, and of a part of the text only. */
export function alignWith(
  input: AlignInput,
  all: Readonly<Record<Layout, Weights>>,
  run: Lock = { i0: 0, i1: input.source.segments.length, j0: 0, j1: input.target.segments.length },
): AlignOutput {
  const parts = regions(run, input.locks ?? []);
  const pins = placePins(parts, input.pins ?? []);
  if (!isFlipped(input)) return alignSides(input, all, run, parts, pins, 'source');
  const flipped = parts.map((part) => ({ ...part, ...flipLock(part) }));
  const turned = pins.map((list) => list.map(({ i, j }) => ({ i: j, j: i })));
  return flipOutput(alignSides(flipInput(input), all, flipLock(run), flipped, turned, 'target'));
}

function alignSides(
  input: AlignInput,
  all: Readonly<Record<Layout, Weights>>,
  run: Lock,
  parts: readonly Region[],
  pins: readonly (readonly Pin[])[],
  owner: PinBox['owner'],
): AlignOutput {
  const { source, target, onProgress } = input;
  const lexicon = input.lexicon === undefined ? coreLexicon() : input.lexicon;
  const { pair, weights, bands, boxes } = preparePair(
    source,
    target,
    lexicon,
    all,
    parts,
    pins,
    owner,
    input.learnt,
    (share) => onProgress?.(PREPARED * share),
  );
  const calibrate = (isNull: boolean, p: number) =>
    calibrated(weights.calibration, calibrationLang(source.lang, target.lang), isNull, p);
  const ladder: number[] = [run.i0, run.j0];
  const confidence: number[] = [];
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k];
    if (part.locked) {
      ladder.push(part.i1, part.j1);
      confidence.push(1);
    } else {
      const tick = (share: number) => onProgress?.(PREPARED + ((1 - PREPARED) * (k + share)) / parts.length);
      const found = alignRegion(pair, weights, part, bands[k]!, boxes[k], parts.length === 1, tick);
      for (let r = 2; r < found.ladder.length; r++) ladder.push(found.ladder[r]);
      found.confidence.forEach((p, b) => {
        const isNull =
          found.ladder[2 * b] === found.ladder[2 * b + 2] ||
          found.ladder[2 * b + 1] === found.ladder[2 * b + 3];
        confidence.push(calibrate(isNull, p));
      });
    }
  }
  onProgress?.(1);
  return { ladder: Int32Array.from(ladder), confidence: Float32Array.from(confidence) };
}

function alignRegion(
  pair: Pair,
  weights: Weights,
  part: Region,
  band: Band,
  pins: readonly PinBox[],
  whole: boolean,
  tick: (share: number) => void,
): { ladder: Int32Array; confidence: number[] } {
  const { source, target } = pair;
  const [a0, b0] = [source.first[part.i0], target.first[part.j0]];
  const lattice = constrain(
    buildLattice(pair, weights.features, band, a0, b0, undefined, (share) => tick(0.5 * share)),
    pins,
    a0,
    b0,
  );
  tick(0.5);
  // Between walls one sentence may well be left over; of a whole text that is less likely.
  const path = whole
    ? wholePath(lattice, target.border, b0, weights.wholeAhead)
    : bestPath(lattice, target.border, b0);
  const ladder = readUnits(path, source, target, a0, b0);
  tick(0.65);
  const sums = posterior(lattice, target.border, b0);
  tick(0.95);
  const confidence: number[] = [];
  const at = (atoms: Atoms, unit: number) => atoms.first[unit];
  for (let r = 0; r + 3 < ladder.length; r += 2) {
    confidence.push(
      beadProbability(
        lattice,
        sums,
        source,
        target,
        a0,
        b0,
        at(source, ladder[r]) - a0,
        at(target, ladder[r + 1]) - b0,
        at(source, ladder[r + 2]) - a0,
        at(target, ladder[r + 3]) - b0,
      ),
    );
  }
  return { ladder, confidence };
}
