import { basename } from 'node:path';
import type { AlignedDocument, AlignedFile, AlignedSet } from '@/lib/formats/aligned/AlignedDocument';
import { describeAligned, sampleOf } from '@/lib/formats/aligned/describeAligned';
import { oneOf } from '@/lib/formats/aligned/readAligned';
import { readAlignedSet } from '@/lib/formats/aligned/readAlignedSet';
import { joinSegments } from '@/lib/formats/joinSegments';
import { detectLang } from '@/lib/formats/text/detectLang';
import { ok, type Result } from '@/lib/result';

/** Units shown as samples, at either end. */
const SHOWN = 3;

/** What an import would make of aligned data: what it is, how much, in which languages, and what is odd about it. */
export async function describeAlignedFiles(
  files: readonly AlignedFile[],
  { encoding, texts: withTexts }: { encoding?: string; texts: boolean },
) {
  const read = await readAlignedSet(files, { encoding });
  if (!read.ok) return read as Result<never>;
  const described = await describe(files, oneOf(read.value), withTexts);
  return ok({ ...described, ...describeSet(read.value) });
}

/** The documents that the files hold, when there are several, and what nothing could be made of. */
function describeSet({ documents, names, madeOf, alignments, apart, skipped }: AlignedSet) {
  return {
    ...(documents.length > 1 && {
      documents: documents.map(({ languages, units, warnings }, k) => ({
        ...{ number: k + 1, title: names[k], units: units.length, warnings },
        languages: languages.map(({ label, lang }) => lang ?? label),
        from: madeOf[k].map((at) => basename(alignments[at])),
      })),
    }),
    ...(apart && { apart }),
    ...(skipped.length && { skipped }),
  };
}

async function describe(files: readonly AlignedFile[], document: AlignedDocument, withTexts: boolean) {
  const { format, encoding, title, languages, units, warnings, table, alternatives } = document;
  const statuses: Record<string, number> = {};
  for (const { status } of units) statuses[status ?? 'unknown'] = (statuses[status ?? 'unknown'] ?? 0) + 1;
  const row = ({ id, sides }: AlignedDocument['units'][number]) => ({
    id,
    texts: sides.map((side) => (side.length ? joinSegments(side.map(({ text }) => text)) : null)),
  });
  const detected: (string | null)[] = [];
  for (const at of languages.keys()) detected.push((await detectLang(sampleOf(document, at), null)).lang);
  const { suspicions, places, reference, ...described } = await dryRun(document, detected);
  return {
    kind: 'aligned' as const,
    files: files.map(({ name }) => basename(name)),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ...{ format, encoding, title },
    languages: described.languages.map(({ label, segments, characters, missing, curve }, at) => ({
      ...{ label, lang: languages[at].lang, detected: detected[at], segments, characters, missing },
      lengthRatio: curve ? Number(curve.ratio.toFixed(3)) : null,
    })),
    reference,
    ...{ units: units.length, statuses, warnings },
    suspicions: suspicions.map(({ at, ...place }, k) => ({ ...place, language: at, around: places[k] })),
    ...(table ? { table } : {}),
    ...(alternatives ? { alternatives } : {}),
    first: units.slice(0, SHOWN).map(row),
    last: units.slice(Math.max(SHOWN, units.length - SHOWN)).map(row),
    ...(withTexts ? { texts: units.map(row) } : {}),
  };
}

/** As the web page shows it before anything is stored, with English as the reference where there is some. */
async function dryRun(document: AlignedDocument, detected: readonly (string | null)[]) {
  const langs = document.languages.map(({ lang }, at) => lang ?? detected[at]);
  const columns = langs.map((lang, at) => ({ at, lang: lang ?? 'und' }));
  const isEnglish = ({ lang }: { lang: string }) => lang.split('-')[0] === 'en';
  const english = columns.find(isEnglish);
  const ordered = english ? [english, ...columns.filter((one) => one !== english)] : columns;
  return describeAligned(document, langs, ok(ordered), { fileName: '', keepApprovals: true });
}
