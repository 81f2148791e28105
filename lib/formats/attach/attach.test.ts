import { describe, expect, it } from 'vitest';
import { makeText } from '@/lib/bitext/makeText';
import type { Bead, TextState } from '@/lib/bitext/types';
import { attachedBeads } from './attachedBeads';
import type { AttachOrder } from './Resolved';
import { readAttachment } from './readAttachment';
import { resolveAttachment } from './resolveAttachment';

const text = (lang: string, paragraphs: string[], unit: 'sentence' | 'paragraph'): TextState => ({
  ...{ id: lang, lang, corrections: [] },
  ...makeText(paragraphs, lang, unit),
});
const source = text('en', ['Anna came home. She wept.', 'Nobody saw her.'], 'sentence');
const target = text('vi', ['Anna về nhà. Nàng khóc.', 'Không ai thấy nàng.'], 'paragraph');
const texts = { source, target };
const bytes = (content: string) => new TextEncoder().encode(content);
const read = (files: Record<string, string>) => {
  const attachment = readAttachment(
    Object.entries(files).map(([name, content]) => ({ name, bytes: bytes(content) })),
  );
  if (!attachment.ok) throw new Error(attachment.error.code);
  return attachment.value;
};
const resolve = (files: Record<string, string>, order?: AttachOrder, of = texts) =>
  resolveAttachment(read(files), of, order);
/** The beads as pieces of text. */
const pairs = (files: Record<string, string>, order?: AttachOrder, of = texts) => {
  const resolved = resolve(files, order, of);
  if (!resolved.ok) return resolved.error.code;
  const content = ({ paragraphs }: TextState) => paragraphs.map((one) => one.content).join('');
  const [all, other] = [content(of.source), content(of.target)];
  return attachedBeads(resolved.value).beads.map((bead) => [
    all.slice(bead.source.start, bead.source.end).trim(),
    other.slice(bead.target.start, bead.target.end).trim(),
  ]);
};
const WHOLE = [
  ['Anna came home. She wept.', 'Anna về nhà. Nàng khóc.'],
  ['Nobody saw her.', 'Không ai thấy nàng.'],
];
const xces = (links: string[], docs = 'fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz"') =>
  `<cesAlign version="1.0"><linkGrp ${docs}>${links.map((one) => `<link xtargets="${one}"/>`).join('')}</linkGrp></cesAlign>`;
const intertext = (links: string[]) =>
  `<alignment toDoc="text.en.xml" fromDoc="text.vi.xml">${links.map((one) => `<link type="x" xtargets="${one}" status="man"/>`).join('')}</alignment>`;
const sentences = (list: [string, string][]) =>
  `<text><p>${list.map(([id, content]) => `<s id="${id}">${content}</s>`).join('')}</p></text>`;

describe('a ladder and lines of links', () => {
  it('count segments, whichever text they begin with', () => {
    expect(pairs({ 'a.ladder': '0\t0\t1\n2\t1\t1\n3\t2\t1\n' })).toEqual(WHOLE);
    expect(pairs({ 'a.ladder': '0\t0\t1\n1\t2\t1\n2\t3\t1\n' })).toEqual(WHOLE);
    expect(pairs({ 'a.txt': '[0, 1]:[0]:0.2\n[2]:[1]:0.1\n' })).toEqual(WHOLE);
  });
  it('count sentences where segments are paragraphs', () => {
    expect(pairs({ 'a.ladder': '0\t0\n1\t1\n2\t2\n3\t3\n' }, 'sourceFirst')).toEqual([
      ['Anna came home.', 'Anna về nhà.'],
      ['She wept.', 'Nàng khóc.'],
      ['Nobody saw her.', 'Không ai thấy nàng.'],
    ]);
  });
  it('are asked which text they begin with when both orders fit', () => {
    expect(pairs({ 'a.ladder': '0\t0\n1\t1\n2\t2\n3\t3\n' })).toBe('attach.whichFirst');
  });
  it('are refused with both counts when they are of other texts', () => {
    expect(resolve({ 'a.ladder': '0\t0\n3\t5\n' })).toEqual({
      ok: false,
      error: {
        code: 'attach.countsDiffer',
        params: { file: 'a.ladder', first: 3, second: 5, source: 3, target: 2 },
      },
    });
  });
});

describe('links by ids', () => {
  it('means our own numbers, OPUS with the ids of fromDoc first', () => {
    expect(pairs({ 'a.xml': xces(['s1 s2;s1', 's3;s2']) })).toEqual(WHOLE);
    expect(pairs({ 'a.xml': xces(['s1;s1 s2', 's2;s3'], 'fromDoc="vi/1.xml" toDoc="en/1.xml"') })).toEqual(
      WHOLE,
    );
  });
  it('means our own numbers, InterText by paragraph and with the ids of toDoc first', () => {
    expect(pairs({ 'a.xml': intertext(['1:1 1:2;1:1', '2:1;2:1']) })).toEqual(WHOLE);
  });
  it('keeps what a person has confirmed in InterText', () => {
    const resolved = resolve({ 'a.xml': intertext(['1:1 1:2;1:1', '2:1;2:1']) });
    expect(resolved.ok && attachedBeads(resolved.value).beads.map((bead) => bead.confirmed)).toEqual([
      true,
      true,
    ]);
  });
  it("goes by the documents' names when numbers fit both ways", () => {
    const even = { source, target: text('vi', ['Một.', 'Hai.', 'Ba.'], 'paragraph') };
    const links = ['s1;s1', 's2;s2', 's3;s3'];
    expect(pairs({ 'a.xml': xces(links) }, undefined, even)).toHaveLength(3);
    expect(pairs({ 'a.xml': xces(links, 'fromDoc="1.xml" toDoc="2.xml"') }, undefined, even)).toBe(
      'attach.whichFirst',
    );
    const turned = xces(links, 'fromDoc="vi/1.xml" toDoc="en/1.xml"');
    const resolved = resolve({ 'a.xml': turned }, undefined, even);
    expect(resolved.ok && resolved.value.order).toBe('targetFirst');
  });
  it('does not take numbers that count only a part for ours', () => {
    expect(pairs({ 'a.xml': xces(['s1;s1']) })).toBe('attach.countsDiffer');
  });
});

