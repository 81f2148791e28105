import { describe, expect, it } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collectFiles, header } from '@/tests/fixtures/formats/units';
import { writeInterText } from './writeInterText';

describe('writeInterText', () => {
  it('writes texts and links, the ids of toDoc first', async () => {
    const files = await collectFiles(writeInterText({ ...header, langs: ['en', 'vi'] }, splitUnits));
    expect(files['text.en.xml']).toContain(
      '<p id="1">\n<s id="1:1">One.</s>\n<s id="1:2">Two &amp; a half.</s>\n</p>',
    );
    expect(files['text.en.vi.alignment.xml']).toBe(`<?xml version="1.0" encoding="utf-8"?>
<linkGrp toDoc="text.en.xml" fromDoc="text.vi.xml">
<link type="2-1" xtargets="1:1 1:2;1:1" status="man"/>
<link type="1-0" xtargets="2:1;" status="man"/>
<link type="0-1" xtargets=";2:1" status="auto"/>
</linkGrp>
`);
  });
});
