import { lengthChars, splitSentences } from '../text';
import { ending } from './ending';

/** The sentences of one side's units: the grain at which evidence is weighed. */
export type Atoms = {
  readonly texts: readonly string[];
  /** unit of each atom */
  readonly unit: Int32Array;
  /** unit u holds the atoms [first[u], first[u+1]) */
  readonly first: Int32Array;
  /** 1 at each atom index where a unit begins, and at the end */
  readonly border: Uint8Array;
  /** letters and digits, at least 1 */
  readonly length: Float64Array;
  /** letters before each atom, and in all */
  readonly cumulative: Float64Array;
  /** how each atom ends, see `ending` */
  readonly ending: Uint8Array;
  /** offset of each atom in its unit */
  readonly offset: Int32Array;
};

/** Cuts every unit into sentences; a unit is at least one atom, an empty unit an empty one. O(length). */
export function cutAtoms(units: readonly string[], lang: string): Atoms {
  const texts: string[] = [];
  const unit: number[] = [];
  const offset: number[] = [];
  const first = new Int32Array(units.length + 1);
  for (let u = 0; u < units.length; u++) {
    first[u] = texts.length;
    const cuts = splitSentences(units[u], lang);
    for (let c = 0; c < cuts.length; c++) {
      texts.push(units[u].slice(cuts[c], cuts[c + 1]));
      unit.push(u);
      offset.push(cuts[c]);
    }
  }
  first[units.length] = texts.length;
  const border = new Uint8Array(texts.length + 1);
  for (const at of first) border[at] = 1;
  const length = Float64Array.from(texts, (text) => Math.max(1, lengthChars(text)));
  const cumulative = new Float64Array(texts.length + 1);
  for (let k = 0; k < texts.length; k++) cumulative[k + 1] = cumulative[k] + length[k];
  return {
    texts,
    unit: Int32Array.from(unit),
    first,
    border,
    length,
    cumulative,
    ending: Uint8Array.from(texts, ending),
    offset: Int32Array.from(offset),
  };
}
