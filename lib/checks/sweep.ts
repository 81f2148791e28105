import { type PackedBeads, type PackedText, unpackBeads, unpackText } from '@/lib/bitext/packed';
import { readingOf } from '@/lib/bitext/segments';
import { checkInSteps } from './checkDocument';
import { fingerprintOf } from './fingerprint';
import type { BitextProfile, CheckId, Severity } from './types';

/** A whole bitext to be checked, packed for the way to another thread. */
export type SweepTask = { source: PackedText; target: PackedText; beads: PackedBeads };

/** What was found, packed for the way back. Beads are numbers. */
export type Sweep = {
  profile: BitextProfile;
  found: { check: CheckId; severity: Severity; beads: number[] }[];
  /** Of beads with findings. */
  fingerprints: [number, string][];
  /** What length ratio is usual around each bead; NaN where there is too little to tell. */
  curve: Float64Array;
};

/** Every finding of a bitext, by check, with a rest every few milliseconds. */
export function* sweepInSteps(task: SweepTask): Generator<void, Sweep> {
  const [source, target] = [unpackText(task.source), unpackText(task.target)];
  yield;
  const place = { id: 'bitext', sourceTextId: source.id, targetTextId: target.id };
  const bitext = unpackBeads(place, task.beads);
  yield;
  const texts = { [source.id]: source, [target.id]: target };
  const checked = yield* checkInSteps({ texts, bitexts: { [bitext.id]: bitext } }, bitext.id);
  const groups = new Map<string, Sweep['found'][number]>();
  const fingerprints: [number, string][] = [];
  for (const [k, bead] of bitext.beads.entries()) {
    const found = checked.findings.get(bead.id);
    if (!found) continue;
    fingerprints.push([k, fingerprintOf(readingOf(source, bead.source), readingOf(target, bead.target))]);
    for (const { check, severity } of found) {
      const key = `${check} ${severity}`;
      const group = groups.get(key) ?? { check, severity, beads: [] };
      if (group.beads.at(-1) !== k) group.beads.push(k);
      groups.set(key, group);
    }
  }
  return {
    profile: checked.profile,
    found: [...groups.values()],
    fingerprints,
    curve: Float64Array.from(checked.curve, (one) => one ?? Number.NaN),
  };
}
