import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAligned } from '../aligned/readAligned';

const bytes = (content: string) => new TextEncoder().encode(content);
async function good(files: Record<string, string>) {
  const packed = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)]));
  const read = await readAligned([{ name: 'x.zip', bytes: zipSync(packed) }]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('lines with what is known of them', () => {
  const texts = { 'c.en': 'One.\nTwo.\n', 'c.vi': 'Một.\nHai.\n' };
  it.each([
    ['ids', 'a\nb\n', ['a', null, null]],
    ['ids and properties', 'a\tapproved\t0.5000\t\nb\tmachine\t\t\n', ['a', 'approved', 0.5]],
    [
      'ids, and who and when without them',
      'a\tLan; Ion\t2026-11-21T01:02:03.000Z\nb\t\t\n',
      ['a', null, null],
    ],
    [
      'documents and sentences of OPUS',
      'en/1.xml.gz\tvi/1.xml.gz\t1\t1\nen/1.xml.gz\tvi/1.xml.gz\t2 3\t2\n',
      [null, null, null],
    ],
  ])('has %s', async (_, ids, expected) => {
    const { units, warnings } = await good({ ...texts, 'c.ids': ids });
    expect([units[0].id, units[0].status, units[0].confidence]).toEqual(expected);
    expect(warnings).toEqual([]);
  });
});

describe('a Moses archive of OPUS', () => {
  it('has what is about the corpus beside its lines', async () => {
    const { languages, units } = await good({
      README: 'Corpus Name: Tatoeba\n\nmany\nlines\n',
      LICENSE: 'CC BY 2.0\n',
      'Tatoeba.en-vi.en': 'One.\nTwo.\n',
      'Tatoeba.en-vi.vi': 'Một.\nHai.\n',
      'Tatoeba.en-vi.ids': 'en/1.xml.gz\tvi/1.xml.gz\t1\t1\nen/1.xml.gz\tvi/1.xml.gz\t2\t2\n',
      'Tatoeba.en-vi.scores': '0.9\n0.8\n',
    });
    expect(languages.map(({ lang }) => lang)).toEqual(['en', 'vi']);
    expect(units.map(({ sides }) => sides.map(([part]) => part.text))).toEqual([
      ['One.', 'Một.'],
      ['Two.', 'Hai.'],
    ]);
  });
});
