import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { pagesOfPlans } from './pagesOfPlans';
import type { UnitPlan } from './UnitPlan';

/** A plan of two or three languages, whose confidences come often, or not at all. */
function planAt(k: number, langs: number): UnitPlan {
  const beads = Array.from({ length: k % 3 }, (_, b) => `bead-${k}-${b}`);
  return {
    id: k % 2 ? `${k}-${k + 5}+3` : `072f3f31-5bca-4bd5-b03d-${String(k).padStart(12, '0')}`,
    status: BEAD_STATUSES[k % BEAD_STATUSES.length],
    confidence: k % 7 === 0 ? null : ((k * 7919) % 50) / 10_000,
    reason: k % 5 === 0 ? NULL_REASONS[k % NULL_REASONS.length] : null,
    spans: Array.from({ length: langs }, (_, l) => ((k + l) % 4 ? { start: k * 10, end: k * 10 + l } : null)),
    beadIds: beads,
  };
}

const plansOf = (count: number, langs = 2) => Array.from({ length: count }, (_, k) => planAt(k, langs));

async function taken(pages: AsyncIterable<UnitPlan[]>): Promise<UnitPlan[][]> {
  const all: UnitPlan[][] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe('pagesOfPlans', () => {
  it('hands every plan on, in pages, and skips what is left out', async () => {
    const plans = plansOf(2500);
    const pages = await taken(
      pagesOfPlans(
        plans.flatMap((plan) => [null, plan]),
        'text',
      ),
    );
    expect(pages.map(({ length }) => length)).toEqual([2000, 500]);
    expect(pages.flat()).toEqual(plans);
  });

  it('ends a page early where units are long', async () => {
    const long = plansOf(3).map((plan, k) => ({
      ...plan,
      spans: [{ start: 0, end: [600_000, 500_000, 1][k] }],
    }));
    expect((await taken(pagesOfPlans(long, 'text'))).map(({ length }) => length)).toEqual([2, 1]);
  });

  it('puts the least sure first, those without confidence last, and keeps equals in order', async () => {
    for (const langs of [2, 3]) {
      const plans = plansOf(3000, langs);
      const sorted = [...plans].sort((a, b) => (a.confidence ?? 2) - (b.confidence ?? 2));
      expect((await taken(pagesOfPlans(plans, 'confidence'))).flat()).toEqual(sorted);
    }
    expect(await taken(pagesOfPlans([], 'confidence'))).toEqual([]);
  });

  it('lets others have turns while nearly everything is left out', async () => {
    for (const order of ['text', 'confidence'] as const) {
      let turns = 0;
      let isOver = false;
      const count = (): void => {
        turns++;
        if (!isOver) setImmediate(count);
      };
      setImmediate(count);
      function* nothing() {
        for (let k = 0; k < 200_000; k++) yield null;
      }
      expect(await taken(pagesOfPlans(nothing(), order))).toEqual([]);
      isOver = true;
      expect(turns).toBeGreaterThan(30);
    }
  });
});
