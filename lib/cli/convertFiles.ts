import { basename, dirname, join } from 'node:path';
import {
  type AlignedOptions,
  type AlignedWarning,
  MAX_ALIGNED_BYTES,
} from '@/lib/formats/aligned/AlignedDocument';
import { nameLanguages } from '@/lib/formats/aligned/nameLanguages';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { toUnits } from '@/lib/formats/aligned/toUnits';
import type { ExportHeader, ExportUnit } from '@/lib/formats/ExportUnit';
import type { Format } from '@/lib/formats/Format';
import { fileTag } from '@/lib/formats/languageTag';
import type { WriteOptions } from '@/lib/formats/WriteOptions';
import { emptyReport, type WriteReport } from '@/lib/formats/WriteReport';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { err, ok, type Result } from '@/lib/result';
import packageJson from '@/package.json';
import { alignTexts } from './alignFiles';
import { readInputs } from './readInput';
import { type Selection, selectUnits } from './selectUnits';
import { sourceDate } from './sourceDate';
import type { TextChoices } from './textChoices';
import { writeFileWhole } from './writeFileWhole';
import { STDIO, writeStdout } from './writeStdout';

export type ConvertOptions = Omit<Selection, 'langs'> & {
  out: string;
  format: Format;
  /** Which languages, the first as the reference; all of the file when not said. */
  langs?: readonly string[];
  pairsApart: boolean;
  /** The files are two texts that are to be aligned first. */
  align?: boolean;
  sourceLang?: string;
  targetLang?: string;
  /** How those texts are read. */
  texts?: TextChoices;
  stdinName?: string;
  read: AlignedOptions;
  write: WriteOptions;
};

export type Converted = WriteReport & {
  from: string;
  encoding: string;
  to: string;
  file: string;
  languages: { label: string; lang: string | null }[];
  warnings: (AlignedWarning | UnaskedNulls)[];
};

/** The format usually does without units that have no counterpart, and nobody said that it should have them. */
export type UnaskedNulls = { code: 'nullsLeftOut'; params: { count: number } };

type Input = Pick<Converted, 'from' | 'encoding' | 'languages'> & {
  warnings: AlignedWarning[];
  head: Pick<ExportHeader, 'referenceLang' | 'langs' | 'title'>;
  units: Iterable<ExportUnit>;
};

/** Reads everything, then writes one file, or one a pair of languages; each appears complete or not at all. */
export async function convertFiles(
  files: readonly string[],
  options: ConvertOptions,
): Promise<Result<Converted[]>> {
  const input = options.align ? await alignInput(files, options) : await readInput(files, options);
  if (!input.ok) return input;
  const { units, head, ...about } = input.value;
  const langs = options.langs ?? head.langs;
  const missing = langs.find((lang) => !head.langs.includes(lang));
  if (missing !== undefined) return err('text.languageUnknown', { lang: missing });
  const [reference, ...others] = langs;
  const wanted = options.pairsApart ? others.map((lang) => [reference, lang]) : [langs];
  // Gone through once for each pair.
  const all = wanted.length > 1 ? [...units] : units;
  const done: Converted[] = [];
  for (const chosen of wanted) {
    const file = options.pairsApart ? pairName(options, chosen) : options.out;
    const report = emptyReport(chosen);
    const selected = selectUnits(all, { ...options, langs: chosen }, report);
    const header = {
      ...head,
      ...sourceDate(),
      toolVersion: packageJson.version,
      referenceLang: chosen[0],
      langs: [...chosen],
    };
    const chunks = await writeAlignment(
      header,
      selected,
      options.format.id,
      withoutUnset({ ...options.write, report }),
    );
    if (!chunks.ok) return chunks;
    const written =
      file === STDIO ? await writeStdout(chunks.value) : await writeFileWhole(file, chunks.value);
    if (!written.ok) return written;
    const warnings = [...about.warnings, ...unaskedNulls(options.write, report)];
    done.push({ ...about, to: options.format.id, file, ...report, warnings });
  }
  return ok(done);
}

async function readInput(
  files: readonly string[],
  { read: how, stdinName }: ConvertOptions,
): Promise<Result<Input>> {
  const inputs = await readInputs(files, { limitBytes: MAX_ALIGNED_BYTES, stdinName });
  if (!inputs.ok) return inputs;
  const read = await readAligned(inputs.value, how);
  if (!read.ok) return read;
  const named = await nameLanguages(read.value);
  const { format, encoding, languages, warnings } = named;
  return ok({ ...{ from: format, encoding, languages, warnings }, ...toUnits(named) });
}

async function alignInput(
  [source, target]: readonly string[],
  options: ConvertOptions,
): Promise<Result<Input>> {
  const { sourceLang, targetLang } = options;
  const aligned = await alignTexts({ source, target, sourceLang, targetLang, choices: options.texts });
  if (!aligned.ok) return aligned;
  const { header, units, formats, encodings } = aligned.value;
  const languages = header.langs.map((lang, at) => ({ label: basename([source, target][at]), lang }));
  return ok({
    ...{ from: formats.join(', '), encoding: encodings.join(', '), languages, warnings: [] },
    head: header,
    units,
  });
}

/** `out.en-vi.tmx` of `out.tmx`; an ending of two parts stays whole. */
function pairName({ out, format, write }: ConvertOptions, langs: readonly string[]): string {
  const name = basename(out);
  const ending =
    format.extensions.map((one) => `.${one}`).find((one) => name.toLowerCase().endsWith(one)) ?? '';
  const stem = name.slice(0, name.length - ending.length);
  return join(
    dirname(out),
    `${stem}.${langs.map((lang) => fileTag(lang, write.languageTags)).join('-')}${ending}`,
  );
}

function unaskedNulls({ nulls }: WriteOptions, { leftOut }: WriteReport): UnaskedNulls[] {
  const asked = nulls !== undefined || leftOut.null === 0;
  return asked ? [] : [{ code: 'nullsLeftOut', params: { count: leftOut.null } }];
}

/** Formats have their own way with what nobody has said. */
function withoutUnset({ nulls, ...options }: WriteOptions): WriteOptions {
  return nulls === undefined ? options : { ...options, nulls };
}
