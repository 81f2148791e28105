import { expect, test } from 'vitest';
import { align } from './align';
import { calibrated, calibrationLang } from './calibrate';
import { STORED } from './weights';

test('calibration keeps the order of probabilities, and is none where nothing was fitted', () => {
  for (const { calibration } of Object.values(STORED))
    for (const isNull of [false, true]) {
      const mapped = [0, 0.01, 0.3, 0.5, 0.9, 0.999, 1].map((p) => calibrated(calibration, 'de', isNull, p));
      expect([...mapped].sort((x, y) => x - y)).toEqual(mapped);
      expect(mapped.every((p) => p >= 0 && p <= 1)).toBe(true);
    }
  expect(calibrated({}, 'vi', false, 0.25)).toBe(0.25);
  expect([calibrationLang('en', 'vi-VN'), calibrationLang('ro', 'en')]).toEqual(['vi', 'ro']);
});

test('progress rises in many small steps, from reading to the end', () => {
  const segments = Array.from({ length: 700 }, (_, k) => `The king of town ${k} saw ${k % 13} ships.`);
  const shares: number[] = [];
  align({
    source: { lang: 'en', segments },
    target: {
      lang: 'ro',
      segments: segments.map((_, k) => `Regele orașului ${k} a văzut ${k % 13} corăbii.`),
    },
    onProgress: (share) => shares.push(share),
  });
  expect([...shares].sort((x, y) => x - y)).toEqual(shares);
  const steps = shares.map((share, k) => share - (shares[k - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(0.25);
  expect(new Set(shares).size).toBeGreaterThanOrEqual(9);
  expect(shares.at(-1)).toBe(1);
});
