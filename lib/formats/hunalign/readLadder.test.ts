import { describe, expect, it } from 'vitest';
import { readAligned } from '../aligned/readAligned';
import { validateFiles } from '../validate/validateFiles';

/** What hunalign, vecalign and bertalign print, in all their moods. */

const TEXTS = { 'b.en': 'One.\nTwo.\nThree.\n', 'b.vi': 'Một.\nHai ba.\n' };
const ROWS = [
  ['One.', 'Một.'],
  ['Two. | Three.', 'Hai ba.'],
];
const files = (links: string, name: string) =>
  Object.entries({ ...TEXTS, [name]: links }).map(([name, content]) => ({
    name,
    bytes: new TextEncoder().encode(content),
  }));

async function rows(links: string, name: string) {
  const read = await readAligned(files(links, name));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join(' | ')));
}
async function errors(links: string, name: string) {
  const done = await validateFiles(files(links, name));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.findings.map(({ code }) => code);
}

describe.each([
  ['plain', '0\t0\t0.3\n1\t1\t-0.3\n3\t2\t0\n', 'b.ladder'],
  ['with scores that are no numbers', '0\t0\tnan\n1\t1\t-inf\n3\t2\t1e+06\n', 'b.ladder'],
  ['by hand, without scores', '0 0\n1 1\n3 2\n', 'b.ladder'],
  ['with costs', '[0]:[0]:0.123456\n[1, 2]:[1]:0.000000\n', 'b.vecalign'],
  ['with costs that are no numbers', '[0]:[0]:nan\n[1, 2]:[1]:inf\n', 'b.vecalign'],
  ['of bertalign', '[0]:[0]\n[1, 2]:[1]\n', 'b.links'],
  [
    'with the words below',
    `[0]:[0]:0.1\n${' '.repeat(40)} SRC:  One.\n${' '.repeat(40)} TGT:  Một.\n[1, 2]:[1]:0.2\n${' '.repeat(40)} SRC:  Two. Three.\n${' '.repeat(40)} TGT:  Hai ba.\n`,
    'b.vecalign',
  ],
])('links %s', (_, links, name) => {
  it('are read, and nothing is wrong with them', async () => {
    expect(await rows(links, name)).toEqual(ROWS);
    expect(await errors(links, name)).toEqual([]);
  });
});
