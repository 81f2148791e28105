import { describe, expect, it } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collectFiles, header, unit } from '@/tests/fixtures/formats/units';
import { writeXces } from './writeXces';

describe('writeXces', () => {
  it('lays texts and links out as OPUS does, the ids of fromDoc first', async () => {
    expect(
      await collectFiles(writeXces({ ...header, langs: ['en', 'vi'] }, splitUnits, { properties: true })),
    ).toEqual({
      'Triptych/raw/en/1.xml': `<?xml version="1.0" encoding="utf-8"?>
<document id="1">
<p id="p1">
<s id="s1">One.</s>
<s id="s2">Two &amp; a half.</s>
</p>
<p id="p2">
<s id="s3">Three.</s>
</p>
</document>
`,
      'Triptych/raw/vi/1.xml': `<?xml version="1.0" encoding="utf-8"?>
<document id="1">
<p id="p1">
<s id="s1">Một và hai rưỡi.</s>
</p>
<p id="p2">
<s id="s2">Bốn.</s>
</p>
</document>
`,
      'Triptych/raw/en-vi.xml': `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
<cesAlign version="1.0">
<linkGrp targType="s" fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz">
<link id="SL1" xtargets="s1 s2;s1" certainty="0.8750"/>
<link id="SL2" xtargets="s3;"/>
<link id="SL3" xtargets=";s2" certainty="0.5000"/>
</linkGrp>
</cesAlign>
`,
    });
  });

  it('has the languages of a pair in the order of the alphabet, whichever is the reference', async () => {
    const files = await collectFiles(
      writeXces({ ...header, referenceLang: 'vi', langs: ['vi', 'ro', 'zh'], derivedOver: 'en' }, [
        unit('1', { vi: 'Một.', ro: 'Unu.', zh: '一。' }),
        unit('2', { vi: 'Hai.', ro: null, zh: '二。' }),
      ]),
    );
    expect(Object.keys(files).sort()).toEqual([
      'Triptych/raw/ro-vi.xml',
      'Triptych/raw/ro/1.xml',
      'Triptych/raw/vi-zh.xml',
      'Triptych/raw/vi/1.xml',
      'Triptych/raw/zh/1.xml',
    ]);
    expect(files['Triptych/raw/ro-vi.xml']).toContain(
      '<linkGrp targType="s" fromDoc="ro/1.xml.gz" toDoc="vi/1.xml.gz">\n<link id="SL1" xtargets="s1;s1"/>\n<link id="SL2" xtargets=";s2"/>',
    );
    expect(files['Triptych/raw/vi-zh.xml']).toContain('fromDoc="vi/1.xml.gz" toDoc="zh/1.xml.gz"');
  });
});
