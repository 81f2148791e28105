import { expect, it } from 'vitest';
import { localPath } from './localPath';

it.each(['/projects', '/projects/1?filter=machine#row', '/account'])('localPath keeps %s', (path) =>
  expect(localPath(path)).toBe(path),
);

it.each([
  undefined,
  ['/a'],
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('localPath leads home instead of to %j', (path) => expect(localPath(path)).toBe('/projects'));
