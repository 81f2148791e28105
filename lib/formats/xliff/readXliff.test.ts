import { describe, expect, it } from 'vitest';
import { readAligned } from '../aligned/readAligned';

/** What other programs say in XLIFF beside the texts; each in words of our own. */

async function good(content: string) {
  const read = await readAligned([{ name: 'a.xlf', bytes: new TextEncoder().encode(content) }]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const one = (body: string, languages = 'source-language="en" target-language="vi"', version = '1.2') =>
  `<xliff version="${version}"><file original="a" datatype="plaintext" ${languages}><body>${body}</body></file></xliff>`;
const two = (body: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi"><file id="f">${body}</file></xliff>`;
const unit = (about: string, state: string, id = 'a') =>
  `<trans-unit id="${id}" ${about}><source>One</source><target ${state}>Một</target></trans-unit>`;
const statuses = async (content: string) => (await good(content)).units.map(({ status }) => status);
const rows = async (content: string) =>
  (await good(content)).units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join('|')));

describe('states', () => {
  it.each([
    ['final', 'approved'],
    ['signed-off', 'confirmed'],
    ['translated', 'proposed'],
    ['new', 'machine'],
    ['needs-translation', 'machine'],
    ['needs-review-translation', 'machine'],
    ['needs-l10n', 'machine'],
  ])('of 1.x: %s is %s', async (state, status) => {
    expect(await statuses(one(unit('', `state="${state}"`)))).toEqual([status]);
    expect(await statuses(one(unit('approved="no"', `state="${state}"`), undefined, '1.1'))).toEqual([
      status,
    ]);
  });

  it.each([
    ['final', 'approved'],
    ['reviewed', 'confirmed'],
    ['translated', 'proposed'],
    ['initial', 'machine'],
  ])('of 2.x: %s is %s', async (state, status) => {
    const segment = `<unit id="u"><segment state="${state}" subState="other:word"><source>One</source><target>Một</target></segment></unit>`;
    expect(await statuses(two(segment))).toEqual([status]);
  });

  it('gives way to nothing but a state that asks for work when a unit is approved', async () => {
    const units = ['', 'state="translated"', 'state="x-own"', 'state="needs-translation"'].map((state, k) =>
      unit('approved="yes"', state, String(k)),
    );
    expect(await statuses(one(units.join('')))).toEqual(['approved', 'approved', 'approved', 'machine']);
  });

  it('says nothing where the file says nothing, and counts words that are not known', async () => {
    expect(await statuses(one(unit('', '') + unit('approved="no"', '')))).toEqual([null, null]);
    const document = await good(one(unit('', 'state="x-own"')));
    expect(document.units[0].status).toBeNull();
    expect(document.warnings).toContainEqual({ code: 'unknownStatus', params: { count: 1, place: 1 } });
  });

  it('is that of each segment in Trados Studio', async () => {
    const mrk = (mid: number, text: string) => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`;
    const body = `<trans-unit id="u"><source>One. Two. Three.</source><seg-source>${mrk(1, 'One.')} ${mrk(2, 'Two.')} ${mrk(3, 'Three.')}</seg-source><target>${mrk(1, 'Một.')} ${mrk(2, 'Hai.')} ${mrk(3, 'Ba.')}</target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2" conf="Translated"/><sdl:seg id="3"/></sdl:seg-defs></trans-unit>`;
    expect(await statuses(one(body))).toEqual(['approved', 'proposed', null]);
  });

  it('is that of each unit in memoQ and Phrase', async () => {
    const says = (attribute: string, k: number) => unit(attribute, '', String(k));
    const words = [
      'mq:status="Proofread"',
      'mq:status="Reviewer1Confirmed"',
      'mq:status="ManuallyConfirmed"',
      'mq:status="PartiallyEdited"',
      'mq:status="Pretranslated"',
      'm:confirmed="1"',
      'm:confirmed="0"',
    ];
    expect(await statuses(one(words.map(says).join('')))).toEqual([
      'approved',
      'confirmed',
      'confirmed',
      'machine',
      'machine',
      'proposed',
      'machine',
    ]);
  });
});

describe('what stands beside a translation', () => {
  it('is not taken for it: what memoQ found and what was there before', async () => {
    const beside =
      '<mq:insertedmatch><source>Ten</source><target>Mười</target></mq:insertedmatch><mq:minorversions><mq:historical-unit><source>Old</source><target>Cũ</target></mq:historical-unit></mq:minorversions>';
    const body = `<trans-unit id="a"><source>One</source><target>Một</target>${beside}</trans-unit>`;
    expect(await rows(one(body))).toEqual([['One', 'Một']]);
  });
});

describe('segments of a unit', () => {
  const segment = (source: string, target: string, order = '', about = '') =>
    `<segment${about}><source>${source}</source><target${order && ` order="${order}"`}>${target}</target></segment>`;
  const between = (source: string, target = '') =>
    `<ignorable><source>${source}</source>${target && `<target>${target}</target>`}</ignorable>`;

  it('are one unit when their targets change places, so that both texts read as they were written', async () => {
    const moved = `<unit id="u">${segment('One.', 'Một.', '5')}${between(' ')}${segment('Two.', 'Hai.', '1', ' state="final"')}${between(' ')}${segment('Three.', 'Ba.', '3', ' state="final"')}</unit>`;
    const document = await good(two(moved));
    expect(
      document.units.map(({ id, status, sides }) => [
        id,
        status,
        sides.map((side) => side.map(({ text }) => text)),
      ]),
    ).toEqual([
      [
        'u',
        null,
        [
          ['One.', 'Two.', 'Three.'],
          ['Hai.', 'Ba.', 'Một.'],
        ],
      ],
    ]);
  });

  it('stay apart when an order is told that changes nothing', async () => {
    expect(
      await rows(
        two(
          `<unit id="u">${segment('One.', 'Một.', '1')}${between(' ')}${segment('Two.', 'Hai.', '3')}</unit>`,
        ),
      ),
    ).toEqual([
      ['One.', 'Một.'],
      ['Two.', 'Hai.'],
    ]);
  });

  it('may have words between them that nobody translates', async () => {
    const document = await good(
      two(
        `<unit id="u">${segment('One.', 'Một.')}${between(' * ', ' * ')}${segment('Two.', 'Hai.')}${between('\n')}</unit>`,
      ),
    );
    expect(document.units.map(({ id, sides }) => [id, ...sides.map(([part]) => part.text)])).toEqual([
      ['u', 'One.', 'Một.'],
      ['u/2', ' * ', ' * '],
      ['u/3', 'Two.', 'Hai.'],
    ]);
    expect(document.warnings).toEqual([{ code: 'notTranslated', params: { count: 1, place: 2 } }]);
  });
});

describe('metadata of other programs', () => {
  it('are not taken for ours, whatever they are called', async () => {
    const meta = (category: string) =>
      `<mda:metadata><mda:metaGroup category="${category}"><mda:meta type="status">done</mda:meta><mda:meta type="confidence">0.5</mda:meta></mda:metaGroup></mda:metadata>`;
    const unitOf = (category: string) =>
      two(`<unit id="u">${meta(category)}<segment><source>One</source><target>Một</target></segment></unit>`);
    const theirs = await good(unitOf('phrase'));
    expect(theirs.units[0]).toMatchObject({ status: null, confidence: null });
    expect(theirs.warnings).toEqual([]);
    expect((await good(unitOf('triptych'))).units[0].confidence).toBe(0.5);
  });

  it('may hold texts of their own: resources, matches, what stood there before', async () => {
    const body = `<res:resourceData><res:resourceItem id="r"><res:source>no</res:source><res:target>no</res:target></res:resourceItem></res:resourceData><mtc:matches><mtc:match ref="#m"><source>no</source><target>no</target></mtc:match></mtc:matches><ctr:changeTrack><ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="content">no</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack><gls:glossary><gls:glossEntry><gls:term>no</gls:term></gls:glossEntry></gls:glossary>`;
    expect(
      await rows(
        two(`<unit id="u">${body}<segment><source>One</source><target>Một</target></segment></unit>`),
      ),
    ).toEqual([['One', 'Một']]);
  });
});

describe('tracked changes of Trados Studio', () => {
  it('are taken as accepted', async () => {
    const change = (kind: string, text: string) => `<mrk mtype="x-sdl-${kind}" sdl:revid="1">${text}</mrk>`;
    const target = `<target><mrk mtype="seg" mid="1">Một ${change('deleted', 'cũ <g id="1">và</g> ')}${change('added', 'mới')}.</mrk></target>`;
    const body = `<trans-unit id="u"><source>One.</source><seg-source><mrk mtype="seg" mid="1">One.</mrk></seg-source>${target}</trans-unit>`;
    expect(await rows(one(body))).toEqual([['One.', 'Một mới.']]);
  });
});

describe('texts that are not to be translated', () => {
  it('belong to the text and are counted, whoever says so', async () => {
    const plain = unit('', '', 'b');
    const document = await good(one(`${plain}<group translate="no">${unit('', '', 'c')}</group>`));
    expect(document.units.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(document.warnings).toEqual([{ code: 'notTranslated', params: { count: 1, place: 2 } }]);
    const later = await good(
      two(
        '<unit id="a" translate="no"><segment><source>One</source><target>One</target></segment></unit><unit id="b"><segment><source>Two <mrk id="m" translate="no">X</mrk></source><target>Hai X</target></segment></unit>',
      ),
    );
    expect(later.warnings).toEqual([{ code: 'notTranslated', params: { count: 1, place: 1 } }]);
  });
});

describe('a long run of blanks', () => {
  it('is gone through once', async () => {
    const blanks = `${' '.repeat(60_000)}x${'\n'.repeat(30_000)}`;
    const started = performance.now();
    const document = await good(
      one(`<trans-unit id="a"><source>${blanks}x</source><target>y${blanks}</target></trans-unit>`),
    );
    expect(document.units).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('languages', () => {
  it('are told by the targets where the file does not tell them', async () => {
    const document = await good(one(unit('', 'xml:lang="vi"'), 'source-language="en"'));
    expect(document.languages).toEqual([
      { label: 'en', lang: 'en' },
      { label: 'vi', lang: 'vi' },
    ]);
    expect(
      await rows(
        two('')
          .replace('trgLang="vi"', 'trgLang=""')
          .replace(
            '<file id="f">',
            '<file id="f"><unit id="u"><segment><source>One</source><target>Một</target></segment></unit>',
          ),
      ),
    ).toEqual([['One', 'Một']]);
  });

  it('may be one and the same: neither side is lost', async () => {
    const document = await good(one(unit('', ''), 'source-language="en" target-language="en"'));
    expect(document.languages).toEqual([
      { label: 'en', lang: 'en' },
      { label: 'en (target)', lang: null },
    ]);
  });
});
