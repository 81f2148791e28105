import { describe, expect, it } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collect, header } from '@/tests/fixtures/formats/units';
import { writeTei } from './writeTei';

describe('writeTei', () => {
  it('writes the texts, then sides, links and what has no counterpart', async () => {
    const file = await collect(
      writeTei({ ...header, langs: ['en', 'vi'] }, splitUnits, { properties: true }),
    );
    expect(file).toContain(
      '<text xml:id="en" xml:lang="en"><body>\n<p xml:id="en.p1">\n<s xml:id="en.s1">One.</s>',
    );
    expect(file.slice(file.indexOf('<joinGrp'))).toBe(`<joinGrp type="sides" corresp="#en #vi">
<join xml:id="en.j1.vi" target="#en.s1 #en.s2"/>
</joinGrp>
<linkGrp type="alignment" corresp="#en #vi">
<link target="#en.j1.vi #vi.s1" ana="#status.confirmed" n="0.8750"/>
</linkGrp>
<spanGrp type="no-counterpart" corresp="#en #vi">
<span target="#en.s3" ana="#status.approved">omitted</span>
<span target="#vi.s2" ana="#status.machine" n="0.5000"></span>
</spanGrp>
</standOff>
</TEI>
`);
  });

  it('writes no empty groups, and an empty text as an empty paragraph', async () => {
    const file = await collect(writeTei(header, []));
    expect(file).not.toMatch(/Grp/);
    expect(file).toContain('<text xml:id="vi" xml:lang="vi"><body>\n<p/>\n</body></text>');
  });
});
