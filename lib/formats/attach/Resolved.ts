import type { TextState } from '@/lib/bitext/types';
import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { IdLink } from './Attachment';
import type { PlacedReport } from './placedUnits';
import type { UnitPlaces } from './unitPlaces';

/** Which of our texts the first half of each link speaks of, if a person has said so. */
export type AttachOrder = 'sourceFirst' | 'targetFirst';

/** The links of a file over units of our texts: where each unit begins, and which links join them. */
export type Resolved = {
  links: TextLink<LinkAbout>[];
  source: UnitPlaces;
  target: UnitPlaces;
  order: AttachOrder;
  /** What was found of the file's own texts in ours, by side; null when it came without texts. */
  placed: { source: PlacedReport; target: PlacedReport } | null;
  /** Links that are left out, as some of their segments were not found. */
  leftOut: number;
};

export type Half = 0 | 1;
export type Texts = { source: TextState; target: TextState };
export const ORDERS: readonly AttachOrder[] = ['sourceFirst', 'targetFirst'];

/** Our texts in the order of the halves. */
export const sidesOf = ({ source, target }: Texts, order: AttachOrder): [TextState, TextState] =>
  order === 'sourceFirst' ? [source, target] : [target, source];

/** Links and units in the order of our texts. */
export function inOurOrder(
  links: readonly TextLink<LinkAbout>[],
  [first, second]: [UnitPlaces, UnitPlaces],
  order: AttachOrder,
): Resolved {
  const bare = { order, placed: null, leftOut: 0 };
  if (order === 'sourceFirst') return { links: [...links], source: first, target: second, ...bare };
  const turned = links.map(({ source, target, data }) => ({ source: target, target: source, data }));
  return { links: turned, source: second, target: first, ...bare };
}

/** The ids that one half of the links speaks of. */
export const idsOf = (links: readonly IdLink[], half: Half): Set<string> =>
  new Set(links.flatMap(({ halves }) => halves[half]));
