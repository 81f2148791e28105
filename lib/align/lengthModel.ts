import { WIDEST_OF_ALL } from './beadTypes';

/**
 * How the length of a translation depends on the length of its source, against lengths drawn blindly.
 *
 * Gale & Church (1993) take (target - ratio·source) as normal; here ln(target / ratio·source) is Student's t with
 * 4 degrees of freedom, whose spread shrinks with length: one odd sentence must not outvote its neighbours.
 */
export type LengthModel = {
  /** target letters per source letter */
  readonly ratio: number;
  /** spread of the log ratio is sqrt(floor + slope / letters) */
  readonly floor: number;
  readonly slope: number;
  /** ln length of a target atom drawn blindly: mean and spread */
  readonly meanLog: number;
  readonly sdLog: number;
};

/** Median ratio of letters, target over English. */
const RATIO: Record<string, number> = { vi: 1.0, ro: 1.17, en: 1 };
const T4 = 0.375; // density of Student's t with 4 degrees of freedom at 0
const NORMAL = 0.3989422804014327;

/** Ratio to start from, before the text has been seen. */
export function priorRatio(source: string, target: string): number {
  return (RATIO[target] ?? 1.05) / (RATIO[source] ?? 1.05);
}

/** ln p(target length | source length) - ln p(target length), in nats. Lengths are letters of whole sides of a bead. */
export function lengthEvidence(model: LengthModel, source: number, target: number): number {
  const { expectedLog, sd, density } = sourceLength(model, source);
  const { log, blind } = targetLength(model, target);
  return joinLengths(expectedLog, sd, density, log, blind);
}

/** The part of `lengthEvidence` that depends on the source only: the search asks for it once for many targets. */
export function sourceLength(
  model: LengthModel,
  source: number,
): { expectedLog: number; sd: number; density: number } {
  const sd = Math.sqrt(model.floor + model.slope / source);
  return { expectedLog: Math.log(model.ratio * source), sd, density: Math.log(T4 / sd) };
}

/** The part that depends on the target only. */
export function targetLength(model: LengthModel, target: number): { log: number; blind: number } {
  const log = Math.log(target);
  const y = (log - model.meanLog) / model.sdLog;
  return { log, blind: Math.log(NORMAL / model.sdLog) + Math.max(-0.5 * y * y, -4) };
}

/** The target's part of the length evidence of every run [b, b+dn): index b·WIDEST_OF_ALL + dn - 1. */
export function targetLengths(model: LengthModel, cumulative: Float64Array, b0: number, m: number) {
  const log = new Float64Array((m + 1) * WIDEST_OF_ALL);
  const blind = new Float64Array((m + 1) * WIDEST_OF_ALL);
  for (let b = 0; b < m; b++)
    for (let dn = 1; dn <= WIDEST_OF_ALL && b + dn <= m; dn++) {
      const part = targetLength(model, cumulative[b0 + b + dn] - cumulative[b0 + b]);
      log[b * WIDEST_OF_ALL + dn - 1] = part.log;
      blind[b * WIDEST_OF_ALL + dn - 1] = part.blind;
    }
  return { log, blind };
}

/** Both parts together. */
export function joinLengths(
  expectedLog: number,
  sd: number,
  density: number,
  log: number,
  blind: number,
): number {
  const x = (log - expectedLog) / sd;
  return density - 2.5 * Math.log1p((x * x) / 4) - blind;
}

/** Mean and spread of the log lengths of one side. */
export function blindLengths(length: Float64Array): { meanLog: number; sdLog: number } {
  let sum = 0;
  let squares = 0;
  for (const x of length) {
    const v = Math.log(x);
    sum += v;
    squares += v * v;
  }
  const n = Math.max(1, length.length);
  const mean = sum / n;
  return { meanLog: mean, sdLog: Math.max(0.35, Math.sqrt(Math.max(0, squares / n - mean * mean))) };
}
