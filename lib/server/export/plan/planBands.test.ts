import { describe, expect, it } from 'vitest';
import type { BeadOutline } from '@/db/queries/outlinePages';
import { bandsOf } from '@/lib/bitext/bands';
import { STATUS_LETTERS } from '@/lib/bitext/outline';
import { segmentsIn } from '@/lib/bitext/segments';
import {
  BEAD_STATUSES,
  type Bead,
  type BeadStatus,
  type BitextState,
  isEmpty,
  NULL_REASONS,
} from '@/lib/bitext/types';
import { randomDocument } from '@/tests/helpers/randomDocument';
import { BeadColumns } from './BeadColumns';
import { planBands } from './planBands';
import { planBeads } from './planBeads';
import { planDerived } from './planDerived';

function outlineOf({ beads, ...place }: BitextState): BeadOutline {
  return {
    ...place,
    ids: Buffer.from(beads.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex'),
    sourceEnds: Int32Array.from(beads, ({ source }) => source.end),
    targetEnds: Int32Array.from(beads, ({ target }) => target.end),
    statuses: Uint8Array.from(beads, ({ status }) => STATUS_LETTERS[status].charCodeAt(0)),
    confidences: Int16Array.from(beads, ({ confidence }) =>
      confidence === null ? -1 : Math.round(confidence * 10_000),
    ),
    reasons: Uint8Array.from(beads, ({ reason }) => (reason ? NULL_REASONS.indexOf(reason) + 1 : 0)),
  };
}

function laidOut(seed: number, wanted: ReadonlySet<BeadStatus> = new Set(BEAD_STATUSES)) {
  const state = randomDocument(seed, 6);
  const [reference] = Object.values(state.texts);
  const bitexts = Object.values(state.bitexts);
  const borders = reference.borders.map(({ at }) => at);
  const columns = bitexts.map((bitext) => new BeadColumns(outlineOf(bitext), wanted, new Set()));
  return { reference, bitexts, borders, columns, wanted };
}

const SEEDS = Array.from({ length: 200 }, (_, k) => k + 1);
const spanOf = (beads: readonly Bead[]) => {
  const [start, end] = [beads[0]?.target.start ?? 0, beads.at(-1)?.target.end ?? 0];
  return start === end ? null : { start, end };
};

describe('planBands', () => {
  it('cuts as the grid does when every bead may be exported', () => {
    for (const seed of SEEDS) {
      const { reference, bitexts, borders, columns } = laidOut(seed);
      const spans = [...planBands(columns, borders)].map(({ plan }) => plan!.spans);
      const bands = bandsOf(reference, bitexts).map((band) => [
        isEmpty(band.reference) ? null : band.reference,
        ...bitexts.map(({ id }) => spanOf(band.cells[id].map(({ bead }) => bead))),
      ]);
      expect(spans, `seed ${seed}`).toEqual(bands);
    }
  });

  it('has the beads of each language where the languages do not agree, end to end', () => {
    let disagreeing = 0;
    for (const seed of SEEDS) {
      const { bitexts, borders, columns } = laidOut(seed);
      for (const { plan } of planBands(columns, borders)) {
        if (!plan?.links) continue;
        disagreeing++;
        const shown = ({
          source,
          target,
          status,
          reason,
        }: Pick<Bead, 'source' | 'target' | 'status' | 'reason'>) => ({
          ...{ source, target, status, reason },
        });
        for (const [b, links] of plan.links.entries())
          expect(links.map(shown)).toEqual(
            bitexts[b].beads.filter(({ id }) => plan.beadIds.includes(id)).map(shown),
          );
      }
    }
    expect(disagreeing).toBeGreaterThan(SEEDS.length);
  });

  it('leaves no bead in that may not be exported, counts each once, and does not widen other languages', () => {
    const wanted = new Set<BeadStatus>(['approved', 'confirmed']);
    for (const seed of SEEDS) {
      const { reference, bitexts, borders, columns } = laidOut(seed, wanted);
      const planned = [...planBands(columns, borders)];
      const inIt = new Set(planned.flatMap(({ plan }) => plan?.beadIds ?? []));
      const all = bitexts.flatMap(({ beads }) => beads);
      const bad = all.filter(({ status }) => !wanted.has(status));
      expect(bad.filter(({ id }) => inIt.has(id))).toEqual([]);
      expect(planned.flatMap(({ refused }) => refused)).toHaveLength(bad.length);
      for (const { plan } of planned) {
        const [own] = plan?.spans ?? [];
        if (!plan || !own) continue;
        expect(wanted.has(plan.status)).toBe(true);
        // A band reaches only as far as a bead in it does.
        const widest = all.filter(({ id }) => plan.beadIds.includes(id));
        if (segmentsIn(reference, own).length > 1)
          expect(widest.some(({ source }) => source.end - source.start > 1)).toBe(true);
      }
    }
  });
});

describe('planDerived', () => {
  it('has the bands in which both have text, with the weaker status', () => {
    for (const seed of SEEDS) {
      const { borders, columns } = laidOut(seed);
      const bands = [...planBands(columns, borders)].flatMap(({ plan }) => plan ?? []);
      const derived = [...planDerived([columns[0], columns[1]], borders)].flatMap(({ plan }) => plan ?? []);
      const both = bands.filter(({ spans }) => spans.every((span) => span !== null));
      expect(derived).toEqual(
        both.map(({ links: _, ...plan }) => ({ ...plan, spans: plan.spans.slice(1), reason: null })),
      );
    }
  });
});

describe('planBeads', () => {
  it('has a unit for each bead that may be exported, in order', () => {
    const wanted = new Set<BeadStatus>(['machine']);
    for (const seed of SEEDS.slice(0, 30)) {
      const { bitexts, columns } = laidOut(seed, wanted);
      const ids = [...planBeads(columns[0])].flatMap(({ plan }) => plan?.id ?? []);
      expect(ids).toEqual(bitexts[0].beads.filter(({ status }) => status === 'machine').map(({ id }) => id));
    }
  });
});
