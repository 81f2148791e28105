import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES, type BeadStatus, NULL_REASONS } from '@/lib/bitext/types';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { zipOf } from '@/tests/helpers/zipOf';
import { type ExportUnit, isNullUnit, partsOf } from '../ExportUnit';
import { EXPORT_FORMATS, formatOf } from '../formats';
import { writeAlignment } from '../writeAlignment';
import type { AlignedDocument, AlignedOptions } from './AlignedDocument';
import { readAligned } from './readAligned';
import { readAlignedSet } from './readAlignedSet';

type Files = Record<string, string | Uint8Array>;
const filesOf = (files: Files) =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
const readSet = async (files: Files, options?: AlignedOptions) => {
  const read = await readAlignedSet(filesOf(files), options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const readOne = async (files: Files, options?: AlignedOptions) => {
  const read = await readAligned(filesOf(files), options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** A link as words: the segments of both sides, and what is said of it. */
type Bead = { source: string[]; target: string[]; said: unknown[] };

/** What has no counterpart comes reference first: no format says in which order these stand. */
function inOrder(beads: Bead[]): Bead[] {
  const out: Bead[] = [];
  let waiting: Bead[] = [];
  for (const bead of beads) {
    if (!bead.source.length) waiting.push(bead);
    else if (!bead.target.length) out.push(bead);
    else {
      out.push(...waiting, bead);
      waiting = [];
    }
  }
  return [...out, ...waiting];
}

/** The links of each language with the first one. */
function beadsOf({ languages, units }: AlignedDocument): Record<string, Bead[]> {
  return Object.fromEntries(
    languages.slice(1).map(({ lang, label }, k) => {
      const beads = units.flatMap(({ sides, links, status, confidence, reason }) => {
        const [all, own] = [sides[0], sides[k + 1]].map((side) => side.map(({ text }) => text));
        const whole = { i0: 0, i1: all.length, j0: 0, j1: own.length, status, confidence, reason };
        return (links?.[k + 1] ?? [whole]).map((link) => ({
          source: all.slice(link.i0, link.i1),
          target: own.slice(link.j0, link.j1),
          said: [link.status, link.confidence, link.reason],
        }));
      });
      return [lang ?? label, inOrder(beads.filter(({ source, target }) => source.length + target.length))];
    }),
  );
}

type Holds = {
  /** What comes back of what is said of a link; of all of it, if the format says it. */
  status?: (status: BeadStatus) => BeadStatus;
  confidence?: boolean;
  reason?: boolean;
  /** Segments of a side are one text. */
  joins?: boolean;
  /** There is a file a pair. */
  apart?: boolean;
};
const same = (status: BeadStatus) => status;
const ALL = { status: same, confidence: true, reason: true };
/** Formats whose alignments of several languages stand in several files or groups of links. */
const SEVERAL: Record<string, Holds> = {
  xces: { confidence: true },
  intertext: { status: (one) => (['machine', 'stale', 'proposed'].includes(one) ? 'machine' : 'confirmed') },
  hunalign: {},
  tei: ALL,
  tmx: { ...ALL, joins: true, apart: true },
  xliff2: { ...ALL, joins: true, apart: true },
  xliff1: { ...ALL, joins: true, apart: true },
  moses: { ...ALL, joins: true, apart: true },
  tsv: { ...ALL, joins: true, apart: true },
  xlsx: { ...ALL, joins: true, apart: true },
  parquet: { ...ALL, joins: true, apart: true },
};

const word = fc.constantFrom('Anna', 'về nhà', 'plânge', '–', '1984', 'a b', 'ê\u0301', '"', '& <s>');
const side = fc.array(fc.tuple(word, fc.boolean()), { maxLength: 3 });
/** Rows over three languages; each begins with a number, so that no two texts are the same by chance. */
const anyRows = fc
  .array(
    fc.record({
      ...{ en: side, vi: side, ro: side },
      status: fc.constantFrom(...BEAD_STATUSES),
      confidence: fc.option(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
      reason: fc.option(fc.constantFrom(...NULL_REASONS)),
    }),
    { maxLength: 8 },
  )
  .map((rows) => [
    unit('0', { en: 'First en.', vi: 'First vi.', ro: 'First ro.' }),
    ...rows.map(({ status, confidence, reason, ...sides }, k): ExportUnit => {
      const made = unit(`u${k}`, {}, { status, confidence });
      made.texts = header.langs.map((lang) => {
        const parts = sides[lang as 'en'].map(([text, opens], n) => ({
          text: `${text} ${lang}${k}.${n}`,
          opens,
        }));
        const text = parts.length ? parts.map((part) => part.text).join(' ') : null;
        return { lang, text, segments: parts.length, parts };
      });
      return { ...made, reason: isNullUnit(made) ? reason : null };
    }),
  ]);

function expectedBeads(units: readonly ExportUnit[], lang: string, holds: Holds): Bead[] {
  const wordsOf = (one: ExportUnit, of: string) => {
    const text = one.texts.find((own) => own.lang === of)!;
    if (holds.joins) return text.text === null ? [] : [text.text];
    return partsOf(text).map((part) => part.text);
  };
  const beads = units.map((one) => {
    const [source, target] = [wordsOf(one, 'en'), wordsOf(one, lang)];
    // A pair knows of its own gaps only.
    const isNull = source.length === 0 || target.length === 0;
    return {
      ...{ source, target },
      said: [
        holds.status?.(one.status) ?? null,
        holds.confidence ? one.confidence : null,
        holds.reason && isNull ? one.reason : null,
      ],
    };
  });
  return inOrder(beads.filter(({ source, target }) => source.length + target.length));
}

const writeOne = async (
  units: readonly ExportUnit[],
  id: string,
  langs: readonly string[],
  titles?: string[],
) => {
  const own = units.map((one) => ({ ...one, texts: one.texts.filter(({ lang }) => langs.includes(lang)) }));
  const pairs = own
    .filter(({ texts }) => texts.some(({ text }) => text !== null))
    .map((one) => ({ ...one, reason: isNullUnit(one) ? one.reason : null }));
  const head = { ...header, langs: [...langs], ...(titles && { documents: titles }) };
  const chunks = await writeAlignment(head, pairs, id, { nulls: 'keep', properties: true });
  if (!chunks.ok) throw new Error(chunks.error.code);
  return collectBytes(chunks.value);
};
const ending = (id: string) => formatOf(id as 'tmx').extensions[0];

describe('readAlignedSet', () => {
  it.each(Object.entries(SEVERAL))('gives all languages of %s back as one document', async (id, holds) => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (units) => {
        const files: Files = {};
        if (holds.apart)
          for (const lang of ['vi', 'ro'])
            files[`Anna en-${lang}.${ending(id)}`] = await writeOne(units, id, ['en', lang]);
        else files[`Anna.${ending(id)}`] = await writeOne(units, id, header.langs);
        const { documents, apart } = await readSet(files);
        expect(apart).toBeNull();
        expect(documents.map(({ languages }) => languages.map(({ lang }) => lang))).toEqual([header.langs]);
        const beads = beadsOf(documents[0]);
        for (const lang of ['vi', 'ro']) expect(beads[lang]).toEqual(expectedBeads(units, lang, holds));
      }),
      { numRuns: 40 },
    );
  });

  it.each(
    EXPORT_FORMATS.filter(({ holdsDocuments, id }) => holdsDocuments && id !== 'sheet-csv').map(
      ({ id }) => id,
    ),
  )('parts the documents of a project in %s', async (id) => {
    const titles = ['Chapter 1', 'Chapter 2', 'Chapter 3'];
    const units = titles.flatMap((title, document) =>
      [1, 2].map((n) => ({
        ...unit(`${document}.${n}`, {
          en: `${title}, one ${n}.`,
          vi: `${title}, một ${n}.`,
          // One that has not been translated yet.
          ro: document === 1 ? null : `${title}, unu ${n}.`,
        }),
        document,
      })),
    );
    const { documents, names, skipped } = await readSet({
      [`Anna.${ending(id)}`]: await writeOne(units, id, header.langs, titles),
    });
    expect(skipped).toEqual([]);
    expect(names).toEqual(id === 'xces' ? ['1', '2', '3'] : titles);
    expect(documents.map((one) => one.languages.map(({ lang }) => lang))).toEqual([
      ['en', 'vi', 'ro'],
      ['en', 'vi'],
      ['en', 'vi', 'ro'],
    ]);
    expect(documents[2].units.map(({ sides }) => sides.map(([part]) => part.text))).toEqual([
      ['Chapter 3, one 1.', 'Chapter 3, một 1.', 'Chapter 3, unu 1.'],
      ['Chapter 3, one 2.', 'Chapter 3, một 2.', 'Chapter 3, unu 2.'],
    ]);
  });

  it.each(['tei', 'intertext', 'hunalign', 'xliff2', 'moses', 'tmx', 'xlsx'])(
    'reads an export of a project that has a file a document: %s',
    async (id) => {
      const files: Files = { 'manifest.json': '[{"manifest":"triptych-export"}]' };
      for (const title of ['Chapter 1', 'Chapter 2'])
        for (const langs of id.startsWith('xliff')
          ? [
              ['en', 'vi'],
              ['en', 'ro'],
            ]
          : [header.langs]) {
          const texts = Object.fromEntries(header.langs.map((lang) => [lang, `${title} in ${lang}.`]));
          files[`${title} ${langs.join('-')}.${ending(id)}`] = await writeOne([unit('1', texts)], id, langs);
        }
      const { documents, names, skipped } = await readSet({ 'Anna.zip': zipOf(files) });
      expect(skipped).toEqual([]);
      expect(names.map((name) => name.replace('Anna Karenina', '?'))).toEqual(
        // These have the title of the whole in them, as the test writes it.
        ['tei', 'xliff2', 'tmx'].includes(id) ? ['?', '?'] : ['Chapter 1', 'Chapter 2'],
      );
      expect(documents.map(({ languages }) => languages.length)).toEqual([3, 3]);
    },
  );
});

const tmx = (lang: string, units: [string, string][]) =>
  `<tmx version="1.4"><header srclang="en"/><body>${units
    .map(
      ([en, other]) =>
        `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="${lang}"><seg>${other}</seg></tuv></tu>`,
    )
    .join('')}</body></tmx>`;

describe('alignments that share a text', () => {
  it('are cut wherever one of them cuts it, keep their own links, and say so', async () => {
    const files = {
      'b.en-vi.tmx': tmx('vi', [
        ['One.  Two.', 'Một hai.'],
        ['Three.', 'Ba.'],
      ]),
      'b.en-ro.tmx': tmx('ro', [
        ['One.', 'Unu.'],
        ['Two.', 'Doi.'],
        ['Three.', 'Trei.'],
      ]),
    };
    const document = await readOne(files);
    expect(document.alternatives).toEqual({
      names: ['b.en-vi.tmx', 'b.en-ro.tmx', 'b.en-vi.tmx + b.en-ro.tmx'],
      ...{ chosen: 2, joined: 2 },
    });
    expect(document.warnings).toEqual([{ code: 'recut', params: { count: 1, place: 1 } }]);
    const beads = beadsOf(document);
    expect(beads.vi.map(({ source }) => source)).toEqual([['One.', 'Two.'], ['Three.']]);
    expect(beads.ro.map(({ source }) => source)).toEqual([['One.'], ['Two.'], ['Three.']]);
    expect((await readOne(files, { alignment: 1 })).languages.map(({ lang }) => lang)).toEqual(['en', 'ro']);
  });
  it('whose words differ stay apart, and the first difference is named', async () => {
    const files = {
      'b.en-vi.tmx': tmx('vi', [
        ['One.', 'Một.'],
        ['Two.', 'Hai.'],
        ['Three.', 'Ba.'],
      ]),
      'b.en-ro.tmx': tmx('ro', [
        ['One. Two.', 'Unu doi.'],
        ['Thirteen.', 'Trei.'],
      ]),
    };
    const { documents, apart } = await readSet(files);
    expect(documents).toHaveLength(2);
    expect(apart).toEqual({ first: 'b.en-vi.tmx', second: 'b.en-ro.tmx', lang: 'en', place: 2 });
    expect(await readOne(files)).toMatchObject({ apart, alternatives: { chosen: 0, joined: 2 } });
  });
  it('may stand in one file of links, beside one of two other texts', async () => {
    const text = (words: string) => `<text><s id="1">${words}</s></text>`;
    const group = (from: string, to: string) =>
      `<linkGrp fromDoc="${from}/1.xml.gz" toDoc="${to}/1.xml.gz"><link xtargets="1;1"/></linkGrp>`;
    const { documents } = await readSet({
      'all.xml': `<cesAlign>${group('en', 'vi')}${group('en', 'ro')}${group('vi', 'ro')}</cesAlign>`,
      ...{ 'en/1.xml': text('One.'), 'vi/1.xml': text('Một.'), 'ro/1.xml': text('Unu.') },
    });
    expect(documents.map(({ languages }) => languages.map(({ lang }) => lang))).toEqual([
      ['en', 'vi', 'ro'],
      ['vi', 'ro'],
    ]);
  });
});

describe('a corpus', () => {
  it('of TEI has a document for each TEI in it, with ids of its own', async () => {
    const tei = (n: number) => `<TEI><teiHeader><title>Part ${n}</title></teiHeader><text><group>
      <text xml:id="en" xml:lang="en"><p><s xml:id="e1">One ${n}.</s></p></text>
      <text xml:id="vi" xml:lang="vi"><p><s xml:id="v1">Một ${n}.</s></p></text></group></text>
      <standOff><linkGrp><link target="#e1 #v1"/></linkGrp></standOff></TEI>`;
    const { documents, names } = await readSet({ 'c.xml': `<teiCorpus>${tei(1)}${tei(2)}</teiCorpus>` });
    expect(names).toEqual(['Part 1', 'Part 2']);
    expect(documents.map(({ units }) => units.map(({ sides }) => sides.map(([one]) => one.text)))).toEqual([
      [['One 1.', 'Một 1.']],
      [['One 2.', 'Một 2.']],
    ]);
  });
  it('as OPUS packs it, each language by itself, with what is said of it beside the texts', async () => {
    const text = (words: string) => `<document><s id="1">${words}</s></document>`;
    const group = (n: number) =>
      `<linkGrp fromDoc="en/${n}.xml.gz" toDoc="vi/${n}.xml.gz"><link xtargets="1;1"/></linkGrp>`;
    const pack = (lang: string) => ({
      README: 'Please cite.',
      ...Object.fromEntries([1, 2].map((n) => [`C/raw/${lang}/${n}.xml`, text(`${lang} ${n}`)])),
    });
    const { names } = await readSet({
      'en.zip': zipOf(pack('en')),
      'vi.zip': zipOf(pack('vi')),
      'en-vi.xml': `<cesAlign>${group(1)}${group(2)}</cesAlign>`,
    });
    expect(names).toEqual(['1', '2']);
  });
  it('keeps what can be read when one of its alignments is of one language alone', async () => {
    const { names, skipped } = await readSet({
      'a.tmx': tmx('vi', [['One.', 'Một.']]),
      'b.tmx': '<tmx><body><tu><tuv xml:lang="en"><seg>Two.</seg></tuv></tu></body></tmx>',
    });
    expect(names).toEqual(['a']);
    expect(skipped).toEqual([
      { name: 'b.tmx', error: { code: 'import.oneLanguage', params: { lang: 'en' } } },
    ]);
  });
  it('names files that belong to none of its alignments', async () => {
    const files = { 'a.tmx': tmx('vi', [['One.', 'Một.']]), 'notes.tsv': 'x', 'manifest.json': '[]' };
    const { skipped } = await readSet({ 'all.zip': zipOf(files) });
    expect(skipped).toEqual([
      {
        name: 'notes.tsv',
        error: { code: 'import.notAligned', params: { file: 'notes.tsv', kind: 'other' } },
      },
    ]);
    expect((await readOne({ 'all.zip': zipOf(files) })).warnings).toEqual([
      { code: 'asideFiles', params: { count: 1, place: 0 } },
    ]);
  });
  it('is refused as a whole when one of its files is broken, with the place', async () => {
    const files = filesOf({ 'a.tmx': tmx('vi', [['One.', 'Một.']]), 'b.tmx': '<tmx><body><tu>' });
    expect(await readAlignedSet(files)).toMatchObject({
      error: { code: 'import.brokenXml', params: { file: 'b.tmx', line: 1 } },
    });
  });
});
