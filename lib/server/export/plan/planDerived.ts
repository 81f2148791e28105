import type { BeadColumns } from './BeadColumns';
import { planBands } from './planBands';
import type { Planned } from './UnitPlan';

/**
 * Two translations joined over the reference that both were aligned with: the bands in which both have text, with the
 * weaker status of the two. What both add where the reference has nothing was set against nothing, and is left out.
 */
export function* planDerived(
  bitexts: readonly [BeadColumns, BeadColumns],
  borders: readonly number[],
  withIds = true,
): Generator<Planned> {
  for (const { plan, refused } of planBands(bitexts, borders, withIds)) {
    const [reference, ...spans] = plan?.spans ?? [];
    if (!plan || !reference || spans.every((span) => span === null)) yield { plan: null, refused };
    else if (spans.some((span) => span === null) && refused.length) yield { plan: null, refused };
    else yield { plan: { ...plan, spans, reason: null }, refused };
  }
}
