import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAligned } from '../aligned/readAligned';

const bytes = (content: string) => new TextEncoder().encode(content);
/** A text as OPUS has it: tokens, times, and nothing between them that counts. */
const text = (...sentences: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<letsmt version="1.0"><head/><body>\n${sentences
    .map(
      (one, k) =>
        `<s id="${k + 1}">\n <time id="T${k}S" value="00:00:01,000" />\n${one
          .split(' ')
          .map((word, n) => ` <w id="${k + 1}.${n + 1}">${word}</w>\n`)
          .join('')}</s>\n`,
    )
    .join('')}</body></letsmt>\n`;
const group = (fromDoc: string, toDoc: string) =>
  ` <linkGrp targType="s" toDoc="${toDoc}" fromDoc="${fromDoc}">\n<link id="SL1" xtargets="1;1" overlap="0.9" certainty="-0.3" />\n </linkGrp>\n`;
const links = (...groups: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n<cesAlign version="1.0">\n${groups.join('')}</cesAlign>\n`;

/** The three archives of a corpus: a zip a language, and the links packed by themselves. */
async function corpus(folders: [string, string], depth: string) {
  const zip = (folder: string, words: string[]) =>
    zipSync({
      'Corpus/README': bytes('about\n'),
      ...Object.fromEntries(
        words.map((word, k) => [`Corpus/xml/${folder}/${depth}${k + 1}.xml`, bytes(text(word))]),
      ),
    });
  const doc = (folder: string, k: number) => `${folder}/${depth}${k}.xml.gz`;
  const read = await readAligned([
    { name: 'Corpus_a.zip', bytes: zip(folders[0], ['Hello .', 'Two .', 'Three .']) },
    { name: 'Corpus_b.zip', bytes: zip(folders[1], ['Chào .', 'Hai .', 'Ba .']) },
    {
      name: 'Corpus_a-b.xml.gz',
      bytes: gzipSync(bytes(links(...[1, 2, 3].map((k) => group(doc(folders[0], k), doc(folders[1], k)))))),
    },
  ]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const ROWS = [
  ['Hello .', 'Chào .'],
  ['Two .', 'Hai .'],
  ['Three .', 'Ba .'],
];

describe('a corpus as OPUS gives it out', () => {
  it.each(['', '2010/17/', 'it/'])(
    'is in two languages, however deep its documents lie: "%s"',
    async (depth) => {
      const { languages, units } = await corpus(['en', 'vi'], depth);
      expect(languages.map(({ lang }) => lang)).toEqual(['en', 'vi']);
      expect(units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join('|')))).toEqual(
        ROWS,
      );
      expect(units.every(({ confidence }) => confidence === null)).toBe(true);
    },
  );
  it('is so too where its folders say nothing', async () => {
    const { languages, units } = await corpus(['left', 'right'], 'deep/');
    expect(languages.map(({ lang }) => lang)).toEqual([null, null]);
    expect(units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join('|')))).toEqual(
      ROWS,
    );
  });
});
