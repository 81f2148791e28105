import type { BeadColumns } from './BeadColumns';
import { planBands } from './planBands';
import type { Planned } from './UnitPlan';

/**
 * Two translations joined over the reference that both were aligned with: the bands in which both have text, with the
 * weaker status of the two. What both add where the reference has nothing was set against nothing, and is left out.
 */
export function* planDerived(
  bitexts: readonly [BeadColumns, BeadColumns],
  borders: ArrayLike<number>,
  withIds = true,
): Generator<Planned> {
  for (const { plan, ...rest } of planBands(bitexts, borders, withIds, false)) {
    const [reference, ...spans] = plan?.spans ?? [];
    // A unit of one of them alone says nothing of the pair, however nulls are wanted.
    if (!plan || !reference || spans.some((span) => span === null)) yield { plan: null, ...rest };
    else yield { plan: { ...plan, spans, reason: null }, ...rest };
  }
}
