import { basename } from 'node:path';
import { align, ladderBeads } from '@/lib/align';
import type { ExportHeader, ExportUnit } from '@/lib/formats/ExportUnit';
import { formatOfFile } from '@/lib/formats/formats';
import { joinSegments } from '@/lib/formats/joinSegments';
import { readText } from '@/lib/formats/text/readText';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { err, ok, type Result } from '@/lib/result';
import { splitSentences } from '@/lib/text/splitSentences';
import packageJson from '@/package.json';
import { fail } from './fail';
import { readInput } from './readInput';
import { sourceDate } from './sourceDate';
import type { TextChoices } from './textChoices';
import { writeFileWhole } from './writeFileWhole';

export type AlignFilesOptions = {
  source: string;
  target: string;
  /** Its extension chooses the format. */
  out: string;
  /** Default: as detected. */
  sourceLang?: string;
  targetLang?: string;
  /** How both texts are read. */
  choices?: TextChoices;
};

export type AlignFilesOutcome = { units: number; nulls: number; sourceLang: string; targetLang: string };

/**
 * Aligns two files as the workbench does, sentences of the source against paragraphs of the target, and writes the
 * result. Both texts are read before anything is written, and the output appears complete or not at all.
 */
export async function alignFiles(options: AlignFilesOptions): Promise<Result<AlignFilesOutcome>> {
  const format = formatOfFile(options.out);
  if (!format?.writes) return err('export.unknownFormat', { format: basename(options.out) });
  const aligned = await alignTexts(options);
  if (!aligned.ok) return aligned;
  const { header, units } = aligned.value;
  const chunks = await writeAlignment(header, units, format.id, { properties: true });
  if (!chunks.ok) return chunks;
  const written = await writeFileWhole(options.out, chunks.value);
  if (!written.ok) return written;
  const nulls = units.filter(({ texts }) => texts.some(({ text }) => text === null)).length;
  return ok({ units: units.length, nulls, sourceLang: header.langs[0], targetLang: header.langs[1] });
}

export type AlignedTexts = {
  header: ExportHeader;
  units: ExportUnit[];
  /** Of both texts, as they were read. */
  formats: [string, string];
  encodings: [string, string];
};

/** Reads two texts and aligns them; writes nothing. */
export async function alignTexts(options: Omit<AlignFilesOptions, 'out'>): Promise<Result<AlignedTexts>> {
  const source = await readSide(options.source, options.sourceLang, options.choices);
  if (!source.ok) return source;
  const target = await readSide(options.target, options.targetLang, options.choices);
  if (!target.ok) return target;
  return ok({
    header: headerOf(source.value, target.value),
    units: alignDrafts(source.value, target.value),
    formats: [source.value.format, target.value.format],
    encodings: [source.value.encoding, target.value.encoding],
  });
}

async function readSide(
  file: string,
  lang: string | undefined,
  choices: TextChoices = {},
): Promise<Result<TextDraft>> {
  const bytes = await readInput(file);
  return bytes.ok ? readText(bytes.value, { ...choices, fileName: basename(file), lang }) : bytes;
}

function headerOf(source: TextDraft, target: TextDraft): ExportHeader {
  const langs = [source.lang ?? 'und', target.lang ?? 'und'];
  return {
    referenceLang: langs[0],
    langs,
    title: source.title ?? '',
    ...sourceDate(),
    toolVersion: packageJson.version,
  };
}

/** One unit a bead: sentences of the source, paragraphs of the target. */
function alignDrafts(source: TextDraft, target: TextDraft): ExportUnit[] {
  const [sourceLang, targetLang] = [source.lang ?? 'und', target.lang ?? 'und'];
  const sentences = source.paragraphs.flatMap((paragraph) => {
    const starts = splitSentences(paragraph, sourceLang);
    return starts.map((start, at) => paragraph.slice(start, starts[at + 1]));
  });
  const { ladder, confidence } = align({
    source: { lang: sourceLang, segments: sentences },
    target: { lang: targetLang, segments: target.paragraphs },
  });
  const pick = (lang: string, segments: readonly string[], indexes: readonly number[]) => ({
    lang,
    text: indexes.length > 0 ? joinSegments(indexes.map((index) => segments[index])) : null,
    segments: indexes.length,
  });
  return ladderBeads(ladder).map(([sources, targets], at) => ({
    id: String(at + 1),
    texts: [pick(sourceLang, sentences, sources), pick(targetLang, target.paragraphs, targets)],
    status: 'machine',
    confidence: Number(confidence[at].toFixed(4)),
    reason: null,
  }));
}

/** `align --source … --target … --out …`: says what was done on stderr. Answers the exit code. */
export async function alignFilesCommand(options: AlignFilesOptions): Promise<number> {
  const aligned = await alignFiles(options);
  if (!aligned.ok) return fail(aligned.error);
  const { units, nulls, sourceLang, targetLang } = aligned.value;
  process.stderr.write(
    `triptych: ${sourceLang}-${targetLang}: ${units} beads, ${nulls} of them without counterpart -> ${options.out}\n`,
  );
  return 0;
}
