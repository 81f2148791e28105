import { expect, it } from 'vitest';
import { whereNext } from './whereNext';

it('whereNext leads to stale beads, else to new ones, else to the texts', () => {
  expect(
    whereNext('/d', [
      { stale: 0, added: 2 },
      { stale: 1, added: 0 },
    ]),
  ).toBe('/d?status=stale');
  expect(
    whereNext('/d', [
      { stale: 0, added: 0 },
      { stale: 0, added: 1 },
    ]),
  ).toBe('/d?status=machine&only=nulls');
  expect(whereNext('/d', [{ stale: 0, added: 0 }])).toBe('/d/texts');
  expect(whereNext('/d', [])).toBe('/d/texts');
});
