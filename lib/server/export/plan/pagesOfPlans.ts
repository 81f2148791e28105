import { breathe } from '@/db/queries/breathe';
import { PlanTable } from './PlanTable';
import type { UnitPlan } from './UnitPlan';

/** Units whose paragraphs are fetched at once: some 10 ms a language, in which nobody else has a turn. */
const PAGE = 2000;
/** The same in UTF-16 units of all languages, where units are long. */
const PAGE_CHARS = 1_000_000;
/** Plans that are gone through at once, for the same reason. */
const AT_ONCE = 5000;

/**
 * Plans a page at a time, in the order of the text or least sure first. Nothing is held but the page; in the order of
 * confidence some sixty bytes a plan. Everybody else has a turn now and then, also where nearly all is left out.
 *
 * @param plans null for each that is left out
 */
export async function* pagesOfPlans(
  plans: Iterable<UnitPlan | null>,
  order: 'text' | 'confidence',
  size = PAGE,
): AsyncGenerator<UnitPlan[]> {
  if (order === 'text') return yield* inPages(plans, size);
  const table = new PlanTable();
  for await (const page of inPages(plans, PAGE)) for (const plan of page) table.add(plan);
  yield* inPages(table.leastSureFirst(), size);
}

async function* inPages(plans: Iterable<UnitPlan | null>, size: number): AsyncGenerator<UnitPlan[]> {
  let page: UnitPlan[] = [];
  let chars = 0;
  let seen = 0;
  for (const plan of plans) {
    if (++seen % AT_ONCE === 0) await breathe();
    if (!plan) continue;
    for (const span of plan.spans) if (span) chars += span.end - span.start;
    if (page.push(plan) < size && chars < PAGE_CHARS) continue;
    yield page;
    page = [];
    chars = 0;
  }
  if (page.length) yield page;
}
