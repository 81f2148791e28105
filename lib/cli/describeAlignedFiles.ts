import { basename } from 'node:path';
import type { AlignedDocument, AlignedFile } from '@/lib/formats/aligned/AlignedDocument';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { joinSegments } from '@/lib/formats/joinSegments';
import { detectLang } from '@/lib/formats/text/detectLang';
import { ok, type Result } from '@/lib/result';

/** Units shown as samples, at either end; texts by which a language is told. */
const SHOWN = 3;
const SAMPLE = 200;

/** What an import would make of aligned data: what it is, how much, in which languages, and what is odd about it. */
export async function describeAlignedFiles(
  files: readonly AlignedFile[],
  { encoding, texts: withTexts }: { encoding?: string; texts: boolean },
) {
  const read = await readAligned(files, { encoding });
  return read.ok ? ok(await describe(files, read.value, withTexts)) : (read as Result<never>);
}

async function describe(files: readonly AlignedFile[], document: AlignedDocument, withTexts: boolean) {
  const { format, encoding, title, languages, units, warnings, table, alternatives } = document;
  const statuses: Record<string, number> = {};
  for (const { status } of units) statuses[status ?? 'unknown'] = (statuses[status ?? 'unknown'] ?? 0) + 1;
  const row = ({ id, sides }: AlignedDocument['units'][number]) => ({
    id,
    texts: sides.map((side) => (side.length ? joinSegments(side.map(({ text }) => text)) : null)),
  });
  const described = [];
  for (const [at, { label, lang }] of languages.entries())
    described.push({
      label,
      lang,
      detected: (await detectLang(sampleOf(document, at), null)).lang,
      ...count(document, at),
    });
  return {
    kind: 'aligned' as const,
    files: files.map(({ name }) => basename(name)),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ...{ format, encoding, title, languages: described, units: units.length, statuses, warnings },
    ...(table ? { table } : {}),
    ...(alternatives ? { alternatives } : {}),
    first: units.slice(0, SHOWN).map(row),
    last: units.slice(Math.max(SHOWN, units.length - SHOWN)).map(row),
    ...(withTexts ? { texts: units.map(row) } : {}),
  };
}

function sampleOf({ units }: AlignedDocument, at: number): string[] {
  const sample: string[] = [];
  for (const { sides } of units) {
    for (const { text } of sides[at]) sample.push(text);
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

function count({ units }: AlignedDocument, at: number) {
  let [segments, characters, missing] = [0, 0, 0];
  for (const { sides } of units) {
    if (!sides[at].length) missing++;
    segments += sides[at].length;
    for (const { text } of sides[at]) characters += text.length;
  }
  return { segments, characters, missing };
}
