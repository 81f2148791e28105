import { expect, test } from 'vitest';
import { align } from '.';
import { fullBand } from './band';
import { BEAD_TYPES } from './beadTypes';
import type { Lattice } from './lattice';
import { bestPath } from './search';
import { pathScore, wholePath } from './wholeness';

/** Three by three sentences: 1-1 beads cost `bead`, nulls `open` and `more`; everything else is impossible. */
function lattice(bead: number, open: number, more: number): Lattice {
  const band = fullBand(3, 3);
  const beads = new Float32Array(band.cells * BEAD_TYPES.length).fill(-Infinity);
  const type = BEAD_TYPES.findIndex(([m, n]) => m === 1 && n === 1);
  const [sourceNull, targetNull] = [new Float32Array(band.cells * 2), new Float32Array(band.cells * 2)].map(
    (xs) => xs.fill(-Infinity),
  );
  for (let a = 0; a <= 3; a++)
    for (let b = 0; b <= 3; b++) {
      const cell = band.start[a] + b - band.lo[a];
      if (a < 3 && b < 3) beads[cell * BEAD_TYPES.length + type] = bead;
      if (a < 3) sourceNull.set([open, more], cell * 2);
      if (b < 3) targetNull.set([open, more], cell * 2);
    }
  const tears = () => new Float32Array(band.cells);
  return {
    band,
    bead: beads,
    most: new Uint8Array(band.cells).fill(BEAD_TYPES.length),
    sourceNull,
    targetNull,
    tearSource: tears(),
    tearTarget: tears(),
    nullBoth: [-0.75, -0.5],
  };
}
const borders = new Uint8Array(4).fill(1);

test('pathScore adds up what bestPath maximises', () => {
  for (const [bead, open, more] of [
    [1, -2, -1],
    [-3, -1, -0.5],
    [-9, -2, -0.25],
  ]) {
    const one = lattice(bead, open, more);
    const best = bestPath(one, borders, 0);
    const plain = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3);
    expect(pathScore(one, plain)).toBeCloseTo(3 * bead);
    expect(pathScore(one, best)).toBeGreaterThanOrEqual(pathScore(one, plain));
  }
});

test('wholePath prefers beads to a text replaced by another, unless they are far worse', () => {
  const diagonal = [0, 0, 1, 1, 2, 2, 3, 3];
  // All null costs 2 × (−1 − 0.5 − 0.5) = −4: beads of −4 each are 8 nats behind, beads of −8 each 20.
  expect([...bestPath(lattice(-4, -1, -0.5), borders, 0)]).not.toEqual(diagonal);
  expect([...wholePath(lattice(-4, -1, -0.5), borders, 0, 10)]).toEqual(diagonal);
  expect([...wholePath(lattice(-8, -1, -0.5), borders, 0, 10)]).not.toEqual(diagonal);
});

test('align keeps a short text in strange words together', () => {
  const source = ['Twp pwp ymlaen cwm.', 'Llan bara brith hiraeth gwlad.', 'Cymru am byth.'];
  const target = ['Zorba kelet mundo ras.', 'Vunta perog slim trunka dolle.', 'Brinka so volt.'];
  const { ladder } = align({
    source: { lang: 'en', segments: source },
    target: { lang: 'ro', segments: target },
  });
  expect([...ladder]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});
