import { expect, test } from 'vitest';
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS } from '@/lib/align/weights';
import asset from '@/lib/align/weights.asset.json';
import { startChecksum, startWeights } from '../../scripts/engine-weights/start';

test('the stored weights are those of the script: same start, same features, rounded as it rounds', () => {
  expect(asset.format).toBe('triptych-align-weights');
  expect(asset.provenance.start, 'run scripts/engine-weights.ts again').toBe(startChecksum());
  expect(asset.provenance.corpora).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(Object.keys(asset.layouts)).toEqual([...LAYOUTS]);
  for (const { features, calibration } of Object.values(asset.layouts)) {
    expect(Object.keys(features)).toEqual([...FEATURES]);
    const lines = Object.values(calibration).flatMap((line) => [...line.bead, ...line.null]);
    for (const x of [...Object.values(features), ...lines]) expect(x).toBe(Number(x.toFixed(3)));
  }
});

test('what is not estimated is stored as it stands in the script', () => {
  const { hits } = startWeights().sentences;
  expect(asset.hits).toEqual(hits);
});