describe('links by ids with the texts they are of', () => {
  const en = sentences([
    ['a7', 'Anna came  home.'],
    ['a9', 'She\nwept.'],
    ['a11', 'Nobody saw her.'],
  ]);
  const vi = sentences([
    ['b1', 'Anna về nhà.'],
    ['b2', 'Nàng khóc.'],
    ['b3', 'Không ai thấy nàng.'.normalize('NFD')],
  ]);
  const FINE = [
    ['Anna came home.', 'Anna về nhà.'],
    ['She wept.', 'Nàng khóc.'],
    ['Nobody saw her.', 'Không ai thấy nàng.'],
  ];
  it('finds sides and sentences by their words, and cuts where the file is finer', () => {
    const links = ['a7;b1', 'a9;b2', 'a11;b3'];
    expect(pairs({ 'l.xml': xces(links), 'x.xml': en, 'y.xml': vi })).toEqual(FINE);
    const turned = links.map((link) => link.split(';').reverse().join(';'));
    expect(pairs({ 'l.xml': xces(turned), 'y.xml': vi, 'x.xml': en })).toEqual(FINE);
  });
  it('finds what reads a little otherwise, keeps our words, and says how much', () => {
    const links = ['a7;b1', 'a9;b2', 'a11;b3'];
    const other = en.replace('wept', 'slept').replace('Nobody saw', '“Nobody” saw');
    expect(pairs({ 'l.xml': xces(links), 'x.xml': other, 'y.xml': vi })).toEqual(FINE);
    const resolved = resolve({ 'l.xml': xces(links), 'x.xml': other, 'y.xml': vi });
    expect(resolved.ok && resolved.value.placed?.source).toMatchObject({ exact: 1, near: 2, lost: 0 });
  });
  it('joins links that meet in the midst of a sentence, and counts the place', () => {
    const cut = sentences([
      ['a1', 'Anna came'],
      ['a2', 'home. She wept.'],
      ['a3', 'Nobody saw her.'],
    ]);
    const files = { 'l.xml': xces(['a1;b1', 'a2;b2', 'a3;b3']), 'x.xml': cut, 'y.xml': vi };
    expect(pairs(files)).toEqual(WHOLE);
    const resolved = resolve(files);
    expect(resolved.ok && resolved.value.placed?.source).toMatchObject({ exact: 3, inside: 1 });
  });
  it('leaves out what it can not place, and keeps our own beads there', () => {
    const links = ['a7;b1', 'a9;b2', 'a11;b3'];
    const lacking = en.replace('She\nwept.', 'Somebody else entirely laughed.');
    const resolved = resolve({ 'l.xml': xces(links), 'x.xml': lacking, 'y.xml': vi });
    if (!resolved.ok) throw new Error(resolved.error.code);
    expect(resolved.value).toMatchObject({ leftOut: 1, placed: { source: { lost: 1, firstLost: 2 } } });
    const { beads } = attachedBeads(resolved.value);
    expect(
      beads.map((bead) => [bead.source.start < bead.source.end, bead.target.start < bead.target.end]),
    ).toEqual([
      [true, true],
      [true, false],
      [false, true],
      [true, true],
    ]);
    const [, lone, other] = beads;
    const own: Bead = {
      ...{ id: 'x', source: lone.source, target: other.target, status: 'proposed', origin: 'machine' },
      ...{ confidence: null, reason: null, revision: 1, authors: [] },
    };
    expect(attachedBeads(resolved.value, [own]).beads[1]).toMatchObject({
      source: own.source,
      target: own.target,
    });
  });
  it('refuses another text with the share that was found and the first place', () => {
    const other = sentences([
      ['a7', 'Anna came home.'],
      ['a9', 'It rained all night.'],
      ['a11', 'The boats were late.'],
    ]);
    expect(resolve({ 'l.xml': xces(['a7;b1', 'a9;b2', 'a11;b3']), 'x.xml': other, 'y.xml': vi })).toEqual({
      ok: false,
      error: { code: 'attach.tooFewPlaced', params: { file: 'x.xml', count: 3, placed: 0, place: 1 } },
    });
  });
  it('names an id that neither text has', () => {
    expect(resolve({ 'l.xml': xces(['a7;b1', 'zz;b2']), 'x.xml': en, 'y.xml': vi })).toMatchObject({
      error: { code: 'import.unknownId', params: { id: 'zz' } },
    });
  });
});

describe('readAttachment', () => {
  it.each([
    ['a text', { 'a.txt': 'Anna came home.' }, 'import.notAligned'],
    [
      'two alignments',
      { 'a.ladder': '0\t0\n1\t1\n', 'b.ladder': '0\t0\n1\t1\n' },
      'import.severalAlignments',
    ],
    ['a ladder that goes backwards', { 'a.ladder': '0\t0\n2\t2\n1\t3\n' }, 'import.brokenLine'],
    ['half an XML file', { 'a.xml': xces(['s1;s1']).slice(0, -12) }, 'import.brokenXml'],
  ])('refuses %s', (_, files, code) => {
    const list = Object.entries(files as Record<string, string>);
    const answer = readAttachment(list.map(([name, content]) => ({ name, bytes: bytes(content) })));
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });
});
