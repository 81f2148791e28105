import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { breathe } from '@/db/queries/breathe';
import type { DocumentHead } from '@/db/queries/documents';
import { type AlignedDocument, MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import type { Column } from '@/lib/formats/aligned/layOut';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { detectLang } from '@/lib/formats/text/detectLang';
import { err, ok, type Result } from '@/lib/result';

/** The files of one alignment, and a little for the form itself. */
export const MAX_ALIGNED_UPLOAD = MAX_ALIGNED_BYTES + 64 * 1024;

const OneFile = z.instanceof(File).optional();
/** The files that belong together, and what the person overrules of what was detected. */
export const AlignedSource = z.object({
  documentId: z.uuid(),
  file0: z.instanceof(File),
  ...{ file1: OneFile, file2: OneFile, file3: OneFile, file4: OneFile, file5: OneFile },
  encoding: z.string().max(40).optional(),
  header: z.enum(['yes', 'no']).optional(),
  /** For each language of the file the project's, by commas; nothing: leave it out. */
  langs: z.string().max(600).optional(),
});
export type AlignedInput = z.output<typeof AlignedSource>;

export type ReadAlignedImport = {
  document: AlignedDocument;
  /** For each language of the file the project's, null when it has none. */
  langs: (string | null)[];
  checksum: string;
  fileName: string;
};

/** Reads what was sent; stores nothing. Languages come as they were chosen, else as the file or its letters say. */
export async function readAlignedImport(
  input: AlignedInput,
  project: Pick<DocumentHead, 'referenceLang' | 'targetLangs'>,
): Promise<Result<ReadAlignedImport>> {
  const { file0, file1, file2, file3, file4, file5, encoding, header } = input;
  const hash = createHash('sha256');
  const files = [];
  for (const file of [file0, file1, file2, file3, file4, file5]) {
    if (!file) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    hash.update(bytes);
    files.push({ name: file.name.slice(0, 255), bytes });
  }
  const read = await readAligned(files, {
    encoding,
    header: header === undefined ? undefined : header === 'yes',
    breathe,
  });
  if (!read.ok) return read;
  const fileName = files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 255);
  const langs = input.langs === undefined ? await guessed(read.value, project) : chosen(input.langs);
  return ok({ document: read.value, langs, checksum: hash.digest('hex'), fileName });
}

const chosen = (langs: string): (string | null)[] => langs.split(',').map((lang) => lang || null);

/** A language of the project that the file names, or that its text is written in; each once. */
async function guessed(
  { languages, units }: AlignedDocument,
  { referenceLang, targetLangs }: Pick<DocumentHead, 'referenceLang' | 'targetLangs'>,
): Promise<(string | null)[]> {
  const free = new Set([referenceLang, ...targetLangs]);
  const primary = (lang: string) => lang.split('-')[0].toLowerCase();
  const langs: (string | null)[] = [];
  for (const [at, { lang }] of languages.entries()) {
    let known = lang;
    if (known === null) {
      const sample = units.flatMap(({ sides }) => sides[at].map(({ text }) => text)).slice(0, 200);
      known = (await detectLang(sample, null)).lang;
    }
    const fits = [...free].find((one) => one === known || (known && primary(one) === primary(known))) ?? null;
    if (fits) free.delete(fits);
    langs.push(fits);
  }
  return langs;
}

/** The texts that would be made, reference first; or what is wrong with the choice of languages. */
export function columnsOf(
  { document, langs }: Pick<ReadAlignedImport, 'document' | 'langs'>,
  { referenceLang, targetLangs }: Pick<DocumentHead, 'referenceLang' | 'targetLangs'>,
): Result<Column[]> {
  const columns = document.languages.flatMap((_, at) => {
    const lang = langs[at];
    return lang ? [{ at, lang }] : [];
  });
  for (const { lang } of columns) {
    if (lang !== referenceLang && !targetLangs.includes(lang)) return err('text.languageUnknown', { lang });
    if (columns.filter((one) => one.lang === lang).length > 1) return err('import.languageTwice', { lang });
  }
  if (!columns.some(({ lang }) => lang === referenceLang))
    return err('import.noReference', { lang: referenceLang });
  if (columns.length < 2) return err('import.aloneLanguage');
  return ok(columns.sort((a, b) => Number(b.lang === referenceLang) - Number(a.lang === referenceLang)));
}
