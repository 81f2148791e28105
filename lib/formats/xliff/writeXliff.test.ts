import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { readAligned } from '../aligned/readAligned';
import { fromNameToken, toNameToken } from './unitIds';
import { writeXliff1 } from './writeXliff1';
import { writeXliff2 } from './writeXliff2';

const pair = { ...header, langs: ['en', 'vi'] };
const units = [
  unit('a', { en: 'A & B', vi: 'A \u000b và\r\nB' }, { status: 'approved' }),
  unit('b', { en: 'two', vi: null }, { reason: 'omitted', confidence: null }),
  unit('c', { en: null, vi: 'ba' }, { reason: 'added' }),
];

describe('writeXliff2', () => {
  it('writes flat units with their status, and control characters as code points', async () => {
    expect(
      await collect(writeXliff2(pair, units.slice(0, 1), { properties: true, languageTags: 'region' })),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="en-US" trgLang="vi-VN">
  <file id="f1" original="Anna Karenina" xml:space="preserve">
    <unit id="a">
      <mda:metadata><mda:metaGroup category="triptych"><mda:meta type="confidence">0.8750</mda:meta></mda:metaGroup></mda:metadata>
      <segment state="final" subState="triptych:approved">
        <source>A &amp; B</source>
        <target>A <cp hex="000B"/> và&#13;
B</target>
      </segment>
    </unit>
  </file>
</xliff>
`);
  });

  it('leaves nulls out unless asked; an empty export is still XLIFF', async () => {
    const none = await collect(writeXliff2(pair, units.slice(1)));
    expect(none).toContain('<unit id="none"><segment><source/></segment></unit>');
    const kept = await collect(writeXliff2(pair, units.slice(1), { nulls: 'keep', properties: true }));
    expect(kept).toContain('<source>two</source>\n      </segment>');
    expect(kept).toContain('<mda:meta type="null-reason">omitted</mda:meta>');
  });
});

describe('writeXliff1', () => {
  it('writes flat trans-units, approved only what a second person has approved', async () => {
    const file = await collect(writeXliff1(pair, units, { properties: true, nulls: 'keep' }));
    expect(file).toContain(`      <trans-unit id="a" approved="yes" xml:space="preserve">
        <source xml:lang="en">A &amp; B</source>
        <target xml:lang="vi" state="final">A \ufffd và&#13;
B</target>
        <note from="triptych-status">approved</note>
        <note from="triptych-confidence">0.8750</note>
      </trans-unit>`);
    expect(file).toContain('<trans-unit id="b" approved="no"');
    expect(file).toContain('<note from="triptych-null-reason">added</note>');
  });

  it('says how far each translation is in the words of XLIFF, with our own words only on wish', async () => {
    const units = BEAD_STATUSES.map((status) => unit(status, { en: 'one', vi: 'một' }, { status }));
    const one = await collect(writeXliff1(pair, units));
    expect(one).not.toContain('note');
    expect(one.match(/approved="yes"/gu)).toHaveLength(1);
    expect(one).toContain('<trans-unit id="approved" approved="yes"');
    expect(one.match(/<target [^>]*state="[^"]+"/gu)).toHaveLength(units.length);
    const two = await collect(writeXliff2(pair, units));
    expect(two).not.toMatch(/subState|<mda:meta/u);
    expect(two.match(/<segment state="[^"]+">/gu)).toHaveLength(units.length);
  });
});

describe.each([
  ['1.2', writeXliff1],
  ['2.1', writeXliff2],
])('states of %s alone', (_, write) => {
  it('come back as sure as they went, or less', async () => {
    const units = BEAD_STATUSES.map((status) => unit(status, { en: 'one', vi: 'một' }, { status }));
    const bytes = new TextEncoder().encode(await collect(write(pair, units)));
    const read = await readAligned([{ name: 'a.xlf', bytes }]);
    if (!read.ok) throw new Error(read.error.code);
    const sure = ['machine', 'stale', 'proposed', 'confirmed', 'self-reviewed', 'approved'];
    for (const { id, status } of read.value.units)
      expect(sure.indexOf(status ?? ''), `${id} -> ${status}`).toBeLessThanOrEqual(sure.indexOf(id ?? ''));
    expect(read.value.units.find(({ id }) => id === 'approved')?.status).toBe('approved');
    expect(read.value.units.find(({ id }) => id === 'confirmed')?.status).toBe('confirmed');
  });
});

describe('toNameToken', () => {
  it.each(['', 'a-b', '12-40+7', '_x2b_', '_x_', 'ê 🙂', '\ud800'])('comes back: %j', (id) => {
    expect(toNameToken(id)).toMatch(/^[\w.:-]+$/);
    expect(fromNameToken(toNameToken(id))).toBe(id);
  });
});
