import type { Covered } from './coverTexts';
import { joinOverPivot } from './joinOverPivot';

/** A link in a row: segments of the pivot and of the other text, counted from where the row begins in each. */
export type RowLink<Data> = { i0: number; i1: number; j0: number; j1: number; data: Data[] };

/** A row over all texts. `links`: one list a text; null where the row is one link and all say the same of it. */
export type JoinedRow<Data> = {
  i0: number;
  i1: number;
  others: { j0: number; j1: number }[];
  said: Data[];
  links: RowLink<Data>[][] | null;
};

/**
 * Rows of one text with several others, each as fine as all alignments allow, with the links of each alignment in them:
 * an alignment that has more borders than the others keeps them, and what it says of each link.
 *
 * @param isSame whether two links say the same. O(total runs).
 */
export function* joinedRows<Data>(
  alignments: readonly (readonly Covered<Data>[])[],
  pivotLength: number,
  isSame: (a: Data, b: Data) => boolean,
): Generator<JoinedRow<Data>> {
  for (const { i0, i1, others } of joinOverPivot(alignments, pivotLength)) {
    const present = others.filter(({ links }) => links.length);
    const said = present.flatMap(({ links }) => links.flatMap(({ data }) => data));
    const silent = present.filter(({ links }) => links.every(({ data }) => !data.length)).length;
    const agree =
      present.every(({ links }) => links.length === 1 && links[0].data.length < 2) &&
      said.every((one) => isSame(one, said[0])) &&
      (silent === 0 || silent === present.length);
    const links = agree
      ? null
      : others.map(({ j0, links: own }) =>
          own.map((run) => ({
            ...{ i0: run.i0 - i0, i1: run.i1 - i0, j0: run.j0 - j0, j1: run.j1 - j0 },
            data: run.data,
          })),
        );
    yield { i0, i1, others: others.map(({ j0, j1 }) => ({ j0, j1 })), said: agree ? said : [], links };
  }
}
