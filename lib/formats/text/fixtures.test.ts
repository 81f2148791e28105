import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readText } from './readText';

const FOLDER = 'tests/fixtures/texts';

/** What each file must become: format, encoding, language, paragraphs, codes of warnings; or the error. */
const GOOD: Record<string, [string, string, string, number, string]> = {
  'vi-windows-1258.txt': ['txt', 'windows-1258', 'vi', 2, ''],
  'vi-tcvn3.txt': ['txt', 'tcvn3', 'vi', 2, ''],
  'vi-viscii.txt': ['txt', 'viscii', 'vi', 2, ''],
  'nul.txt': ['txt', 'utf-8', 'en', 2, 'nul replacementCharacter'],
  'vi-nfd.txt': ['txt', 'utf-8', 'vi', 2, 'nfd'],
  'ro-windows-1250.txt': ['txt', 'windows-1250', 'ro', 2, 'cedilla'],
  'ro-iso-8859-16.txt': ['txt', 'iso-8859-16', 'ro', 2, ''],
  'en-utf-16le.txt': ['txt', 'utf-16le', 'en', 2, ''],
  'en.md': ['md', 'utf-8', 'en', 5, ''],
  'ro.html': ['html', 'utf-8', 'ro', 3, ''],
  'vi.docx': ['docx', 'utf-8', 'vi', 6, ''],
};
const BAD: Record<string, object> = {
  'cut-off.docx': { code: 'import.brokenFile', params: { part: 'zip', position: 700 } },
  'broken-xml.docx': { code: 'import.brokenFile', params: { part: 'word/document.xml' } },
  'damaged-utf-8.txt': { code: 'import.wrongEncoding', params: { encoding: 'utf-8', line: 2, offset: 46 } },
  'picture.txt': { code: 'import.binary', params: { kind: 'png' } },
  'empty.txt': { code: 'import.empty' },
};
const read = (fileName: string) =>
  readText(new Uint8Array(readFileSync(`${FOLDER}/${fileName}`)), { fileName });

it.each(Object.entries(GOOD))('readText reads %s', async (file, expected) => {
  const draft = await read(file);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const { format, encoding, lang, paragraphs, warnings } = draft.value;
  const codes = warnings.map(({ code }) => code).join(' ');
  expect([format, encoding, lang, paragraphs.length, codes]).toEqual(expected);
  if (file.startsWith('vi')) expect(paragraphs.join('\n').normalize('NFC')).toContain('nước lặng như gương');
});

it('letters in pieces are counted, stay as they are, and are composed where that is asked for', async () => {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/vi-nfd.txt`));
  const [kept, composed] = [await readText(bytes), await readText(bytes, { letters: 'compose' })];
  if (!kept.ok || !composed.ok) throw new Error('not read');
  const { count } = kept.value.pieces!;
  expect(count).toBeGreaterThan(20);
  expect(kept.value.pieces).toEqual({ count, composed: false });
  expect(kept.value.warnings).toContainEqual({ code: 'nfd', params: { count, paragraph: 1 } });
  expect(composed.value.pieces).toEqual({ count, composed: true });
  expect(composed.value.warnings.map(({ code }) => code)).not.toContain('nfd');
  expect(composed.value.paragraphs).toEqual(kept.value.paragraphs.map((one) => one.normalize('NFC')));
});

it.each(Object.entries(BAD))('readText refuses %s and names the place', async (file, error) => {
  expect(await read(file)).toMatchObject({ ok: false, error });
});

it('readText has been tried on every file of the folder', () => {
  const files = readdirSync(FOLDER).filter((file) => file !== 'README.md' && file !== 'real');
  expect(files.sort()).toEqual([...Object.keys(GOOD), ...Object.keys(BAD)].sort());
});
