import { err, ok, type Result } from '@/lib/result';
import { readAligned } from '../aligned/readAligned';
import { isGzip, isZip, readGzip, readZip } from '../zip/readZip';
import type { LintFile } from './decoded';
import { type Finding, Findings } from './Findings';
import { lintJsonl } from './lintJsonl';
import { lintLadder } from './lintLadder';
import { lintLineLinks } from './lintLineLinks';
import { lintLinks } from './lintLinks';
import { lintMoses } from './lintMoses';
import { lintTable } from './lintTable';
import { lintTei } from './lintTei';
import { lintText } from './lintText';
import { lintTmx } from './lintTmx';
import { lintXliff } from './lintXliff';
import { type Linted, type SniffedFile, sniffFile } from './sniffFiles';

export type Validation = {
  /** What each file was looked at as, also those of archives. */
  files: { name: string; as: string }[];
  findings: Finding[];
};

/**
 * What readers of these files would trip over. Files that belong together are given together, or in one archive: links
 * are held against their texts then, and the files of a Moses pair against each other.
 *
 * @param as one of `LINTED`, when neither content nor name says what the files are.
 */
export async function validateFiles(files: readonly LintFile[], as?: Linted): Promise<Result<Validation>> {
  const unpacked = unpack(files);
  if (!unpacked.ok) return unpacked;
  const findings = new Findings();
  const sniffed = unpacked.value.map((file) => (as ? { ...file, kind: as } : sniffFile(file)));
  const settled = settle(sniffed);
  const of = (kind: SniffedFile['kind']) => settled.filter((file) => file.kind === kind);
  for (const file of of('tmx')) lintTmx(file, findings);
  for (const file of of('xliff')) lintXliff(file, findings);
  for (const file of of('xces')) lintLinks(file, of('xml'), findings);
  if (of('tei').length) lintTei(of('tei'), findings);
  for (const file of of('csv')) lintTable(file, 'csv', findings);
  for (const file of of('tsv')) lintTable(file, 'tsv', findings);
  if (of('moses').length) lintMoses(of('moses'), findings);
  for (const file of of('jsonl')) lintJsonl(file, findings);
  const texts = of('text');
  for (const file of of('hunalign')) lintLadder(file, pairFor(file, texts), findings);
  for (const file of of('vecalign')) lintLineLinks(file, pairFor(file, texts), findings);
  const hasLinks = of('hunalign').length + of('vecalign').length > 0;
  if (!hasLinks) for (const file of texts) await lintText(file, findings);
  for (const file of of('other')) await tryToRead(file, findings);
  return ok({ files: settled.map(({ name, kind }) => ({ name, as: kind })), findings: findings.list() });
}

/** Formats without rules of their own: sheets, Parquet. */
async function tryToRead(file: LintFile, findings: Findings): Promise<void> {
  const read = await readAligned([file]);
  if (!read.ok) findings.add('file.unreadable', { file: file.name }, { reason: read.error.code });
}

function unpack(files: readonly LintFile[]): Result<LintFile[]> {
  const unpacked: LintFile[] = [];
  for (const file of files) {
    if (file.bytes.length === 0) return err('import.empty');
    if (isOffice(file)) unpacked.push(file);
    else if (isZip(file.bytes)) {
      const entries = readZip(file);
      if (!entries.ok) return entries;
      unpacked.push(...entries.value);
    } else if (isGzip(file.bytes)) {
      const plain = readGzip(file);
      if (!plain.ok) return plain;
      unpacked.push(plain.value);
    } else unpacked.push(file);
  }
  return ok(unpacked);
}

/** Zip files that are one document. */
const isOffice = ({ name }: LintFile): boolean => /\.(?:docx|docm|odt|epub|xlsx)$/iu.test(name);

/** Texts beside links are the texts of those links; XML of no known kind alone is looked at as TEI, for its pointers. */
function settle(files: readonly SniffedFile[]): SniffedFile[] {
  const has = (...kinds: SniffedFile['kind'][]) => files.some(({ kind }) => kinds.includes(kind));
  const byLines = has('hunalign', 'vecalign');
  return files.map((file) => {
    if (byLines && file.kind === 'moses') return { ...file, kind: 'text' };
    return file.kind === 'xml' && !has('xces') ? { ...file, kind: 'tei' } : file;
  });
}

/** The two texts of links: the only two there are, or those whose languages its name has, `en-vi.ladder`. */
function pairFor({ name }: LintFile, texts: readonly LintFile[]): [LintFile, LintFile] | null {
  if (texts.length === 2) return [texts[0], texts[1]];
  const stem = name
    .split('/')
    .at(-1)!
    .replace(/\.[^.]+$/u, '');
  const [source, target] = [...texts]
    .map((text) => ({
      text,
      at: `-${stem}-`.indexOf(
        `-${text.name
          .split('/')
          .at(-1)!
          .replace(/\.[^.]+$/u, '')}-`,
      ),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return source && target ? [source.text, target.text] : null;
}
