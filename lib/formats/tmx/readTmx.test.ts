import { describe, expect, it } from 'vitest';
import { readAligned } from '../aligned/readAligned';

/** What translation memories of other programs look like; each in words of our own. */

async function good(content: string, name = 'a.tmx') {
  const read = await readAligned([{ name, bytes: new TextEncoder().encode(content) }]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const tmx = (units: string, srclang = 'en') =>
  `<?xml version="1.0"?><tmx version="1.4"><header srclang="${srclang}"/><body>${units}</body></tmx>`;
const tuv = (lang: string, seg: string) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`;
const langs = async (content: string) => (await good(content)).languages.map(({ lang }) => lang);
const rows = async (content: string) =>
  (await good(content)).units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join('|')));

describe('the source language', () => {
  it('is that of the unit where the header has any, and may differ in its region', async () => {
    const unit = (more = '') => `<tu${more}>${tuv('vi', 'Một')}${tuv('en-US', 'One')}</tu>`;
    expect(await langs(tmx(unit(' srclang="en-us"'), '*all*'))).toEqual(['en-US', 'vi']);
    expect(await langs(tmx(unit(), 'EN'))).toEqual(['en-US', 'vi']);
    expect(await langs(tmx(unit(), '*all*'))).toEqual(['vi', 'en-US']);
    expect(await langs(tmx(unit(' srclang="*all*"'), '*ALL*'))).toEqual(['vi', 'en-US']);
  });
  it('and the others may be counted as in memories of the European Union', async () => {
    expect(await langs(tmx(`<tu>${tuv('EN-GB', 'One')}${tuv('RO-01', 'Unu')}</tu>`, 'EN-GB'))).toEqual([
      'en-GB',
      'ro',
    ]);
  });
});

describe('a unit', () => {
  it('is called by its tuid, whatever properties it has', async () => {
    const unit = `<tu tuid="7"><prop type="id">other</prop><prop type="status">done</prop>${tuv('en', 'One')}${tuv('vi', 'Một')}</tu>`;
    const { units, warnings } = await good(tmx(unit));
    expect(units[0]).toMatchObject({ id: '7', status: null });
    expect(warnings).toEqual([]);
  });
  it('has its words without the lines of the file that they stand on', async () => {
    const unit = `<tu>${tuv('en', '\n    One\n    two \n  ')}${tuv('vi', ' Một ')}</tu>`;
    expect(await rows(tmx(unit))).toEqual([['One\n    two', ' Một ']]);
  });
  it('has no codes in it, and no words of codes: those of Trados, memoQ and Wordfast', async () => {
    const en =
      'The <ut>{\\b </ut>cat<bpt i="1" type="bold">{}</bpt> sat<ept i="1">{}</ept><it pos="begin">{\\i </it> <ph x="1">&lt;img alt="<sub>no <hi>no</hi></sub>"/&gt;</ph><hi>down <hi>there</hi></hi>.';
    const { warnings } = await good(tmx(`<tu>${tuv('en', en)}${tuv('vi', 'x')}</tu>`));
    expect(await rows(tmx(`<tu>${tuv('en', en)}${tuv('vi', 'x')}</tu>`))).toEqual([
      ['The cat sat down there.', 'x'],
    ]);
    expect(warnings).toEqual([{ code: 'inlineCodes', params: { count: 5, place: 1 } }]);
  });
});

describe('references to characters that XML cannot hold', () => {
  it('are replaced and counted, and nothing else is', async () => {
    const unit = (text: string) => `<tu>${tuv('en', text)}${tuv('vi', 'x')}</tu>`;
    const file = tmx(unit('A&#x1E;B &#31; &#x41; &amp;#x41;') + unit('&amp;#x1F;'));
    expect(await rows(file)).toEqual([
      ['A\ufffdB \ufffd A &#x41;', 'x'],
      ['&#x1F;', 'x'],
    ]);
    expect((await good(file)).warnings).toEqual([
      { code: 'replacedCharacters', params: { count: 2, place: 1 } },
    ]);
  });
  it('are so in XLIFF too', async () => {
    const file = `<xliff version="1.2"><file original="a" source-language="en" target-language="vi"><body><trans-unit id="1"><source>A&#x1F;B</source><target>x</target></trans-unit></body></file></xliff>`;
    expect(await rows(file)).toEqual([['A\ufffdB', 'x']]);
  });
});
