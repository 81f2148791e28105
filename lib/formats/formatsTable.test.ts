import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatsTable } from './formatsTable';

it('formatsTable is what the README shows; else run scripts/formats-table.ts', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(formatsTable());
});
