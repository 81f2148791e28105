import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { PlanTable } from './PlanTable';
import type { PlannedLink, UnitPlan } from './UnitPlan';

const span = fc.tuple(fc.nat(1e9), fc.nat(1e6)).map(([start, length]) => ({ start, end: start + length }));
const about = {
  status: fc.constantFrom(...BEAD_STATUSES),
  confidence: fc.option(fc.nat(10_000).map((one) => one / 10_000)),
  reason: fc.option(fc.constantFrom(...NULL_REASONS)),
};
const link = fc.record<PlannedLink>({ source: span, target: span, ...about });
const plan: fc.Arbitrary<UnitPlan> = fc.record(
  {
    id: fc.stringMatching(/^[0-9+-]{1,12}$/),
    ...about,
    spans: fc.array(fc.option(span), { minLength: 3, maxLength: 3 }),
    links: fc.array(fc.array(link, { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
    beadIds: fc.array(fc.uuid(), { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'status', 'confidence', 'reason', 'spans', 'beadIds'] },
);

describe('PlanTable', () => {
  it('gives plans back as they were, least sure first, equals in the order they came in', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 40 }), (plans) => {
        const table = new PlanTable();
        for (const one of plans) table.add(one);
        const sure = ({ confidence }: UnitPlan) => confidence ?? 2;
        expect([...table.leastSureFirst()]).toEqual(plans.toSorted((a, b) => sure(a) - sure(b)));
      }),
    );
  });
});
