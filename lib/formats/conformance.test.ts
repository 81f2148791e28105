import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { anyText, collect, collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import type { ExportUnit } from './ExportUnit';
import { checkDtd } from './tmx/checkDtd';
import { writeAlignment } from './writeAlignment';

const schema = (name: string) =>
  readFileSync(new URL(`../../tests/schemas/${name}`, import.meta.url), 'utf8');
const xml = schema('xml.xsd');
/** The schemas name the file of the W3C by its address; nothing is fetched. */
const local = (text: string) => text.replace(/schemaLocation="[^"]*xml\.xsd"/u, 'schemaLocation="xml.xsd"');

const SCHEMAS = {
  xliff1: local(schema('xliff-core-1.2-strict.xsd')),
  xliff2: local(schema('xliff-core-2.0.xsd')),
};

async function faults(format: keyof typeof SCHEMAS, contents: string) {
  const { valid, rawOutput } = await validateXML({
    xml: [{ fileName: 'export.xml', contents }],
    schema: [SCHEMAS[format]],
    preload: [{ fileName: 'xml.xsd', contents: xml }],
  });
  return valid ? '' : rawOutput;
}

const EVERYTHING = { nulls: 'keep', properties: true, changes: true, languageTags: 'region' } as const;

async function written(format: string, units: readonly ExportUnit[], options = {}) {
  const about = { ...header, langs: ['en', 'vi'], title: 'A "title" & <more>', derivedOver: 'ro' };
  const chunks = await writeAlignment(about, units, format, options);
  if (!chunks.ok) throw new Error(chunks.error.code);
  return collect(chunks.value);
}

/** Units of every status and reason, with who and when, and nulls on both sides. */
const UNITS = BEAD_STATUSES.flatMap((status, k) => [
  {
    ...unit(`${k} a&b`, { en: `One ${k} <b>`, vi: 'Một' }, { status }),
    change: { by: ['Lan & "Ion"'], at: '2026-11-21T01:02:03.000Z' },
  },
  unit(
    `${k}-x`,
    { en: 'x', vi: null },
    { status, reason: NULL_REASONS[k % NULL_REASONS.length], confidence: null },
  ),
  unit(`${k}-y`, { en: null, vi: 'y' }, { status }),
]);

describe.each(['xliff1', 'xliff2'] as const)('%s', (format) => {
  it('is what its schema allows, with all there is and with as little as there is', async () => {
    for (const options of [EVERYTHING, {}, { nulls: 'keep' }])
      expect(await faults(format, await written(format, UNITS, options))).toBe('');
    expect(await faults(format, await written(format, []))).toBe('');
  });

  it('is found wrong by the schema when it is', async () => {
    const good = await written(format, UNITS);
    expect(
      await faults(format, good.replaceAll('<source', '<sauce').replaceAll('</source', '</sauce')),
    ).toContain('sauce');
  });

  it('is allowed whatever the texts are', async () => {
    const texts = fc.sample(fc.tuple(anyText, anyText), { numRuns: 150, seed: 11 });
    const units = texts.map(([en, vi], k) => unit(`u${k} ${en.slice(0, 3)}`, { en: `${en}.`, vi: `${vi}.` }));
    expect(await faults(format, await written(format, units, EVERYTHING))).toBe('');
  });
});

describe('tmx', () => {
  const DTD = new URL('../../tests/schemas/tmx14.dtd', import.meta.url);
  const dtd = readFileSync(DTD, 'utf8');
  // The validator of the schemas is built without DTDs.
  const check = (contents: string) => checkDtd(contents, dtd);
  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
  const xmllint = (input: string) =>
    spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', fileURLToPath(DTD), '-'], {
      input,
      encoding: 'utf8',
    }).stderr;

  it('is what the DTD allows, with all there is and with as little as there is', async () => {
    for (const options of [EVERYTHING, {}, { ids: false }])
      expect(check(await written('tmx', UNITS, options))).toEqual([]);
    expect(check(await written('tmx', []))).toEqual([]);
  });

  it('is found wrong by the DTD when it is', async () => {
    const good = await written('tmx', UNITS);
    expect(check(good.replaceAll('segtype=', 'segkind=')).join()).toContain('segkind');
  });

  it.runIf(hasXmllint)('is valid for libxml2 as well, whatever the texts are', async () => {
    const texts = fc.sample(fc.tuple(anyText, anyText), { numRuns: 100, seed: 14 });
    const units = texts.map(([en, vi], k) => unit(`u${k} ${en.slice(0, 3)}`, { en: `${en}.`, vi: `${vi}.` }));
    for (const options of [EVERYTHING, {}, { ids: false }])
      expect(xmllint(await written('tmx', [...UNITS, ...units], options))).toBe('');
    expect(xmllint(await written('tmx', []))).toBe('');
    expect(xmllint((await written('tmx', UNITS)).replaceAll('segtype=', 'segkind='))).toContain('segkind');
  });

  it('is allowed whatever the texts are', async () => {
    const texts = fc.sample(fc.tuple(anyText, anyText), { numRuns: 150, seed: 12 });
    const units = texts.map(([en, vi], k) => unit(`u${k} ${en.slice(0, 3)}`, { en: `${en}.`, vi: `${vi}.` }));
    expect(check(await written('tmx', units, EVERYTHING))).toEqual([]);
  });
});

describe.each(['tmx', 'xces', 'intertext', 'tei', 'xlsx'])('%s', (format) => {
  it('is well-formed XML in every file, whatever the texts are', async () => {
    const texts = fc.sample(fc.tuple(anyText, anyText), { numRuns: 100, seed: 13 });
    const units = texts.map(([en, vi], k) => unit(`u${k} ${en.slice(0, 3)}`, { en: `${en}.`, vi: `${vi}.` }));
    const about = { ...header, langs: ['en', 'vi'], title: 'A "title" & <more>' };
    const chunks = await writeAlignment(about, [...UNITS, ...units], format, EVERYTHING);
    const bytes = await collectBytes(chunks.ok ? chunks.value : (null as never));
    const files = bytes[0] === 0x50 ? unzipSync(bytes) : { [format]: bytes };
    for (const [name, content] of Object.entries(files)) {
      const { valid, rawOutput } = await validateXML({
        xml: [{ fileName: 'file.xml', contents: content }],
        normalization: 'format',
      });
      expect(valid ? '' : rawOutput, name).toBe('');
    }
  });
});
