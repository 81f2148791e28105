import { expect, it } from 'vitest';
import { isAlignedFile } from './formats';

it.each([
  ['Cartea.TMX', true],
  ['lists.xlsx', true],
  ['The Ferry.moses.zip', true],
  ['rows.tsv', true],
  ['chapter.txt', false],
  ['chapter.docx', false],
  ['archive.zip', false],
  ['photo.png', false],
  ['', false],
])('%s: %s', (name, expected) => expect(isAlignedFile(name)).toBe(expected));
